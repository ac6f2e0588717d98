"""What a nicht or kein denies: the event, or something smaller."""

import pytest

from tests.reading.certainty.marked import judged


@pytest.mark.parametrize(
    ("example", "value"),
    [
        ("Das Land [liefert] Panzer, aber keine Gewehre.", "CT+"),
        ("Das Land hat Panzer, jedoch keine Gewehre [geliefert].", "CT+"),
        ("Das Land ist groß, aber keine Armee [griff] es an.", "CT-"),
        ("Das Land [liefert] keine Gewehre, aber Helme.", "CT-"),
        ("Das Land [liefert] nicht mehr als 14 Panzer.", "CT+"),
        ("Das Land [liefert] nicht mehr.", "CT-"),
        ("Nicht alle Staaten haben den Vertrag [unterzeichnet].", "CT+"),
        ("Nicht einmal Polen hat den Vertrag [unterzeichnet].", "CT-"),
        # what is only compared with, and a name in marks
        ("Russland [griff] das Land so heftig an wie noch nie.", "CT+"),
        ("Russland hat das Land noch nie so heftig [angegriffen].", "CT-"),
        ("Die Gruppe „Nicht in unserem Namen“ [kritisierte] Russland.", "CT+"),
        ("Die Gruppe „Für immer“ [kritisierte] Russland nicht.", "CT-"),
        # by what it is done
        ("Das Land reagierte nicht mit [Sanktionen].", "CT-"),
        ("Das Land wird nicht mit [Gewalt] vorgehen.", "PR-"),
        ("Das Land reagierte mit [Sanktionen].", "CT+"),
        ("Die Reise hat nichts mit [Sanktionen] zu tun.", "CT+"),
        ("Der Minister sparte nicht mit [Kritik].", "CT+"),
        # of the plan, not of the noun that names it
        ("Das Land hat nicht die Absicht, Truppen zu [entsenden].", "PR-"),
        ("Das Land hat die Absicht, Truppen zu [entsenden].", "PR+"),
    ],
)
def test_what_is_denied(nlp, example, value):
    event, _ = judged(nlp, example)
    assert event.factuality == value
