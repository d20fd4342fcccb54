"""Who may come in and how much he may say: networks, connections at once, bytes a second. Loop thread."""

from __future__ import annotations

import ipaddress
from collections import Counter
from collections.abc import Callable, Iterable

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Porter:
    """Counts who is in. `allow` () lets everybody in who reaches the port."""

    def __init__(self, allow: Iterable[str], *, most: int, most_of_one: int) -> None:
        self._networks = tuple(ipaddress.ip_network(each) for each in allow)
        self._most = most
        self._most_of_one = most_of_one
        self._inside: Counter[str] = Counter()

    def admits(self, host: str) -> bool:
        """Whether this address is of a network that is allowed."""
        return not self._networks or any(_plain(host) in network for network in self._networks)

    def enter(self, host: str) -> str:
        """Let it in; why not as a code, "" when it is in."""
        if not self.admits(host):
            return "not_allowed"
        if self._inside.total() >= self._most or self._inside[host] >= self._most_of_one:
            return "too_many_connections"
        self._inside[host] += 1
        return ""

    def leave(self, host: str) -> None:
        self._inside[host] -= 1
        self._inside += Counter()  # forget those that are not there


def _plain(host: str) -> Address:
    """An IPv4 address that came through an IPv6 socket is the IPv4 address."""
    address = ipaddress.ip_address(host.partition("%")[0])
    return getattr(address, "ipv4_mapped", None) or address


class Pace:
    """Bytes a second with some in hand: how long the next may be kept waiting."""

    def __init__(self, per_s: float, in_hand: float, now_s: Callable[[], float]) -> None:
        self._per_s = per_s
        self._in_hand = in_hand
        self._now_s = now_s
        self._left = in_hand
        self._at = now_s()

    def take(self, count: int) -> float:
        """Seconds to wait before more is read; 0 while within the pace."""
        now = self._now_s()
        self._left = min(self._in_hand, self._left + (now - self._at) * self._per_s) - count
        self._at = now
        return max(0.0, -self._left / self._per_s)

    def is_over(self, count: int) -> bool:
        """Whether so much is too much now; what is too much is not counted."""
        wait_s = self.take(count)
        if wait_s > 0:
            self._left += count
        return wait_s > 0
