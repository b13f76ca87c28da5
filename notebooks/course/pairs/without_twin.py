"""What pandas has and a database hasn't, or the other way round: what you do instead."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WithoutTwin:
    """`words` are those by which it is found, as with pairs; `see` are pairs that help."""

    words: str
    answer: str
    see: tuple[int, ...] = ()


WITHOUT_TWIN = (
    WithoutTwin(
        "apply, applymap, lambda, function, custom function, groupby.apply, map function, udf",
        "`apply` has no twin: a statement can't hold your Python function. Write what the function "
        "does as an expression (`case`, `func`, arithmetic), or select the rows and apply it in "
        "pandas.",
        (22, 24, 4),
    ),
    WithoutTwin(
        "to_datetime, to_numeric, parse dates, convert to datetime, convert a column, cast, "
        "change the dtype",
        "Conversions on reading are rarely needed: a column has one type, which the model names, "
        "and `Mapped[datetime]` arrives as a `datetime`. Within a statement, "
        "`cast(Post.id, String)` converts. Parse texts in pandas, before you write them.",
        (1, 27, 91),
    ),
    WithoutTwin(
        "pipe, chain, method chaining",
        "`pipe` needs no twin: a statement is a value. Write a function that takes a statement and "
        "returns it with one more clause.",
    ),
    WithoutTwin(
        "sample, random, random rows, shuffle",
        "`sample` has no twin that could be proved, since its result is random. Write "
        "`select(Post).order_by(func.random()).limit(5)`. It sorts the whole table, so it's slow "
        "on a large one.",
        (18,),
    ),
    WithoutTwin(
        "iterrows, itertuples, items, loop over rows, iterate, for loop",
        "To loop over rows, iterate over the result: `for post in session.scalars(select(Post))`. "
        "To change or compute something for each row, one statement is faster than a loop.",
        (2, 88),
    ),
    WithoutTwin(
        "index, set_index, reset_index, reindex, multiindex, label, index label, sort_index",
        "A table has no index in the sense of pandas: no labels, no positions, no order. Its "
        "primary key identifies a row. What databases call an *index* makes look-ups fast.",
        (95, 18, 34),
    ),
    WithoutTwin(
        "loc, at, df.loc, get a row, row by key, lookup by id, first row by id",
        "With a condition, `loc` is `where`; with columns, it's the list in `select`. For the row "
        "with a known key write `session.get(Post, 3709)`. To assign with `loc`, write `update`.",
        (7, 3, 88),
    ),
    WithoutTwin(
        "iloc, iat, row number n, by position, nth row",
        "Rows in a table have no position. Give them an order, then take some with `limit` and "
        "`offset`, or number them with `row_number`.",
        (19, 18, 62),
    ),
    WithoutTwin(
        "db.query, session.query, query.filter, query.all, query.first, query.get, legacy query",
        "`db.query(Post).filter(…)` is SQLAlchemy's older style. Write `select(Post).where(…)` and "
        "hand it to the session: `.all()` becomes `db.scalars(statement).all()`, `.first()` "
        "becomes `db.scalars(statement).first()`, `.get(1)` becomes `db.get(Post, 1)`. Notebook "
        "03_reading_rows translates such code line by line.",
        (2, 7, 5),
    ),
    WithoutTwin(
        "inplace, copy, deepcopy, chained assignment, settingwithcopy, view",
        "A `select` never changes a table, so there's nothing to copy first. `update`, `insert` "
        "and `delete` change it, for everybody, as soon as you commit.",
        (88, 85, 89),
    ),
    WithoutTwin(
        "transpose, t, swap rows and columns",
        "`transpose` has no twin: the columns of a statement are fixed before it runs. Transpose "
        "in pandas, after `read_sql`.",
        (76, 77),
    ),
    WithoutTwin(
        "get_dummies, one hot, one-hot encoding, dummies, factorize, category codes",
        "`get_dummies` takes its columns from the data, and a statement can't. If you can name the "
        "values, write one `case` or filtered count for each.",
        (22, 76),
    ),
    WithoutTwin(
        "category, categorical, astype category, enum",
        "A column of a few fixed values is an `Enum` in SQLAlchemy, or a table of its own with a "
        "foreign key. Notebook deeper/01b_types_and_constraints has more column types.",
        (93, 23),
    ),
    WithoutTwin(
        "plot, hist, plotting, chart, boxplot, style, matplotlib",
        "Databases don't draw. Aggregate in SQL, so that few rows come back, and plot the frame "
        "that `read_sql` gives you.",
        (33, 23, 2),
    ),
    WithoutTwin(
        "ewm, exponential, interpolate, exponentially weighted",
        "`ewm` and `interpolate` have no twin. Compute them in pandas. Windows cover sums, means "
        "and the last known value.",
        (66, 68),
    ),
    WithoutTwin(
        "corr, cov, correlation, covariance, regression",
        "PostgreSQL has `func.corr` and `func.covar_samp`; SQLite has neither. Select both columns "
        "and use pandas, or build them from sums as the variance is built.",
        (57,),
    ),
    WithoutTwin(
        "describe, info, summary statistics",
        "`describe` is several aggregates in one `select`: `func.count`, `func.avg`, `func.min`, "
        "`func.max`. Standard deviation and quantiles need more on SQLite. The columns and their "
        "types are in the model.",
        (48, 57, 78, 1),
    ),
    WithoutTwin(
        "to_csv, to_excel, to_parquet, to_json, to_dict, export, to_html",
        "To write a file, read the statement into a frame: "
        "`pd.read_sql(statement, engine).to_csv(…)`. JSON for other programs comes from an "
        "endpoint.",
        (2, 96),
    ),
    WithoutTwin(
        "read_csv, read_excel, read_json, read_parquet, import a file, import csv",
        "A database doesn't read files for you. Read the file with pandas, check it, and insert "
        "its rows. Notebook deeper/02a_loading_files builds a loader.",
        (86, 91),
    ),
    WithoutTwin(
        "union in order, append order, keep order, row order, original order",
        "A table keeps no order of insertion. Without `order_by` any order is right, also another "
        "one tomorrow. Store a time or a number, and sort by it.",
        (18, 16),
    ),
    WithoutTwin(
        "memory_usage, chunksize, chunks, too large, large table, stream, yield_per",
        "You needn't read a table whole. Aggregate or filter in SQL, or stream: "
        "`pd.read_sql(statement, engine, chunksize=10_000)`, and in a session "
        "`select(Post).execution_options(yield_per=1_000)`.",
        (48, 20),
    ),
)
