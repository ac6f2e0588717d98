"""Who speaks of a deed has no part in it, and whom it befell is not who is spoken to; all sentences are our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    # the deed before the verb of who judges it
    ("Das Treffen begrüßte die EU.", "SUPPORT begrüßte: EU > -"),
    ("Die Hinrichtung verurteilte die Bundesregierung.", "ACCUSE verurteilte: DEU > -"),
    ("Die Freilassung der Geiseln forderte Washington.", "REQUEST forderte: USA > -"),
    ("Das Bombardement von Gaza kritisierte Ankara.", "ACCUSE kritisierte: TUR > -"),
    ("Die Untersuchung bestätigte die Vorwürfe gegen Iran.", "ACCUSE Vorwürfe: - > IRN"),
    # who condemns, turns down, welcomes or asks for it
    ("Die EU verurteilte den Angriff auf ukrainische Soldaten.", "ACCUSE verurteilte: EU > -"),
    ("Die USA verurteilten den Angriff auf das Schiff.", "ASSAULT Angriff: - > -"),
    ("Die USA begrüßten die Festnahme von Ratko Mladic.", "SUPPORT begrüßten: USA > -"),
    ("Die USA forderten die Freilassung von Evan Gershkovich.", "REQUEST forderten: USA > -"),
    ("Spanien verlangt die Auslieferung von Carles Puigdemont.", "COOPERATE Auslieferung: - > ESP"),
    ("Deutschland verlangt von der Türkei die Freilassung von Yücel.", "REQUEST verlangt: DEU > TUR"),
    ("Die Festnahme des Reporters durch die Türkei löste Empörung aus.", "ACCUSE Empörung: - > TUR"),
    ("Die Schweiz hat sich den EU-Sanktionen angeschlossen.", "SANCTION EU-Sanktionen: EU > -"),
    # who attacks in the clause beside it has hurt them
    (
        "Ein Reporter wurde in Mali erschossen, als US-Soldaten das Feuer eröffneten.",
        "ASSAULT erschossen: USA > MLI",
    ),
    (
        "Ein Reporter wurde in Mali erschossen, als US-Soldaten das Feuer eröffneten.",
        "ASSAULT Feuer eröffneten: USA > MLI",
    ),
    (
        "Vier Menschen wurden verletzt, nachdem russische Truppen Kiew bombardiert hatten.",
        "ASSAULT verletzt: RUS > UKR",
    ),
    (
        "In Gaza starben drei Palästinenser, als israelische Soldaten in die Menge schossen.",
        "ASSAULT schossen: ISR > PSE",
    ),
    ("Ein US-Soldat wurde getötet, als die Armee Rebellen in Mali angriff.", "ASSAULT getötet: - > USA"),
    (
        "Ein US-Soldat wurde von Siedlern Israels verletzt, als Soldaten Malis das Feuer eröffneten.",
        "ASSAULT verletzt: ISR > USA",
    ),
    # whose office is searched
    (
        "Die Justiz Perus führte eine Razzia in Büros der Konzerne EADS und Airbus durch.",
        "COERCE Razzia: PER > Airbus EADS",
    ),
    ("Die Justiz Perus führte eine Razzia in einer Bar der Hafenstadt durch.", "COERCE Razzia: PER > -"),
    # whose measure it is
    ("Nordkorea hat trotz der Sanktionen Raketen getestet.", "SANCTION Sanktionen: - > PRK"),
    ("Der Iran fordert die Aufhebung der US-Sanktionen.", "RETREAT Aufhebung: USA > IRN"),
    ("Biden erlaubte der Ukraine Angriffe auf Russland.", "ASSAULT Angriffe: UKR > RUS"),
    (
        "Der Präsident von Polen forderte Israel auf, auf einen Angriff zu verzichten.",
        "ASSAULT Angriff: ISR > -",
    ),
    ("Die USA schoben den früheren Wächter nach Deutschland ab.", "COERCE schoben ab: USA > -"),
    ("Die Bundesregierung will Abschiebungen nach Afghanistan ermöglichen.", "COERCE Abschiebungen: - > -"),
    # the country left
    ("Biden verteidigte den Abzug der Truppen aus Afghanistan.", "RETREAT Abzug: USA > -"),
    ("Israel begann mit dem Abzug seiner Truppen aus dem Libanon.", "RETREAT Abzug: ISR > -"),
    # somebody else's people
    ("Der Anwalt von Alexej Nawalny ist in Russland festgenommen worden.", "COERCE festgenommen: RUS > RUS"),
    ("Der Sprecher von Präsident Putin drohte Kiew.", "THREATEN drohte: RUS > UKR"),
    ("Palästinenser griffen israelische Soldaten an.", "ASSAULT griffen an: PSE > ISR"),
    ("Die Amerikaner griffen die Taliban an.", "ASSAULT griffen an: USA > AFG"),
    # bodies that begin a compound
    ("Ein Nato-Luftangriff tötete in Kundus 90 Menschen.", "ASSAULT Nato-Luftangriff: Nato > AFG"),
    (
        "Die Uno-Sanktionen gegen Nordkorea bleiben.",
        "SANCTION Uno-Sanktionen: Vereinte Nationen > PRK",
    ),
    # it was another
    ("Nicht Russland, sondern die Ukraine hat die Pipeline gesprengt.", "ASSAULT gesprengt: UKR > -"),
    (
        "Nicht nur Russland, sondern auch die Ukraine hat Kasachstan gedroht.",
        "THREATEN gedroht: RUS UKR > KAZ",
    ),
    ("Israel griff nicht den Iran, sondern Syrien an.", "ASSAULT griff an: ISR > SYR"),
    ("Wie Deutschland liefert auch Frankreich Waffen an die Ukraine.", "AID liefert: FRA > UKR"),
    ("Wie Polen mitteilte, lieferte Kenia Waffen an Mali.", "AID lieferte: KEN > MLI"),
    ("Ungarn drohte der EU mit einem Veto.", "THREATEN drohte: HUN > EU"),
    ("Aus Protest gegen die Verbrennung zog der Irak seinen Botschafter ab.", "ACCUSE Protest: IRQ > -"),
    ("Der Protest der Studenten in Minsk dauert an.", "PROTEST Protest: BLR > -"),
    ("Die Türkei blockiert den Nato-Beitritt Schwedens.", "SUPPORT Nato-Beitritt: Nato SWE > -"),
    # what is asked for or talked over
    ("Putin beauftragte die Armee von Belarus mit dem Angriff auf Charkiw.", "ASSAULT Angriff: BLR > UKR"),
    ("Israel und die Hamas verhandeln über eine Waffenruhe.", "CONCEDE Waffenruhe: ISR PSE > -"),
    (
        "Die Verhandlungen zwischen Israel und der Hamas über eine Waffenruhe stocken.",
        "CONCEDE Waffenruhe: ISR PSE > -",
    ),
    ("Die USA erhöhen die Zölle auf Waren aus China.", "SANCTION erhöhen Zölle: USA > CHN"),
    ("Eine Jury in New York hat Donald Trump schuldig gesprochen.", "ACCUSE schuldig gesprochen: USA > USA"),
    ("Die Bundesanwaltschaft hat Anklage gegen zwei Iraner erhoben.", "ACCUSE Anklage: DEU > IRN"),
    ("Bewaffnete überfielen ein Dorf in Nigeria und töteten 40 Bewohner.", "ASSAULT töteten: - > NGA"),
    # somebody is named, whoever that is, or was named before
    (
        "Polen besuchte Togo. Ein Sprecher der Regierung von Togo dankte. Der Sprecher warf Polen Hochmut vor.",
        "ACCUSE warf vor: TGO > POL",
    ),
    (
        "Israel tötete einen Kommandeur der Hisbollah. Die von Iran unterstützte Miliz drohte Israel.",
        "THREATEN drohte: LBN > ISR",
    ),
    (
        "Iran warf Israel vor, Schiffe angegriffen zu haben, und drohte mit Vergeltung.",
        "THREATEN drohte: IRN > ISR",
    ),
    (
        "Lukaschenko beschuldigte die Nato der Spionage und drohte mit Vergeltung.",
        "THREATEN drohte: BLR > Nato",
    ),
    # a deed takes up one of its kind
    (
        "Die Taliban haben zwei Männer hingerichtet. Sie waren wegen Mordes verurteilt worden. Die EU verurteilte die "
        "Hinrichtungen.",
        "ACCUSE verurteilte: EU > AFG",
    ),
    ("Nawalnys Witwe warf Putin Mord vor.", "ACCUSE warf vor: - > RUS"),
    # who spoke before says nothing else
    (
        "Polen stützt Mali. Es fordert Schutz. Soldaten aus Mali wird Mord vorgeworfen.",
        "ACCUSE vorgeworfen: - > MLI",
    ),
    (
        "Stoltenberg forderte die Mitgliedstaaten zu mehr Hilfe für die Ukraine auf.",
        "REQUEST forderte auf: NOR > -",
    ),
]


HEADLINES = [
    ("Putin droht Polen mit Atomwaffen", "THREATEN droht: RUS > POL"),
    ("Gericht in Istanbul verurteilt Oppositionspolitiker zu Haft", "ACCUSE verurteilt: TUR > TUR"),
    (
        "Armenien tritt Internationalem Strafgerichtshof bei",
        "SUPPORT tritt bei: ARM > Internationaler Strafgerichtshof",
    ),
    ("Journalist in Mali entführt", "ASSAULT entführt: - > MLI"),
    ("Mexiko: Bürgermeister erschossen", "ASSAULT erschossen: - > MEX"),
    ("Russland meldet Einnahme von Stadt in der Ukraine", "COERCE Einnahme: RUS > UKR"),
]


@pytest.mark.parametrize(("text", "wanted"), [*TOLD, *HEADLINES])
def test_sides(events_of: Callable[[str], list[str]], text: str, wanted: str) -> None:
    assert wanted in events_of(text)


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        ("Russland probt den Einsatz von Atomwaffen.", "ASSAULT"),
        ("In einer Erklärung erklärte die Fraktion zum Rücktritt Meiers, sie bedaure ihn.", "RETREAT"),
    ],
)
def test_what_is_none(events_of: Callable[[str], list[str]], text: str, begin: str) -> None:
    assert not any(line.startswith(begin) for line in events_of(text))
