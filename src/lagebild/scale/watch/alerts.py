"""Alerts: saved questions that fire once for every new event, and lose none whatever fails in between."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from lagebild.dossier import Event, Mention, Query, events, line, mentions
from lagebild.dossier.mentions import split
from lagebild.dossier.search import condition
from lagebild.errors import UnknownActor
from lagebild.scale.watch.health import Health
from lagebild.scale.watch.settings import Alert
from lagebild.scale.watch.targets import Undelivered, deliver
from lagebild.store import Store


class Alerts:
    """All alerts of a watch with what they remember in ``STORE/watch/alerts``.

    What a store holds when an alert is first asked is known to it and does not fire.
    """

    def __init__(
        self, alerts: Iterable[Alert], store: Store, health: Health, tell: Callable[[str], None]
    ) -> None:
        self._store = store
        self._health = health
        self._tell = tell
        self._memories = [(each, Memory(_place(store.root, each))) for each in alerts]
        for alert, memory in self._memories:
            if memory.is_new:
                memory.note(sorted(key for event in self._found(alert, warn=True) for key in _keys(event)))

    def check(self) -> None:
        """Ask every question of the store; new events wait, on disk, for their delivery."""
        for alert, memory in self._memories:
            known = frozenset(memory.seen)
            for event in self._found(alert):
                keys = _keys(event)
                if known.isdisjoint(keys):
                    name = f"{keys[0]}-{event.mentions[0].id}"
                    memory.fire(name, keys, alert_line(alert, event, name))
                elif not known.issuperset(keys):
                    memory.note(keys)

    def deliver(self, stopped: Callable[[], bool] = lambda: False) -> bool:
        """Hand over what waits, in order, until ``stopped``; says whether all was taken.

        What was not is tried again next time. Raises OSError when a delivery cannot be noted.
        """
        return all([self._deliver(alert, memory, stopped) for alert, memory in self._memories])

    @property
    def waiting(self) -> int:
        """Events not delivered yet."""
        return sum(len(memory.waiting) for _, memory in self._memories)

    def _deliver(self, alert: Alert, memory: Memory, stopped: Callable[[], bool]) -> bool:
        for event, text in list(memory.waiting.items()):
            if stopped():
                return False
            try:
                deliver(alert.to, text)
            except Undelivered as error:
                self._health.alert_failures += 1
                self._tell(f"alert {alert.name}: {error}; {len(memory.waiting)} waiting, tried again later")
                return False
            memory.done(event)
            self._health.alerts_fired += 1
        return True

    def _found(self, alert: Alert, warn: bool = False) -> list[Event[Mention]]:
        query = Query(
            actors=alert.actors, types=alert.types, contexts=alert.contexts, factuality=alert.certainty
        )
        try:
            where, parameters = condition(self._store, query)
        except UnknownActor as error:
            # Somebody of whom no article has spoken yet may still turn up.
            if warn:
                self._tell(f"alert {alert.name}: {error}")
            return []
        found = events(mentions(self._store, where, parameters))
        return [event for event in found if alert.history or not event.is_history]


class Memory:
    """What one alert has seen and what waits to be delivered: a journal, one JSON object a line.

    An event and its being seen are one line, written whole and flushed before anybody is told: a crash
    before it has the event fire later, a crash after it has it delivered later.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_new = not path.exists()
        self.seen: set[str] = set()
        self.waiting: dict[str, str] = {}
        if not self.is_new:
            for text in path.read_text("utf8", "replace").splitlines():
                self._take(_entry(text))

    def note(self, keys: list[str]) -> None:
        """Remember mentions that shall not fire."""
        self._write({"seen": keys})

    def fire(self, event: str, keys: list[str], text: str) -> None:
        """Remember a new event with the line that is to be delivered."""
        self._write({"seen": keys, "event": event, "line": text})

    def done(self, event: str) -> None:
        """Remember that an event was delivered."""
        self._write({"done": event})

    def _write(self, entry: dict[str, Any]) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with self._path.open("a", encoding="utf8") as file:
            # Begin on a line of its own, whatever a crash left behind.
            file.write(f"\n{json.dumps(entry)}\n")
            file.flush()
            os.fsync(file.fileno())
        self.is_new = False
        self._take(entry)

    def _take(self, entry: dict[str, Any]) -> None:
        self.seen.update(entry.get("seen", ()))
        if "line" in entry:
            self.waiting[entry["event"]] = entry["line"]
        self.waiting.pop(entry.get("done", ""), None)


def alert_line(alert: Alert, event: Event[Mention], name: str) -> str:
    """The JSON line of an event: ``alert``, ``event`` (its name, the same at every delivery), then its columns."""
    return json.dumps({"alert": alert.name, "event": name, **asdict(line(event))}, ensure_ascii=False)


def _keys(event: Event[Mention]) -> list[str]:
    """Names of what its mentions say, the same again when an article's text is corrected around it."""
    return sorted({_key(mention) for mention in event.mentions})


def _key(mention: Mention) -> str:
    parts = (mention.document, mention.type, *sorted(split(mention.sides)), mention.edtf)
    return hashlib.blake2b("\0".join(parts).encode("utf8", "replace"), digest_size=12).hexdigest()


def _place(root: Path, alert: Alert) -> Path:
    """Its memory: by name and question, so that another question under the same name begins anew."""
    question = (alert.name, alert.actors, alert.types, alert.contexts, alert.certainty, alert.history)
    name = hashlib.blake2b(json.dumps(question).encode(), digest_size=10).hexdigest()
    return root / "watch" / "alerts" / f"{name}.jsonl"


def _entry(text: str) -> dict[str, Any]:
    """A line of the journal; one that a crash cut short says nothing."""
    try:
        entry = json.loads(text)
    except ValueError:
        return {}
    return entry if isinstance(entry, dict) else {}
