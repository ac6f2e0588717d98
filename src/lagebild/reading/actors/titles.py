"""Offices beside names: what a title says of a person's office, country and sector."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.language.de.suffixes import Endings
from lagebild.language.memo import Memo
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.actors.forms import fold, uninflected
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.owners import ARTICLES, OF, is_genitive, owner_after
from lagebild.reading.actors.scan import Scan

#: Adjectives of who has left an office, and of who had it then or has it no more.
_LEFT: Final[tuple[str, ...]] = ("ehemalig", "früher", "einstig", "abgewählt", "entmachtet")
_FORMER: Final[tuple[str, ...]] = (*_LEFT, "damalig", "letzt", "verstorben", "gestürzt")
#: First parts that leave the office of a head of state or government what it is: *Staats*präsident.
OF_THE_STATE: Final[tuple[str, ...]] = (
    "staats", "bundes", "reichs", "minister", "premier", "vize", "interims", "uebergangs", "übergangs", "ex", "alt",
    "landes", "regierungs", "kron", "gross", "groß", "militär", "militaer", "palästinenser", "palaestinenser",
    "separatisten", "rebellen", "exil", "gegen", "putsch",
)  # fmt: skip
#: Offices that only one state has.
_ONE_STATE: Final = {"Papst": "VAT"}
#: The first member of a compound has so many letters at least.
_FIRST_MEMBER: Final = 3
POLITE = frozenset({"Dr.", "Dr", "Prof.", "Prof", "h.c.", "Herr", "Herrn", "Frau", "Sir", "Lord", "Lady"})
#: What says that a place, not an owner, stands behind the office.
PLACED: Final = frozenset({"in", "im", "bei", "beim"})
#: Ends of offices whose holder a state sends: *in* says where to, and *UN-* before it that it is to such a body.
_SENT: Final[tuple[str, ...]] = (
    "botschafter", "botschafterin", "botschafters", "vertreter", "vertreterin", "vertreters",
)  # fmt: skip
_TO_A_BODY: Final[tuple[str, ...]] = (
    "un-botschafter",
    "uno-botschafter",
    "nato-botschafter",
    "osze-botschafter",
)
#: Beginnings of the words for those whom one state sends to another, or who act for it there.
_ENVOYS: Final[tuple[str, ...]] = ("botschafter", "gesandte", "geschäftsträger", "konsul", "generalkonsul")


#: What makes another office of the word behind it: the *Ministerpräsident* is not the *Präsident*.
_OTHER_OFFICE: Final = frozenset({"minister", "premier", "vize"})


@dataclass(frozen=True, slots=True)
class Office:
    """A word for an office as a dictionary has it, with its class and sector."""

    word: str
    rank: str
    sector: str

    @property
    def sole(self) -> bool:
        """Whether a state has one holder only, as it has one president and one foreign minister."""
        return self.rank == "head" or self.word.lower().endswith("nminister")


@dataclass(slots=True)
class Title:
    """An office in the text: where its word stands, whose it is, where the phrase begins.

    ``entries`` are the states or bodies whose office it is. ``definite`` is false after *ein*.
    """

    office: Office
    token: int
    start: int
    stop: int
    entries: list[Entry]
    former: bool = False
    #: former, and no holder at the time that is told of: not *der damalige Präsident*
    left: bool = False
    definite: bool = True
    federal: bool = False

    @property
    def country(self) -> str | None:
        """The country of the office, where the text says it."""
        told = next((e.country for e in self.entries if e.country), None)
        return told or ("DEU" if self.federal else _ONE_STATE.get(self.office.word))

    def own(self, owners: list[Entry], between: list[str]) -> None:
        """Take in whose it is by the words behind it; the *UN-Verwalter im Kosovo* stays the UN's, and a *Botschafter in
        Paris* is not France's.

        ``between`` are the words from the office to the owner.
        """
        placed = bool(PLACED.intersection(between))
        if not (placed and (self.international or self.envoy)):
            self.entries += [e for e in owners if e not in self.entries]

    @property
    def envoy(self) -> bool:
        """Whether the holder acts in another country than the one that sent him."""
        return self.office.word.lower().startswith(_ENVOYS)

    @property
    def international(self) -> bool:
        """Whether it is the office of a body that belongs to no country; a *UN-Botschafter* is that of a state there."""
        of_bodies = bool(self.entries) and all(e.country is None for e in self.entries)
        return of_bodies and not self.office.word.lower().startswith(_TO_A_BODY)


@cache
def offices() -> dict[str, Office]:
    """Offices by their folded word."""
    return {
        fold(r["word"]): Office(r["word"], r["class"], r["sector"])
        for r in lexicon.table("actors/offices.tsv", ["word", "class", "sector"], optional=1)
    }


@cache
def _last_members() -> Endings[Office]:
    """The offices that may be the last member of a compound."""
    return Endings(offices(), shortest=4)


def office(word: str) -> Office | None:
    """The office that a word names, by its last member: ``Verteidigungsministers`` is a Minister.

    >>> office("Verteidigungsministers").word
    'Verteidigungsminister'
    """
    return _OFFICE.of(word)


def _office(word: str) -> Office | None:
    if not word[:1].isalpha() or word == word.lower():
        return None
    known = offices()
    whole = known.get(fold(word))
    if whole is not None:
        return Office(word, whole.rank, whole.sector)
    last = word.rsplit("-", 1)[-1]
    if not last[:1].isupper():
        return None
    whole_last = fold(last)
    for cut in _endings(last):
        folded = whole_last[: len(whole_last) - cut]
        ending = _last_members().find(folded)
        if ending is not None and 0 < ending[0] < _FIRST_MEMBER:
            ending = _last_members().find(folded, _FIRST_MEMBER)
        if ending is not None:
            begin, found = ending
            name = word[: len(word) - cut] if cut else word
            if begin and found.rank == "head" and not folded[:begin].startswith(OF_THE_STATE):
                return Office(name, "leader", "")  # the Hochschulpräsident heads no state
            return Office(name, found.rank, found.sector)
    return None


_OFFICE: Final = Memo(_office, 16384)


def _endings(word: str) -> tuple[int, ...]:
    endings = [0]
    for ending in ("s", "n", "en", "es", "nen", "innen"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            endings.append(len(ending))
    return tuple(endings)


def same_office(one: str, other: str) -> bool:
    """Whether two office words (folded) can mean one office: *der Minister* is the *Außenminister*."""
    short, long = sorted((uninflected(one), uninflected(other)), key=len)
    if not long.endswith(short):
        return False
    rest = long.removesuffix(short)
    known = offices().get(short)
    if rest and known is not None and known.rank == "head" and not rest.startswith(OF_THE_STATE):
        return False  # the Hochschulpräsident is not the Präsident
    return rest not in _OTHER_OFFICE


def office_key(word: str) -> str:
    """The office for looking it up: ``Kreml-Chef`` is one word, of ``US-Präsident`` the last member counts.

    A deputy's office stays another one: ``Vize-Außenminister``, ``Ex-Vizepräsident``.
    """
    parts = [fold(part) for part in word.split("-")]
    if parts[-2:] == ["kreml", "chef"] or (len(parts) > 1 and parts[-2] == "vize"):
        return parts[-2] + parts[-1]
    return parts[-1]


def feminine(word: str) -> bool:
    """Whether an office word is that of a woman: *Ministerin*, *Königin*."""
    return word.endswith("in")


def title_at(scan: Scan, token: int) -> Title | None:
    """The title whose office word is at the token, with what stands before it; None if none does."""
    if token in scan.covered:
        return None
    found = office(scan.words[token])
    if found is None:
        return None
    lower = scan.words[token].lower()
    title = Title(found, token, token, token + 1, list(scan.parts.get(token, ())), definite=False)
    title.former = lower.startswith(("ex-", "alt-", "exp", "exm", "exk", "altkanzler", "altbundes"))
    title.left = title.former
    title.federal = lower.startswith(("bundes", "altbundes"))
    i = token - 1
    while i >= 0 and token - i < 7 and _attribute(scan, i):
        # *der maltesische EU-Kommissar* is the EU's, *der maltesische UN-Vertreter* Malta's
        if not title.international or lower.endswith(_SENT):
            title.entries += [e for e in scan.parts.get(i, ()) if e not in title.entries]
        title.former = title.former or scan.words[i].lower().startswith(_FORMER)
        title.left = title.left or scan.words[i].lower().startswith(_LEFT)
        i -= 1
    title.start = i + 1
    if i >= 0 and scan.words[i].lower() in ARTICLES:
        title.start = i
        title.definite = not scan.words[i].lower().startswith("ein")
    elif (
        i >= 0 and i in scan.covered and scan.covered[i].entry.kind != "person" and is_genitive(scan.words[i])
    ):
        title.entries.append(scan.covered[i].entry)  # Russlands Präsident
        title.definite = True
    elif title.entries and (i < 0 or scan.words[i] in (".", ":", "–", "!", "?")):
        title.definite = True  # a headline leaves the article out
    return title


def _attribute(scan: Scan, i: int) -> bool:
    if i in scan.covered:
        return False
    text = scan.words[i]
    if i in scan.parts:
        return True
    tag = scan.tags[i]
    if tag:
        return tag in ("ADJA", "ADJD", "CARD", "PIAT", "NN") and text[0].islower() and len(text) > 3
    return (
        text[0].islower()
        and text.lower() not in ARTICLES
        and len(text) > 3
        and text.endswith(("e", "en", "er", "em", "es"))
        and scan.words[i].lower() not in _NOT_ATTRIBUTES
    )


_NOT_ATTRIBUTES: Final = frozenset({
    "sagte", "sagten", "erklärte", "habe", "haben", "wurde", "wurden", "hatte", "hatten", "werde", "werden", "wäre",
    "aber", "oder", "über", "unter", "weder", "ohne", "gegen", "neben", "zwischen", "wegen", "laut", "durch",
    "heute", "gestern", "immer", "wieder", "sowie", "teilte", "nannte", "traf", "könne", "solle", "wolle",
})  # fmt: skip


def before(scan: Scan, start: int) -> Title | None:
    """The title directly before a name: *der russische Verteidigungsminister*, *der Präsident der Ukraine,*."""
    i = start - 1
    apart = i >= 0 and scan.words[i] == ","
    while i >= 0 and (scan.words[i] in POLITE or (scan.words[i] in (",", "(") and i == start - 1)):
        i -= 1
    i = _before_bracket(scan.words, i)
    if i < 0:
        return None
    title = title_at(scan, i) or _with_owner(scan, i) or with_field(scan, i)
    if title is None and apart:
        title = _with_unknown_owner(scan, i)
    return None if title is not None and apart and _of_an_owner(scan, title) else title


#: Ends of nouns for people who are somebody's: *Kritiker*, *Sprecherin*, *Sohn* of the president.
_SOMEBODYS: Final = re.compile(
    r"(?:er|erin|sohn|anwalt|frau|witwe|neffe|nichte|assistent|adjutant|referent|rivale|konkurrent)s?$"
)


def _of_an_owner(scan: Scan, title: Title) -> bool:
    """Whether the office before the comma is only whose the person is: *der Sprecher des Präsidenten, Ali Meier,*."""
    article = scan.words[title.start].lower()
    if title.start == 0 or not (article == "des" or (article == "der" and feminine(scan.words[title.token]))):
        return False
    owned = scan.words[title.start - 1]
    return owned[:1].isupper() and _SOMEBODYS.search(owned.lower()) is not None


def _before_bracket(words: list[str], last: int) -> int:
    """The token before a short bracket that ends at ``last``: *der Präsident der Afrikanischen Union (AU), …*."""
    if last >= 0 and words[last] == ")":
        for i in range(last - 1, max(-1, last - 5), -1):
            if words[i] == "(":
                return i - 1
    return last


def with_field(scan: Scan, last: int) -> Title | None:
    """A title with its field between it and the name: *der Minister für Verkehr Ali Meier*, also with a comma."""
    i = last
    if not scan.words[i][0].isupper() or (
        scan.words[last + 1] != "," and scan.tags[last + 1] not in ("NE", "FM")
    ):
        return None
    i -= 1
    while i > 0 and last - i < 4 and scan.words[i][0].islower() and scan.words[i].lower() != "für":
        i -= 1
    if i < 1 or scan.words[i].lower() != "für":
        return None
    title = title_at(scan, i - 1)
    if title is not None:
        title.stop = last + 1
    return title


def _with_owner(scan: Scan, last: int) -> Title | None:
    """A title with a genitive or place between it and the name: *der Präsident der Ukraine Selenskyj*."""
    owners: list[Entry] = []
    i = last
    if i in scan.covered:
        hit = scan.covered[i]
        if hit.entry.kind == "person":
            return None
        owners.append(hit.entry)
        i = hit.start - 1
    elif (scan.words[i][0].isupper() and i in scan.parts) or (
        scan.words[i][0].isupper() and body_of(scan.words[i]) is not None
    ):
        owners += scan.parts.get(i, [])
        i -= 1
    else:
        return None
    while i >= 0 and last - i < 6 and i in scan.parts and scan.words[i][0].islower():
        owners += scan.parts[i]
        i -= 1
    while i >= 0 and last - i < 8 and scan.words[i].lower() in OF:
        i -= 1
    if i < 0 or i == last:
        return None
    title = title_at(scan, i)
    if title is not None:
        title.own(owners, scan.words[title.token + 1 : last + 1])
        title.stop = last + 1
    return title


#: How many words may stand between an office and the comma before its holder.
_OWNED: Final = 7


def _with_unknown_owner(scan: Scan, last: int) -> Title | None:
    """A title with a body of no list before the comma: *der Generalsekretär der Partei, Ali Meier,*."""
    for i in range(last - 1, max(-1, last - _OWNED), -1):
        word = scan.words[i]
        if not word[:1].isalpha() or scan.tags[i][:1] == "V":
            return None
        if office(word) is not None:
            title = title_at(scan, i) if scan.words[i + 1].lower() in OF else None
            if title is not None:
                title.stop = last + 1
            return title
    return None


def after(scan: Scan, stop: int) -> Title | None:
    """The title in apposition behind a name: *, Präsident der Ukraine,* or *, der neue Außenminister*."""
    if stop + 1 >= len(scan.words) or scan.words[stop] != ",":
        return None
    i = stop + 1
    if scan.words[i].lower() in ARTICLES:
        i += 1
    while i < len(scan.words) and i - stop < 7 and _attribute(scan, i):
        i += 1
    if i >= len(scan.words):
        return None
    title = title_at(scan, i)
    if title is None:
        return None
    follower = i + 1
    if follower < len(scan.words) and scan.tags[follower] == "NE" and follower not in scan.covered:
        return None  # a title that belongs to the next name
    if follower in scan.covered and scan.covered[follower].entry.kind == "person":
        return None
    title.start = stop + 1
    owners, title.stop = owner_after(scan, i + 1)
    title.own(owners, scan.words[i + 1 : title.stop])
    return title
