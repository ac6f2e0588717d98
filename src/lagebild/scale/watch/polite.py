"""Requests as a polite guest makes them: robots.txt, a pause per host, a longer one after each failure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from lagebild.errors import FetchError
from lagebild.intake.fetch import Fetched, fetch
from lagebild.intake.source import Limits

#: The name by which robots.txt may address us.
AGENT = "lagebild"
#: Seconds for which a robots.txt holds (RFC 9309, 2.4).
_ROBOTS_HOLD = 86_400.0
_ROBOTS_BYTES = 1_000_000
#: The longest pause that a robots.txt can ask for, in seconds.
_LONGEST_PAUSE = 3600.0
#: Hosts remembered at once; the limit keeps a hostile feed from filling the memory.
_HOSTS = 1000


class Disallowed(FetchError):
    """The host's robots.txt asks us to stay away from this address."""


@dataclass
class _Robots:
    rules: RobotFileParser
    until: float


@dataclass
class _Host:
    free: float = 0.0
    failures: int = 0


class Guest:
    """Fetches, and knows of each host when it may be asked again. All times are of ``now``, a monotonic clock."""

    def __init__(self, limits: Limits, allow_private: bool, delay: float, now: Callable[[], float]) -> None:
        self._limits = limits
        self._allow_private = allow_private
        self._delay = delay
        self._now = now
        self._robots: dict[str, _Robots] = {}
        self._hosts: dict[str, _Host] = {}

    def free_at(self, url: str) -> float:
        """When the host of an address may be asked again."""
        host = self._hosts.get(host_of(url))
        return host.free if host else 0.0

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Fetched:
        """Fetch an address; does not wait. Raises FetchError, Disallowed where robots.txt says no."""
        host, pause = self._host(url), self._delay
        try:
            rules = self._rules(url)
            pause = max(pause, min(float(rules.crawl_delay(AGENT) or 0), _LONGEST_PAUSE))
            if not rules.can_fetch(AGENT, url):
                raise Disallowed("robots.txt asks not to read this address")
            answer = fetch(url, self._limits, self._allow_private, headers)
            host.failures = 0
            return answer
        except FetchError as error:
            host.failures = host.failures + 1 if is_passing(error) else 0
            raise
        finally:
            host.free = self._now() + min(pause * 2.0 ** min(host.failures, 20), max(pause, _LONGEST_PAUSE))

    def _host(self, url: str) -> _Host:
        if len(self._hosts) > _HOSTS:
            now = self._now()
            self._hosts = {name: host for name, host in self._hosts.items() if host.free > now}
        return self._hosts.setdefault(host_of(url), _Host())

    def _rules(self, url: str) -> RobotFileParser:
        """The robots.txt of an address's host, fetched once a day.

        No robots.txt allows all; one that cannot be had now allows nothing for now (RFC 9309, 2.3.1).
        """
        parts = urlsplit(url)
        root = f"{parts.scheme}://{parts.netloc}"
        known = self._robots.get(root)
        if known and self._now() < known.until:
            return known.rules
        if len(self._robots) > _HOSTS:
            self._robots.clear()
        rules = RobotFileParser()
        try:
            limits = replace(self._limits, document_bytes=_ROBOTS_BYTES)
            body = fetch(f"{root}/robots.txt", limits, self._allow_private).body
            rules.parse(body.decode("utf8", "replace").splitlines())
        except FetchError as error:
            if is_passing(error):
                raise FetchError(f"robots.txt {error}", error.status) from error
            rules.parse([])
        except ValueError as error:
            raise FetchError("robots.txt cannot be understood") from error
        self._robots[root] = _Robots(rules, self._now() + _ROBOTS_HOLD)
        return rules


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
