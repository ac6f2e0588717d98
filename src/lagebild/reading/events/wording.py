"""Attacks with words, *griff sie in einer Rede an*, and what somebody or something is called: *nannte ihn feige*."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events.slots import Slots
from lagebild.reading.events.words import in_class

#: Slots in which the words of an attack or their occasion stand.
_OCCASIONS: Final[tuple[str, ...]] = ("mit", "in", "auf", "bei", "über", "wegen", "für")
_RANKS: Final[tuple[str, ...]] = ("Erst", "Zweit", "Letzt")
#: Verbs that call without *als* or *für*.
_NAMING: Final = frozenset(["nennen", "heißen", "schelten", "schimpfen", "finden"])
_JUDGING: Final = frozenset(["ADJD", "ADJA", "NN", "VVPP"])
_DEFINITE: Final = frozenset(
    ["den", "das", "die", "dies", "diesen", "diese", "dieses", "seinen", "ihren", "seine", "ihre"]
)
#: How many words a judgement may have behind *als*.
_JUDGEMENT: Final = 7
#: Class of words whose adjectives damn whatever noun they stand before.
_DAMNING: Final[tuple[str, ...]] = ("condemned",)
#: Right before a word of praise these turn it round.
_NOT: Final = frozenset(["nicht", "kaum", "wenig", "keineswegs"])
_ARMED: Final[tuple[str, ...]] = ("arms", "troops", "fighter", "bomb", "missile", "plane")


def verbal(clause: Clause, slots: Slots) -> bool:
    """Whether the attack that the clause tells is one with words.

    Its words follow behind a colon, an *als*-phrase says what the other is called, a phrase names a
    speech or wording, or one person attacks another without arms.
    """
    if any(in_class(head, *_ARMED) for head in slots.get("mit")):
        return False
    if any(in_class(head, "wording") for slot in _OCCASIONS for head in slots.get(slot)):
        return True
    return _quoted(clause) or _called(clause) or _between_persons(slots)


def _quoted(clause: Clause) -> bool:
    doc = clause.predicate.doc
    verb = clause.predicate if clause.prefix is None else clause.prefix
    after = next((t for t in doc.tokens[verb.i + 1 : sentence(verb).stop] if t.is_punct), None)
    return after is not None and after.text == ":"


def _called(clause: Clause) -> bool:
    """An *als*-phrase with an article or adjective: *als Gefahr* may be, *als Erste* says who was first."""
    doc = clause.predicate.doc
    for i in clause.tokens:
        if doc[i].lower_ == "als" and doc[i].tag_ == "KOKOM":
            head = doc[i].head
            return head.pos_ == "NOUN" and head.i > i and not head.text.startswith(_RANKS)
    return False


def _between_persons(slots: Slots) -> bool:
    at = slots.doc._.actor_at
    sides = [next((at[t.i] for t in slots.get(slot) if t.i in at), None) for slot in ("subj", "acc")]
    return all(actor is not None and actor.kind == "person" and actor.country for actor in sides)


def called(clause: Clause, classes: tuple[str, ...]) -> Token | None:
    """The word of these classes by which the clause calls somebody or something.

    Behind *als* or *für* up to the first noun or adverb (*als beschämenden Kuhhandel*, *für illegal*), past one that only
    says that it is a case of it (*als Akt der Barbarei*), with *nennen*
    anywhere: *nannte den Angriff feige*; behind *von* with *sprechen*, where an adjective may damn whatever noun:
    *sprach von einem unerträglichen Vorgang*.
    """
    doc, tags = clause.predicate.doc, clause.predicate.doc.tags
    if clause.lemma in _NAMING:
        apart = [
            child.i for child in clause.predicate.children if child.dep_ == "xcomp"
        ]  # *nannte ihn gerechtfertigt*
        judging = (doc[i] for i in (*clause.tokens, *apart) if tags[i] in _JUDGING and not _aside(doc[i]))
        found = next((token for token in judging if _judges(clause, token, classes)), None)
        return found if found is not None else _only_object(clause, classes)
    # The parser may take *als politisch motiviert* for a clause of its own.
    for i in range(min(clause.tokens, default=0), max(clause.tokens, default=-1) + 1):
        if _calls(doc[i], clause.lemma):
            for token in doc.tokens[i + 1 : min(sentence(clause.predicate).stop, i + 1 + _JUDGEMENT)]:
                damning = token.tag_ == "ADJA" and clause.lemma == "sprechen" and "reproach" in classes
                if _judges(clause, token, (*classes, *_DAMNING) if damning else classes):
                    return token
                if (token.tag_ in ("NN", "NE") and not in_class(token, "instance")) or token.tag_[:1] == "V":
                    break
    return None


def _only_object(clause: Clause, classes: tuple[str, ...]) -> Token | None:
    """The judgement that *das* was taken for the article of: *nannte das Banditentum*."""
    judged = clause.objects[0] if len(clause.objects) == 1 else None
    if judged is None or judged.i == 0 or judged.nbor(-1).lower_ != "das":
        return None
    return judged if judged.i > clause.predicate.i and _judges(clause, judged, classes) else None


def _calls(token: Token, verb: str) -> bool:
    """Whether what somebody is called follows the word: *als*, *für*, beside *sprechen* *von*."""
    if verb == "sprechen":
        return token.lower_ in ("von", "vom") and token.tag_ in ("APPR", "APPRART")
    if token.lower_ == "als":
        return token.tag_ in ("KOKOM", "APPR")
    return token.lower_ == "für" and token.tag_ == "APPR"


def _aside(token: Token) -> bool:
    """Whether the word is no judgement: in a phrase with a preposition (*nannte ihn eine Hilfe gegen das korrupte
    Regime*), or the one judged (*nannte den Angriff notwendig*)."""
    noun = token.head if token.tag_ == "ADJA" else token
    if noun.pos_ != "NOUN":
        return False
    judged = token.tag_ == "NN" and any(child.lower_ in _DEFINITE for child in token.children)
    return judged or noun_phrases.preposition(noun) is not None


def _judges(clause: Clause, token: Token, classes: tuple[str, ...]) -> bool:
    """Whether the word is one of the classes; praise that is turned round damns: *nicht gerechtfertigt*, *illegitim*.

    Not where the word negates the whole clause, which then is praise that nobody gave.
    """
    if token.lower_.startswith("un") and "praised" in classes:
        return False  # *ungerechtfertigt*
    before = token.nbor(-1) if token.i > 0 else None
    if before is not None and before.lower_ in _NOT and in_class(token, "praised"):
        whole = any(word.i == before.i for word in clause.negation)
        return in_class(token, *classes) if whole else not set(_DAMNING).isdisjoint(classes)
    if "praised" in classes and in_class(token, *_DAMNING):
        return False
    return in_class(token, *classes)
