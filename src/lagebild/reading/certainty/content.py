"""An event that is the content of another (asked, offered, threatened, refused, alleged), where no
listed word decides: the type of the governing event does."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.analysis import EventFound
from lagebild.reading.certainty.judgement import Holder, Judgement
from lagebild.reading.certainty.values import combine, negate, negative
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
    if context.value == "Uu" and not vouched:
        value = "Uu"
    if value == "PS+" and negative(made.value):
        # Asked not to do something: the nicht is in the wish, the event is what is possible.
        made.value = negate(made.value)
    made.value = combine(value, made.value)
    if value == "PS+" and made.tense in (None, "present"):
        made.tense = "future"
    made.adopt(context)
    if vouched:
        made.holders.insert(0, Holder(word, above.clause))
    made.because("content-of-event", word)
