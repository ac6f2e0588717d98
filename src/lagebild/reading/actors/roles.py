"""What an office makes of its holder: the role a reader is told, whether it leads a state."""

from __future__ import annotations

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import fold, strong
from lagebild.reading.actors.gazetteer import Person
from lagebild.reading.actors.titles import Title


def leads_then(person: Person, date: str | None) -> bool:
    """Whether somebody of the who's-who was head of state or government at the date."""
    term = person.term(date)
    found = titles.office(term.office.split()[0]) if term else None
    return found is not None and found.rank == "head"


def latest_in(office: str, people: list[Person]) -> Person | None:
    """Who of one country's holders of an office had it last, for a text of no date: *Präsident Bush*."""
    word = fold(titles.office_key(office))
    held = [(t, p) for p in people for t in p.terms if titles.same_office(word, fold(t.office.split()[0]))]
    if len({t.country for t, _ in held}) != 1:
        return None
    return max(held, key=lambda pair: pair[0].begin)[1]


def role_of(cast: Cast, title: Title, feminine: bool) -> str:
    """A title as a reader would be told, in the nominative: *nordkoreanischer Diktator*."""
    word = strong(title.office.word, feminine)
    states = [e for e in title.entries if e.kind == "state"]
    former = title.former and not word.lower().startswith(("ex-", "alt"))
    prefix = "ehemalige" + ("" if feminine else "r") + " " if former else ""
    if states and "-" not in word and all(e.kind == "state" for e in title.entries):
        return prefix + cast.role(word, states[0].country, feminine)
    if title.stop > title.token + 1:
        return prefix + word + " " + " ".join(cast.doc[i].text for i in range(title.token + 1, title.stop))
    return prefix + word
