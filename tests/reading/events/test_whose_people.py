"""Of which country persons and people are by the words beside them and by the office that they hold."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

CASES = [
    # what somebody is, with the adjective of the country
    ("Der schwedische Verleger Ola Berg wurde in Peking verhaftet.", "COERCE verhaftet: CHN > SWE"),
    ("Ein Gericht in Auckland verurteilte die Israelis Uri Halpern und Eli Barak.",
     "ACCUSE verurteilte: NZL > ISR ISR"),
    ("Polen traf Ungarn. Flanderns Innenminister Jan Maes rügte Polen.", "ACCUSE rügte: BEL > POL"),
    # bodies that no ending shows to be feminine or masculine
    ("Die Hamas teilte mit, sie habe Haifa beschossen.", "ASSAULT beschossen: PSE > ISR"),
    ("Polen lachte. Der Fidesz erklärte, er habe Kiew kritisiert.", "ACCUSE kritisiert: HUN > UKR"),
    # mediators are not of the land in which they mediate, or that is told of
    ("Togo hat dem Plan der Vermittler zugestimmt.", "AGREE zugestimmt: TGO > Vermittler"),
    # an office of no country named is not of the one on the other side
    ("Die Ministerin kritisierte Ungarn scharf.", "ACCUSE kritisierte: Ministerin > HUN"),
    ("Der Minister lobte den Vertrag und drohte Serbien.", "THREATEN drohte: Minister > SRB"),
    ("Die Regierung führte Mali in den Krieg.", "ASSAULT Krieg: MLI > -"),
    ("Teheran stritt mit Den Haag, und Den Haag stritt mit Teheran. Außenminister Piet Maas rügte Iran.",
     "ACCUSE rügte: NLD > IRN"),
    ("Italien kritisierte Indien. Delhi untersagte dem Botschafter Carlo Manzi die Ausreise.",
     "COERCE untersagte Ausreise: IND > ITA"),
    ("Deutschland lobte Frankreich. Lea Umutoni, die Beraterin von Präsident Paul Kagame, kritisierte Frankreich.",
     "ACCUSE kritisierte: RWA > FRA"),
    # people of two states, and of another than their adjective says
    ("Thailand und Kambodscha streiten. Soldaten beider Länder haben sich beschossen.",
     "ASSAULT beschossen: KHM THA > -"),
    # a state has one foreign minister: several are of several, wherever they meet
    ("Am Freitag treffen sich die Außenminister in Wien.", "CONSULT treffen: Außenminister > -"),
    ("Gestern trafen sich zwei Präsidenten in Ankara.", "CONSULT trafen: Präsidenten > -"),
    ("US-Außenminister Blinken und Russlands Außenminister Lawrow kamen. Dann berieten die Minister in Genf.",
     "CONSULT berieten: RUS USA > -"),
    ("Der Außenminister in Wien drohte dem Iran.", "THREATEN drohte: AUT > IRN"),
    ("Die Generäle in Kairo drohten dem Iran.", "THREATEN drohten: EGY > IRN"),
    # those of whom a relative pronoun or possessive tells
    ("Polen und Litauen streiten. Der litauische Präsident Jonas Petkus, dessen Regierung die Grenze schloss, schwieg.",
     "COERCE schloss: LTU > -"),
    ("Der Vizepräsident von Mali, Ali Diop, dessen Leibwache einen Reporter verschleppte, floh nach Senegal.",
     "ASSAULT verschleppte: MLI > MLI"),
    ("Israel beschoss den Jemen. Die Huthi lachten; ihr Sprecher Ali Salam drohte Israel.", "THREATEN drohte: YEM > ISR"),
    # who asks for what is handed over gets it; where it comes from is who gives it
    ("Mexiko fordert von Österreich die Rückgabe der Krone.", "RETREAT Rückgabe: AUT > MEX"),
    ("Ankara verlangt von Schweden die Auslieferung eines Kurden.", "COOPERATE Auslieferung: SWE > TUR"),
    ("Russland hofft auf günstige Gaslieferungen aus Turkmenistan.", "COOPERATE Gaslieferungen: TKM > -"),
    # *dortig* is of the place named last
    ("Der Präsident Malis reiste nach Kenia, wo er die dortige Regierung kritisierte.", "ACCUSE kritisierte: MLI > KEN"),
    ("Polen streitet mit der Ukraine. Ein Reporter kam nach Minsk. Die dortigen Behörden verhafteten ihn.",
     "COERCE verhafteten: BLR > BLR"),
    ("In Minsk gab es Streit. Polen schwieg. Polen kritisierte am Montag in Rom die dortige Opposition.",
     "ACCUSE kritisierte: POL > ITA"),
    # civilians told again with no word for their country
    ("US-Soldaten erschossen irakische Zivilisten. Die USA leugnen, unschuldige Zivilisten getötet zu haben.",
     "ASSAULT getötet: USA > IRQ"),
    ("US-Soldaten erschossen irakische Zivilisten. Die USA leugnen, syrische Zivilisten getötet zu haben.",
     "ASSAULT getötet: USA > SYR"),
    # a noun takes up what the same word beside a verb told, before what was told since
    ("Südafrika reichte Klage gegen Israel ein. Die USA kritisierten die Ukraine. Die Klage hat keine Wirkung.",
     "ACCUSE Klage: ZAF > ISR"),
    ("Togo erhob Vorwürfe gegen Peru. Die USA kritisierten die Ukraine. Die Vorwürfe wiegen schwer.",
     "ACCUSE Vorwürfe: TGO > PER"),
    # of a deed that a sentence calls something the other name has the sides, too
    ("US-Soldaten haben in Basra irakische Zivilisten erschossen. „Das war ein Massaker“, sagte der Arzt.",
     "ASSAULT Massaker: USA > IRQ"),
    ("Die Bombardierung Kiews durch Russland war ein Kriegsverbrechen.", "ASSAULT Kriegsverbrechen: RUS > UKR"),
    ("Der Tod von zehn Irakern war ein Kriegsverbrechen.", "ASSAULT Kriegsverbrechen: - > IRQ"),
    ("Der Abzug Polens war eine Forderung der Opposition Malis.", "REQUEST Forderung: MLI > -"),
    # compatriots, wherever they are
    ("Peking holte dreitausend Landsleute aus Vietnam heim.", "AID holte heim: CHN > CHN"),
    ("Der saudische Minister Adel Harbi untersagte seinen Landsleuten jede Reise in den Iran.",
     "COERCE untersagte: SAU > SAU"),
    # where the words behind them say that they are, also of a faith and of those who attack
    ("Die Schiiten im Irak protestierten gegen die US-Truppen.", "PROTEST protestierten: IRQ > USA"),
    ("Weltweit sitzen Journalisten in Haft. In Kuba, Mali und Peru wächst der Druck. In China wurden Journalisten "
     "verhaftet.", "COERCE verhaftet: CHN > Journalisten"),
    ("Die Rechtsterroristen aus Zwickau wurden in Jena von Beamten festgenommen.", "COERCE festgenommen: DEU > DEU"),
    ("Zwei Attentäter aus Marokko griffen in Rom eine Kirche an.", "ASSAULT griffen an: MAR > -"),
    ("Attentäter griffen in Rom eine Kirche an.", "ASSAULT griffen an: Attentäter > ITA"),
    ("Die Minister der Mitgliedstaaten der EU trafen sich in Wien.", "CONSULT trafen: Minister > -"),
    ("Die Paschtunen in Kabul warfen dem Iran Betrug vor. Teheran schwieg.", "ACCUSE warfen vor: AFG > IRN"),
    ("In Lima protestierten Anarchisten gegen die USA.", "PROTEST protestierten: PER > USA"),
    ("Die Hardliner in Teheran warfen den USA Betrug vor.", "ACCUSE warfen vor: IRN > USA"),
    # a people of another state's name may be at home where it lives, or only be there
    ("Die Albaner im Kosovo warfen Belgrad Betrug vor.", "ACCUSE warfen vor: XKX > SRB"),
    ("Die Griechen auf Zypern lehnten den Plan der Türkei ab.", "REJECT lehnten ab: CYP > TUR"),
    ("Die Amerikaner im Irak griffen Milizen aus dem Iran an.", "ASSAULT griffen an: USA > IRN"),
    # who stands with a name before the verb is of that name, behind the verb the name may act
    ("Kuba schweigt. Ein Vertrauter von Präsident Nicolás Maduro wurde in Miami verurteilt.",
     "ACCUSE verurteilt: USA > VEN"),
    ("Gestern wurde ein Pfarrer von Soldaten der syrischen Armee entführt.", "ASSAULT entführt: SYR > SYR"),
    ("Auf Seiten der Opposition in Lima hagelte es Kritik an der Weltbank.", "ACCUSE Kritik: PER > Weltbank"),
    # whom only the adjective tells of
    ("Der Geschäftsmann aus Kiew wurde in Dubai von iranischen Häschern entführt.", "ASSAULT entführt: IRN > UKR"),
    ("Dabei wurden erneut Häuser der Hamas von israelischen Flugzeugen bombardiert.", "ASSAULT bombardiert: ISR > PSE"),
    ("Bei einem Angriff im Zentrum von Gaza wurden fünf Palästinenser getötet.", "ASSAULT Angriff: - > PSE"),
    ("Die Huthis, die US-Truppen angegriffen hatten, flohen.", "ASSAULT angegriffen: YEM > USA"),
    ("Die Frage, ob die Schweiz russische Spione ausgewiesen hat, blieb offen.", "SANCTION ausgewiesen: CHE > RUS"),
    ("Gestern griff der türkische Präsident Israel scharf an.", "ACCUSE griff an: TUR > ISR"),
    # what a comma parts from the verb of the next clause is its subject; where a ship lay nobody says; names joined by *und*
    ("London entsendet ein Kriegsschiff nach Guyana, Venezuela sprach von Betrug.", "MOBILIZE entsendet: GBR > -"),
    ("Die Huthi-Miliz bekannte sich zu dem Angriff auf den Frachter.", "ASSAULT Angriff: YEM > -"),
    ("Die Huthi im Jemen beschossen am Sonntag ein Schiff.", "ASSAULT beschossen: YEM > -"),
    ("Die Schweiz schwieg. Die Iraner Ali Meier und Resa Maas wohnten vor ihrem Angriff auf Polizisten in Lyon.",
     "ASSAULT Angriff: IRN IRN > FRA"),
    ("Xi und Putin trafen sich in Samarkand.", "CONSULT trafen: CHN RUS > -"),
    ("Die USA und Südkorea begannen ihr jährliches Großmanöver.", "COOPERATE Großmanöver: KOR USA > -"),
    ("Israel griff Rafah an. Netanjahu wies Kritik der USA zurück.", "REJECT wies zurück: ISR > USA"),
    ("Wegen des Angriffs auf das Konsulat in Damaskus droht Teheran Israel mit Vergeltung.", "THREATEN droht: IRN > ISR"),
    ("Das Treffen zwischen Lawrow und Blinken wurde abgesagt.", "CONSULT Treffen: RUS USA > -"),
    # troops and arms that a noun moves; fighters of a group that a noun calls what it is
    ("Caracas protestierte gegen die Entsendung dreier amerikanischer Divisionen nach Panama.",
     "MOBILIZE Entsendung: USA > -"),
    ("Die Stationierung von Raketen der USA in Polen empört Moskau.", "MOBILIZE Stationierung: USA > -"),
    ("Israel tötete zwei Kämpfer der radikalen Palästinenserorganisation Hamas.", "ASSAULT tötete: ISR > PSE"),
    ("Nigeria tötete zwei Kämpfer der Terrorgruppe Boko Haram.", "ASSAULT tötete: NGA > NGA"),
    ("Südkorea bot dem Norden Gespräche an.", "AGREE bot an: KOR > PRK"),
    ("Ein chinesischer Angriff könne Tokio zum Eingreifen zwingen.", "COERCE zwingen: CHN > JPN"),
    ("Spaniens Ministerpräsident Pedro Sánchez hat ein Waffenembargo gegen Israel verkündet.",
     "SANCTION Waffenembargo: ESP > ISR"),
    # who is thanked did it; a pair that *und* joined; what befalls people is no state's; the name behind the verb turns down
    ("Kiew dankte Polen für die Hilfe.", "AID Hilfe: POL > UKR"),
    ("Ungarn und die Slowakei lehnen den Plan ab. Er hilft der Ukraine. Borrell rügte die beiden Regierungen.",
     "ACCUSE rügte: ESP > HUN SVK"),
    ("In Tunis wurde die Ärztin Chaima Issa festgenommen. Die EU rügte das, das Parlament forderte ihre Freilassung.",
     "RETREAT Freilassung: - > Chaima Issa"),
    ("Die Regierung half den Kriegsparteien.", "AID half: Regierung > Kriegsparteien"),
    ("Ein Gipfeltreffen mit Putin lehnte Trump ab.", "REJECT lehnte ab: USA > RUS"),
    ("Australien liefert den Niederlanden Drohnen.", "AID liefert: AUS > NLD"),
    ("Kanada beantwortete die Zölle der USA mit einem Importverbot.", "SANCTION Importverbot: CAN > -"),
    ("Selenskyj erklärte, Ungarn müsse sein Veto aufgeben.", "REJECT Veto: HUN > -"),
    ("Zuvor hatte Ottawa Neu-Delhi Mord vorgeworfen.", "ACCUSE vorgeworfen: CAN > IND"),
    ("Der Präsident kritisierte, dass Minsk Warschau bedrohe.", "THREATEN bedrohe: BLR > POL"),
    ("Die serbische Minderheit im Kosovo blockierte die Straße.", "PROTEST blockierte: XKX > -"),
    # out of whose midst something is said, or where it is heard
    ("Aus Kreisen der Bundesregierung wurde das Vorgehen der Türkei kritisiert.", "ACCUSE kritisiert: DEU > TUR"),
    ("Aus dem Umfeld der Regierung in Rom wurde die Entscheidung der EU abgelehnt.", "REJECT abgelehnt: ITA > EU"),
    ("Aus Ankara wurde die Resolution verurteilt.", "ACCUSE verurteilt: TUR > -"),
    ("Aus den Reihen der SPD wurde Kritik an Ungarn laut.", "ACCUSE Kritik: DEU > HUN"),
    ("In der CDU werden Forderungen nach Sanktionen laut.", "REQUEST Forderungen: DEU > -"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "wanted"), CASES, ids=[s for s, _ in CASES])
def test_told(sentence: str, wanted: str, events_of: Callable[[str], list[str]]) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(
    ("sentence", "unwanted"),
    [
        # talks on another matter are not those told before
        (
            "Die RSF lehnte Friedensgespräche mit Khartum ab. Brüssel setzte die Beitrittsverhandlungen aus.",
            "Beitrittsverhandlungen: SDN SDN",
        ),
        ("Die Wiedereinsetzung der Sanktionen gegen den Iran schadet dem Handel.", "CONCEDE"),
        ("Ein russischer Angriff würde Polen treffen.", "CONSULT"),
        # what is left or where somebody is, stands behind its noun and is nobody's voice
        ("Der Abzug der US-Truppen aus Kabul wurde gefordert.", "REQUEST gefordert: AFG"),
        ("Vorwürfe gegen die Polizei in Nairobi wurden laut.", "ACCUSE Vorwürfe: KEN"),
        ("Die Männer wurden aus den Reihen der CDU in Berlin abgeworben.", "DEU > "),
        ("Moskau hat den Angriff weder bestätigt noch dementiert.", "REJECT"),
        # who finds fault has not sued
        ("Peru rügte Mali. Die Klage gegen das Gesetz hat keine Wirkung.", "ACCUSE Klage: PER"),
        # an envoy or colleague is not of the country that he is told with
        ("Die Huthi lachten; ihr Gegner Ali Salam drohte Israel.", "THREATEN drohte: YEM"),
        ("In Belgien wurde in französischer Sprache geworben. Der Minister rügte Polen.", "FRA"),
        (
            "Die Lage in Polen und Ungarn ist ruhig. Außenminister Piet Maas rügte Teheran.",
            "ACCUSE rügte: IRN",
        ),
    ],
)
def test_not_told(sentence: str, unwanted: str, events_of: Callable[[str], list[str]]) -> None:
    assert not any(unwanted in event for event in events_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Die Mutter des verschleppten Soldaten rügte Israels Regierung.", "Mutter"),
        ("Die Anwälte des Angeklagten rügten Mali.", "Anwälte"),
        ("Die Verteidiger des früheren Präsidenten von Mali rügten das Gericht.", "Verteidiger"),
        ("Ali Diop wurde in Mali verurteilt. Der Anwalt rügte die Justiz.", "Anwalt"),
        ("Der Sprecher der Rebellen rügte Mali.", "Rebellen"),
    ],
)
def test_relatives_and_lawyers_are_not_those_whom_they_stand_by(
    sentence: str, named: str, until_events: Language
) -> None:
    assert [actor.name for actor in until_events(sentence)._.events[-1].source] == [named]
