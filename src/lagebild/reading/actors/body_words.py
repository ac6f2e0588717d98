"""Common words for bodies: *Regierung*, *Außenministerium*, *Rebellen*."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de.spelling import standard
from lagebild.language.de.suffixes import Endings
from lagebild.language.memo import Memo
from lagebild.reading.actors.forms import Gender
from lagebild.record import ActorKind

#: How bodies of states are called in the names of their organs and members: *UN-Sicherheitsrat*.
SHORT: Final = {"Vereinte Nationen": "UN", "Europäische Union": "EU", "Afrikanische Union": "AU"}


@dataclass(frozen=True, slots=True)
class Body:
    """A word for a body as the lexicon has it; ``word`` in its dictionary form."""

    word: str
    kind: ActorKind
    sector: str
    gender: Gender


#: The first member of a compound has so many letters at least.
_FIRST_MEMBER: Final = 3


@cache
def _bodies() -> tuple[dict[str, Body], Endings[Body]]:
    """Bodies by every folded form, and those that count as last members of compounds."""
    whole: dict[str, Body] = {}
    last: dict[str, Body] = {}
    columns = ["word", "kind", "sector", "gender", "forms"]
    for row in lexicon.table("actors/bodies.tsv", columns, optional=1):
        word = row["word"].lstrip("-")
        body = Body(word, row["kind"], row["sector"], row["gender"])  # type: ignore[arg-type]
        forms = [word, *(f.strip() for f in row["forms"].split(",") if f.strip())]
        if not row["forms"]:
            forms += [word + "n", word + "en"] if body.gender in ("f", "p") else [word + "s", word + "es"]
        for form in forms:
            whole.setdefault(form.lower(), body)
            if row["word"].startswith("-"):
                last.setdefault(form.lower(), body)
    return whole, Endings(last, shortest=4)


def body_of(word: str) -> Body | None:
    """The body that a word names: ``Außenministeriums`` is a Ministerium with its own word.

    >>> body_of("Außenministeriums").word
    'Außenministerium'
    """
    return _BODY_OF.of(word)


def _body_of(word: str) -> Body | None:
    if not word[:1].isalpha() or word == word.lower():
        return None
    whole, compound = _bodies()
    member = standard(word.rsplit("-", 1)[-1])
    found = whole.get(member.lower())
    if found is not None:
        return found
    small = member.lower()
    ending = compound.find(small, _FIRST_MEMBER)
    if ending is None:
        return None
    begin, found = ending
    # The government of a Land or town is not the state's.
    local = found.kind == "state" and small.startswith(("land", "stadt", "bezirk", "kreis", "gemeinde"))
    # the lexicon's own form in place of the inflected end
    return Body(
        member[:begin] + found.word.lower(),
        "organisation" if local else found.kind,
        found.sector,
        found.gender,
    )


_BODY_OF: Final = Memo(_body_of, 16384)
