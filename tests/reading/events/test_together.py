"""Who acts beside the subject, who led talks, and what moved somebody; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    (
        "Polen hat zusammen mit Litauen die Grenze zu Belarus geschlossen.",
        "COERCE geschlossen: LTU POL > BLR",
    ),
    ("Frankreich verurteilte gemeinsam mit Spanien den Iran.", "ACCUSE verurteilte: ESP FRA > IRN"),
    ("Die Verhandlungen, die der Iran mit den USA führt, stocken.", "CONSULT Verhandlungen: IRN USA > -"),
    (
        "In einem Telefonat hat Joe Biden den Kremlchef Wladimir Putin gewarnt.",
        "CONSULT Telefonat: RUS USA > -",
    ),
    (
        "Aus Protest gegen Russland trat der polnische Minister in Genf zurück.",
        "PROTEST Protest: POL > RUS",
    ),
    ("Die an dem Anschlag in London beteiligten Kämpfer der Hamas flohen.", "ASSAULT Anschlag: PSE > -"),
    (
        "Eine auf Sabotage und Mordanschläge spezialisierte Einheit Russlands ist aktiv.",
        "ASSAULT Mordanschläge: RUS > -",
    ),
    ("Die Regierungen in Berlin und Paris kritisierten Ungarn.", "ACCUSE kritisierten: DEU FRA > HUN"),
    (
        "Die Tötung des Hamas-Führers Ismail Hanijeh in Teheran, die Israel zugeschrieben wird, empörte den Iran.",
        "ASSAULT Tötung: ISR > PSE",
    ),
    ("Der Israeli ist noch in Gefangenschaft der Hamas.", "ASSAULT Gefangenschaft: PSE > -"),
    ("In Absprache mit den USA griff Israel den Iran an.", "AGREE Absprache: ISR USA > -"),
    # who calls two others to talks has no part in them
    ("Norwegen rief Peru zu Verhandlungen mit Chile auf.", "CONSULT Verhandlungen: CHL PER > -"),
    (
        "Peru wurde von Norwegen zur Aufnahme eines Dialogs mit Chile gedrängt.",
        "CONSULT Dialogs: CHL PER > -",
    ),
    ("Kanada ermunterte Japan zur Zusammenarbeit mit Südkorea.", "COOPERATE Zusammenarbeit: JPN KOR > -"),
    ("Norwegen forderte von Peru Gespräche mit Chile.", "CONSULT Gespräche: CHL PER > -"),
    ("Norwegen forderte Peru zu Gesprächen auf.", "CONSULT Gesprächen: NOR PER > -"),
    # nor has who asks that a deed be stopped done it
    (
        "An Uganda erging die Aufforderung der UNO, die Angriffe auf Kenia einzustellen.",
        "REQUEST Aufforderung: Vereinte Nationen > UGA",
    ),
    (
        "An Uganda erging die Aufforderung der UNO, die Angriffe auf Kenia einzustellen.",
        "ASSAULT Angriffe: UGA > KEN",
    ),
    (
        "Norwegen richtete an Uganda den Appell, die Angriffe auf Kenia einzustellen.",
        "ASSAULT Angriffe: UGA > KEN",
    ),
    ("Uganda stellte die Angriffe auf Kenia ein.", "ASSAULT Angriffe: UGA > KEN"),
    ("Die Forderung Norwegens scheiterte an Uganda.", "REQUEST Forderung: NOR > -"),
    ("Norwegen erklärte sich bereit zu Gesprächen mit Chile.", "CONSULT Gesprächen: CHL NOR > -"),
]


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_sides(events_of: Callable[[str], list[str]], text: str, wanted: str) -> None:
    assert wanted in events_of(text)


def test_an_interview_is_no_meeting(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Im Gespräch mit der F.A.Z. kritisierte der russische Minister die Schweiz.")
    assert told == ["ACCUSE kritisierte: RUS > CHE"]


def test_a_bare_plural_takes_up_the_people_told_before(events_of: Callable[[str], list[str]]) -> None:
    told = events_of(
        "Russische Geheimagenten griffen in der Schweiz Diplomaten an. Bern schwieg. "
        "Die Agenten schossen in Genf auf Polizisten."
    )
    assert "ASSAULT schossen: RUS > CHE" in told


def test_victims_do_not_strike_back(events_of: Callable[[str], list[str]]) -> None:
    told = events_of(
        "Israel griff Gaza an. Bei dem Angriff Israels starben Kinder. Das war Monate nach dem Überfall auf Israel."
    )
    assert not any(line.startswith("ASSAULT Überfall: Kinder") for line in told)


def test_an_army_in_palestine_is_israels(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Im Westjordanland haben Soldaten einen Palästinenser erschossen.")
    assert told == ["ASSAULT erschossen: ISR > PSE"]
    told = events_of("In Gaza griff die Armee ein Krankenhaus an. Palästinensische Kämpfer schossen zurück.")
    assert "ASSAULT griff an: ISR > PSE" in told


def test_who_attacked_is_who_hurt_the_same_people(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Russland griff ein Dorf in der Ukraine an. Zwei Ukrainer wurden verletzt.")
    assert "ASSAULT verletzt: RUS > UKR" in told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Das fordert der Generalsekretär der Partei, Karl Meier, in Berlin.", "Karl Meier"),
        ("Das fordert der Sozialdemokrat Karl Meier in Berlin.", "Karl Meier"),
        ("Das fordert der SPD-Mann Karl Meier in Berlin.", "DEU"),
        ("Das fordert Karl Meier von der CDU in Berlin.", "DEU"),
    ],
)
def test_members_of_parties_act_for_them(
    events_of: Callable[[str], list[str]], text: str, wanted: str
) -> None:
    assert events_of(text) == [f"REQUEST fordert: {wanted} > -"]
