"""Who was asked, as the answer tells, and whom an answer without an object answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # who turns it down was asked
    ("Kenia verlangte eine Entschuldigung. Uganda lehnte das ab.", "REQUEST verlangte: KEN > UGA"),
    ("Kenia bat um Landerechte. Uganda wies die Bitte zurück.", "REQUEST bat: KEN > UGA"),
    (
        "Kenia bot einen Motor aus eigenem Bau an. Die ugandische Marine lehnte ab.",
        "REJECT lehnte ab: UGA > KEN",
    ),
    # *das* is so too where the tagger takes it for an article
    (
        "Das Ministerium in Nairobi verlangt, eigene Ermittler an den Ort zu lassen. Kampala lehnte das am Samstag ab.",
        "REJECT lehnte ab: UGA > KEN",
    ),
    # the same thing by its name
    (
        "Kenia verlangte von Uganda eine Entschuldigung. Es regnete. Eine solche Entschuldigung lehnte Uganda ab.",
        "REJECT lehnte ab: UGA > KEN",
    ),
    ("Kenia schlug einen Gipfel vor, was Uganda ablehnte.", "REJECT ablehnte: UGA > KEN"),
]
QUIET = [
    # what one refuses to do nobody need have asked for
    ("Kenia bat Peru um Geld. Uganda lehnte es ab, Soldaten zu schicken.", "REJECT lehnte ab: UGA > KEN"),
    # whom one asks stays whom one asks
    ("Kenia forderte Peru zur Hilfe auf. Uganda lehnte das ab.", "REQUEST forderte auf: KEN > UGA"),
]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_answers_tell_who_was_asked(text: str, event: str, events_of: Callable[[str], list[str]]) -> None:
    assert event in events_of(text)


@pytest.mark.parametrize(("text", "event"), QUIET)
def test_nobody_is_guessed_to_have_been_asked(
    text: str, event: str, events_of: Callable[[str], list[str]]
) -> None:
    assert event not in events_of(text)
