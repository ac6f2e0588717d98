"""Single agency sentences: what one sentence alone must tell, and what it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Armenische und aserbaidschanische Truppen lieferten sich heftige Gefechte.", "ASSAULT Gefechte: ARM AZE > -"),
    ("Marokko brach die Beziehungen zum Iran ab, dem es Waffenlieferungen an die Rebellen vorwarf.",
     "ACCUSE vorwarf: MAR > IRN"),
    ("Als erstes Land der Europäischen Union hat Schweden Serbien anerkannt.", "SUPPORT anerkannt: SWE > SRB"),
    ("Mehr als 200 Kämpfer der Renamo bombardierten Malawi.", "ASSAULT bombardierten: MOZ > MWI"),
    ("Tschechien gewährte 40 Offizieren der belarussischen Opposition politisches Asyl.", "AID Asyl: CZE > BLR"),
    ("Der König von Oman ließ den Minister verhaften.", "COERCE verhaften: OMN > OMN"),
    ("Der Präsident von Togo ließ die Vorwürfe gegen die Opposition fallen.", "CONCEDE fallen: TGO > TGO"),
    ("Die Regierung in Eritrea hält 20 Journalisten gefangen.", "COERCE hält gefangen: ERI > ERI"),
    ("Für Madrid kommt ein Treffen mit der ETA nicht in Frage.", "REJECT kommt nicht: ESP > ESP"),
    ("China duldet keine Einmischung der USA.", "REJECT duldet keine: CHN > USA"),
    ("Nordkorea feuerte zwei Raketen in Richtung des Pazifiks ab.", "MOBILIZE feuerte ab: PRK > -"),
    ("Die Miliz im Sudan ließ zwei entführte russische Piloten frei.", "ASSAULT entführte: SDN > RUS"),
    ("Wegen der Besetzung der Krim verhängte die EU Sanktionen gegen Russland.", "COERCE Besetzung: RUS > UKR"),
    ("Nach Protesten gab die Regierung von Peru nach.", "PROTEST Protesten: - > PER"),
    ("Die UNO setzte den Putschisten in Mali eine Frist.", "THREATEN setzte Frist: Vereinte Nationen > MLI"),
    ("Berichte, wonach Soldaten Ruandas in den Kongo eingedrungen sind, häufen sich.",
     "ASSAULT eingedrungen: RWA > COD"),
    ("Das Parlament der Mongolei hat den Präsidenten seines Amtes enthoben.", "SANCTION Amtes enthoben: MNG > MNG"),
    ("Der Verdacht fiel auf die Rebellen in Mali.", "ACCUSE Verdacht fiel: - > MLI"),
    ("Zypern hat die Vereinten Nationen angerufen.", "REQUEST angerufen: CYP > Vereinte Nationen"),
    ("Hochrangige Vertreter der Taliban und der USA trafen sich zu Gesprächen.",
     "CONSULT trafen Gesprächen: AFG USA > -"),
    ("Die Polizei in Lima löste eine Kundgebung der Studentenbewegung auf.", "PROTEST Kundgebung: PER > -"),
    ("Die Polizei in Belarus verhaftete Demonstranten.", "COERCE verhaftete: BLR > BLR"),
    ("Die EU verhängte ein Einfuhrverbot für iranisches Öl.", "SANCTION verhängte Einfuhrverbot: EU > IRN"),
    ("Die Schweiz fror die Konten der iranischen Zentralbank ein.", "SANCTION fror ein: CHE > IRN"),
    ("Berlin gab grünes Licht für den Export von Panzern.", "COOPERATE Export: DEU > -"),
    ("Kuba beschuldigte die USA, Jamaika angegriffen und Bomben geworfen zu haben.", "ASSAULT angegriffen: USA > JAM"),
    ("EU verhängt Ölembargo gegen Teheran", "SANCTION verhängt Ölembargo: EU > IRN"),
    ("Oman verurteilte den russischen Einmarsch in der UN-Vollversammlung.", "ASSAULT Einmarsch: RUS > -"),
    ("Washington strich Äthiopien Handelsvergünstigungen.", "SANCTION strich: USA > ETH"),
    ("Die Rebellen in Mali machten Gespräche vom Abzug der Armee Togos abhängig.", "RETREAT Abzug: TGO > -"),
    ("Äthiopien warf der Weltorganisation Parteilichkeit vor.", "ACCUSE warf vor: ETH > Weltorganisation"),
    ("Ungarn will den Beschluss der EU per Veto verhindern.", "REJECT Veto: HUN > EU"),
    ("Ein iranischer General bekräftigte die Drohung.", "THREATEN Drohung: IRN > -"),
    ("Das werde Folgen haben, drohte Präsident Putin.", "THREATEN drohte: RUS > -"),
    ("Die Opposition in Georgien meldete Bedenken an.", "ACCUSE meldete Bedenken an: GEO > -"),
    ("Außenminister Fischer wird am Dienstag in Moskau erwartet.", "CONSULT erwartet: DEU > RUS"),
    ("In Peru explodierte eine Bombe. Die Explosion war in ganz Lima zu hören.", "ASSAULT Explosion: - > PER"),
    ("Die Armee von Mali war an der ersten blutigen Auseinandersetzung mit Rebellen beteiligt.",
     "ASSAULT Auseinandersetzung: MLI MLI > -"),
    ("In Lima errichteten Demonstranten eine Blockade.", "PROTEST Blockade: PER > -"),
    ("Die Polizei in Lima beseitigte die Barrikaden.", "COERCE beseitigte: PER > -"),
    ("Die Opposition in Togo erkannte das Wahlergebnis nicht an.", "REJECT erkannte nicht an: TGO > -"),
    ("Die Lehrer wurden in Lima von Soldaten entführt, geschlagen und gefoltert.", "ASSAULT gefoltert: PER > PER"),
    ("Präsident Macron reiste mit seiner Frau Brigitte Macron nach Kenia. Die UNO kritisierte Macron.",
     "ACCUSE kritisierte: Vereinte Nationen > FRA"),
    ("Frankreich ließ sich auf keinen Kompromiss ein.", "REJECT ließ keinen ein: FRA > -"),
    ("Der Plan Frankreichs fand bei Italien keine Zustimmung.", "REJECT fand keine Zustimmung: ITA > FRA"),
    ("Hohe Beamte Ungarns und Rumäniens sind am Montag übereingekommen, die Grenze zu öffnen.",
     "AGREE übereingekommen: HUN ROU > -"),
    ("Ärzte aus Kuba haben dem Roten Halbmond im iranischen Bam Medikamente übergeben.",
     "AID übergeben: CUB > Roter Halbmond"),
    ("Äthiopien hat an der Grenze zu Somalia Truppen massiert.", "MOBILIZE massiert: ETH > SOM"),
    ("Die Armee hat im Süden Serbiens drei ethnische Albaner getötet.", "ASSAULT getötet: SRB > SRB"),
    ("Syrien rückte aus dem Libanon ab, den es lange besetzt hielt.", "COERCE besetzt hielt: SYR > LBN"),
    ("Burundische Milizionäre sind über ein Lager für Flüchtlinge aus dem Kongo hergefallen.",
     "ASSAULT hergefallen: BDI > COD"),
    ("Aserbaidschan schloss die Grenze zum Iran.", "SANCTION schloss: AZE > IRN"),
    ("Die Junta schloss die Grenzen.", "COERCE schloss: Junta > -"),
    ("Algerien sperrte den Luftraum für Flugzeuge aus Marokko.", "SANCTION sperrte: DZA > MAR"),
    ("Der IWF knüpft die Hilfe für Kenia an Reformen.", "REQUEST knüpft: IWF > KEN"),
    ("Kenia wies Flüchtlinge aus Somalia aus.", "COERCE wies aus: KEN > SOM"),
    ("Die Ablehnung der EU-Verfassung durch Irland kam nicht überraschend.", "REJECT Ablehnung: IRL > EU"),
    ("Die Opposition in Mali bezweifelt die Darstellung Frankreichs.", "REJECT bezweifelt: MLI > FRA"),
    ("In Georgien trafen zwei Raketen ein Dorf.", "ASSAULT trafen: - > GEO"),
    ("Die Räumung durch Polizisten in Lima dauerte Stunden.", "COERCE Räumung: PER > -"),
    ("Die Justiz in Peru ermittelt wegen Mordes.", "ACCUSE ermittelt: PER > -"),
    ("Es gab Kritik aus der Opposition an der Regierung in Kenia.", "ACCUSE Kritik: KEN > KEN"),
    ("Die USA und Südkorea begannen ein gemeinsames Manöver.", "COOPERATE Manöver: KOR USA > -"),
    ("Venezuela stoppte seine Lieferungen; auch die Weltbank fror Kredite in Höhe von 270 Millionen Dollar ein.",
     "SANCTION fror ein: Weltbank > VEN"),
    ("Togo rief seine Bürger auf, Waren aus Benin zu meiden.", "PROTEST meiden: TGO > BEN"),
    ("Paris forderte seine Bürger auf, das Land zu verlassen.", "RETREAT verlassen: FRA > -"),
    ("Die Diplomaten Malis müssen das Land verlassen.", "RETREAT verlassen: MLI > -"),
    ("Israel ließ fünf Libanesen laufen.", "RETREAT laufen: ISR > LBN"),
    ("Ungarn meldete Widerstand an: Die Sanktionen werde Serbien nicht mittragen.", "REJECT Widerstand: HUN > -"),
]  # fmt: skip

NOT_TOLD = [
    ("Der Minister sprach von einem psychologischen Krieg des Westens gegen Iran.", "ASSAULT"),
    ("In Bagdad ist ein Gesetz der Regierung im Gespräch.", "CONSULT"),
    ("Israel wollte Gespräche mit Syrien nicht ausschließen.", "REJECT"),
    ("Die Regierung von Peru hob die Strompreise an.", "CONSULT"),
    ("Der Minister sagte dem von einem Sturm getroffenen Mosambik Geld zu.", "CONSULT"),
    ("Das Hochwasser des Niger bedroht Dörfer in Mali.", "THREATEN"),
    ("In Peru explodierte ein Gastank. Die Explosion war in ganz Lima zu hören.", "ASSAULT"),
    ("Das Schiff brachte eine Blockade der Häfen durch Kenia in Not.", "PROTEST"),
    ("Die Demonstranten in Lima errichteten eine Straßensperre.", "COERCE"),
    ("Die Agrarhilfe nimmt den größten Posten im Haushalt der EU ein.", "COERCE"),
    ("Die Entscheidung Georgiens wurde in letzter Minute getroffen.", "ASSAULT"),
    ("Griechenland wurde von der Krise hart getroffen.", "ASSAULT"),
    ("Der mexikanische Peso gab gegenüber dem Dollar nach.", "CONCEDE"),
    ("Der Minister von Mali verließ das Land nach der Wahl.", "RETREAT"),
    ("Argentinien muss im Viertelfinale gegen Peru auf den Kapitän verzichten.", "CONCEDE"),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("sentence", "kind"), NOT_TOLD)
def test_not_told(events_of: Callable[[str], list[str]], sentence: str, kind: str) -> None:
    assert not any(line.startswith(kind) for line in events_of(sentence))
