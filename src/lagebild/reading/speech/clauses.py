"""Which stretches of a sentence are clauses, and which belong to one.

German gives its clauses away on the surface — commas, quotation marks, where the finite
verb stands — and these signs hold where a parser errs. The speech step reads them first and
asks the parser only what they leave open.
"""

from __future__ import annotations

import re
from typing import Final

from lagebild.reading.speech.lexicon import verbs
from lagebild.reading.speech.predicates import mood
from lagebild.reading.speech.units import Segment, Unit
from lagebild.reading.speech.zones import FINITE

SEPARATORS: Final = {",", ";", ":", "–", "-", "—", "--", "…"}
_COORDINATORS: Final = {"und", "oder", "aber", "sondern", "doch", "sowie", "denn", "jedoch"}


def segments(unit: Unit) -> list[Segment]:
    """Cuts at separators, then at *und* between two clauses."""
    pieces: list[Segment] = []
    first, before = 0, ""
    lows, tags, end = unit.lows, unit.tags, len(unit.words)
    for p in [p for p in range(end) if lows[p] in SEPARATORS or tags[p] in {"$.", "QUOTE"}] + [end]:
        if p > first:
            pieces.append(Segment(first, p, before))
            before = ""
        if tags[p] == "QUOTE":
            pieces.append(Segment(p, p + 1, before))
            before = ""
        elif before != ":":
            before = lows[p]
        first = p + 1
    cut: list[Segment] = []
    for whole in pieces:
        verbs = [p for p in range(whole.first, whole.last) if tags[p] in FINITE]
        parts = _unmarked(unit, whole, verbs[0]) if verbs else [whole]
        if len(verbs) > 1:
            parts = [part for piece in parts for part in _split_at_coordinator(unit, piece)]
        cut += parts
    for n, segment in enumerate(cut):
        _classify(unit, segment, cut[n - 1] if n else None)
    return cut


def _unmarked(unit: Unit, segment: Segment, fin: int) -> list[Segment]:
    """The two clauses of a segment between which the paper has left out the comma.

    *Wie der Sender berichtet sind zwei Menschen gestorben*; *hat angekündigt die Preise zu erhöhen*.
    """
    tags, first, last = unit.tags, segment.first, segment.last
    if last - fin < 3:
        return [segment]
    cut = None
    if tags[first] == "KOUS" or unit.lows[first] == "wie":
        doubled = fin > first + 1 and tags[fin + 1] in FINITE and tags[fin + 2] not in {"$,", ""}
        cut = fin + 1 if doubled else None
    elif tags[fin] == "VAFIN" and tags[first] not in {"PRELS", "KOUI"} and _ends_in_infinitive(unit, last):
        said = next((p for p in range(fin + 1, last - 2) if tags[p] == "VVPP"), None)
        cut = said + 1 if said is not None and tags[said + 1] in _NP_START else None
    if cut is None or cut >= last:
        return [segment]
    return [Segment(first, cut, segment.before), Segment(cut, last, ",")]


def _ends_in_infinitive(unit: Unit, last: int) -> bool:
    return unit.tags[last - 1] == "VVIZU" or (
        unit.tags[last - 2] == "PTKZU" and unit.tags[last - 1].endswith("INF")
    )


_JOINTS: Final = {"und", "oder", "aber", "sowie", "sondern"}


def _split_at_coordinator(unit: Unit, segment: Segment) -> list[Segment]:
    verbs = [p for p in range(segment.first, segment.last) if unit.tags[p] in FINITE]
    if len(verbs) < 2:
        return [segment]
    joints = [p for p in range(verbs[0] + 1, verbs[-1]) if unit.lows[p] in _JOINTS]
    for n, p in enumerate(joints):
        # *fordern Geld für Lehrer und Schüler und beklagen …*: the first joins two nouns
        later = joints[n + 1] if n + 1 < len(joints) else None
        if later is None or later + 1 not in verbs or any(p < v < later for v in verbs):
            left = Segment(segment.first, p, segment.before)
            return [left, *_split_at_coordinator(unit, Segment(p, segment.last, "und"))]
    return [segment]


def _classify(unit: Unit, segment: Segment, previous: Segment | None) -> None:
    first = segment.first
    if unit.lows[first] in _COORDINATORS and segment.last - first > 1 and unit.tags[first] in {"KON", "ADV"}:
        segment.coordinated = True
        first += 1
    verbs = [p for p in range(first, segment.last) if unit.tags[p] in FINITE]
    if len(verbs) > 1 and _attribute(unit, first, verbs[0]):
        verbs = verbs[1:]
    tag = unit.tags[first]
    lead = unit.tags[first + 1] if tag in {"APPR", "ADV", "APPRART", "PTKNEG"} else tag
    if tag == "KOUI" or (not verbs and _zu_infinitive(unit, first, segment.last)):
        segment.kind = "infinitive"
        return
    if not verbs:
        opens = tag == "KOUS" or lead.startswith("PREL") or unit.lows[first] in {"wie", "dass", "wonach"}
        segment.kind = "subordinate" if opens else "fragment"
        if opens and segment.last - first > 2 and unit.tags[segment.last - 1] in {"VVPP", "VVINF"}:
            # *wie die Zeitung berichtet*: taken for a participle where its form is both
            segment.finite = segment.last - 1
        return
    if lead == "PRELS" and _verb_second(unit, first, verbs[0], segment.last):
        lead = "ART"  # *die Brücke werde gesperrt*, its article taken for a relative pronoun
    segment.finite = verbs[-1] if tag in {"KOUS"} or lead.startswith(("PREL", "PW")) else verbs[0]
    question = lead.startswith("PW") and unit.tags[first + 1] and unit.tags[first + 1] in FINITE
    told = unit.lows[first] == "wie" and segment.finite < segment.last - 1 and mood(unit, segment.finite)
    if told == "k1":
        segment.kind = "main"  # *Wie kaum ein anderer verkörpere er das Land, sagte sie*
    elif (
        tag == "KOUS" or lead in {"KOUS", "PRELS", "PRELAT", "PWS", "PWAT", "PWAV", "KOKOM"}
    ) and not question:
        segment.kind = (
            "subordinate" if not (lead == "KOKOM" and segment.finite != segment.last - 1) else "main"
        )
    elif segment.finite == first and not (segment.before == "und" and _goes_on(unit, segment, previous)):
        segment.kind = "verb_first"
    elif _goes_on(unit, segment, previous):
        segment.kind = "subordinate"
    else:
        segment.kind = "main"


def _attribute(unit: Unit, first: int, verb: int) -> bool:
    """Whether a participle before its noun is taken for a finite verb: *Die am Montag verkündete Fusion ist …*."""
    if unit.tags[first] not in {"ART", "PPOSAT", "PDAT"} or unit.tags[verb + 1] not in {"NN", "ADJA"}:
        return False
    return unit.tags[first + 1] in {"APPR", "APPRART", "ADV"} and unit.lows[verb].endswith(("te", "ten"))


def _goes_on(unit: Unit, segment: Segment, previous: Segment | None) -> bool:
    """Whether the segment is a second dependent clause: *weil er geht und der Rat schweigt*."""
    dependent = previous is not None and previous.kind == "subordinate"
    return dependent and segment.coordinated and _verb_last(unit, segment)


def _verb_second(unit: Unit, first: int, fin: int, last: int) -> bool:
    """Whether a clause that seems relative has its participle or infinitive at the end and its finite verb before."""
    if fin == first + 1 and fin < last - 1 and mood(unit, fin) == "k1":
        return True  # *das sei ein Erfolg gewesen*
    return (
        first + 1 < fin < last - 1
        and unit.tags[last - 1] in {"VVPP", "VVINF", "VAPP", "VAINF"}
        and (not unit.tags[fin - 1].startswith("V") and unit.tags[last - 2] not in {"VVINF", "VVPP"})
    )


def _verb_last(unit: Unit, segment: Segment) -> bool:
    return segment.finite == segment.last - 1


ZU_INSIDE: Final = re.compile(
    r"(?:voran|heraus|herein|hinaus|hinein|zurück|zusammen|weiter|wieder|vorbei|fest|fort|dar|her|hin|los|mit|nach"
    r"|nieder|um|vor|weg|zu|ab|an|auf|aus|bei|durch|ein|entgegen|frei|statt|teil)zu\w+n$"
)


def _zu_infinitive(unit: Unit, first: int, last: int) -> bool:
    for p in range(first, last):
        past = unit.lows[p].endswith("ten") and "zu" not in unit.lows[p]  # *die sie austauschten*
        infinitive = unit.tags[p] == "VVIZU" and not past
        if infinitive or (unit.tags[p] == "PTKZU" and unit.tags[p + 1].endswith("INF")):
            return True
    # *voranzutreiben* taken for a plain infinitive
    return unit.tags[last - 1] == "VVINF" and ZU_INSIDE.match(unit.lows[last - 1]) is not None


def group(unit: Unit) -> None:
    """Join the segments of one clause that commas have cut: *Der Chef, der …, sagte gestern*."""
    open_clause: int | None = None
    open_subordinate: int | None = None
    last_main: int | None = None
    for n, segment in enumerate(unit.segments):
        if unit.tags[segment.first] == "QUOTE":
            open_subordinate = None
            continue
        fresh = segment.coordinated or segment.before in {":", ";", "."}
        joined: int | None = None
        if not fresh and open_subordinate is not None and segment.kind != "subordinate":
            joined = open_subordinate
            if _verb_last(unit, segment):
                open_subordinate = None
        elif open_clause is not None and _continues(unit, open_clause, segment):
            joined = open_clause
        elif not fresh and last_main is not None and _closes(unit, last_main, segment):
            joined = _left_open(unit, last_main, segment) if segment.kind == "fragment" else last_main
        if joined is not None:
            segment.clause = joined
            unit.clauses[joined].append(n)
            if segment.kind in {"verb_first", "main"}:
                open_clause, last_main = None, joined
            continue
        segment.clause = len(unit.clauses)
        unit.clauses.append([n])
        if segment.kind == "subordinate" and segment.finite is None:
            open_subordinate = segment.clause
        elif segment.kind == "fragment" and not any(
            s.kind in {"main", "verb_first"} for s in unit.segments[:n]
        ):
            open_clause = segment.clause
        elif segment.kind in {"main", "verb_first"}:
            open_clause, last_main = None, segment.clause


def _closes(unit: Unit, main: int, segment: Segment) -> bool:
    """Whether a fragment ends the main clause: *…, als „Farce“*, or with its participle or split prefix."""
    if segment.kind != "fragment":
        return False
    if unit.lows[segment.first] == "als" and unit.tags[segment.first] in {"KOKOM", "APPR"}:
        return True
    return _right_bracket(unit, segment) and not _bracketed(unit, main)


def _left_open(unit: Unit, main: int, segment: Segment) -> int:
    """The clause that a participle or infinitive behind ``main`` closes: the one around it, where only that lacks it.

    *Es müsse, sagte Berger, gehandelt werden*.
    """
    inserted = next((s for n in unit.clauses[main] if (s := unit.segments[n]).finite is not None), None)
    if inserted is None or inserted.kind != "verb_first" or inserted.before != ",":
        return main
    if unit.tags[inserted.finite or 0] != "VVFIN" or unit.tags[segment.last - 1] == "PTKVZ":
        return main
    around = unit.segments[unit.clauses[main][0] - 1]
    helps = around.finite is not None and unit.tags[around.finite] in {"VAFIN", "VMFIN"}
    said = unit.tags[around.last - 1] == "ADJD"  # *Er sei bereit, sagte Berger, nach Details gefragt*
    opened = helps and not said and around.kind == "main" and not _bracketed(unit, around.clause)
    return around.clause if opened else main


def _continues(unit: Unit, open_clause: int, segment: Segment) -> bool:
    """Whether the segment goes on with a clause that has no verb yet: *Die Ministerin, Eva Berg[,] sagte*."""
    if segment.before in {":", ";", "."}:
        return False
    if segment.kind in {"fragment", "verb_first"}:
        return not (segment.coordinated and segment.kind == "verb_first") and not _says(
            unit, open_clause, segment
        )
    opening = unit.tags[unit.segments[unit.clauses[open_clause][0]].first]
    return (
        segment.kind == "main"
        and not segment.coordinated
        and segment.before == ","
        and opening in _NP_START | {"KON"}
        and unit.tags[segment.first] in _NP_START
        and (not _verb_last(unit, segment) or unit.lows[segment.first] not in {"der", "die", "das"})
    )


def _says(unit: Unit, open_clause: int, segment: Segment) -> bool:
    """Whether who says them stands behind words without a verb: *Ein riskanter Weg, meint der Forscher*."""
    members = unit.clauses[open_clause]
    fin = segment.finite
    if segment.kind != "verb_first" or segment.before != "," or members != [0] or fin is None:
        return False
    if unit.segments[1] is not segment or not any(
        "main" in verb.content for verb in verbs().get(unit.lemma(fin), ())
    ):
        return False
    return (
        unit.tags[fin + 1] in {"NE", "PPER"} or unit.lows[fin + 1] in _NOMINATIVE or _of_name(unit, fin + 1)
    )


def _of_name(unit: Unit, p: int) -> bool:
    return unit.tags[p] == "NN" and unit.tags[p + 1] == "NE"


_NOMINATIVE: Final = {"der", "die", "das", "ein", "eine"}
_NP_START: Final = {"ART", "NN", "NE", "FM", "XY", "ADJA", "PPOSAT", "CARD", "PIAT", "TRUNC"}


def _bracketed(unit: Unit, clause: int) -> bool:
    """Whether the clause has its participle, infinitive or split prefix already."""
    return any(
        unit.tags[p] in _BRACKET
        for n in unit.clauses[clause]
        for p in range(unit.segments[n].first, unit.segments[n].last)
    )


_BRACKET: Final = {"VVPP", "VVINF", "PTKVZ", "VAPP", "VAINF"}


def _right_bracket(unit: Unit, segment: Segment) -> bool:
    """Whether the fragment closes a clause: its last word is a participle, infinitive or split prefix."""
    return unit.tags[segment.last - 1] in _BRACKET
