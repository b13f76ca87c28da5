"""The models of another project, a shop: prices, enums, zones, composite keys; and questions."""

import enum
from datetime import UTC, datetime
from decimal import Decimal

import pandas as pd
from sqlalchemy import (
    CheckConstraint,
    Computed,
    DateTime,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Numeric,
    String,
    and_,
    func,
    literal,
    or_,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from course.comparing.frames import Frames
from course.comparing.statements import Statement


class Status(enum.Enum):
    PENDING = "pending"
    PAID = "paid"
    SENT = "sent"


class Base(DeclarativeBase):
    pass


class Customer(Base):
    __tablename__ = "customers"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(100))
    country: Mapped[str | None] = mapped_column(Enum("NO", "SE", "DK", name="country"))
    wants_letters: Mapped[bool]

    __table_args__ = (Index("customers_by_email", func.lower(email), unique=True),)


class Product(Base):
    __tablename__ = "items"  # a mapping would have a method of this name

    sku: Mapped[str] = mapped_column(String(20), primary_key=True)
    price: Mapped[Decimal] = mapped_column(Numeric(8, 2))
    weight: Mapped[float | None]

    __table_args__ = (CheckConstraint("price >= 0"),)


class Order(Base):
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customers.id"))
    placed_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    status: Mapped[Status]
    discount: Mapped[Decimal | None] = mapped_column(Numeric(3, 2))


class Line(Base):
    __tablename__ = "order lines"

    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sku: Mapped[str] = mapped_column(ForeignKey("items.sku"))
    quantity: Mapped[int] = mapped_column(CheckConstraint("quantity BETWEEN 1 AND 20"))
    boxes: Mapped[int] = mapped_column(Computed("quantity / 6 + 1", persisted=True))


class Return(Base):
    __tablename__ = "returns"

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int]
    line_number: Mapped[int | None]
    reason: Mapped[str | None]

    __table_args__ = (
        ForeignKeyConstraint(
            ["order_id", "line_number"], ["order lines.order_id", "order lines.number"]
        ),
    )


def order_totals(frames: Frames) -> pd.DataFrame:
    lines = frames["order lines"].merge(frames["items"], on="sku")
    lines["total"] = lines["quantity"] * lines["price"]
    totals = lines.groupby("order_id")["total"].sum()
    return frames.orders[["id"]].assign(total=frames.orders["id"].map(totals).fillna(0))


def order_totals_in_sql() -> Statement:
    total = func.coalesce(func.sum(Line.quantity * Product.price), 0).label("total")
    rows = select(Order.id, total).select_from(Order).outerjoin(Line, Line.order_id == Order.id)
    return rows.outerjoin(Product, Product.sku == Line.sku).group_by(Order.id)


def order_totals_by_line_in_sql() -> Statement:
    total = func.coalesce(func.sum(Product.price), 0).label("total")
    rows = select(Order.id, total).select_from(Order).outerjoin(Line, Line.order_id == Order.id)
    return rows.outerjoin(Product, Product.sku == Line.sku).group_by(Order.id)


def paid_in_the_evening(frames: Frames) -> pd.DataFrame:
    orders = frames.orders
    since = datetime(2026, 8, 12, 18, tzinfo=UTC)
    found = orders[(orders["status"] == Status.PAID) & (orders["placed_at"] >= since)]
    return found[["id", "placed_at", "status"]]


def paid_in_the_evening_in_sql() -> Statement:
    since = datetime(2026, 8, 12, 18, tzinfo=UTC)
    rows = select(Order.id, Order.placed_at, Order.status)
    return rows.where(Order.status == Status.PAID, Order.placed_at >= since)


def paid_later_in_the_evening_in_sql() -> Statement:
    since = datetime(2026, 8, 12, 18, tzinfo=UTC)
    rows = select(Order.id, Order.placed_at, Order.status)
    return rows.where(Order.status == Status.PAID, Order.placed_at > since)


def not_from_norway(frames: Frames) -> pd.DataFrame:
    return frames.customers[frames.customers["country"] != "NO"][["id"]]


def not_from_norway_in_sql() -> Statement:
    return select(Customer.id).where(or_(Customer.country.is_(None), Customer.country != "NO"))


def from_elsewhere_in_sql() -> Statement:
    return select(Customer.id).where(Customer.country != "NO")


def newest_orders(frames: Frames) -> pd.DataFrame:
    newest = frames.orders.sort_values(["placed_at", "id"], ascending=False)
    return newest.head(25)[["id", "placed_at"]]


def newest_orders_in_sql() -> Statement:
    rows = select(Order.id, Order.placed_at)
    return rows.order_by(Order.placed_at.desc(), Order.id.desc()).limit(25)


def newest_orders_all_in_sql() -> Statement:
    return newest_orders_in_sql().limit(None)


def newest_orders_with_ties_in_sql() -> Statement:
    return select(Order.id, Order.placed_at).order_by(Order.placed_at.desc()).limit(25)


def returned_lines(frames: Frames) -> pd.DataFrame:
    returns = frames.returns.dropna(subset="line_number")
    lines = frames["order lines"].merge(
        returns, left_on=["order_id", "number"], right_on=["order_id", "line_number"]
    )
    return lines[["order_id", "number", "boxes", "reason"]]


def returned_lines_in_sql() -> Statement:
    same = and_(Return.order_id == Line.order_id, Return.line_number == Line.number)
    return select(Line.order_id, Line.number, Line.boxes, Return.reason).join(Return, same)


def returned_lines_by_order_in_sql() -> Statement:
    rows = select(Line.order_id, Line.number, Line.boxes, Return.reason)
    return rows.join(Return, Return.order_id == Line.order_id)


def letters_and_orders(frames: Frames) -> pd.DataFrame:
    wanted = frames.customers[frames.customers["wants_letters"]]
    letters = wanted[["id"]].rename(columns={"id": "customer_id"}).assign(why="letter")
    return pd.concat([letters, frames.orders[["customer_id"]].assign(why="order")])


def letters_and_orders_in_sql() -> Statement:
    letters = select(Customer.id.label("customer_id"), literal("letter").label("why"))
    orders = select(Order.customer_id, literal("order"))
    return union_all(letters.where(Customer.wants_letters), orders)


def letters_and_orders_once_in_sql() -> Statement:
    letters = select(Customer.id.label("customer_id"), literal("letter").label("why"))
    orders = select(Order.customer_id, literal("order"))
    return letters.where(Customer.wants_letters).union(orders)


def mean_weight(frames: Frames) -> pd.DataFrame:
    return pd.DataFrame({"mean": [frames["items"]["weight"].mean()]})


def mean_weight_in_sql() -> Statement:
    return select(func.avg(Product.weight).label("mean"))


def mean_weight_with_zeros_in_sql() -> Statement:
    return select(func.avg(func.coalesce(Product.weight, 0)).label("mean"))


def after_the_last_seen(frames: Frames) -> pd.DataFrame:
    lines = frames["order lines"]
    after = (lines["order_id"] > 3) | ((lines["order_id"] == 3) & (lines["number"] > 2))
    return lines[after][["order_id", "number"]]


def after_the_last_seen_in_sql() -> Statement:
    key = tuple_(Line.order_id, Line.number)
    return select(Line.order_id, Line.number).where(key > tuple_(literal(3), literal(2)))


def after_the_last_seen_wrongly_in_sql() -> Statement:
    return select(Line.order_id, Line.number).where(Line.order_id >= 3, Line.number > 2)


SAME = [
    (order_totals, order_totals_in_sql),
    (paid_in_the_evening, paid_in_the_evening_in_sql),
    (not_from_norway, not_from_norway_in_sql),
    (newest_orders, newest_orders_in_sql),
    (returned_lines, returned_lines_in_sql),
    (letters_and_orders, letters_and_orders_in_sql),
    (mean_weight, mean_weight_in_sql),
    (after_the_last_seen, after_the_last_seen_in_sql),
]
DIFFERENT = [
    (order_totals, order_totals_by_line_in_sql),
    (paid_in_the_evening, paid_later_in_the_evening_in_sql),
    (not_from_norway, from_elsewhere_in_sql),
    (newest_orders, newest_orders_all_in_sql),
    (newest_orders, newest_orders_with_ties_in_sql),
    (returned_lines, returned_lines_by_order_in_sql),
    (letters_and_orders, letters_and_orders_once_in_sql),
    (mean_weight, mean_weight_with_zeros_in_sql),
    (after_the_last_seen, after_the_last_seen_wrongly_in_sql),
]
