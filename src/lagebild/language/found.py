"""What the base and the reading steps have put on a Doc, without spaCy's detour: ``words._.actor_at``.

``doc._`` of spaCy makes an object and goes through the registered names at every access. Here each name is a typed
property that looks into the same place, ``Doc.user_data``: what a step sets on a Doc is read here. What each name
holds is told where it is registered, in `lagebild.language` and `lagebild.reading.analysis`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from spacy.tokens import Doc

if TYPE_CHECKING:  # the shapes only: the base does without the steps that read on
    from lagebild.language.clause import Clause
    from lagebild.reading.analysis import (
        ActorFound,
        EventFound,
        FigureFound,
        LinkFound,
        PlaceFound,
        SpeechFound,
        TimeFound,
    )


def _key(name: str) -> object:
    """Where spaCy keeps the extension of a Doc."""
    return ("._.", name, None, None)


_BLOCKS: Final = _key("blocks")
_CLAUSES: Final = _key("clauses")
_INFINITIVES: Final = _key("infinitives")
_TIMES: Final = _key("times")
_ERAS: Final = _key("eras")
_PLACES: Final = _key("places")
_LOCAL_AT: Final = _key("local_at")
_ACTORS: Final = _key("actors")
_ACTOR_AT: Final = _key("actor_at")
_ACTORS_AT: Final = _key("actors_at")
_COUNTRY_AT: Final = _key("country_at")
_COUNTRIES_AT: Final = _key("countries_at")
_SPEECH: Final = _key("speech")
_SPEAKER_AT: Final = _key("speaker_at")
_EVENTS: Final = _key("events")
_FIGURES: Final = _key("figures")
_LINKS: Final = _key("links")
_TIME_WARNINGS: Final = _key("time_warnings")


class Found:
    """The extensions of one Doc. Lists and dicts that nobody has set are empty and stay with the Doc, as with spaCy."""

    __slots__ = ("_kept",)

    def __init__(self, source: Doc) -> None:
        self._kept: dict[Any, Any] = source.user_data

    def _list(self, key: object) -> list[Any]:
        found: list[Any] | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = []
        return found

    def _dict(self, key: object) -> dict[int, Any]:
        found: dict[int, Any] | None = self._kept.get(key)
        if found is None:
            found = self._kept[key] = {}
        return found

    @property
    def blocks(self) -> list[tuple[str, int, int]]:
        return self._list(_BLOCKS)

    @property
    def clauses(self) -> list[Clause]:
        return self._list(_CLAUSES)

    @property
    def infinitives(self) -> list[Clause]:
        return self._list(_INFINITIVES)

    @property
    def times(self) -> list[TimeFound]:
        return self._list(_TIMES)

    @property
    def eras(self) -> list[TimeFound]:
        return self._list(_ERAS)

    @property
    def places(self) -> list[PlaceFound]:
        return self._list(_PLACES)

    @property
    def local_at(self) -> dict[int, str]:
        return self._dict(_LOCAL_AT)

    @property
    def actors(self) -> list[ActorFound]:
        return self._list(_ACTORS)

    @property
    def actor_at(self) -> dict[int, ActorFound]:
        return self._dict(_ACTOR_AT)

    @property
    def actors_at(self) -> dict[int, list[ActorFound]]:
        return self._dict(_ACTORS_AT)

    @property
    def country_at(self) -> dict[int, str]:
        return self._dict(_COUNTRY_AT)

    @property
    def countries_at(self) -> dict[int, list[str]]:
        return self._dict(_COUNTRIES_AT)

    @property
    def speech(self) -> list[SpeechFound]:
        return self._list(_SPEECH)

    @property
    def speaker_at(self) -> dict[int, int]:
        return self._dict(_SPEAKER_AT)

    @property
    def events(self) -> list[EventFound]:
        return self._list(_EVENTS)

    @property
    def figures(self) -> list[FigureFound]:
        return self._list(_FIGURES)

    @property
    def links(self) -> list[LinkFound]:
        return self._list(_LINKS)

    @property
    def time_warnings(self) -> list[str]:
        return self._list(_TIME_WARNINGS)
