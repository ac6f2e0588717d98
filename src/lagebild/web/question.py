"""The fields of the forms, as they come in an address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import get_args
from urllib.parse import quote

from pydantic import BaseModel

from lagebild.dossier import Period, Query
from lagebild.dossier.search import in_order
from lagebild.errors import QuestionError
from lagebild.record import EventType, Factuality

TYPES: tuple[str, ...] = get_args(EventType)
VALUES: tuple[str, ...] = get_args(Factuality)

#: Statements on one page of results, and the last page that can be asked for.
PAGE, _PAGES = 50, 100_000


class Asked(BaseModel):
    """What the form sends; an empty field asks for nothing."""

    text: str = ""
    actor: str = ""
    other: str = ""
    type: str = ""
    certainty: str = ""
    place: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    page: int = 1
    lang: str = ""
    form: str = ""

    @classmethod
    def typed(cls, parameters: Mapping[str, str]) -> Asked:
        """What stands in the fields of a form, whether it can be answered or not."""
        return cls.model_validate(
            {k: v for k, v in parameters.items() if k in cls.model_fields and k != "page"}
        )

    def filled(self) -> dict[str, str]:
        """The fields that ask for something, as parameters of an address."""
        return {k: v for k, v in self.model_dump(exclude={"page", "lang", "form"}).items() if v}


def asked(question: Asked, limit: int = PAGE) -> Query:
    """The form as a query. Raises QuestionError for a date that is none or a type that is not known."""
    return Query(
        actors=tuple(name for name in (question.actor, question.other) if name.strip()),
        types=(question.type,) if question.type else (),
        factuality=(question.certainty,) if question.certainty else (),
        place=question.place or None,
        source=question.source or None,
        text=question.text or None,
        since=day(question.since),
        until=day(question.until),
        limit=limit,
        offset=max(0, min(question.page, _PAGES) - 1) * limit,
    )


class Dyad(BaseModel):
    """What the form of a dossier sends: two actors, and the first and last day of the articles."""

    a: str = ""
    b: str = ""
    since: str = ""
    until: str = ""

    def days(self) -> dict[str, str]:
        """The days that are given, as parameters of an address."""
        return {name: value for name, value in (("since", self.since), ("until", self.until)) if value}

    def period(self) -> Period:
        """The articles that are asked. Raises QuestionError for a date that is none, or a period that ends too early."""
        since, until = day(self.since), day(self.until)
        in_order(since, until)
        return Period(since, until)


def in_path(name: str) -> str:
    """An actor's name as one part of an address's path, which a slash would cut: ``Bündnis 90/Die Grünen``."""
    return quote(name.replace("~", "~0").replace("/", "~1"), safe="")  # as JSON Pointer does (RFC 6901)


def from_path(part: str) -> str:
    """The name that ``in_path`` put there."""
    return part.replace("~1", "/").replace("~0", "~")


def day(value: str) -> date | None:
    """A date of an address, None where it is empty. Raises QuestionError for what is none."""
    if not value:
        return None
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise QuestionError(f"{value!r} is not a date; write it like 2023-09-12", "no-date", value) from error
