"""Requests as a polite guest makes them: robots.txt, a pause per host, a longer one after each failure.

What the user names himself is fetched as a browser does; what a feed or a sitemap names, as a guest does.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from lagebild.errors import FetchError
from lagebild.intake.fetch import Fetched, fetch
from lagebild.intake.robots import Robots
from lagebild.intake.source import Limits

#: The name by which robots.txt may address us.
AGENT = "lagebild"
#: Seconds for which a robots.txt holds (RFC 9309, 2.4).
_ROBOTS_HOLD = 86_400.0
_ROBOTS_BYTES = 1_000_000
#: The longest pause that a robots.txt can ask for, or that failures add up to, in seconds.
_LONGEST_PAUSE = 3600.0
#: The longest pause that a failing server can ask for with Retry-After, in seconds.
_LONGEST_RETRY = 86_400.0
#: Hosts remembered at once; the limit keeps a hostile feed from filling the memory.
_HOSTS = 1000


class Disallowed(FetchError):
    """The host's robots.txt asks us to stay away from this address."""


@dataclass
class _Known:
    robots: Robots
    until: float


@dataclass
class _Host:
    free: float = 0.0
    failures: int = 0


class Guest:
    """Fetches, and knows of each host when it may be asked again. All times are of ``now``, a monotonic clock."""

    def __init__(
        self, limits: Limits, allow_private: bool, delay: float, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._delay = delay
        self._now = now
        self._robots: dict[str, _Known] = {}
        self._hosts: dict[str, _Host] = {}

    def free_at(self, url: str) -> float:
        """When the host of an address may be asked again."""
        host = self._hosts.get(host_of(url))
        return host.free if host else 0.0

    def failures(self, url: str) -> int:
        """How often in a row the host of an address has failed."""
        host = self._hosts.get(host_of(url))
        return host.failures if host else 0

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """Fetch an address; does not wait. Raises FetchError, Disallowed where robots.txt says no.

        Where the server sends us elsewhere, robots.txt there is asked too, and the pause holds there too.
        """
        pauses: dict[str, float] = {}
        host = self._host(url)
        asked_for = 0.0
        try:
            self._ask(url, pauses)
            answer = fetch(url, self._limits, self._allow_private, headers, lambda to: self._ask(to, pauses))
            host.failures = 0
            return answer
        except FetchError as error:
            host.failures = host.failures + 1 if is_passing(error) else 0
            asked_for = min(error.retry_after or 0.0, _LONGEST_RETRY)
            raise
        finally:
            for each, pause in pauses.items():
                self._host(each).free = self._now() + pause
            pause = pauses.get(url, self._delay)
            failing = min(pause * 2.0 ** min(host.failures, 20), max(pause, _LONGEST_PAUSE))
            host.free = self._now() + max(failing, asked_for)

    def _ask(self, url: str, pauses: dict[str, float]) -> None:
        """Note the pause that the host of an address asks for. Raises Disallowed where it may not be read."""
        if not re.match(r"https?://", url, re.I) or not host_of(url):
            raise FetchError(f"not a web address: {url[:100]}")
        pauses[url] = self._delay
        robots = self._rules(url)
        pauses[url] = max(self._delay, min(robots.delay, _LONGEST_PAUSE))
        if not robots.allows(url):
            raise Disallowed("robots.txt asks not to read this address")

    def _host(self, url: str) -> _Host:
        if len(self._hosts) > _HOSTS:
            now = self._now()
            self._hosts = {name: host for name, host in self._hosts.items() if host.free > now}
        return self._hosts.setdefault(host_of(url), _Host())

    def _rules(self, url: str) -> Robots:
        """The robots.txt of an address's host, fetched once a day.

        No robots.txt allows all; one that cannot be had now allows nothing for now (RFC 9309, 2.3.1).
        """
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(root)
        if known and self._now() < known.until:
            return known.robots
        if len(self._robots) > _HOSTS:
            self._robots.clear()
        try:
            limits = replace(self._limits, document_bytes=_ROBOTS_BYTES)
            body = fetch(f"{root}/robots.txt", limits, self._allow_private).body
            robots = Robots.parse(body.decode("utf8", "replace"), AGENT)
        except FetchError as error:
            if is_passing(error):
                raise FetchError(f"robots.txt {error}", error.status, error.retry_after) from error
            robots = Robots()
        self._robots[root] = _Known(robots, self._now() + _ROBOTS_HOLD)
        return robots


def host_of(url: str) -> str:
    """Host and port of an address; empty when it is none."""
    try:
        return urlsplit(url).netloc.lower()
    except ValueError:
        return ""


def is_passing(error: FetchError) -> bool:
    """Whether another try later may succeed: not where the server answered that it will not give this."""
    if isinstance(error, Disallowed):
        return False
    return error.status is None or error.status >= 500 or error.status in (408, 425, 429)
