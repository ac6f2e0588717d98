"""Whose plan it is: who speaks for or against a document speaks to whoever the article said has made it, and what a
document says its maker says.

*Die Kommission legte einen Plan vor. Polen lehnt den Plan ab*: the refusal is to the Commission. *Die Resolution, die
das Parlament verabschiedete, verurteilt Mali*: the Parliament does.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, Words
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.attributes import noun_slots
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import others
from lagebild.reading.events.matching import definite
from lagebild.reading.events.sides import Places, actors_of
from lagebild.reading.events.words import in_class, lemma

#: Types of what is said of a document.
_OF_DOCUMENTS: Final = frozenset(["ACCUSE", "REJECT", "SUPPORT", "PROTEST"])
#: Classes of documents that have a maker, and of those that go by several names.
_DOCUMENTS: Final[tuple[str, ...]] = ("law", "proposal", "resolution", "decision", "document")
#: Classes of texts that speak, and types of what they say.
_TEXTS: Final = (*_DOCUMENTS, "report", "message")
_SAID: Final = frozenset(["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN"])
_SLOTS: Final[tuple[str, ...]] = ("acc", "dat", "gegen", "über", "an", "mit", "subj")
#: Verbs of making a document or of putting it forward.
_MAKING: Final = frozenset(
    ["vorlegen", "vorstellen", "präsentieren", "vorschlagen", "beschließen", "verabschieden", "einbringen", "erlassen",
     "ausarbeiten", "erarbeiten", "planen", "verkünden", "unterbreiten", "entwerfen", "veröffentlichen", "unterzeichnen"]
)  # fmt: skip


def of_their_makers(drafts: list[Draft], places: Places) -> None:
    """Give words for or against a document without an owner its maker as target."""
    wanting = [d for d in drafts if _wants(d)]
    saying = [(d, text) for d in drafts if (text := _text_that_says(d)) is not None]
    made = _made(places.doc, places) if wanting or saying else []
    for draft, text in saying if made else ():
        new = others(_maker(text, made), draft.sides.target)
        if new:
            draft.sides.source.extend(new)
            draft.note("sides:maker-of-the-text", text)
    for draft in wanting if made else ():
        maker = next((m for head in _heads(draft) if (m := _maker(head, made))), [])
        new = others(maker, draft.sides.source)
        if new and len(new) == len(maker):
            draft.sides.target.extend(new)
            draft.note("sides:maker-of-it", draft.token)


def _wants(draft: Draft) -> bool:
    sides = draft.sides
    return draft.predicate.type in _OF_DOCUMENTS and not sides.target and not sides.mutual


def _text_that_says(draft: Draft) -> Token | None:
    """The definite text without an owner that is the subject of words without a speaker."""
    sides = draft.sides
    if draft.nominal or draft.predicate.type not in _SAID or sides.source or sides.mutual:
        return None
    texts = [h for h in draft.slots.get("subj") if h.tag_ == "NN" and in_class(h, *_TEXTS)]
    return next((h for h in texts if definite(h) and not _owned(h)), None)


def _heads(draft: Draft) -> list[Token]:
    """The definite documents of which the words speak; of a verb's subject only where it has no object of its own."""
    found = [head for slot in _SLOTS[:-1] for head in draft.slots.get(slot)]
    of_subject = any(name.startswith("subj") for name in draft.predicate.frame.target)
    if of_subject or (not draft.sides.source and draft.predicate.fixed):
        found += draft.slots.get("subj")  # *der Vorschlag stößt auf Kritik*
    return [h for h in found if h.tag_ == "NN" and in_class(h, *_DOCUMENTS) and definite(h) and not _owned(h)]


def _owned(noun: Token) -> bool:
    slots = noun_slots(noun)
    return bool(slots.get("gen") or slots.get("adj"))


def _made(doc: Words, places: Places) -> list[tuple[int, str, list[ActorFound]]]:
    """The documents of the article whose maker it tells: token, lemma and makers in text order."""
    found: list[tuple[int, str, list[ActorFound]]] = []
    for clause in doc._.clauses:
        if clause.lemma not in _MAKING:
            continue
        slots = places.slots_of(clause)
        makers = actors_of(slots, "subj", places)
        for head in slots.get("acc") if makers else ():
            if head.tag_ == "NN" and in_class(head, *_TEXTS):
                found.append((head.i, lemma(head), makers))
    for token in doc:
        if token.tag_ != "NN" or not in_class(token, *_TEXTS):
            continue
        slots = noun_slots(token)
        for name in ("gen", "adj"):
            makers = actors_of(slots, name, places) if slots.get(name) else []
            if makers:
                found.append((token.i, lemma(token), makers))
                break
    return sorted(found, key=_place)


def _place(told: tuple[int, str, list[ActorFound]]) -> int:
    return told[0]


def _maker(noun: Token, made: list[tuple[int, str, list[ActorFound]]]) -> list[ActorFound]:
    """Who made the document told last before under the same name, else the maker of all of the article."""
    same = [makers for at, name, makers in made if at <= noun.i and name == lemma(noun)]
    if same:
        return same[-1]
    before = [makers for at, _, makers in made if at < noun.i]
    names = {tuple(id(a) for a in makers) for makers in before}
    return before[-1] if len(names) == 1 else []
