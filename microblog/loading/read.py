"""Read the rows of a CSV file: many at a time, or one by one with the line that each begins on."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

from microblog.loading.files import BrokenFile, TableFile

BATCH = 10_000  # rows

Texts = list[str]  # the values of a row, as they are in the file


def batches_of(file: TableFile) -> Iterator[list[Texts]]:
    """The rows without the header; an empty line is not a row."""
    with file.open() as text:
        rows = filter(None, csv.reader(text, delimiter=file.delimiter, strict=True))
        next(rows)
        while batch := list(islice(rows, BATCH)):
            yield batch


def numbered_rows(file: TableFile) -> Iterator[tuple[int, Texts]]:
    """The header and all rows, each with its line; what is not UTF-8 becomes a lone surrogate."""
    with file.open(errors="surrogateescape") as text:
        reader, line = csv.reader(text, delimiter=file.delimiter, strict=True), 1
        try:
            for row in reader:
                if row:
                    yield line, row
                line = reader.line_num + 1
        except csv.Error:
            raise unreadable_value(file, line) from None


def unreadable_value(file: TableFile, line: int) -> BrokenFile:
    """The value that `csv` cannot read in the row that begins on this line."""
    stops, longest = f"{file.delimiter}\r\n", csv.field_size_limit()
    value = re.compile(f'(?:"[^"]*(?:""[^"]*)*"|(?!")[^{stops}]*)[{stops}]')
    with file.open(errors="surrogateescape") as text:
        for _ in range(line - 1):
            text.readline()
        rest = text.read(2 * longest)
    position = column = 0
    while (found := value.match(rest, position)) and len(found[0]) <= longest:
        position, column = found.end(), column + 1
    line += len(re.findall("\r\n|\r|\n", rest[:position]))
    what = f"is longer than {longest:,} characters"
    if rest[position : position + 1] == '"':
        what = 'the quote that opens here is not closed (a quote within a value is written "")'
    return file.problem(line, file.header[min(column, len(file.header) - 1)], what)
