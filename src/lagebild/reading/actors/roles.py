"""What an office makes of its holder: the role a reader is told, whether it leads a state."""

from __future__ import annotations

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.gazetteer import Person
from lagebild.reading.actors.titles import Title


def leads_then(person: Person, date: str | None) -> bool:
    """Whether somebody of the who's-who was head of state or government at the date."""
    term = person.term(date)
    found = titles.office(term.office.split()[0]) if term else None
    return found is not None and found.rank == "head"


def role_of(cast: Cast, title: Title, feminine: bool) -> str:
    """A title as a reader would be told, in the nominative: *nordkoreanischer Diktator*."""
    word = titles.strong(title.office.word, feminine)
    states = [e for e in title.entries if e.kind == "state"]
    prefix = "ehemalige" + ("" if feminine else "r") + " " if title.former and "-" not in word else ""
    if states and "-" not in word and all(e.kind == "state" for e in title.entries):
        return prefix + cast.role(word, states[0].country, feminine)
    if title.stop > title.token + 1:
        return prefix + word + " " + " ".join(cast.doc[i].text for i in range(title.token + 1, title.stop))
    return prefix + word
