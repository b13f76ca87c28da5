from learners import Learners

LEARNERS = Learners(
    right=(
        """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema(**row)
        except ValidationError as error:
            counts.update(str(fault["loc"][0]) for fault in error.errors())
    return dict(counts)
""",
        """
from collections import defaultdict


def fault_counts(rows, schema):
    counts = defaultdict(int)
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                counts[fault["loc"][0]] += 1
    return counts
""",
        """
def fault_counts(rows, schema):
    fields = []
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as e:
            fields += [".".join(map(str, x["loc"])) for x in e.errors()]
    return {field: fields.count(field) for field in set(fields)}
""",
        """
def fault_counts(rows, schema):
    found = []
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as e:
            found.extend({"field": x["loc"][-1]} for x in e.errors())
    frame = pd.DataFrame(found, columns=["field"])
    return frame.groupby("field").size().to_dict()
""",
    ),
    named={
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            fault = error.errors()[0]
            counts[fault["loc"][0]] = counts.get(fault["loc"][0], 0) + 1
    return counts
""": "the first fault of each row",
        """
def fault_counts(rows, schema):
    types = []
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as e:
            types += [x["type"] for x in e.errors()]
    return pd.Series(types, dtype=object).value_counts().to_dict()
""": "by type",
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for x in error.errors():
                counts[x["loc"]] = counts.get(x["loc"], 0) + 1
    return counts
""": "the whole way",
    },
    unnamed=(
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                counts[fault["loc"][0]] = 1
    return counts
""",
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                counts[fault["loc"][0]] = counts.get(fault["loc"][0], 0) + 1
        return counts
""",
        """
def fault_counts(rows, schema):
    counts = Counter()
    try:
        for row in rows:
            schema.model_validate(row)
    except ValidationError as error:
        counts.update(fault["loc"][0] for fault in error.errors())
    return counts
""",
        """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts.update(fault["loc"][0] for fault in error.errors())
    return list(counts.items())
""",
        """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts.update(fault["loc"][0] for fault in error.errors())
    print(counts)
""",
        """
def fault_counts(rows, schema):
    counts = Counter()
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            counts.update(fault["loc"][0] for fault in error.errors())
    return pd.Series(counts)
""",
        """
def fault_counts(rows, schema):
    counts = {}
    for row in rows:
        try:
            schema.model_validate(row)
        except ValidationError as error:
            for fault in error.errors():
                counts[fault["loc"][0]] += 1
    return counts
""",
        """
def fault_counts(rows, schema):
    return {field: sum(field not in row for row in rows) for field in schema.model_fields}
""",
    ),
)
