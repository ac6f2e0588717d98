"""An event that is the content of another (asked, offered, threatened, refused, alleged), where no
listed word decides: the type of the governing event does."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.analysis import EventFound
from lagebild.reading.certainty import governing
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.phrases import definite
from lagebild.reading.certainty.scene import preposition
from lagebild.reading.certainty.values import combine, negate, negative
from lagebild.reading.certainty.words import words
from lagebild.reading.events.lists import states_or_bodies
from lagebild.record import Factuality

#: what an act makes of its content, and whether the actor vouches for it
_GIVES: Final[dict[str, tuple[Factuality, bool]]] = {
    "AGREE": ("PS+", True),
    "REQUEST": ("PS+", True),
    "THREATEN": ("PS+", True),
    "ACCUSE": ("CT+", True),
    "CONSULT": ("PS+", False),
    "REJECT": ("CT-", False),
}
#: Types of measures and protests, which who turns them down need not have planned.
_MEASURES: Final = frozenset(["COERCE", "PROTEST", "SANCTION", "ASSAULT"])
#: Types of what one does without another: refused, they do not happen.
_OWN_DEEDS: Final = frozenset(["RETREAT", "CONCEDE", "AID", "MOBILIZE"])


def _claims(event: EventFound) -> bool:
    """Whether it is a whole sentence in the Konjunktiv, which under a word of defending oneself says what is so: *Man
    habe nichts geliefert, rechtfertigte er sich*."""
    clause = event.clause
    if event.nominal or clause is None or clause.finite is None or clause.marker is not None:
        return False
    return clause.mood in ("konjunktiv1", "konjunktiv2")


def under_event(
    made: Judgement, event: EventFound, above: EventFound, context: Judgement, word: Token
) -> None:
    """Put the content `event` under `above`, whose trigger is `word` and whose judgement is `context`."""
    if above.type not in _GIVES or (above.type == "AGREE" and event.type == "REQUEST" and event.nominal):
        return  # whoever takes up an invitation was invited
    value, vouched = _GIVES[above.type]
    if above.type == "REJECT":
        vouched = above.mode == "deny"
        if vouched and _claims(event):
            value = "CT+"
        elif negative(context.value):
            value = "PS+"
        elif event.nominal and not vouched:
            # A proposal of others that is turned down stays possible.
            value = "PS+"
    if above.type == "AGREE" and negative(context.value):
        value = "PR+" if negative(made.value) else "PR-"  # *sagte keine Hilfe zu*
    if context.value == "Uu" and not vouched:
        value = "Uu"
    if value == "PS+" and negative(made.value):
        # Asked not to do something: the nicht is in the wish, the event is what is possible.
        made.value = negate(made.value)
    made.value = combine(value, made.value)
    if value[:2] in ("PS", "PR") and made.tense in (None, "present"):
        made.tense = "future"
    made.adopt(context)
    if vouched:
        made.holders.insert(0, Holder(word, above.clause))
    made.because("content-of-event", word)


def taken_for_granted(noun: Token, above: EventFound) -> bool:
    """Whether a preposition shows that the noun is no content: *rief nach dem Angriff zu Spenden auf*."""
    found = preposition(noun)
    gives = words().prepositions.get(found[0], ("", ""))[0] if found else ""
    if found is None or gives != "presupposed" or found[0] in ("gegen", "durch"):
        return False
    of_clause = noun.head.pos_ not in ("NOUN", "PROPN")
    return of_clause and not (above.type == "ACCUSE" and found[0] in ("wegen", "aufgrund", "angesichts"))


def answered(event: EventFound, above: EventFound, head: Token) -> bool:
    """Whether a suit, demand, threat or promise is turned down or broken, which was made for all that: *wies die Klage
    ab*, *hielt das Versprechen nicht ein*."""
    if not event.nominal or above.type != "REJECT":
        return False
    return event.type in ("ACCUSE", "REQUEST", "THREATEN") or (
        event.type == "AGREE" and definite(head) and governing.is_said(head)
    )


def own_deed_refused(event: EventFound, above: EventFound) -> bool:
    """Whether somebody turns down what he himself would do: *lehnt einen Rücktritt ab*."""
    doers = states_or_bodies(event.source)
    return (
        _turned_down(event, above, _OWN_DEEDS) and len(doers) == 1 and doers == states_or_bodies(above.source)
    )


def for_others(event: EventFound, above: EventFound) -> bool:
    """Whether somebody turns down what is for others to do: *auch die Partei lehnt einen Streik ab*."""
    apart = states_or_bodies(event.source).isdisjoint(states_or_bodies(above.source))
    return _turned_down(event, above, _MEASURES) and apart


def prevents(above: EventFound) -> bool:
    """Whether who says no sees to it that it does not come about: *verhinderte neue Sanktionen*."""
    verb = governing.of_verb(above.clause, ["obj"]) if above.clause is not None else None
    return verb is not None and verb.kind == "implicative"


def _turned_down(event: EventFound, above: EventFound, types: frozenset[str]) -> bool:
    """Whether a noun for a deed of these types is what somebody refuses, not what he denies."""
    return above.type == "REJECT" and above.mode != "deny" and event.type in types and event.nominal


def reached(made: Judgement, above: EventFound) -> bool:
    """Whether the governing event's word is already in the value, or a noun beside it says whose words it is: *wies
    den Appell ab, Truppen zu entsenden*."""
    if above.type == "REJECT" and any(holder.word.tag_ == "NN" for holder in made.holders):
        return True
    by_verb = above.clause is not None and not above.nominal and above.clause.predicate.i in made.cues
    return by_verb or any(start <= i < end for start, end in above.trigger for i in made.cues)
