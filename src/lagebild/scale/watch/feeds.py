"""A feed between two polls: when it is due, what of it is new, and what its server wants to hear next time."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lagebild.intake.fetch import Fetched
from lagebild.intake.source import Origin
from lagebild.scale.watch.settings import Feed
from lagebild.store.journal import write_whole

#: Header of the answer → header of the next request.
_VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}


@dataclass
class Polled:
    """One feed's state. ``due`` is a time of the monotonic clock; ``offered`` is kept once ``open`` entries are in."""

    feed: Feed
    due: float
    failures: int = 0
    polled: bool = False
    open: set[str] = field(default_factory=set)
    offered: dict[str, str] | None = None

    def succeeded(self, now: float) -> None:
        """Poll again after the interval."""
        self.failures, self.polled, self.due = 0, True, now + self.feed.interval

    def failed(self, now: float, longest: float) -> None:
        """Poll again after twice the last wait, ``longest`` seconds at most."""
        self.failures += 1
        self.polled = True
        wait = min(self.feed.interval * 2.0 ** min(self.failures, 30), max(longest, self.feed.interval))
        self.due = now + wait


@dataclass(frozen=True)
class Wanted:
    """An entry that is not in yet: what the feed says of it and the key by which it is remembered."""

    known: Origin
    key: str
    page: bytes | None
    feed: Polled


class Validators:
    """ETag and Last-Modified of each feed, on disk; kept only when all that the answer named is stored."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._known: dict[str, dict[str, str]] = {}
        try:
            found = json.loads(path.read_text("utf8"))
        except (OSError, ValueError):
            return  # the feeds are fetched whole once more
        if isinstance(found, dict):
            self._known = {url: each for url, each in found.items() if isinstance(each, dict)}

    def headers(self, url: str) -> Mapping[str, str]:
        """What to send with the next request."""
        return self._known.get(url, {})

    def keep(self, url: str, headers: dict[str, str]) -> None:
        """Remember what an answer offered."""
        if headers != self._known.get(url, {}):
            self._known[url] = headers
            write_whole(self._path, json.dumps(self._known, indent=1, sort_keys=True))


def offered(answer: Fetched) -> dict[str, str]:
    """The headers for the next request that an answer's own headers call for."""
    found = {ours: answer.headers.get(theirs, "") for theirs, ours in _VALIDATORS.items()}
    return {name: value for name, value in found.items() if value.isascii() and 0 < len(value) <= 500}


def digest(key: str) -> str:
    """An entry's key in the form that the journal of keys keeps."""
    return hashlib.blake2b(key.encode("utf8", "replace"), digest_size=12).hexdigest()
