"""Links of feeds and sitemaps, followed as a guest does: with a pause, by robots.txt, each page once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from lagebild.errors import FetchError, InputError
from lagebild.intake.polite import Guest
from lagebild.intake.source import Failure, Found, Link, Named, Options
from lagebild.intake.web import documents_of


class Follower:
    """Fetches what feeds and sitemaps name, one page after another.

    ``visited`` says of a link's key whether an earlier run dealt with that page: then nothing is asked of its
    server. ``sleep`` waits so many seconds.
    """

    def __init__(
        self, options: Options, visited: Callable[[str], bool], sleep: Callable[[float], object] = time.sleep
    ) -> None:
        self._options = options
        self._visited = visited
        self._sleep = sleep
        self._guest = Guest(options.limits, options.allow_private, options.delay)
        #: addresses of feeds and sitemaps that are being read or were: one that leads to itself is read once
        self._lists: set[str] = set()

    def follow(self, named: Iterable[Named]) -> Iterator[Found]:
        """The documents as they are, and the links each as the documents that they lead to."""
        for each in named:
            if not isinstance(each, Link):
                yield each
            elif each.known.uri in self._lists:
                yield Failure(each.known.uri, "a feed or sitemap that is read already", passed_over=True)
            elif not self._visited(each.key):
                try:
                    yield from self._behind(each)
                except InputError as error:
                    yield Failure(each.known.uri, str(error), origin=each.known)

    def _behind(self, link: Link) -> Iterator[Found]:
        """Raises InputError when the page cannot be had, or the way to it is too long."""
        url, limits = link.known.uri, self._options.limits
        if link.known.depth > limits.sitemap_depth + 1:
            raise InputError("feeds or sitemaps nested too deep")
        if self._guest.failures(url) >= limits.host_failures:
            raise FetchError(f"not asked for: its server failed {limits.host_failures} times in a row")
        self._sleep(max(0.0, self._guest.free_at(url) - time.monotonic()))
        named = documents_of(self._guest.get(url), link.known, self._options)
        yield from self.follow(self._noted(named, link))

    def _noted(self, named: Iterable[Named], link: Link) -> Iterator[Named]:
        for each in named:
            if isinstance(each, Link):
                self._lists.add(link.known.uri)
                yield each
            elif isinstance(each, Failure) or each.kind == "line":
                yield each
            else:
                yield replace(each, via=link.key)
