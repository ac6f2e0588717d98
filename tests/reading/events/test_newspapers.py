"""Sides as newspapers tell them: quarrels, who the culprits are, whose plans and occasions; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    (
        "In einem Dorf bei Hebron wurde ein Palästinenser erschossen. Die Täter waren israelische Siedler.",
        "ASSAULT erschossen: ISR > PSE",
    ),
    (
        "Israel flog einen Luftangriff auf Gaza. Bei einem weiteren Luftangriff starben drei Kinder.",
        "ASSAULT Luftangriff: ISR > PSE",
    ),
    ("Die Ministerin erhielt Rückendeckung von den Grünen.", "SUPPORT Rückendeckung: DEU > DEU"),
    ("Der polnische Minister erntete Kritik von Kiew.", "ACCUSE Kritik: UKR > POL"),
    (
        "Bereits zuvor hatte Recep Tayyip Erdoğan, der frühere Ministerpräsident, Angela Merkel scharf attackiert.",
        "ACCUSE attackiert: TUR > DEU",
    ),
    ("Nach Kritik an Israel ruderte der britische Außenminister zurück.", "ACCUSE Kritik: GBR > ISR"),
    ("Der türkische Außenminister trat nach massiver Kritik zurück.", "ACCUSE Kritik: - > TUR"),
    ("Die Ukraine bereitet sich auf eine Gegenoffensive vor.", "ASSAULT Gegenoffensive: UKR > -"),
    (
        "Russland beendet seine Vorbereitungen auf eine Offensive gegen Kiew.",
        "ASSAULT Offensive: RUS > UKR",
    ),
    ("Prag schickte russische Diplomaten nach Hause.", "SANCTION schickte nach Hause: CZE > RUS"),
    ("Angela Merkel steht unter Beschuss.", "ACCUSE steht unter Beschuss: - > DEU"),
    (
        "Die verbalen Angriffe der Türkei auf Angela Merkel nahmen zu.",
        "ACCUSE Angriffe: TUR > DEU",
    ),
    ("Palästinenser mutmaßlich von israelischen Siedlern erschossen", "ASSAULT erschossen: ISR > PSE"),
    (
        "Palästinenser von Siedlern erschossen. Die Polizei suchte drei israelische Siedler.",
        "ASSAULT erschossen: ISR > PSE",
    ),
    ("Polen will die eigenen Soldaten loben. Die Soldaten der USA lachten.", "SUPPORT loben: POL > POL"),
    (
        "Der Iran hat 400 Demonstranten getötet, sagte Anna Berg in Washington. Sie reiste nach New York.",
        "ASSAULT getötet: IRN > IRN",
    ),
    (
        "Russland hat ukrainische Dörfer besetzt. Die Ukraine plant eine Offensive. Kiew wartet, Moskau auch.",
        "ASSAULT Offensive: UKR > RUS",
    ),
    (
        "Russland hat ukrainische Dörfer besetzt. Die Ukraine schwieg. Kiew wartet, Moskau auch. Die Kämpfe dauern an.",
        "ASSAULT Kämpfe: RUS UKR > -",
    ),
    (
        "Russland hat ukrainische Dörfer besetzt. Die Ukraine schwieg. Kiew wartet, Moskau auch. In Mali wird "
        "gekämpft. Die Kämpfe in Mali dauern an.",
        "ASSAULT Kämpfe: MLI > -",
    ),
    (
        "Russland griff die Ukraine an. Der russische Raketenangriff traf Kiew, sagte Kiew.",
        "ASSAULT Raketenangriff traf: RUS > UKR",
    ),
    ("Frankreichs Premier Jean Petit forderte, mit Russland zu verhandeln.", "REQUEST forderte: FRA > -"),
    ("Ricarda Lang attackierte Julia Klöckner.", "ACCUSE attackierte: DEU > DEU"),
    ("Angela Merkel kritisierte Recep Tayyip Erdoğan.", "ACCUSE kritisierte: DEU > TUR"),
    ("Die Regierung Ungarns legte einen Plan vor. Polen lehnte den Plan ab.", "REJECT lehnte ab: POL > HUN"),
    ("Der Vorschlag Polens liegt vor. Der Vorschlag stößt in Kiew auf Kritik.", "ACCUSE Kritik: UKR > POL"),
    ("Auf Drängen der USA bat Israel um Hilfe.", "REQUEST Drängen: USA > ISR"),
    (
        "Angela Merkel warf Recep Tayyip Erdoğan Lügen vor. Ankara schwieg. Die Wahl ist im Mai. "
        "Erdoğan wies die Vorwürfe zurück.",
        "REJECT wies zurück: TUR > DEU",
    ),
    ("Der Papst lobte Mali.", "SUPPORT lobte: VAT > MLI"),
    ("Mali ist arm. Polens Minister arbeitete sich am Papst ab.", "ACCUSE arbeitete ab: POL > VAT"),
    ("Dafür stimmten alle Fraktionen im Bundestag.", "SUPPORT Dafür stimmten: DEU > -"),
    (
        "Im Westjordanland herrscht Unruhe. Das Westjordanland trauert. Siedler griffen ein palästinensisches Dorf an.",
        "ASSAULT griffen an: ISR > PSE",
    ),
    ("Russe mutmaßlich von ukrainischen Soldaten erschossen (11.13 Uhr)", "ASSAULT erschossen: UKR > RUS"),
    (
        "Julia Klöckner sprach. Die CDU-Politikerin wies die Vorwürfe Polens zurück.",
        "REJECT wies zurück: DEU > POL",
    ),
    (
        "Polen kritisierte Julia Klöckner. Carsten Linnemann verteidigte Klöckner. Scharf kritisiert wurde ihre Rede.",
        "ACCUSE kritisiert: POL > DEU",
    ),
    (
        "Ankara hat die Zeitung unter die Kontrolle des Staates gestellt.",
        "COERCE unter Kontrolle gestellt: TUR > Zeitung",
    ),
    (
        "Amazon wächst. Verdi bestreikt Amazon. Der Konzern kritisierte die Gewerkschaft.",
        "ACCUSE kritisierte: USA > DEU",
    ),
    ("Angela Merkel wurde von der Parteispitze ausgebremst.", "REJECT ausgebremst: Parteispitze > DEU"),
    ("Polen lehnt es ab, mit Ungarn zu verhandeln.", "REJECT lehnt ab: POL > HUN"),
    ("Iran: Regierung lehnt Gespräche mit Polen ab.", "REJECT lehnt ab: IRN > POL"),
    ("Russland soll hinter dem Angriff auf Kiew stecken.", "ASSAULT Angriff: RUS > UKR"),
    ("In Syrien gilt seit Mitternacht eine Waffenruhe.", "RETREAT gilt: SYR > -"),
    ("Die Türkei will Migranten aus Griechenland zurücknehmen.", "COOPERATE zurücknehmen: TUR > GRC"),
    ("Die Luftwaffe der USA schickte Kampfflugzeuge nach Polen.", "MOBILIZE schickte: USA > -"),
    (
        "In Polen ist ein Arzt bekannt. Eine Russin verklagte den Arzt. Er wurde im Eilverfahren verurteilt.",
        "ACCUSE verurteilt: - > POL",
    ),
]
QUIET = [
    "In einer Debatte über die Hausordnung des Bundestags sorgte Julia Klöckner für Schlagzeilen.",
    "Deutsche Minister landeten selten auf dem ersten Platz der Beliebtheitsskala.",
    "Die Bank in Polen hat eine reibungslose Abwicklung sichergestellt.",
    "Das Projekt in Polen war von Beginn an zum Scheitern verurteilt.",
    "In Kiew bietet der Laden Schuhe an.",
    "Der Arzt aus Kiew vermittelt den Eindruck, dass alles gut ist.",
    "Anna Berg aus Polen kämpft gegen Depressionen.",
    "Die Kinder in Polen lieferten sich eine Wasserschlacht.",
    "In Polen wurden aus dem Bericht Schlüsse gezogen.",
    "Die Stelle in Warschau war eine Fehlbesetzung.",
    "Das Handeln in Polen fällt vielen schwer.",
    "In Polen attackiert das Virus die Zellen.",
    "Joschka Fischer zog vor dem Haus in Polen den Hut.",
    "Nach dem Krieg lernte er in Polen Geige.",
    "Polen kennt ihn. Ein verurteilter Mörder starb dort mit achtzig Jahren.",
    "Die Basketballer aus Polen überzeugten in der Vorrunde. Serbiens Angriff war schwach.  Im Heimspiel griffen die Serben "
    "kaum an, die Playoffs sind fern.",
    "Die Ukrainer waren weder bewaffnet noch in Uniform.",
    "Die größte Herausforderung Polens ist jetzt der Winter.",
    "Für den Verstoß in Polen zahlte der Minister 500 Euro Strafe.",
    "In Polen traf Anna Berg ihren Mann bei einem Kurs. Jan Meier half Anna Berg.",
    "Mit dem Einverständnis ihrer Eltern reisen die Kinder in Polen umher.",
]


def test_a_company_of_the_lists_is_no_country_at_issue(events_of: Callable[[str], list[str]]) -> None:
    found = events_of("Viele sehen Filme bei TikTok. TikTok ist beliebt. Von einer Revolte ist die Rede.")
    assert "PROTEST Revolte: CHN > -" not in found


@pytest.mark.parametrize(("text", "wanted"), TOLD)
def test_sides(events_of: Callable[[str], list[str]], text: str, wanted: str) -> None:
    assert wanted in events_of(text)


@pytest.mark.parametrize("text", QUIET)
def test_what_is_no_act_between_powers(events_of: Callable[[str], list[str]], text: str) -> None:
    assert events_of(text) == []
