"""The verb group of a clause: which verb, which of its words, active or passive, which mood."""

from __future__ import annotations

import re
from typing import Final

from lagebild.reading.speech.lexicon import verbs
from lagebild.reading.speech.units import Unit

_AUXILIARY: Final = {"haben", "sein", "werden"}
_MODAL: Final = {"können", "müssen", "sollen", "wollen", "dürfen", "mögen"}
#: finite verbs beside which another verb is the full one
_CARRYING: Final = _AUXILIARY | _MODAL | {"lassen"}
_FULL: Final = {"VVPP", "VVINF", "VVIZU"}
_NONFINITE: Final = _FULL | {"VAPP", "VAINF", "VMINF", "VMPP"}
_OF_GROUP: Final = _NONFINITE | {"PRF", "PTKVZ"}
#: what makes a passive of a participle beside an auxiliary and beside a modal: *ist … worden*, *soll … werden*
_PASSIVE = ({"worden"}, {"worden", "werden"})
#: what a clause opens with that leaves its subject and auxiliary out
_GOES_ON: Final = {"ADV", "KON", "ADJD", "PAV", "PROAV", "VVPP"}
#: verbs of saying whose perfect has *sein*; of the others it makes a state: *Proteste sind angekündigt*
_WITH_SEIN: Final = {"ausgehen", "entgegentreten", "fortfahren", "hervorgehen", "übereinkommen"}
#: Konjunktiv I forms that no indicative shares
_PRESENT: Final = {
    "sei", "seien", "seist", "habe", "werde", "könne", "müsse", "solle", "wolle", "dürfe", "möge", "wisse",
}  # fmt: skip
_PAST: Final = {
    "wäre", "wären", "hätte", "hätten", "würde", "würden", "könnte", "könnten", "müsste", "müssten", "dürfte",
    "dürften", "gäbe", "gäben", "käme", "kämen", "ginge", "stünde", "stünden", "läge", "lägen", "bliebe",
    "fände", "fänden", "hielte", "ließe", "bekäme", "bekämen", "nähme", "nähmen", "sähe", "sähen", "täte", "träfe",
    "stände", "ständen", "brächte", "brächten", "bräuchte", "bräuchten", "verlöre", "zöge", "liefe", "entstünde",
    "entstünden", "entspräche", "entsprächen",
}  # fmt: skip


#: the past of weak verbs has one form for both moods: *sagte*
_WEAK: Final[tuple[str, ...]] = ("te", "ten")
#: an umlaut in the stem and an ending: *befänden*, *hielten*; not *kritisieren*
_STRONG_PAST: Final = re.compile(r"[äöü]\w*en?$|ie(?!ren?$)\w+en?$")


class Predicate:
    """The verb group of a clause, in positions of the unit's words.

    ``words`` are its own verb words in text order (finite verb, participle or infinitive,
    split prefix); ``lemma`` is the full verb's with the prefix joined.
    """

    def __init__(
        self,
        clause: int,
        finite: int | None,
        verb: int,
        lemma: str,
        words: list[int],
        passive: bool = False,
        modal: str = "",
        reflexive: int | None = None,
    ) -> None:
        self.clause = clause
        self.finite = finite
        self.verb = verb
        self.lemma = lemma
        self.words = words
        self.passive = passive
        self.modal = modal
        self.reflexive = reflexive


def mood(unit: Unit, position: int) -> str:
    """``k1``, ``k2`` or ``""`` (indicative or not to be told) of a finite verb."""
    if position not in unit.moods:
        unit.moods[position] = _mood(unit, position)
    return unit.moods[position]


def _mood(unit: Unit, position: int) -> str:
    low = unit.lows[position]
    if low in _PRESENT:
        return "" if low in {"habe", "werde"} and _first_person(unit, position) else "k1"
    if low in _PAST:
        return "k2"
    if unit.tags[position] != "VVFIN":
        return ""
    if not low.endswith(_WEAK) and _STRONG_PAST.search(low) and "Mood=Sub" in unit.morph(position):
        return "k2"
    if not low.endswith("e"):
        return ""
    if not unit.lemma(position).endswith((low + "n", *_of_syllable(low))):
        return ""
    return "" if _first_person(unit, position) else "k1"


def _of_syllable(low: str) -> tuple[str, ...]:
    """The infinitives in *-eln*, *-ern* that a form may be of: *handele*, *handle* handeln; *fordere* fordern."""
    stem = low[:-1]
    if stem.endswith(("el", "er")):
        return (stem + "n",)
    return (f"{stem[:-1]}e{stem[-1]}n",) if stem[-1:] in ("l", "r") else ()


def _first_person(unit: Unit, position: int) -> bool:
    return "ich" in {unit.lows[position - 1], unit.lows[position + 1]}


def goes_on_with_participle(unit: Unit, n: int) -> bool:
    """Whether the segment at ``n`` goes on with a perfect: *hatte gezögert, dann aber zugesagt, …*."""
    segment = unit.segments[n]
    last = segment.last - 1
    if segment.kind != "fragment" or segment.before not in {",", "und"} or unit.tags[last] != "VVPP":
        return False
    if unit.tags[segment.first] not in _GOES_ON or unit.lemma(last) not in verbs():
        return False
    auxiliaries = (s.finite for s in unit.segments[:n] if s.kind == "main" and s.finite is not None)
    return any(unit.lemma(fin) == "haben" for fin in auxiliaries)


def predicate(unit: Unit, clause: int) -> Predicate | None:
    """The verb group of a clause of the unit, None where it has no verb."""
    if clause not in unit.predicates:
        unit.predicates[clause] = _read(unit, clause)
    found: Predicate | None = unit.predicates[clause]
    return found


def _read(unit: Unit, clause: int) -> Predicate | None:
    members = [unit.segments[n] for n in unit.clauses[clause]]
    tags = unit.tags
    positions = [p for s in members for p in range(s.first, s.last)]
    group = [p for p in positions if tags[p] in _OF_GROUP]
    held = next((s for s in members if s.finite is not None), None)
    if held is None or held.finite is None:
        bare = [p for p in group if tags[p] in _NONFINITE]
        return Predicate(clause, None, bare[-1], unit.lemma(bare[-1]), [bare[-1]]) if bare else None
    fin = held.finite
    reflexive = next((p for p in group if tags[p] == "PRF"), None)
    base = unit.lemma(fin)
    # *Das Gesetz, auch Lex Berger genannt, ist gültig*: what stands between commas in front is not the clause's
    full = [p for p in group if tags[p] in _FULL and p >= held.first] if base in _CARRYING else []
    if (
        not full
        and base in _CARRYING
        and base != "lassen"
        and tags[fin - 1] == "VVFIN"
        and fin - 1 in positions
    ):
        full = [fin - 1]  # *ergeben hatten*: a participle whose form is also finite
    if not full:
        prefixes = (p for p in reversed(group) if tags[p] == "PTKVZ" and unit.lows[p] != "zufolge")
        prefix = next(prefixes, None)
        words = sorted({fin, prefix}) if prefix is not None else [fin]
        return Predicate(clause, fin, fin, _join(unit, fin, prefix, positions), words, reflexive=reflexive)
    verb = full[0] if members[0].kind == "subordinate" else full[-1]
    lemma = unit.lemma(verb)
    passive = _is_passive(unit, verb, base, positions)
    beside = {*group, *(p + 1 for p in group)}
    extra = [p for p in beside if p != fin and _helps(unit, p) and p in positions]
    modal = base if base in _MODAL else ""
    return Predicate(clause, fin, verb, lemma, sorted({fin, verb, *extra}), passive, modal, reflexive)


def _is_passive(unit: Unit, verb: int, base: str, positions: list[int]) -> bool:
    """Whether the subject has the verb done to it, with the lemma ``base`` of the finite verb."""
    if unit.tags[verb] != "VVPP":
        return base == "sein" and _to_be_done(unit, verb)
    lemma = unit.lemma(verb)
    if base == "werden" or any(unit.lows[p] in _PASSIVE[base in _MODAL] for p in positions):
        return True
    return base == "sein" and lemma in verbs() and lemma not in _WITH_SEIN


def _to_be_done(unit: Unit, verb: int) -> bool:
    """Whether the verb stands as an infinitive with *zu*: *Gutes ist zu berichten*."""
    return unit.tags[verb] == "VVIZU" or (unit.tags[verb] == "VVINF" and unit.lows[verb - 1] == "zu")


def _helps(unit: Unit, p: int) -> bool:
    """An auxiliary infinitive or participle; *haben* behind a participle is one, whatever its tag."""
    if unit.tags[p] in {"VAINF", "VAPP"}:
        return True
    return unit.lows[p] in {"haben", "sein", "werden"} and unit.tags[p - 1] in {"VVPP", "VAPP"}


def _join(unit: Unit, fin: int, prefix: int | None, positions: list[int]) -> str:
    """The lemma with its prefix: the one tagged so, else the one the pack found, if it is in the clause."""
    lemma = unit.lemma(fin)
    if prefix is not None:
        low = unit.lows[prefix]
        if low == "weiter":
            return lemma  # *sagte er weiter*: he went on
        return lemma if lemma.startswith(low) else low + lemma
    held = unit.text.prefixes.get(unit.words[fin])
    for p in positions if held is not None else ():
        if held is not None and unit.words[p] in held:
            return lemma if lemma.startswith(unit.lows[p]) else unit.lows[p] + lemma
    return lemma
