"""A child of a desk in the test's hand."""

from __future__ import annotations

from typing import Generic, TypeVar

Order = TypeVar("Order")


class Child(Generic[Order]):
    """Notes what it was asked; the test answers."""

    def __init__(self) -> None:
        self.orders: list[Order] = []
        self.cancelled = 0

    def begin(self, order: Order) -> None:
        self.orders.append(order)

    def cancel(self) -> None:
        self.cancelled += 1
