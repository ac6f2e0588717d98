"""The predicate lexicon: which verbs and nouns are events of which type, and where their sides stand.

A line of ``lexicon/events/<type>.tsv`` gives the predicate, its part of speech (v verb, n noun, a adjective),
its frame, its condition, and mode and contexts of the event. The frame names the slots of both
sides: ``subj>acc`` (source left, target right), ``subj<>mit`` (mutual: both act). ``acc.gen`` means
the object, else the genitive inside it. The condition is a list of tests that must all hold:
``acc=arms`` (the slot holds a noun of that class), ``acc!=arms``, ``free`` (an event even when no
side is named), ``side``/``both``/``source``/``target`` (those sides must be actors).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from lagebild.lexicon import table
from lagebild.record import EventType

COLUMNS: Final[tuple[str, ...]] = ("predicate", "pos", "frame", "condition", "mode", "contexts", "example")
#: Tests on the sides, decided once these are known; all others look at the words.
SIDE_TESTS: Final = frozenset(["free", "side", "both", "source", "target"])
#: A fixed noun with so many letters may be the last part of a longer one.
LONG: Final = 7
_INFINITIVE: Final[tuple[str, ...]] = ("en", "eln", "ern")
_ARTICLES: Final = frozenset(
    ["ein", "eine", "einen", "einem", "einer", "sein", "seine", "seinen", "seines", "seiner",
     "der", "die", "den", "dem", "das", "des"]
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Frame:
    """The slots in which source and target of a predicate stand."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    mutual: bool


@dataclass(frozen=True, slots=True)
class Test:
    """One test of a condition: the slot (or the test's name), the classes it may hold, negated or not."""

    slot: str
    classes: tuple[str, ...] = ()
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Predicate:
    """One line of the lexicon. ``fixed`` are the words beside the verb (*in Aussicht* stellen).

    ``rule`` is its name in the evidence: ``predicate:liefern+arms``. ``needs`` is the last of the fixed words in lower case,
    without which a clause cannot have it; empty where there is none or a longer noun may stand for it.
    """

    text: str
    rule: str
    pos: str
    type: EventType
    frame: Frame
    tests: tuple[Test, ...]
    sides: frozenset[str]
    mode: str | None
    contexts: tuple[str, ...]
    fixed: tuple[str, ...]
    reflexive: bool
    #: whether *lassen* stands beside the infinitive that tells it: *platzen lassen*, not *im Stich lassen*
    lets: bool
    needs: str
    example: str
    order: int

    @property
    def legal(self) -> bool:
        """Whether it is what the law does to a person, or bids: *der Haftbefehl gegen den Präsidenten*."""
        warrant = self.pos == "n" and self.mode == "arrest" and self.frame.target == ("gegen",)
        return warrant or self.mode in ("investigate", "convict")

    @property
    def denied(self) -> bool:
        """Whether it is told only where somebody denies it: *bestritt jede Beteiligung*."""
        return any(test.slot == "denied" for test in self.tests)

    @property
    def by_force(self) -> bool:
        """Whether somebody suffers it by force."""
        return self.type in ("ASSAULT", "COERCE")


@cache
def predicates() -> tuple[Predicate, ...]:
    """All lines of all types, in the order of the types."""
    found: list[Predicate] = []
    for kind in get_args(EventType):
        for row in table(f"events/{kind.lower()}.tsv", COLUMNS, optional=1):
            found.append(_predicate(row, kind, len(found)))
    return tuple(found)


def _predicate(row: dict[str, str], kind: EventType, order: int) -> Predicate:
    words = row["predicate"].split(" ")
    cells = {key: "" if value == "-" else value for key, value in row.items()}
    tests = [_test(cell) for cell in cells["condition"].split()]
    fixed: tuple[str, ...] = ()
    if row["pos"] == "v":
        fixed = tuple(w for w in words[:-1] if w != "sich" and w.lower() not in _ARTICLES)
    lets = len(words) > 1 and words[-1] == "lassen" and words[-2].endswith(_INFINITIVE)
    beside = fixed[:-1] if lets else fixed
    may_end = beside and beside[-1][0].isupper() and len(beside[-1]) >= LONG
    classes = [c for test in tests if test.wanted for c in test.classes[:1]]
    return Predicate(
        text=row["predicate"],
        rule="predicate:" + "+".join([row["predicate"].replace(" ", "-"), *classes]),
        pos=row["pos"],
        type=kind,
        frame=frame(cells["frame"]),
        tests=tuple(test for test in tests if test.slot not in SIDE_TESTS or test.classes),
        sides=frozenset(test.slot for test in tests if test.slot in SIDE_TESTS and not test.classes),
        mode=cells["mode"] or None,
        contexts=tuple(c for c in cells["contexts"].split(",") if c),
        fixed=fixed,
        reflexive=words[0] == "sich" or any(test.slot == "reflexive" for test in tests),
        lets=lets,
        needs=beside[-1].lower() if beside and not may_end else "",
        example=cells["example"],
        order=order,
    )


def frame(text: str) -> Frame:
    """Read a frame: ``subj<>mit,acc`` has the subject as source, both others as partners."""
    mutual = "<>" in text
    left, _, right = text.partition("<>" if mutual else ">")
    return Frame(_slots(left), _slots(right), mutual)


def _slots(text: str) -> tuple[str, ...]:
    return tuple(slot for slot in text.split(",") if slot and slot != "-")


def _test(text: str) -> Test:
    slot, equals, classes = text.partition("=")
    return Test(slot.rstrip("!"), tuple(classes.split(",")) if equals else (), not slot.endswith("!"))


@cache
def verbs() -> dict[str, tuple[Predicate, ...]]:
    """The verb predicates by the lemma of their verb, the more conditions the earlier."""
    return _index("v")


@cache
def adjectives() -> dict[str, tuple[Predicate, ...]]:
    """The adjective predicates (*zugegen sein*) by their lemma."""
    return _index("a")


@cache
def nouns() -> dict[str, tuple[Predicate, ...]]:
    """The noun predicates by their lemma in lower case."""
    return _index("n")


def _index(pos: str) -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for predicate in predicates():
        if predicate.pos == pos:
            found.setdefault(_key(predicate), []).append(predicate)
    return {key: tuple(sorted(entries, key=_rank)) for key, entries in found.items()}


def _key(predicate: Predicate) -> str:
    words = predicate.text.split(" ")
    if predicate.pos == "n":
        return predicate.text.lower()
    return words[-2] if predicate.lets else words[-1]


def _rank(predicate: Predicate) -> tuple[int, int]:
    weight = sum(test.wanted for test in predicate.tests) + 2 * len(predicate.fixed) + predicate.reflexive
    return -weight, predicate.order


@dataclass(frozen=True, slots=True)
class Carrier:
    """A verb that carries an event noun in one of its slots; ``role`` of its subject (source, target, gets or none)."""

    slot: str
    role: str


@cache
def carriers() -> dict[str, tuple[Carrier, ...]]:
    """The carrier verbs by lemma."""
    found: dict[str, list[Carrier]] = {}
    for row in table("events/carriers.tsv", ("verb", "slot", "role", "example"), optional=1):
        key = row["verb"].removeprefix("sich ").split(" ")[-1]
        key = row["verb"].split(" ")[0] if key == "sein" else key
        found.setdefault(key, []).append(Carrier(row["slot"], row["role"].strip("-")))
    return {key: tuple(entries) for key, entries in found.items()}


@cache
def nonevents(pos: str) -> frozenset[str]:
    """Words decided to be no event: of nouns in lower case."""
    rows = table("events/nonevents.tsv", ("word", "pos", "reason"))
    return frozenset(row["word"].lower() for row in rows if row["pos"] == pos)


@cache
def wars() -> dict[str, tuple[str, ...]]:
    """The alpha-3 codes of the states between which a war of that name was, by the word in lower case."""
    rows = table("events/wars.tsv", ("word", "sides"))
    return {row["word"].lower(): tuple(row["sides"].split(",")) for row in rows}


@cache
def suppressors() -> dict[str, str]:
    """Words that mark a sentence as sport, accident and the like, with their subject."""
    return {row["word"]: row["subject"] for row in table("events/suppress.tsv", ("word", "subject"))}


@cache
def context_words() -> dict[str, str]:
    """Words that put an event of their clause into a context."""
    return {row["word"]: row["context"] for row in table("events/contexts.tsv", ("word", "context"))}
