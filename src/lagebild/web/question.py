"""The search form's fields, as they come in an address."""

from __future__ import annotations

from datetime import date
from typing import get_args
from urllib.parse import quote

from pydantic import BaseModel

from lagebild.dossier import Query
from lagebild.errors import QuestionError
from lagebild.record import EventType, Factuality

TYPES: tuple[str, ...] = get_args(EventType)
VALUES: tuple[str, ...] = get_args(Factuality)

#: Statements on one page of results.
PAGE = 50


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
        offset=max(0, min(question.page, 10_000) - 1) * limit,
    )


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
