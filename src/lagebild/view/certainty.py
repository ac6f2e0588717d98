"""How certainty looks: a sign, a colour and a word for each value, so that no reader depends on colour.

Colours are those of Okabe and Ito (2008, "Color Universal Design"), darkened where needed
to keep a contrast of 4.5 to 1 on white (WCAG 2.2, success criterion 1.4.3).
"""

from __future__ import annotations

from dataclasses import dataclass

from lagebild.record import Language, Statement
from lagebild.view.words import words


@dataclass(frozen=True)
class Look:
    """Sign, name (of its style), colour on white (``ink``) and behind text (``paper``), terminal style."""

    sign: str
    name: str
    ink: str
    paper: str
    style: str


LOOKS: dict[str, Look] = {
    "CT+": Look("●", "fact", "#005a8c", "#dcecf7", "bold blue"),
    "PR+": Look("◕", "probable", "#00694e", "#d9f1e8", "green"),
    "PS+": Look("◑", "possible", "#7a5200", "#fbeccb", "yellow"),
    "Uu": Look("○", "open", "#555555", "#ececec", "dim"),
    "PS-": Look("◌", "possibly-not", "#8a3b6b", "#f6e2ee", "magenta"),
    "PR-": Look("⊖", "probably-not", "#8a3b6b", "#f6e2ee", "magenta"),
    "CT-": Look("✕", "denied", "#a33c00", "#fbe1d3", "bold red"),
}

#: A claim: somebody else vouches, the paper does not.
CLAIM = "❝"


def look(statement: Statement) -> Look:
    """The look of a statement's factuality."""
    return LOOKS[statement.factuality]


def verdict(statement: Statement, language: Language = "en") -> str:
    """One line for a reader: how sure, and in whose mouth (``fact ❝ Interfax``)."""
    says = words(language)
    word = f"{look(statement).sign} {says[statement.factuality]}"
    if not statement.attribution:
        return word
    chain = " → ".join(says["unnamed"] if a.name == "?" else a.name for a in statement.attribution)
    return f"{word} {CLAIM} {chain}"
