"""Victims, places and opponents that stand where doers do: our own sentences with the events they tell."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from lagebild.language.tokens import words_of
from lagebild.reading.events.sides import Places

TOLD = [
    ("Die Machtübernahme der Taliban in Afghanistan liegt zwei Jahre zurück.", "COERCE Machtübernahme: AFG > -"),
    ("Der armenische Genozid wird in der Schule behandelt.", "ASSAULT Genozid: - > ARM"),
    ("Der türkische Genozid an den Armeniern ist lange her.", "ASSAULT Genozid: TUR > ARM"),
    ("Die USA schmieden eine Anti-China-Allianz.", "AGREE Anti-China-Allianz: USA > CHN"),
    ("Polen schloss ein Anti-Russland-Bündnis mit Litauen.", "AGREE Anti-Russland-Bündnis: LTU POL > RUS"),
    ("Nordkorea erkannte die Krim als russisches Gebiet an.", "SUPPORT erkannte an: PRK > RUS"),
    ("Syrien hat die Insel als Teil Russlands anerkannt.", "SUPPORT anerkannt: SYR > RUS"),
    ("Polen zu direkten Gesprächen mit dem Iran bereit", "CONSULT Gesprächen: IRN POL > -"),
    ("Kenia warf den westlichen Industrieländern Raub vor.", "ACCUSE warf vor: KEN > Industrieländer"),
    ("Kanada und andere Industriestaaten kritisierten Kenia.", "ACCUSE kritisierten: CAN Industrieländer > KEN"),
    ("Das von der EU verhängte Embargo gegen China gilt.", "SANCTION Embargo: EU > CHN"),
    ("Die von Israel verhängte Blockade des Gazastreifens dauert an.", "COERCE Blockade: ISR > PSE"),
    ("Die von den USA eingeleiteten Ermittlungen gegen China.", "ACCUSE Ermittlungen: USA > CHN"),
    ("Die von der Armee getöteten Bauern in Mali.", "ASSAULT getöteten: MLI > MLI"),
    ("Das von Iran und den USA ausgehandelte Abkommen ruht.", "CONSULT ausgehandelte: IRN USA > -"),
    ("Das zwischen Iran und den USA ausgehandelte Abkommen ruht.", "CONSULT ausgehandelte: IRN USA > -"),
    ("Kiew bestellte Panzer für Polen und die von Russland besetzte Krim.", "COERCE besetzte: RUS > UKR"),
    ("Der Koreakrieg endete 1953.", "ASSAULT Koreakrieg: KOR PRK > -"),
    ("Der Falklandkrieg dauerte zehn Wochen.", "ASSAULT Falklandkrieg: ARG GBR > -"),
    ("Der Vorschlag Frankreichs ist in Algier auf Ablehnung gestoßen.", "REJECT Ablehnung: DZA > FRA"),
    ("Die Schweiz sperrte die Konten der Generäle aus Mali.", "SANCTION sperrte: CHE > MLI"),
    ("Der kubanische Präsident nahm an der Siegesfeier in Moskau teil.", "CONSULT nahm teil: CUB > RUS"),
    ("Die libysche Armee griff den Tschad an.", "ASSAULT griff an: LBY > TCD"),
    ("Türkische und syrische Truppen kämpften an der Grenze.", "ASSAULT kämpften: SYR TUR > -"),
    ("Das serbische und das kroatische Außenministerium kritisierten Wien.", "ACCUSE kritisierten: HRV SRB > AUT"),
    ("Bei Zusammenstößen zwischen Regierungstruppen und Rebellen in Mali starben 20 Soldaten.",
     "ASSAULT Zusammenstößen: MLI MLI > -"),
    ("Israelische und jordanische Diplomaten trafen sich.", "CONSULT trafen: ISR JOR > -"),
    ("Die Armee Afghanistans griff Talibanstellungen an.", "ASSAULT griff an: AFG > AFG"),
    ("Ein Attentäter erschoss in Riad den Sprecher Ägyptens.", "ASSAULT erschoss: Attentäter > EGY"),
    ("In Kabul beschossen Koalitionstruppen eine Stadt Pakistans.", "ASSAULT beschossen: Koalitionstruppen > PAK"),
    ("Nach dem Taliban-Angriff auf Kabul flohen viele.", "ASSAULT Taliban-Angriff: AFG > AFG"),
    ("Die Huthi-Angriffe im Roten Meer halten an.", "ASSAULT Huthi-Angriffe: YEM > -"),
    ("Das PKK-Verbot der Bundesregierung gilt.", "COERCE PKK-Verbot: DEU > -"),
    ("Der Sudan kämpft. Der Sudan hungert, der Sudan leidet, der Sudan flieht. Iran schickte Brot. Paris rief beide "
     "Seiten zur Ruhe auf.", "REQUEST rief auf: FRA > SDN"),
    ("Der Sudan führt Krieg. Kenia warf der Armee des Sudan Morde vor. Ein Militärsprecher wies das zurück.",
     "REJECT wies zurück: SDN > KEN"),
    ("Das Kölner Verwaltungsgericht kritisierte die Ukraine.", "ACCUSE kritisierte: DEU > UKR"),
    ("Das bayerische Innenministerium kritisierte die Ukraine.", "ACCUSE kritisierte: DEU > UKR"),
    # or a part of the state, but not of a part of the world
    ("Ostukrainische Separatisten kritisierten die USA.", "ACCUSE kritisierten: UKR > USA"),
    ("Das nordkoreanische Außenministerium kritisierte die USA.", "ACCUSE kritisierte: PRK > USA"),
    ("Das Hanseatische Oberlandesgericht verurteilte einen Iraner.", "ACCUSE verurteilte: DEU > IRN"),
    ("Die römische Polizei nahm einen US-Soldaten fest.", "COERCE nahm fest: ITA > USA"),
    ("Die New Yorker Staatsanwaltschaft klagte den Botschafter Malis an.", "ACCUSE klagte an: USA > MLI"),
    ("Die Staatsanwaltschaft in Mailand klagte einen Polen an.", "ACCUSE klagte an: ITA > POL"),
    ("Hunderte Münchner Studenten protestierten gegen die Ukraine.", "PROTEST protestierten: DEU > UKR"),
    ("Der Münchner Bürgermeister Jan Meier kritisierte die Ukraine.", "ACCUSE kritisierte: DEU > UKR"),
    ("Polen unterzeichnete den Vertrag. Das Thüringer Ministerium kritisierte die Ukraine.",
     "ACCUSE kritisierte: DEU > UKR"),
    ("Die Niederländer berieten mit Berlin. Das Land Hessen kritisierte die Ukraine.",
     "ACCUSE kritisierte: DEU > UKR"),
    ("Polens Heer rückte vor, unterstützt von Kampfflugzeugen aus Russland.", "SUPPORT unterstützt: RUS > POL"),
]  # fmt: skip

REFERRED = [
    ("Darauf einigten sich die Ölminister am Mittwoch in Wien. Ungarn und Polen schwiegen.",
     "AGREE einigten: Ölminister > -"),
    ("US-Präsident Joe Biden schwieg. Seine Sprecherin warf Riad vor, Moskau zu helfen.",
     "ACCUSE warf vor: USA > SAU"),
    ("Der General Pablo Ruiz wurde in Brüssel verhaftet. Es gab einen Haftbefehl des Internationalen Strafgerichtshofs.",
     "COERCE Haftbefehl: Internationaler Strafgerichtshof > Pablo Ruiz"),
    ("Seit 2007 wird Pablo Ruiz wegen eines Ausbruchs von Feindseligkeiten von Mali wegen Hochverrats gesucht.",
     "ACCUSE gesucht: MLI > Pablo Ruiz"),
    ("In Kairo versammelten sich hunderte von Christen, um zu demonstrieren.", "PROTEST demonstrieren: EGY > -"),
    ("Die Außenminister der Europäischen Union einigten sich auf ein Embargo gegen den Iran. Der Iran tobte.",
     "AGREE einigten: Außenminister der Europäischen Union > -"),
    ("Im Tschad wird gekämpft. Präsident Idriss Déby lehnte ein Angebot Frankreichs ab. Die Regierung "
     "beschuldigte den Sudan.", "ACCUSE beschuldigte: TCD > SDN"),
    ("Der Künstler Ai Weiwei reiste nach Prag. Der Regimekritiker warf Kiew Folter vor.", "ACCUSE warf vor: CHN > UKR"),
    ("Der Künstler Ai Weiwei reiste nach Prag. Der Filmemacher warf Kiew Folter vor.", "ACCUSE warf vor: CHN > UKR"),
    ("Merkel traf Macron. Die beiden verurteilten den Anschlag.", "ACCUSE verurteilten: DEU FRA > -"),
    ("Warschau und Prag zögerten. Beide verurteilten den Anschlag.", "ACCUSE verurteilten: CZE POL > -"),
    ("Man rief den Sicherheitsrat an. Dieser könnte Sanktionen gegen Iran beschließen.",
     "SANCTION Sanktionen beschließen: Sicherheitsrat > IRN"),
    ("Merkel kritisierte Recep Tayyip Erdogan. Dieser warf Berlin Lügen vor.", "ACCUSE warf vor: TUR > DEU"),
    ("Bei ihrem Vormarsch stießen US-Truppen auf Minen. Die Nato half.", "MOBILIZE Vormarsch: USA > -"),
    ("Indien und Pakistan beschuldigten sich gegenseitig der Lüge.", "ACCUSE beschuldigten: IND PAK > -"),
    ("Die Türkei und Syrien griffen einander an.", "ASSAULT griffen an: SYR TUR > -"),
    ("Rom warf der Ukraine Verrat vor. Die Ukraine streitet dies ab.", "REJECT streitet ab: UKR > ITA"),
    ("Die Nato geht gegen die Angriffe der Taliban vor.", "ASSAULT geht vor: Nato > AFG"),
    ("Von den Geiseln in Mali wurden viele bedroht.", "THREATEN bedroht: - > MLI"),
    ("Milizen, die in Mali ein Dorf verwüsteten, dabei über 1.400 Menschen töteten, flohen.",
     "ASSAULT töteten: MLI > MLI"),
    ("In Mali wurden malische und ausländische Soldaten getötet.",
     "ASSAULT getötet: - > MLI ausländische Soldaten"),
    ("Am Montag hatte der libysche Diktator Gaddafi den USA mit Gewalt gedroht.", "THREATEN mit Gewalt gedroht: LBY > USA"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), REFERRED)
def test_taken_up_again(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


def test_victims_of_a_fight_are_told_with_it(events_of: Callable[[str], list[str]]) -> None:
    told = events_of(
        "Bei Kämpfen zwischen Russland und Georgien wurden zehn Menschen erschossen und 110 verletzt."
    )
    assert told == ["ASSAULT Kämpfen: GEO RUS > -"]


def test_where_an_attack_comes_from_is_not_its_aim(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Der Anschlag der Rebellen in Mali geht auf einen Streit mit Soldaten zurück.")
    assert told[0].endswith("> -")


def test_what_troops_are_used_for_is_not_refused_by_them(events_of: Callable[[str], list[str]]) -> None:
    told = events_of("Der Einsatz von Bodentruppen in Libyen ist jedoch ausgeschlossen.")
    assert all("REJECT" not in line or ": - >" in line for line in told)


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Der von der Hamas verübte Anschlag auf Israel ist lange her.", ["ASSAULT Anschlag: PSE > ISR"]),
        ("Die Zahl der verletzten Soldaten aus Mali stieg.", []),
    ],
)
def test_a_participle_tells_no_deed_twice(
    events_of: Callable[[str], list[str]], sentence: str, wanted: list[str]
) -> None:
    assert events_of(sentence) == wanted


def test_a_country_does_not_make_its_own_coup(events_of: Callable[[str], list[str]]) -> None:
    assert "COERCE Putsch: - > -" in events_of("Der malische Putsch hat Frankreich überrascht.")


def test_a_law_passed_is_no_support(events_of: Callable[[str], list[str]]) -> None:
    assert events_of("Die Verabschiedung des Haushaltsgesetzes durch Polen verzögert sich.") == []


def test_a_place_that_acts_is_not_its_own_object(until_events: Language) -> None:
    doc = until_events("Südtirol rang dem italienischen Staat viel Geld ab.")
    slots = Places(words_of(doc)).slots_of(doc._.clauses[0])
    assert {name: [head.text for head in heads] for name, heads in slots.heads.items()} == {
        "subj": ["Südtirol"],
        "acc": ["Geld"],
        "dat": ["Staat"],
    }
