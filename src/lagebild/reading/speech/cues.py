"""Speech that a verb or a fixed phrase of saying introduces."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from lagebild.reading.analysis import Range, SpeechFound
from lagebild.reading.speech import agents, contents
from lagebild.reading.speech.additions import adds
from lagebild.reading.speech.contents import Content
from lagebild.reading.speech.entries import entry_of, may_tell
from lagebild.reading.speech.hearers import addressee
from lagebild.reading.speech.lexicon import Verb, noun_of
from lagebild.reading.speech.marked import MARKED, partial_zones, resolved
from lagebild.reading.speech.nouns import by_noun
from lagebild.reading.speech.parts import (
    clause_positions,
    content_edge,
    cue_ranges,
    frame_after,
    frame_before,
    like,
    resumption,
    trim,
)
from lagebild.reading.speech.predicates import Predicate, goes_on_with_participle, mood, predicate
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.whose import in_content, speaker_of, subject_of

#: any verb may stand behind a quotation: *„…“, freute sich der Trainer*
ANY: Final = Verb("", "neutral", frozenset({"direct"}))


def find(unit: Unit, outer: list[SpeechFound]) -> list[SpeechFound]:
    """The speeches of a unit that a verb, phrase or noun introduces, in text order of their cues."""
    found: list[SpeechFound] = []
    if not unit.zones and len(unit.segments) < 2:
        return found
    nouns = _nouns(unit)
    last = len(unit.clauses) - 1 if unit.zones else _last_telling(unit, nouns)
    framed = [f for s in outer for f in s.frame]
    shared: Range | None = None
    teller: Range | None = None
    dependent: Range | None = None
    for clause in range(last + 1):
        pred = predicate(unit, clause)
        head = unit.segments[unit.clauses[clause][0]]
        told = pred is None or in_content(unit, pred)
        before = shared if told else teller
        goes_on = head.kind == "subordinate" and head.coordinated and dependent is not None
        own = subject_of(unit, pred, dependent if goes_on else before) if pred is not None else None
        if goes_on and dependent is not None and _relative(unit, dependent):
            own = dependent
        dependent = own if head.kind == "subordinate" else None
        by_verb = _by_verb(unit, pred, own) if pred is not None and _is_cue_clause(unit, pred) else []
        if any(s.rule.startswith(MARKED) for s in by_verb):
            held = [q for s in (*outer, *found) if s.type != "direct" for q in s.quote]
            by_verb = [s for s in by_verb if not (s.rule.startswith(MARKED) and _within(s.quote[0], held))]
        denied = bool(by_verb) and by_verb[0].commitment == "denial"
        noun = by_noun(unit, clause, pred, own) if nouns and (denied or not by_verb) else []
        new = [s for s in noun if not _within(s.cue[0], framed)] or by_verb
        # *Er war besorgt: „…“, sagte er*: the frame behind a quotation is the nearer one
        taken = [q for s in new if s.type == "direct" for q in s.quote]
        found = [s for s in found if not (s.type == "direct" and s.quote[0] in taken)] + new
        if own is not None and head.kind != "subordinate":
            shared = own
            teller = own if pred is None or not told or teller is None else teller
    return found


def _nouns(unit: Unit) -> list[int]:
    """The positions of nouns of saying that a clause of words can follow."""
    known = ((p, noun_of(unit.form(p))) for p, tag in enumerate(unit.tags) if tag == "NN")
    return [p for p, noun in known if noun is not None and noun.content]


def _last_telling(unit: Unit, nouns: list[int]) -> int:
    """The last clause with a verb or one of the nouns; -1 where there is none and so nothing can be words."""
    noun = max((s.clause for s in unit.segments for p in nouns if s.first <= p < s.last), default=-1)
    for clause in range(len(unit.clauses) - 1, noun, -1) if may_tell(unit) else ():
        pred = predicate(unit, clause)
        if pred is not None and entry_of(unit, pred) is not None:
            return clause
    return noun


def _relative(unit: Unit, span: Range) -> bool:
    """Whether the subject is a relative pronoun, which goes on behind *und*: *die A lobt und B auffordert, …*."""
    return span[1] == span[0] + 1 and unit.text.tags[span[0]] == "PRELS"


def _within(span: Range, ranges: list[Range]) -> bool:
    return any(start <= span[0] and span[1] <= stop for start, stop in ranges)


def _is_cue_clause(unit: Unit, pred: Predicate) -> bool:
    """A finite clause, an infinitive with *zu* (*beeilten sich, zu erklären, …*), or a perfect that goes on."""
    n = unit.clauses[pred.clause][0]
    first = unit.segments[n].first
    if unit.lows[first] == "anders" and unit.lows[first + 1] == "als":
        return False  # *anders als der Minister behauptet*
    infinitive = unit.segments[n].kind == "infinitive"
    return pred.finite is not None or infinitive or goes_on_with_participle(unit, n)


def _by_verb(unit: Unit, pred: Predicate, subject: Range | None) -> list[SpeechFound]:
    entry = entry_of(unit, pred)
    first = unit.clauses[pred.clause][0]
    head = unit.segments[first]
    behind_quote = (
        (head.kind == "verb_first" or _so_turned(unit, pred))
        and first > 0
        and unit.tags[unit.segments[first - 1].first] == "QUOTE"
    )
    amid = contents.inside(unit, unit.clauses[pred.clause])
    if (behind_quote or amid or _before_quote(unit, pred)) and (
        entry is None or "direct" not in entry.content
    ):
        if behind_quote and pred.lemma == "sein":
            return []  # *„Ich habe fertig“ ist ein geflügeltes Wort*
        entry = ANY
    if entry is None:
        return resolved(unit, pred, subject)
    if pred.lemma == "heißen" and not _with_es(unit, pred):
        return []
    if entry.lemma == "sein" and "bekannt" in entry.name and _negated(unit, pred):
        return []  # *Es ist nicht bekannt, ob jemand verletzt wurde*
    content, place = (amid, "after") if amid else _content(unit, pred, entry, subject)
    if content is not None and content.direct and _clause_of_another(unit, pred, content):
        return []
    if content is not None:
        return _with_content(unit, pred, entry, subject, content, place)
    judges = bool(entry.content - _CLAUSES) or entry.lemma in _JUDGING
    return partial_zones(unit, pred, entry, subject) if entry is not ANY and judges else []


def _with_es(unit: Unit, pred: Predicate) -> bool:
    """Whether *es* stands beside the verb or its auxiliary: *heißt es, hatte es zunächst geheißen*."""
    finite = pred.verb if pred.finite is None else pred.finite
    if unit.segments[unit.clauses[pred.clause][0]].kind == "subordinate":
        return any(unit.lows[p] == "es" for p in clause_positions(unit, pred.clause))
    return any("es" in {unit.lows[p + 1], unit.lows[p - 1]} for p in (pred.verb, finite))


#: verbs that open a condition and not the frame of words: *…, sollten die USA daran festhalten*
_CONDITIONS: Final = {"sollte", "sollten"}
#: what stands as a clause and is no judgement in single words: *ermittelte, dass …*
_CLAUSES: Final = frozenset({"clause", "main", "inf"})
#: verbs of thinking that judge all the same: *hält den Plan für „verfehlt“*
_JUDGING: Final = {"halten", "finden"}


def _before_quote(unit: Unit, pred: Predicate) -> bool:
    """A clause that ends in a colon before a quotation, or says *mit den Worten*."""
    n = unit.clauses[pred.clause][-1] + 1
    if n >= len(unit.segments) or unit.tags[unit.segments[n].first] != "QUOTE":
        return False
    if unit.segments[n - 1].kind in {"subordinate", "infinitive"}:
        return False  # the verb that governs the clause speaks: *glaubt, dass er kommt: „…“*
    return unit.segments[n].before == ":" or "worten" in {
        unit.lows[p] for p in clause_positions(unit, pred.clause)
    }


def _content(unit: Unit, pred: Predicate, entry: Verb, subject: Range | None) -> tuple[Content | None, str]:
    members = unit.clauses[pred.clause]
    head = unit.segments[members[0]]
    turned = head.kind == "verb_first" or _so_turned(unit, pred)
    own = subject is not None and (pred.finite is None or subject[0] > unit.words[pred.finite])
    condition = turned and unit.lows[head.first] in _CONDITIONS
    # *Der Umfang stehe nicht fest, werde aber bald bekanntgegeben, sagte er*: told itself
    done = pred.passive and pred.finite is not None and mood(unit, pred.finite) == "k1"
    says = own or pred.passive or entry.lemma in _NO_SUBJECT
    inverted = turned and not condition and not done and says
    if (
        inverted
        and members[0] > 0
        and not head.coordinated
        and _fronted(unit, members[0])
        and not _dass(unit, members)
        and not adds(unit, pred, members, subject)
    ):
        found = contents.before(unit, members[0], entry.content)
        if found is not None:
            return found, "before"
    last_word = max(pred.words)
    n = next(k for k in members if unit.segments[k].first <= last_word < unit.segments[k].last) + 1
    start = n
    # *gab er nicht bekannt, er verwies auf …*, *kündigte Proteste an, der Rat tagt*: no content in the indicative
    told = agents.object_of(unit, pred, subject) if "noun" in entry.content else None
    full = told is not None and unit.text.tags[told[0]] != "PPER"
    allowed = entry.content - {"main"} if full or _negated(unit, pred) else entry.content
    for _ in range(5):
        named = n < len(unit.segments) and names_teller(unit, n)
        found = None if named else contents.after(unit, n, allowed)
        if found is not None:
            return _with_its_beginning(unit, found, start), "after"
        if n >= len(unit.segments) or not (named or _passable(unit, n)):
            return None, ""
        n += 1
    return None, ""


def _dass(unit: Unit, members: list[int]) -> bool:
    """Whether *dass* right behind the clause opens its words: *Auf den Vorwurf, er lüge, entgegnete sie, dass …*."""
    n = members[-1] + 1
    quoted = unit.tags[unit.segments[members[0] - 1].first] == "QUOTE"
    return not quoted and n < len(unit.segments) and unit.lows[unit.segments[n].first] in {"dass", "daß"}


def names_teller(unit: Unit, n: int) -> bool:
    """Whether the wie-clause at segment ``n`` says who tells it all: *einigten sich, wie das Ministerium mitteilte*."""
    segment = unit.segments[n]
    if unit.lows[segment.first] != "wie" or segment.kind != "subordinate" or segment.clause < 0:
        return False
    pred = predicate(unit, segment.clause)
    if pred is None or pred.finite is None or pred.finite != segment.last - 1:
        return False
    entry = entry_of(unit, pred)
    return entry is not None and "clause" in entry.content and entry.commitment in {"neutral", "factive"}


#: what opens an infinitive clause that goes on behind an apposition: *nicht über den Turm, den höchsten, zu reden*
_OPENS_INFINITIVE: Final = {"APPR", "APPRART", "ADV", "PTKNEG", "PRF"}


def _with_its_beginning(unit: Unit, content: Content, start: int) -> Content:
    """The infinitive with the fragments between its verb of saying and itself that can only be its own."""
    first = unit.segments[content.first]
    opening = unit.segments[start]
    own = opening.kind == "fragment" and unit.tags[opening.first] in _OPENS_INFINITIVE
    return (
        Content(start, content.last)
        if first.kind == "infinitive" and start < content.first and own
        else content
    )


#: what points back at a quotation before the verb
_WITH_THESE: Final = {("mit", "diesen", "worten"), ("mit", "diesem", "satz"), ("mit", "diesen", "sätzen")}


def _so_turned(unit: Unit, pred: Predicate) -> bool:
    """*„…“, so nannte ihn der Trainer*: *so* before the verb points back at the words, but not at a condition.

    So does *mit diesen Worten*.
    """
    n = unit.clauses[pred.clause][0]
    head = unit.segments[n]
    if tuple(unit.lows[head.first : head.first + 3]) in _WITH_THESE and head.finite == head.first + 3:
        return True
    if head.kind != "main" or unit.lows[head.first] != "so" or head.finite != head.first + 1 or n == 0:
        return False
    return unit.segments[0].kind != "verb_first" and unit.lows[unit.segments[0].first] not in {
        "wenn",
        "falls",
    }


def _clause_of_another(unit: Unit, pred: Predicate, content: Content) -> bool:
    """Whether the quotation behind a colon goes with the clause that governs this one: *glaubt, dass er siegt: „…“*."""
    head = unit.segments[unit.clauses[pred.clause][0]]
    subordinate = head.kind == "subordinate" and unit.lows[head.first] in {"dass", "daß", "ob"}
    told = pred.finite is not None and (
        mood(unit, pred.finite) == "k1" or (head.before == "," and mood(unit, pred.finite) == "k2")
    )
    return unit.segments[content.first].before == ":" and (subordinate or told)


#: verbs whose only subject is *es*
_NO_SUBJECT: Final = {"heißen", "verlauten"}


def _fronted(unit: Unit, n: int) -> bool:
    """Whether the words in front of the inverted clause at ``n`` can be what it reports."""
    if unit.tags[unit.segments[n - 1].first] == "QUOTE":
        return True
    if unit.segments[n].before not in {",", "–", "-"}:
        return False
    first = next((m for m in range(n - 1, -1, -1) if unit.segments[m].before in {":", ";", "."}), 0)
    front = unit.segments[first:n]
    if front[0].kind == "verb_first" and len(front) == 1:
        return False  # *Tut er das nicht, müssen sie sich einigen*
    # *Wie Karl Berger, der Leiter, dazu sagte, …*: the verb of the clause itself is no second one
    own = front[0].clause if front[0].kind == "subordinate" else -1
    if any(s.kind in {"main", "verb_first"} and (s.clause != own or own < 0) for s in front):
        return True
    if front[0].kind == "subordinate":
        return unit.lows[front[0].first] in {"dass", "ob"}
    alone = n == 1 and front[0].kind == "fragment" and front[0].clause != unit.segments[n].clause
    return front[0].kind == "infinitive" or alone


def _passable(unit: Unit, n: int) -> bool:
    """Appositions, relative clauses and *ohne zu …* may stand between the verb and its content."""
    segment = unit.segments[n]
    if segment.kind == "fragment":
        quoted = unit.tags[segment.first] == "QUOTE"
        return segment.before == "," and not quoted and not goes_on_with_participle(unit, n)
    if segment.kind == "infinitive":
        return unit.tags[segment.first] == "KOUI"
    return segment.kind == "subordinate" and any(
        unit.tags[p].startswith("PREL") for p in range(segment.first, min(segment.first + 2, segment.last))
    )


def _with_content(
    unit: Unit, pred: Predicate, entry: Verb, subject: Range | None, content: Content, place: str
) -> list[SpeechFound]:
    speaker = speaker_of(unit, pred, subject) if not unsaid(unit, pred, entry) else None
    after = place == "after"
    speech = SpeechFound(
        type="direct" if content.direct else "indirect",
        quote=[unit.range(unit.segments[content.first].first, content_edge(unit, content))],
        speaker=[speaker] if speaker else [],
        cue=cue_ranges(unit, pred, entry, clausal=not content.direct),
        frame=frame_before(unit, pred.clause, content) if after else frame_after(unit, pred.clause),
        addressee=addressee(unit, pred, entry, speaker),
        commitment=entry.commitment,
        rule="source:heisst-es" if pred.lemma == "heißen" else f"verb:{entry.name}",
    )
    if content.direct:
        return _with_cited(unit, pred, subject, [speech, *_more_quotes(unit, content, after, speech)])
    speech.quote = [trim(unit, speech.quote[0])]
    if not after:
        m = resumption(unit, pred.clause)
        if m is not None and unit.tags[unit.segments[m].first] != "QUOTE":
            speech.quote.append(trim(unit, unit.range(unit.segments[m].first, unit.segments[-1].last)))
        return _with_cited(unit, pred, subject, [speech])
    behind = unit.segments[content.last] if content.last < len(unit.segments) else None
    if behind is not None and behind.before == ":" and unit.tags[behind.first] == "QUOTE":
        return [speech, like(speech, unit.range(behind.first, behind.last))]
    return _with_cited(unit, pred, subject, [speech])


#: verbs of settling something, whose negation settles nothing: *haben sich nicht darauf geeinigt, …*
_SETTLING: Final = {
    "einigen", "verständigen", "übereinkommen", "beschließen", "entscheiden", "vereinbaren", "festlegen",
}  # fmt: skip
_NEGATION: Final = {"nicht", "nie", "niemals", "kein", "keine", "keinen", "keinerlei", "keineswegs", "weder"}


def unsaid(unit: Unit, pred: Predicate, entry: Verb) -> bool:
    """Whether the clause says that somebody does not say it: *wollte nicht bestätigen, dass …*; then it is nobody's.

    Thoughts and denials are had all the same: *glaubt nicht, dass …*, *schloss nicht aus, dass …*.
    """
    refused = pred.modal in {"wollen", "können"} and entry.commitment == "neutral"
    if not (entry.commitment == "factive" or refused or entry.lemma in _SETTLING):
        return False
    return _negated(unit, pred)


def _negated(unit: Unit, pred: Predicate) -> bool:
    positions = clause_positions(unit, pred.clause)
    return any(unit.lows[p] in _NEGATION and unit.lows[p + 1] not in {"nur", "allein"} for p in positions)


def _with_cited(
    unit: Unit, pred: Predicate, subject: Range | None, speeches: list[SpeechFound]
) -> list[SpeechFound]:
    """Behind who cites, who is cited: *die Zeitung zitiert den Minister*, *wird in der Zeitung zitiert*."""
    if pred.lemma != "zitieren":
        return speeches
    cited = subject if pred.passive else agents.object_of(unit, pred, subject)
    if cited is None or cited in speeches[0].speaker:
        return speeches
    inner = [replace(s, speaker=[cited], addressee=[], within=s) for s in speeches]
    return [*speeches, *inner] if pred.passive else [*inner, *speeches]


def _more_quotes(unit: Unit, content: Content, after: bool, speech: SpeechFound) -> list[SpeechFound]:
    """Further whole quotations around the same frame: *„…“, sagte er, „…“*; *„…“ „…“*."""
    found: list[SpeechFound] = []
    for n, segment in enumerate(unit.segments):
        if unit.tags[segment.first] != "QUOTE" or content.first <= n < content.last:
            continue
        if (after and n == content.last) or (not after and abs(n - content.first) <= 4):
            found.append(like(speech, unit.range(segment.first, segment.last)))
    return found
