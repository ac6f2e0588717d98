"""Sides that stand in another clause: what is demanded, the condition of a threat, a protest told twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

FOUND = [
    ("Norwegen verlangte, dass die Türkei die Grenze öffnet.", "REQUEST verlangte: NOR > TUR"),
    ("Die NATO wiederholte ihre Forderung, Serbien müsse die Grenze öffnen.", "REQUEST Forderung: Nato > SRB"),
    ("Norwegen forderte eine Waffenruhe mit Serbien.", "REQUEST forderte: NOR > SRB"),
    ("Norwegen warnte Kiew vor einem russischen Angriff.", "ASSAULT Angriff: RUS > UKR"),
    ("Norwegen warnte Russland vor einem Angriff.", "ASSAULT Angriff: RUS > NOR"),
    ("Ankara drohte mit Vergeltung, falls Athen die Insel besetzt.", "THREATEN drohte: TUR > GRC"),
    ("Ankara drohte, den Hafen zu sperren, falls Athen die Insel besetzt.", "THREATEN drohte: TUR > GRC"),
    ("Falls Athen die Insel besetzt, werde man den Hafen sperren, drohte Ankara.", "THREATEN drohte: TUR > GRC"),
    ("Studenten blockierten in Lima Straßen, um gegen Chile zu protestieren.", "PROTEST blockierten: PER > CHL"),
    ("Häftlinge in Lima traten aus Protest gegen Chile in den Hungerstreik.", "PROTEST Hungerstreik: PER > CHL"),
    ("Studenten streikten in Lima, um von Chile Reformen zu fordern.", "PROTEST streikten: PER > CHL"),
    ("Norwegen verurteilte die Tötung der Geiseln durch Israel.", "ACCUSE verurteilte: NOR > ISR"),
    ("Norwegen kritisierte, der Iran verweigere den Zugang.", "ACCUSE kritisierte: NOR > IRN"),
    ("Norwegen will Raketen kaufen und an Polen weitergeben.", "AID weitergeben: NOR > POL"),
    ("Norwegen warf Serbien vor, gegen Auflagen zu verstoßen, denen es zugestimmt habe.", "AGREE zugestimmt: SRB > -"),
    ("Der Iran überließ Syrien Raketen. Die Lieferung erfolgte im Mai.", "AID Lieferung: IRN > SYR"),
    ("Norwegen hatte Taiwan im Mai Militärhilfe zugesagt.", "AGREE zugesagt: NOR > TWN"),
    ("Polens Außenminister Jan Nowak traf den Kongolesen Ali Demir und sagte ihm Waffen zu.", "AGREE sagte zu: POL > COD"),
    ("Polens Außenminister Jan Nowak traf seinen ugandischen Kollegen Ali Demir.", "CONSULT traf: POL UGA > -"),
    ("Polen lehnt den von Norwegen vorgelegten Fahrplan ab.", "REJECT lehnt ab: POL > NOR"),
    # What one is tried for, one is said to have done.
    ("In Peru steht Jan Nowak vor Gericht. Der Prozess gegen Nowak begann in Lima. Nowak wurde wegen Mordes angeklagt. "
     "In Lima waren 300 Bewohner umgebracht worden.", "ASSAULT umgebracht: PER > PER"),
]  # fmt: skip

NOT_FOUND = [
    # The passive does not say who shall do it, a place no deed, and people are not those who hold them.
    ("Norwegen verlangte, die Lieferungen an Polen zu stoppen.", "SANCTION stoppen: NOR > POL"),
    (
        "In Peru steht Jan Nowak vor Gericht. In Lima waren 300 Bewohner umgebracht worden.",
        "ASSAULT umgebracht: PER > PER",
    ),
    ("Norwegen verlangte, dass die Türkei entschädigt wird.", "REQUEST verlangte: NOR > TUR"),
    ("Ankara drohte mit Vergeltung, während Athen die Insel besetzte.", "THREATEN drohte: TUR > GRC"),
    ("Polen verurteilte die von Norwegen festgenommenen Spione.", "ACCUSE verurteilte: POL > NOR"),
]


@pytest.mark.parametrize(("text", "event"), FOUND)
def test_other_clauses_tell_the_side(events_of: Callable[[str], list[str]], text: str, event: str) -> None:
    assert event in events_of(text)


@pytest.mark.parametrize(("text", "event"), NOT_FOUND)
def test_other_clauses_that_tell_no_side(
    events_of: Callable[[str], list[str]], text: str, event: str
) -> None:
    found = events_of(text)
    assert any(line.startswith(event.split(":")[0]) for line in found)
    assert event not in found


def test_who_agrees_to_a_proposal_has_not_made_it(events_of: Callable[[str], list[str]]) -> None:
    assert events_of("Togo hat dem Vorschlag zugestimmt.") == ["AGREE zugestimmt: TGO > -"]
