"""Names that no list or mark shows for what they are, but the words beside them do: given names that no list has, before a
surname or alone, and surnames that the network takes for a firm."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from lagebild.reading.actors import edges
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import fold, nominatives, sound
from lagebild.reading.actors.gazetteer import Person
from lagebild.reading.actors.roles import leads_then
from lagebild.reading.actors.scan import Scan, first_names
from lagebild.reading.analysis import ActorFound

#: Letters up to which a name is easily taken for something else.
_SHORT: Final = 4

IsName = Callable[[int], bool]


class HiddenNames:
    """Asks of the words of one article whether they are names of somebody in it.

    ``is_name``, where a question needs it, says whether the word at a token may be part of a person's name, and is of
    nobody yet.
    """

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan

    def introduces(self, i: int, is_name: IsName) -> bool:
        """Whether an unlisted given name stands before a surname of the who's-who, another bearer of it, or before one that
        the network marks."""
        scan, doc = self.scan, self.cast.doc
        given = scan.words[i]
        place = scan.ents[i] in ("LOC", "ORG") and scan.ents[i + 1] != "PER"
        if scan.tags[i : i + 2] != ["NE", "NE"] or place:
            return False
        joined = doc[i + 1].head.i == i or doc[i].head.i == i + 1
        if not joined or not given.isalpha() or given.isupper():
            return False
        marked = edges.flat(doc, i + 1) and scan.ents[i + 1] == "PER" and len(given) > _SHORT
        return (marked or self._famous(scan.words[i + 1])) and is_name(i) and is_name(i + 1)

    def begin(self, start: int, is_name: IsName) -> int:
        """The first token of a name whose given name the network may have left out: *Liat Beinin Atzili*.

        Not the name of another before a given name: *traf Merkel Emmanuel Macron*.
        """
        scan, i = self.scan, start - 1
        if i < 0 or scan.tags[i] != "NE" or scan.ents[i] in ("LOC", "ORG") or i in scan.covered:
            return start
        word = scan.words[i]
        another = fold(scan.words[start]) in first_names() or self._famous(word)
        return i if not another and word[:1].isupper() and word.isalpha() and is_name(i) else start

    def beside(self, i: int) -> bool:
        """Whether a name is joined by *und* to a surname of the who's-who."""
        words = self.scan.words
        pairs = ((i + 1, i + 2), (i - 1, i - 2))
        return any(
            0 <= other < len(words) and words[joint] == "und" and self._famous(words[other])
            for joint, other in pairs
        )

    def misread(self, i: int) -> bool:
        """Whether a name that the network takes for a firm, or for a place that no list has, acts or leads a state at the
        time: *Netanjahu wies das zurück*, *kritisierte Netanjahu*. Short names may be anything."""
        doc, word = self.cast.doc, self.scan.words[i]
        if len(word) <= _SHORT:
            return False
        acts = self.scan.tags[i] == "NE" and doc[i].dep_.startswith("nsubj")
        leads = not acts and any(self.leads(i, person) for person in self._bearers(word))
        return (acts or leads or self.beside(i)) and all(
            not s <= i < e for place in doc._.places for s, e in place.mentions
        )

    def leads(self, i: int, person: Person) -> bool:
        """Whether a surname alone is the one who leads a state at the time, whom papers name so: *Orbán lehnte ab*.

        Of a short name, and of one that means other things too (*Rhein*, *Merz*), the network must see that it is a
        person's; a longer one it must not take for a place.
        """
        scan = self.scan
        if not leads_then(person, self.cast.date):
            return False
        sure = len(scan.words[i]) > _SHORT and not self.is_word(i)
        return scan.ents[i] == "PER" or (sure and scan.tags[i] == "NE" and scan.ents[i] != "LOC")

    def is_word(self, i: int) -> bool:
        """Whether a name is a common word too."""
        return not self.cast.known.ambiguous.isdisjoint(nominatives(fold(self.scan.words[i])))

    def _famous(self, word: str) -> bool:
        return next(self._bearers(word), None) is not None

    def _bearers(self, word: str) -> Iterator[Person]:
        """Those of the who's-who whose surname the word is, in any case."""
        known = self.cast.known.surnames
        for form in nominatives(fold(word)):
            yield from (person for surname, person in known.get(sound(form), ()) if surname == form)

    def bearer(self, i: int, is_name: IsName) -> tuple[ActorFound, int] | None:
        """The one person told of before who is called by the given name, and where the name ends: *Liat* and *Liat
        Atzili* after *Liat Beinin Atzili*."""
        words, tags = self.scan.words, self.scan.tags
        if tags[i] != "NE" or (i and tags[i - 1] == "NE"):
            return None
        forms = (words[i], words[i].removesuffix("s"))
        found = [
            a
            for a in self.cast.actors
            if a.kind == "person" and " " in a.name and a.name.split()[0] in forms and a.mentions
        ]
        if len(found) != 1 or found[0].mentions[0][0] > i:
            return None
        if i + 1 >= len(tags) or tags[i + 1] != "NE":
            return found[0], i + 1
        last = fold(found[0].name.split()[-1])
        ends = is_name(i + 1) and last in nominatives(fold(words[i + 1]))
        return (found[0], i + 2) if ends else None
