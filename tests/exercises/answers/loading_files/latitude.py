from learners import Learners

RAISE = 'raise ValueError("give a number from -90 to 90")'

LEARNERS = Learners(
    right=(
        f"""
def latitude(text):
    try:
        assert not set(text) & set(" _naif")
        number = float(text)
        assert abs(number) <= 90
    except (ValueError, AssertionError):
        {RAISE} from None
    return number
""",
        f"""
def latitude(text):
    if not text.removeprefix("-").replace(".", "", 1).isdecimal() or abs(float(text)) > 90:
        {RAISE}
    return float(text)
""",
        f"""
def latitude(text):
    if not re.match(r"^-?\\d+(\\.\\d*)?$", text):
        {RAISE}
    number = float(text)
    if number > 90 or number < -90:
        {RAISE}
    return number
""",
        f"""
from decimal import Decimal, InvalidOperation


def latitude(text):
    if text != text.strip() or "_" in text:
        {RAISE}
    try:
        number = Decimal(text)
    except InvalidOperation:
        {RAISE} from None
    if number.is_nan() or abs(number) > 90:
        {RAISE}
    return float(number)
""",
    ),
    named={
        "answer = float": "float alone",
        f"""
import numpy as np


def latitude(text):
    try:
        number = np.float64(text)
    except ValueError as error:
        {RAISE} from error
    if -90 <= number <= 90:
        return number
    {RAISE}
""": "as float reads it",
        f"""
def latitude(text):
    try:
        number = float(text)
        assert abs(number) <= 90
    except (ValueError, AssertionError):
        {RAISE}
    return number
""": "as float reads it",
        f"""
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        {RAISE} from None
    if abs(number) > 90:
        {RAISE}
    return number
""": "nan let through",
        """
def latitude(text):
    if -90 <= float(text) <= 90:
        return float(text)
    raise ValueError(f"{text} is not from -90 to 90")
""": "Python's message",
    },
    unnamed=(
        """
def latitude(text):
    value = float(text)
    assert -90 <= value <= 90, "must be a number from -90 to 90"
    return value
""",
        """
def latitude(text):
    try:
        value = float(text)
    except ValueError:
        return ValueError("must be a number from -90 to 90")
    if not -90 <= value <= 90:
        return ValueError("must be a number from -90 to 90")
    return value
""",
        f"""
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        {RAISE} from None
    if not -90 < number < 90:
        {RAISE}
    return number
""",
        f"""
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        {RAISE} from None
    if not 0 <= number <= 90:
        {RAISE}
    return number
""",
        f"""
def latitude(text):
    try:
        number = int(text)
    except ValueError:
        {RAISE} from None
    if not -90 <= number <= 90:
        {RAISE}
    return number
""",
        """
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        number = None
    if number is None or not -90 <= number <= 90:
        raise ValueError("is no latitude")
    return number
""",
        f"""
def latitude(text):
    try:
        number = float(text)
    except ValueError:
        {RAISE} from None
    if not -180 <= number <= 180:
        {RAISE}
    return number
""",
        "def latitude(text):\n    raise ValueError('is not a number from -90 to 90')",
    ),
)
