from learners import Learners

LEARNERS = Learners(
    right=(
        'answer = {"username": "Marta!", "password": "🦆" * 19, "is_admin": False}',
        'answer = {"password": "\\0" * 8, "is_admin": [], "username": ""}',
        'answer = {"username": "x" * 31, "password": "€" * 25, "is_admin": "yes"}',
        'answer = {"username": "tom\\n", "password": "ä" * 72, "is_admin": 1}',
    ),
    named={
        'answer = {"username": "ana!", "password": "short", "is_admin": True}': "too short",
        'answer = {"username": "ana!", "password": "🦆" * 100, "is_admin": True}': "too long",
        'answer = {"username": "ana maria", "password": "é" * 40}': "no admin",
    },
    unnamed=(
        'answer = {"username": "rosa", "email": "r@example.org", "password": "sunflower-12"}',
        'answer = {"username": "rosa", "password": "🦆" * 25, "is_admin": True}',
        'answer = {"username": "al", "password": "🦆" * 25, "admin": True}',
        'answer = {"username": "al", "password": "🦆" * 25, "is_admin": True, "id": 1}',
        'answer = {"username": "al", "is_admin": True}',
        "answer = {}",
        'answer = {"username": None, "password": None, "is_admin": None}',
        'answer = "al"',
        'answer = [{"username": "al"}]',
    ),
)
