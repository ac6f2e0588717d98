"""Who speaks in a clause of saying: its subject, that of the clause before, or the agent of a passive."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.sentences import agencies
from lagebild.reading.analysis import Range
from lagebild.reading.speech import agents, speakers, subjects
from lagebild.reading.speech.entries import entry_of
from lagebild.reading.speech.predicates import Predicate, goes_on_with_participle, mood
from lagebild.reading.speech.units import Segment, Unit

#: who does it in a passive: *wurde der Minister vom Verband aufgefordert*
_BY: Final = frozenset({"von", "vom"})


def subject_of(unit: Unit, pred: Predicate, shared: Range | None) -> Range | None:
    """The clause's subject; that of the clause before where *und* and the verb follow each other."""
    if pred.finite is None:
        return shared
    head = unit.segments[unit.clauses[pred.clause][0]]
    if head.coordinated and pred.finite == head.first + 1 and shared is not None:
        return shared
    entry = entry_of(unit, pred)
    beside = (entry.content if entry else frozenset()) | (_BY if pred.passive else frozenset())
    found = subjects.subject(unit, pred, speakers.ATTRIBUTES - beside)
    if found is not None and not pred.passive and pred.lemma in _TELLING:
        found = _without_hearer(unit, found, unit.words[pred.finite])
    elif found is not None and not pred.passive and pred.lemma in _REPROACHING:
        found = _without_reproached(unit, pred.finite, found)
    elif (
        found is not None
        and not pred.passive
        and pred.lemma == "zitieren"
        and found[0] > unit.words[pred.finite]
    ):
        found = _without_cited(unit, found)
    if head.kind != "verb_first" or head.before != "," or _first_main(unit, head):
        inside = head.kind == "verb_first" and not _first_main(unit, head)
        if found is not None and inside and not _agrees(unit, pred, found):
            return shared  # *dankten, fordern aber die Nennung*: what follows is the object
        return found
    if found is None or not _agrees(unit, pred, found):
        return shared  # *bestätigten den Vorfall, teilten jedoch mit, …*
    return found


def _first_main(unit: Unit, head: Segment) -> bool:
    """Whether only dependent clauses stand in front: *Während er schweigt, fordert die „Neue Rechte“ …*."""
    before = unit.segments[: unit.segments.index(head)]
    return bool(before) and before[0].kind == "subordinate" and all(s.kind == "subordinate" for s in before)


#: verbs of saying to somebody
_TELLING = {"sagen", "mitteilen", "erklären", "bestätigen", "erzählen", "berichten", "schildern", "verraten"}
#: ends of feminine nouns of papers and agencies, and of those who speak for them
_PAPERS: Final[tuple[str, ...]] = ("zeitung", "agentur", "zeitschrift", "illustrierten", "rundschau")
_OF_PAPERS: Final[tuple[str, ...]] = (
    "reporter", "reporterin", "korrespondent", "korrespondentin", "redakteur", "redakteurin", "journalist", "journalistin",
    "sprecher", "sprecherin", "mitarbeiter", "mitarbeiterin", "chef", "chefin", "herausgeber", "herausgeberin", "fotograf",
    "kommentator", "direktor", "verleger", "autor", "anwalt", "reportern", "redakteure", "journalisten",
)  # fmt: skip


def _without_hearer(unit: Unit, found: Range, verb: int) -> Range:
    """The phrase without the paper that is told: *sagten zwei Rebellen der Agentur AFP*, not *ein Reporter der Agentur*."""
    lows, tags = unit.text.lows, unit.text.tags
    for i in range(found[0] + 1, found[1] - 1):
        if lows[i] == "dem" and tags[i] == "ART" and tags[i - 1] in speakers.NOUNS:
            return found[0], i  # *sagte Karl Berger, der Chef der Bahn dem Blatt*
        if lows[i] != "der" or tags[i] != "ART" or tags[i - 1] != "NN":
            continue
        of_paper = lows[i + 1].endswith(_PAPERS) or (verb < found[0] and _medium(unit, i + 1, found[1]))
        if of_paper and not lows[i - 1].endswith(_OF_PAPERS):
            return found[0], i
        if verb < found[0] and lows[i - 1].endswith("sprecher") and _agency(unit, i + 1, found[1]):
            return found[0], i  # an agency is told, and tells nothing of itself
    return found


def _medium(unit: Unit, first: int, stop: int) -> bool:
    """Whether only a paper, agency or station is named: *der „Bild“*, *der Deutschen Presse-Agentur*."""
    at, tags = unit.text.actor_at, unit.text.tags
    nouns = [i for i in range(first, stop) if tags[i] in speakers.NOUNS]
    return bool(nouns) and all(i in at and at[i].sector == "MED" for i in nouns)


def _agency(unit: Unit, first: int, stop: int) -> bool:
    """Whether a news agency is named."""
    lows = unit.text.lows
    if lows[first].endswith("agentur") or lows[stop - 1].endswith("-agentur"):
        return True
    return stop - first == 1 and _medium(unit, first, stop) and lows[first] in agencies()


#: verbs that never stand without a dative: *wirft ihr vor*
_REPROACHING: Final = {
    "vorwerfen", "vorhalten", "unterstellen", "nachsagen", "androhen", "anlasten", "ankreiden", "bescheinigen",
    "attestieren",
    "absprechen", "zutrauen", "zubilligen",
}  # fmt: skip
_DATIVE: Final = {
    "dem",
    "den",
    "der",
    "einem",
    "einer",
    "diesem",
    "dieser",
    "diesen",
    "seinem",
    "seiner",
    "ihrem",
    "ihrer",
}


def _without_reproached(unit: Unit, fin: int, found: Range) -> Range:
    """The phrase behind the verb without its last *der*, which is the dative where no other one stands in the clause.

    *Am Montag warf der Minister der Opposition vor, …*
    """
    text = unit.text
    tags, verb = text.tags, unit.words[fin]
    lead = unit.segments[next(n for n, s in enumerate(unit.segments) if s.first <= fin < s.last)].first
    between = any(tags[i] in {"PPER", "PRF", "NN", "NE"} for i in range(verb + 1, found[0]))
    fronted = lead < fin and (unit.lows[lead] in _DATIVE or unit.tags[lead] in {"PPER", "NE"})
    behind = found[1] < len(tags) and (tags[found[1]] in {"NE", "PPER"} or text.lows[found[1]] in _DATIVE)
    if found[0] < verb or between or fronted or behind:
        return found
    own = (i for i in range(found[1] - 2, found[0], -1) if text.lows[i] == "der" and tags[i] == "ART")
    at = next(own, None) if tags[found[1] - 1] == "NN" else None
    return (found[0], at) if at is not None and tags[at - 1] in speakers.NOUNS else found


def _without_cited(unit: Unit, found: Range) -> Range:
    """The phrase without the person that is cited: *zitiert die „Morgenpost“ Berger, zitiert die Zeitung Karl Berger*."""
    named = next((z.stop for z in unit.zones if found[0] < z.start and z.stop < found[1]), None)
    at = unit.text.actor_at
    first = next((i for i in range(*found) if unit.text.tags[i] in speakers.NOUNS), found[0])
    persons = (i for i in range(first + 1, found[1]) if i in at and at[i].kind == "person")
    stop = named or next((i for i in persons if at[i] is not at.get(first)), found[1])
    return found[0], stop


def in_content(unit: Unit, pred: Predicate) -> bool:
    """Whether the clause is told: *X sagte, die Armee sei bereit, und ergänzte, …* goes on with X, not the army.

    The Konjunktiv tells it, and quotation marks around the clause.
    """
    if pred.finite is None:
        return not goes_on_with_participle(unit, unit.clauses[pred.clause][0])
    if mood(unit, pred.finite) == "k1":
        return True
    head = unit.segments[unit.clauses[pred.clause][0]]
    if head.kind == "main" and head.before == "," and mood(unit, pred.finite) == "k2":
        return True
    verb = unit.words[pred.finite]
    return any(zone.start < verb < zone.stop for zone in unit.zones)


#: what only a plural (or a feminine) begins with
_OF_MANY: Final = {
    "die", "diese", "ihre", "seine", "alle", "mehrere", "einige", "beide", "viele", "weitere", "zahlreiche", "andere",
    "manche", "wenige", "neue",
}  # fmt: skip


def _agrees(unit: Unit, pred: Predicate, subject: Range) -> bool:
    """Whether the phrase can be the verb's subject by its number."""
    tags = unit.text.tags[subject[0] : subject[1]]
    if pred.finite is None or "NN" not in tags or "KON" in tags:
        return True
    # *mehrere mit dem Fall vertraute Personen*: the noun behind the attribute
    attribute = tags[1:2] in (["APPR"], ["APPRART"]) and "ADJA" in tags
    at = tags.index("NN", tags.index("ADJA") if attribute and "NN" in tags[tags.index("ADJA") :] else 0)
    if (at and tags[at - 1] == "NE") or tags[at + 1 : at + 2] == ["NN"]:
        return True  # *die Berger Kreuzfahrten GmbH*
    noun = unit.text.morph(subject[0] + at)
    if "Number=Plur" in unit.morph(pred.finite):
        return "Number=Sing" not in noun
    first = unit.text.lows[subject[0]]
    many = first in _OF_MANY or (
        tags[0] == "ADJA" and first.endswith("e")
    )  # *verlangt aber harte Einschnitte*
    return "Number=Plur" not in noun or not many


def speaker_of(unit: Unit, pred: Predicate, subject: Range | None) -> Range | None:
    """The subject, or in a passive and behind *es* the phrase that names who says it."""
    lows = unit.text.lows
    if pred.lemma == "zitieren":
        return (agents.citing(unit, pred, subject) if pred.passive else None) or subject
    if pred.lemma in _STANDING and _words(unit, pred, subject):
        return agents.place(unit, pred, subject) or subject
    entry = entry_of(unit, pred)
    own = entry.content if entry else frozenset()
    if pred.passive or agents.impersonal(unit, pred):
        return agents.document_before(unit, pred) or agents.agent(unit, pred, subject, own=own)
    if subject is None and pred.finite is not None and pred.lemma not in _MOVING:
        return _it(unit, pred.finite)
    nobody = subject is not None and subject[1] == subject[0] + 1 and lows[subject[0]] in {"es", "man"}
    thought = subject is not None and lows[subject[1] - 1] in {"rede", "meinung", "ansicht", "auffassung"}
    if nobody or thought:
        return agents.agent(unit, pred, own=own)
    return agents.document_of(unit, subject) or subject


#: verbs of words that are written somewhere: *Im Entwurf steht der Satz: „…“*
_STANDING: Final = {"stehen", "prangen", "finden"}
#: verbs of feeling with the words as their subject: *es freut ihn, dass …*
_MOVING: Final = {
    "sein",
    "freuen",
    "wundern",
    "ärgern",
    "empören",
    "sorgen",
    "erinnern",
    "zeigen",
    "herausstellen",
    "ergeben",
}


def _it(unit: Unit, fin: int) -> Range | None:
    """*Es* right before or behind the verb, where nothing else is the subject: *Das Gericht tagte. Es stellte fest, …*."""
    at = next((p for p in (fin - 1, fin + 1) if unit.lows[p] == "es"), None)
    return (unit.words[at], unit.words[at] + 1) if at is not None else None


def _words(unit: Unit, pred: Predicate, subject: Range | None) -> bool:
    """Whether the subject are words that are written somewhere, and nobody: *dort steht, findet sich der Satz: „…“*."""
    if subject is None or pred.passive or (pred.lemma == "finden" and pred.reflexive is None):
        return False
    text = unit.text
    return not any(text.tags[i] in {"NE", "PPER"} or i in text.actor_at for i in range(*subject))
