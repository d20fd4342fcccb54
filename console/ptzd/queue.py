"""What waits for one camera: a stop before everything, of several moves of one hand the newest. Loop thread."""

from __future__ import annotations

import asyncio
from collections import deque

from console.ptzd.control import Ask, Drive, Halt, Keep, Order

STAYS = Ask | Keep  # moves nothing: a stop does not concern it


class Waiting:
    """Orders in their order, but for stops."""

    def __init__(self) -> None:
        self._orders: deque[Order] = deque()
        self._some = asyncio.Event()
        self.stop_asked = asyncio.Event()  # whatever is under way has to hurry

    def put(self, order: Order) -> tuple[Order, ...]:
        """Returns the orders that are not to be carried out any more."""
        dropped: tuple[Order, ...] = ()
        if isinstance(order, Halt):
            dropped = tuple(each for each in self._orders if not isinstance(each, STAYS))
            self._orders = deque([order, *(each for each in self._orders if isinstance(each, STAYS))])
            self.stop_asked.set()
        elif isinstance(order, Drive) and self._orders and isinstance(self._orders[-1], Drive):
            before = self._orders.pop()
            dropped = (before,) if before.order != order.order else ()
            self._orders.append(order)
        else:
            self._orders.append(order)
        self._some.set()
        return dropped

    async def take(self) -> Order:
        while not self._orders:
            self._some.clear()
            await self._some.wait()
        order = self._orders.popleft()
        if isinstance(order, Halt):
            self.stop_asked.clear()
        return order
