"""How a noun or clause hangs on its verb, by the names that verbs.tsv has for it."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token

#: Verbs whose *auf* has the dative of what they are about.
_INSISTING: Final = frozenset(["bestehen", "beharren", "beruhen", "basieren", "fußen"])


def content_frames(marker: str, finite: bool, bare: bool) -> list[str]:
    """How a clause hangs on its verb, most telling first: an infinitive without *zu*, a sentence without *dass*."""
    if not finite:
        return ["inf", "zu"] if bare else ["zu"]
    return {"ob": ["ob", "dass"], "": ["v2", "dass"]}.get(marker, ["dass"])


def _behind_participle(noun: Token, clause: Clause) -> bool:
    """Whether the noun is what a participle in front is said of, though the parser has it otherwise: *geplant ist ein
    Streik*."""
    finite, word = clause.finite, clause.predicate
    if finite is None or clause.subject is not None or word.tag_ != "VVPP" or word.i + 1 != finite.i:
        return False
    return noun.i > finite.i and noun.dep_ in ("root", "parataxis", "conj", "nsubj", "nsubj:pass")


def _is_object(noun: Token, clause: Clause) -> bool:
    """Whether the noun was read as subject, but a name behind the verb may be: *Das Treffen sagte Trump ab*, not *Der Streit
    belastet Trump*."""
    finite, name = clause.finite, clause.objects[0]
    if (
        finite is None
        or finite.morph.get("Number", []) != ["Sing"]
        or name.tag_ != "NE"
        or name.i != finite.i + 1
    ):
        return False
    masculine = noun.morph.get("Gender", []) == ["Masc"] or noun.morph.get("Number", []) == ["Plur"]
    return noun.i < finite.i and not (masculine and any(child.tag_ == "ART" for child in noun.lefts))


def frames_of(noun: Token, clause: Clause | None, prep: str | None) -> list[str]:
    """How a noun hangs on the clause, most telling first."""
    if prep is not None:
        # *haben sich auf einem Treffen nicht geeinigt*: not on the meeting
        insists = clause is not None and clause.lemma in _INSISTING
        return [] if prep == "auf" and not insists and noun_phrases.stands_on(noun) else [prep]
    if clause is None:
        return []
    if noun == clause.predicate:
        return ["pred"]
    passive = clause.voice in ("passive", "stative")
    if clause.understood_subject is not None and noun == clause.understood_subject:
        # Without an object the parser may have taken it for the subject: eine Kooperation in Aussicht stellen.
        subject = bool(clause.objects) and not _is_object(noun, clause)
        return ["obj", "subj"] if passive else ["subj"] if subject else ["subj", "obj"]
    if noun.dep_ == "nsubj:pass":
        return ["obj", "subj"]
    if noun in clause.objects or noun.dep_ in ("obj", "iobj", "obl:arg"):
        case = noun.morph.get("Case", [""])[0]
        return ["dat", "obj"] if case in ("Dat", "Gen") or noun.dep_ == "iobj" else ["obj", "dat"]
    if _behind_participle(noun, clause):
        return ["obj", "subj"]
    if noun.dep_ in ("nsubj", "csubj"):
        return ["obj", "subj"] if passive else ["subj"]
    return []
