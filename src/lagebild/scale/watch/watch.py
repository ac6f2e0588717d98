"""The watch itself: one request after another, whichever host may be asked first; then reading, storing, alerts."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

from lagebild.errors import FetchError, InputError, LagebildError
from lagebild.intake import Failure, Options
from lagebild.intake.feed import Entry, entries
from lagebild.intake.polite import Guest, host_of, is_passing
from lagebild.intake.source import Document, Found, Origin
from lagebild.scale.ingest import ingest_documents
from lagebild.scale.keys import Keys
from lagebild.scale.watch.alerts import Alerts
from lagebild.scale.watch.feeds import Polled, Validators, Wanted, digest, offered
from lagebild.scale.watch.health import Health
from lagebild.scale.watch.settings import Settings
from lagebild.scale.work import Readings
from lagebild.store import Store

#: Entries fetched before they are read and stored together.
_TOGETHER = 16
#: Fetched entries are stored when nothing else comes within so many seconds, or after twice as many:
#: each storing adds files to the store.
_LINGER = 30.0
#: Tries to fetch an entry whose server fails, each after another poll of its feed.
_TRIES = 3
#: Seconds before alerts that were not taken, or entries that could not be stored, are tried again.
_RETRY = 60.0
#: Entries taken of one feed at one poll, the first ones: a hostile feed must not have us call on everybody.
_MOST = 500
#: Media types of entries that are read.
_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "application/xml", "text/xml", "")


class Watch:
    """Polls feeds, stores what is new, fires alerts. State beside the store in ``STORE/watch``.

    ``now`` is a monotonic clock in seconds; ``sleep`` waits so long or until ``stop``. A feed, an entry
    or a target that fails costs itself only. Raises StoreError when an alert cannot ask the store at start.
    """

    def __init__(
        self,
        settings: Settings,
        store: Store,
        options: Options | None = None,
        read: Readings | None = None,
        tell: Callable[[str], None] = lambda line: None,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], object] | None = None,
    ) -> None:
        self._options = replace(options or Options(), keep_raw=True)
        self._settings, self._store, self._read, self._tell, self._now = settings, store, read, tell, now
        self._stopped = False
        self._sleep = sleep or self._doze
        self.health = Health(now, 3 * max(f.interval for f in settings.feeds))
        self._guest = Guest(self._options.limits, self._options.allow_private, settings.delay, now)
        self._feeds = [Polled(feed, now()) for feed in settings.feeds]
        self._validators = Validators(store.root / "watch" / "feeds.json")
        self._seen = _journal(store)
        self._tries: dict[str, int] = {}
        self._waiting: dict[str, deque[Wanted]] = {}
        self._fetched: list[tuple[Wanted, Found]] = []
        self._alerts = Alerts(settings.alerts, store, self.health, tell)
        self._unasked = True
        self._ask_at = self._store_at = self._empty_at = now()

    def stop(self) -> None:
        """End ``run`` soon, after storing what is fetched; takes no lock, so that a signal handler may call it."""
        self._stopped = True

    def run(self, once: bool = False) -> None:
        """Watch until ``stop``; with ``once`` until every feed was polled and its new entries are in."""
        while not self._stopped and not (once and self._is_through()):
            self._turn()
        self._store_fetched()
        self._alert(hand_over=once)

    @property
    def undelivered(self) -> int:
        """Events whose alert waits for its target."""
        return self._alerts.waiting

    @property
    def unstored(self) -> int:
        """Entries that are fetched but could not be stored."""
        return len(self._fetched)

    def _is_through(self) -> bool:
        return all(feed.polled for feed in self._feeds) and not self._waiting

    def _turn(self) -> None:
        """One request, or a wait until the next may be made."""
        at, act = min([self._next_poll(), *self._next_entries()], key=lambda pair: pair[0])
        now = self._now()
        if not self._fetched:
            self._empty_at = now
        is_time = at > now + _LINGER or now > self._empty_at + 2 * _LINGER
        if self._store_at <= now and (is_time or len(self._fetched) >= _TOGETHER):
            self._store_fetched()
        if self._ask_at <= self._now():
            self._alert()
        if len(self._fetched) >= _TOGETHER:  # nothing more is fetched while nothing can be stored
            at = max(at, self._store_at)
        wait = at - self._now()
        if wait <= 0:
            act()
            return
        for again, when in (
            (self._fetched, max(self._store_at, self._empty_at + 2 * _LINGER)),
            (self._unasked or self._alerts.waiting, self._ask_at),
        ):
            if again:
                wait = min(wait, max(when - self._now(), 0.01))
        self._sleep(wait)

    def _doze(self, seconds: float) -> None:
        """Wait, but for no more than a second after ``stop``."""
        until = time.monotonic() + seconds
        while not self._stopped and (left := until - time.monotonic()) > 0:
            time.sleep(min(left, 1.0))

    def _next_poll(self) -> tuple[float, Callable[[], None]]:
        feed = min(self._feeds, key=self._due)
        return self._due(feed), lambda: self._poll(feed)

    def _due(self, feed: Polled) -> float:
        return max(feed.due, self._guest.free_at(feed.feed.url))

    def _next_entries(self) -> list[tuple[float, Callable[[], None]]]:
        """The next entry of each host."""
        return [
            (self._guest.free_at(queue[0].known.uri), lambda host=host: self._fetch(host))  # type: ignore[misc]
            for host, queue in self._waiting.items()
        ]

    def _poll(self, feed: Polled) -> None:
        url = feed.feed.url
        try:
            answer = self._guest.get(url, self._validators.headers(url))
            found = entries(answer.body, Origin(uri=url)) if answer.status != 304 else []
        except Exception as error:  # whatever a hostile feed does to its parser, the others are watched on
            feed.failed(self._now(), self._settings.longest)
            self.health.feed_failures += 1
            self._tell(f"{url}: {_reason(error)}; polled again in {feed.due - self._now():.0f} s")
            return
        feed.succeeded(self._now())
        self.health.succeeded()
        if answer.status != 304:
            feed.offered = offered(answer)
            self._queue(feed, found)

    def _queue(self, feed: Polled, found: list[Entry]) -> None:
        """Put the entries that are new in line; those that need no request are fetched already."""
        under_way = {w.key for queue in self._waiting.values() for w in queue}
        under_way |= {wanted.key for wanted, _ in self._fetched}
        for entry in found[:_MOST]:
            wanted = Wanted(entry.known, digest(entry.key), entry.page, feed)
            if wanted.key in self._seen or wanted.key in under_way:
                continue
            under_way.add(wanted.key)
            feed.open.add(wanted.key)
            if entry.page is not None:
                origin = replace(entry.known, charset="utf-8", retrieved=_timestamp())
                self._fetched.append((wanted, Document(origin, entry.page, "html")))
            elif entry.is_linked and host_of(entry.known.uri):
                self._waiting.setdefault(host_of(entry.known.uri), deque()).append(wanted)
            else:
                self._failed(wanted, "this entry has neither a full text nor a link")
        self._settle(feed)

    def _fetch(self, host: str) -> None:
        """Fetch the first entry that waits for a host; a host that fails has its others wait for the next poll."""
        wanted = self._waiting[host].popleft()
        try:
            self._fetched.append((wanted, self._page(wanted)))
        except FetchError as error:
            self._tries[wanted.key] = self._tries.get(wanted.key, 0) + 1
            if not is_passing(error) or self._tries[wanted.key] >= _TRIES:
                self._failed(wanted, str(error))
            else:
                self._tell(f"{wanted.known.uri}: {error}; tried again later")
                for dropped in (wanted, *self._waiting.pop(host)):
                    dropped.feed.offered = None  # so that the feed names it again
                    dropped.feed.open.discard(dropped.key)
        except Exception as error:
            self._failed(wanted, _reason(error))
        if not self._waiting.get(host, True):
            del self._waiting[host]

    def _page(self, wanted: Wanted) -> Document:
        answer = self._guest.get(wanted.known.uri)
        if answer.media_type not in _PAGES:
            raise InputError(f"no page but {answer.media_type[:60]}")
        origin = replace(wanted.known, charset=answer.charset, retrieved=_timestamp())
        return Document(origin, answer.body, "text" if answer.media_type == "text/plain" else "html")

    def _failed(self, wanted: Wanted, reason: str) -> None:
        self._fetched.append((wanted, Failure(wanted.known.uri, reason, origin=wanted.known)))

    def _store_fetched(self) -> None:
        """Read and store what is fetched, then remember it as seen; it is kept where that fails."""
        if not self._fetched:
            return
        keys = [wanted.key for wanted, _ in self._fetched]
        try:
            summary = ingest_documents(
                lambda run: [found for _, found in self._fetched],
                self._store,
                self._options,
                read=self._read,
            )
            self._seen.add(keys)
        except (LagebildError, OSError) as error:  # the disk is full, or another program writes
            self._store_at = self._now() + _RETRY
            self._tell(f"{_reason(error)}; {len(keys)} entries wait to be stored")
            return
        except Exception as error:
            self._set_aside(error)
            return
        self.health.articles_added += summary.added + summary.replaced
        self.health.article_failures += summary.failed
        self._tell(f"{summary.added} added, {summary.replaced} replaced, {summary.failed} failed")
        if summary.unsettled:
            self._tell(summary.unsettled)
        taken, self._fetched = self._fetched, []
        for wanted, _ in taken:
            self._tries.pop(wanted.key, None)
            wanted.feed.open.discard(wanted.key)
        for wanted, _ in taken:
            self._settle(wanted.feed)
        self._unasked, self._ask_at = True, self._now()

    def _set_aside(self, error: Exception) -> None:
        """What breaks the reader in a way that nobody foresaw goes to the quarantine, once."""
        if all(isinstance(found, Failure) for _, found in self._fetched):
            raise error
        reason = f"an error of ours, please report it: {_reason(error)}"
        self._fetched = [
            (wanted, found if isinstance(found, Failure) else found.failure(reason, keep_raw=True))
            for wanted, found in self._fetched
        ]
        self._store_fetched()

    def _alert(self, hand_over: bool = True) -> None:
        """Ask the alerts where something new is stored, and hand over what they found."""
        try:
            if self._unasked:
                self._alerts.check()
                self._unasked = False
            if not hand_over or self._alerts.deliver(lambda: self._stopped):
                return
        except (LagebildError, OSError) as error:
            self._tell(f"alerts are tried again later: {_reason(error)}")
        self._ask_at = self._now() + _RETRY

    def _settle(self, feed: Polled) -> None:
        """Keep the feed's validators once all its entries are in."""
        if feed.offered is None or feed.open:
            return
        try:
            self._validators.keep(feed.feed.url, feed.offered)
        except OSError as error:
            self._tell(f"{feed.feed.url} will be fetched whole again: {_reason(error)}")
        feed.offered = None


def _journal(store: Store) -> Keys:
    """The entries that were dealt with."""
    folder = store.root / "watch"
    folder.mkdir(exist_ok=True)
    return Keys(folder / "seen.keys")


def _timestamp() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _reason(error: Exception) -> str:
    """One line on what went wrong."""
    text = (str(error).splitlines() or [""])[0][:200]
    return text if isinstance(error, LagebildError) and text else f"{type(error).__name__}: {text}"
