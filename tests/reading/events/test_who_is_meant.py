"""Sides named by a relative clause, an object pronoun, a list or a participle: our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

TOLD = [
    ("Polen und Ungarn stritten. China wiederum, an den Feldern beteiligt, rief beide Länder zum Dialog auf.",
     "REQUEST rief auf: CHN > HUN POL"),
    ("In Mali hat niemand Reporter verhaftet.", "COERCE verhaftet: - > MLI"),
    # who was named last, not who acts
    ("Polen brach die Beziehungen zu Kenia ab und warf dessen Armee Folter vor.", "ACCUSE warf vor: POL > KEN"),
    ("In Prag wurde der kenianische Botschafter einbestellt. Dieser wies die Vorwürfe zurück.",
     "REJECT wies zurück: KEN > CZE"),
    ("Der Kreml half Mali. Ein stellvertretender Außenminister reiste im April nach Bamako.",
     "CONSULT reiste: RUS > MLI"),
    ("Mehr als zehn Menschen töteten Kämpfer der Taliban am Montag.", "ASSAULT töteten: AFG > AFG"),
    ("Der König von Oman hat das Parlament aufgelöst und den Minister verhaften lassen.",
     "COERCE verhaften: OMN > OMN"),
    ("1974 besetzten türkische Truppen den Norden Zyperns.", "COERCE besetzten: TUR > CYP"),
    (
        "Der polnische Außenminister Jan Nowak und der ungarische Außenminister Béla Kis kamen. Die Minister "
        "verhandelten mit Kenia.",
        "CONSULT verhandelten: HUN KEN POL > -",
    ),
    (
        "Putin und sein Sohn wurden von maltesischen Rebellen gefangen genommen. Kurz darauf wurden sie erschossen.",
        "ASSAULT erschossen: MLT > RUS",
    ),
    ("Die Verurteilung der Angriffe auf Mali durch Kenia kam spät.", "ASSAULT Angriffe: - > MLI"),
    (
        "Polen forderte Ungarn zu Gesprächen auf. In dem Brief wird die ungarische Regierung scharf kritisiert.",
        "ACCUSE kritisiert: POL > HUN",
    ),
    ("Die Resolution, die das Parlament der EU verabschiedete, verurteilt Mali und fordert Kenia auf, zu gehen.",
     "REQUEST fordert auf: Europäisches Parlament > KEN"),
    # who acts for a body is the body; its ministers act for themselves
    ("Vertreter von Greenpeace kritisierten die Regierung von Mali.", "ACCUSE kritisierten: Greenpeace > MLI"),
    ("Die EU-Außenminister kritisierten Mali.", "ACCUSE kritisierten: EU-Außenminister > MLI"),
    # members of parties called by an adjective, with and without a name
    ("Der Grüne Jan Berg kritisierte Mali.", "ACCUSE kritisierte: Jan Berg > MLI"),
    ("Grüne und Linke kritisierten Mali.", "ACCUSE kritisierten: DEU DEU > MLI"),
    # who is told of behind the clause is some of those counted in it
    ("Mehrere Staaten riefen ihre Botschafter aus Mali zurück, unter ihnen Kenia.",
     "SANCTION riefen zurück: KEN > MLI"),
    ("Zehn Staaten verurteilten den Angriff Malis scharf, Kenia nicht.", "ASSAULT Angriff: MLI > -"),
    # whose help it is that is promised at the talk
    ("Ungarn sicherte Mali bei einem Telefonat Kenias Unterstützung zu.", "CONSULT Telefonat: HUN MLI > -"),
    # one participle of two verbs
    ("Ungarn hatte Mali geraten, Kenia zu verlassen.", "REQUEST geraten: HUN > MLI"),
    # a body whose name looks like many people is one, which its verb shows
    ("Ärzte ohne Grenzen kritisierte die Regierung von Mali.", "ACCUSE kritisierte: Ärzte ohne Grenzen > MLI"),
    ("Reporter ohne Grenzen tadelte der König von Oman.", "ACCUSE tadelte: OMN > Reporter ohne Grenzen"),
    ("Polen veröffentlichte einen Bericht. Der Bericht kritisiert Ungarn scharf.", "ACCUSE kritisiert: POL > HUN"),
    ("Die Studie des UN-Büros wirft Mali Versagen vor.", "ACCUSE wirft vor: Vereinte Nationen > MLI"),
    ("Muammar al-Gaddafi starb in Libyen. Gaddafis Stamm hatte bei der UNO um Hilfe angefragt.",
     "REQUEST angefragt: LBY > Vereinte Nationen"),
    ("Das fordert der Landtagsabgeordnete der Freiheit, Sven Knoll, in einem Brief.", "REQUEST fordert: Sven Knoll > -"),
    ("Griechische Studenten protestierten gegen das Treffen der NATO.", "CONSULT Treffen: Nato > -"),
    ("Auf Druck der USA stimmte Kuba dem Vertrag zu.", "REQUEST Druck: USA > CUB"),
    ("Unter dem Druck Moskaus gab Kiew nach.", "REQUEST Druck: RUS > UKR"),
    (
        "In Ungarn herrscht Sorge. Die ungarische Polizei ist in Budapest. Die Gruppe „Falken“ kritisierte Serbien.",
        "ACCUSE kritisierte: HUN > SRB",
    ),
    (
        "In Kuba sammelte das kubanische Netzwerk „Rote Wespe“ Daten. In Florida nahm Kanada zwei Mitglieder von Rote "
        "Wespe fest.",
        "COERCE nahm fest: CAN > CUB",
    ),
    (
        "Myanmar leidet. Myanmar braucht Hilfe. Anna Weber vom UN-Büro für Katastrophen in Myanmar kritisierte Laos.",
        "ACCUSE kritisierte: Anna Weber > LAO",
    ),
    (
        "Die USA sind in Sorge. In Washington wurde ein junger Marokkaner gefasst. Er lebte in den USA. Das "
        "Justizministerium lobte Kanada.",
        "SUPPORT lobte: USA > CAN",
    ),
    ("Der IWF kündigte an, Mali keine Hilfe mehr leisten zu wollen.", "REJECT kündigte an: IWF > MLI"),
    (
        "Der Minister Karim El Mansuri forderte Chile und Peru zu Gesprächen auf.",
        "REQUEST forderte auf: Karim El Mansuri > CHL PER",
    ),
    ("In Mali wurde einem Mann ein Angriff auf Kenia vorgeworfen.", "ACCUSE vorgeworfen: - > MLI"),
    ("Georgien verurteilte die Politik Putins, der zum Verzicht auf die Wahl aufgerufen hatte.",
     "REQUEST aufgerufen: RUS > -"),
    ("Außenminister Radosław Sikorski besuchte den Präsidenten Alexander Lukaschenko, um ihn zu drängen, "
     "die Gefangenen freizulassen.", "REQUEST drängen: POL > BLR"),
    ("Die internationale Gemeinschaft, darunter der Generalsekretär der Vereinten Nationen, Ban Ki-moon, sowie die "
     "Afrikanische Union hatten Belarus scharf verurteilt.",
     "ACCUSE verurteilt: Afrikanische Union Ban Ki-moon internationale Gemeinschaft > BLR"),
    ("Westliche Regierungen, darunter Polen, haben Belarus verurteilt.", "ACCUSE verurteilt: POL Westen > BLR"),
    ("Die EU, darunter Polen, verurteilte Belarus.", "ACCUSE verurteilte: EU > BLR"),
    ("Der inzwischen gestürzte Präsident Malis, Amadou Toumani Touré, sprach in Dakar.", "COERCE gestürzte: - > MLI"),
    ("Die USA bemühen sich darum, China von seiner ablehnenden Haltung gegenüber Sanktionen abzubringen.",
     "REQUEST abzubringen: USA > CHN"),
    ("Kanada hat die Bereitschaft erklärt, in Gespräche mit dem Iran einzutreten.",
     "AGREE Bereitschaft: CAN > IRN"),
    ("Frankreich nannte das Urteil Ankaras eine Farce.", "ACCUSE nannte Farce: FRA > TUR"),
    ("In Polen bot Ministerpräsident Jan Nowak der Ukraine am Montag Gespräche an.",
     "AGREE bot an: POL > UKR"),
    ("In einem Bericht der Vereinten Nationen wurde Ruanda scharf kritisiert.",
     "ACCUSE kritisiert: Vereinte Nationen > RWA"),
    ("Washington befürchtet, dass Kenia ein Anschlag droht.", "ASSAULT Anschlag: - > KEN"),
    ("Scharfe Kritik an Ungarn kam aus Frankreich.", "ACCUSE Kritik: FRA > HUN"),
    ("Polen klagte den General Juan Pérez an. Die EU verfolgt den Prozess.", "ACCUSE Prozess: - > Juan Pérez"),
    ("Die Stadt Aleppo fiel in die Hände der Taliban.", "COERCE fiel in Hände: AFG > SYR"),
    ("Die kenianische Polizei nahm zwei Iraner fest. Der Erste wurde in Nairobi festgenommen.",
     "COERCE festgenommen: KEN > IRN"),
    ("Die kenianische Polizei nahm in Nairobi zwei Iraner fest. Die Festgenommenen wurden gefoltert.",
     "ASSAULT gefoltert: - > IRN"),
    ("Der Angriff galt dem Botschafter der USA. Bewaffnete Terroristen flohen.",
     "ASSAULT Angriff: bewaffnete Terroristen > USA"),
    ("Zwei Iraner sind in Kabul in die Hände der Taliban geraten.", "ASSAULT in Hände geraten: AFG > IRN"),
    ("Der Richter in Kiew lehnte die Forderung Polens, Zeugen erneut zu hören, ab.", "REJECT lehnte ab: UKR > POL"),
    ("Kanada kritisierte das Verfahren gegen den General Juan Pérez.", "ACCUSE Verfahren: - > Juan Pérez"),
    ("Die Lehrer in Athen schlossen sich dem Streik an.", "PROTEST schlossen Streik an: GRC > -"),
    ("Das Kloster brannte. Syrische Politiker und westliche Regierungen machen den Iran für das Attentat in Damaskus "
     "verantwortlich.", "ACCUSE machen verantwortlich: SYR Westen > IRN"),
    ("Eine Miliz in Beirut lieferte sich mit syrischen Soldaten Feuergefechte.",
     "ASSAULT Feuergefechte: LBN SYR > -"),
    ("Griechenland nahm Flüchtlinge aus Syrien und Afghanistan auf.", "AID nahm auf: GRC > AFG SYR"),
    ("Polen verabschiedete ein Gesetz, das die Opposition unterdrückt.", "COERCE unterdrückt: POL > POL"),
    ("Außenminister Sergei Lawrow sprach in Sotschi. Ein Treffen mit seinem georgischen Amtskollegen ist geplant.",
     "CONSULT Treffen: GEO RUS > -"),
    ("Außenminister Sergei Lawrow flog ab. Er traf seinen Kollegen aus Ankara.", "CONSULT traf: RUS TUR > -"),
    ("Nach dem Ende des Kosovokrieges kam die Hilfe.", "ASSAULT Kosovokrieges: SRB XKX > -"),
    ("Die Verhandlungen mit Serbien über einen Beitritt zur Europäischen Union stocken.",
     "CONSULT Verhandlungen: Europäische Union SRB > -"),
    ("Schwulenfeindliche Gruppen hatten in Serbien angekündigt, die Parade gewaltsam anzugreifen.",
     "ASSAULT anzugreifen: SRB > -"),
    ("Türkische Behörden haben den Zugang zu Wikipedia blockiert.", "COERCE blockiert: TUR > Wikipedia"),
    ("China und Indien weigern sich, dem Kosovo den Status eines souveränen Staates zu verleihen.",
     "SUPPORT verleihen: CHN IND > XKX"),
    ("Der Richter in Kiew lehnte die Forderung Polens ab.", "REJECT lehnte ab: UKR > POL"),
    ("Nach seiner Festnahme wurde Ratko Mladić sein Haftbefehl eröffnet.", "COERCE Haftbefehl: - > BIH"),
    ("Russische Soldaten befinden sich in der Ukraine in Gefangenschaft.", "COERCE Gefangenschaft: UKR > RUS"),
    ("In Georgien wurde die Reporterin von Soldaten entführt und misshandelt.", "ASSAULT misshandelt: GEO > GEO"),
    ("Die Außenminister der Mitgliedsstaaten der Europäischen Union haben sich auf einem Treffen in Wien geeinigt.",
     "AGREE geeinigt: Außenminister > -"),
    ("Der Norden Koreas ist arm. Südkorea und Nordkorea streiten. Der Süden bestreitet, angegriffen zu haben.",
     "REJECT bestreitet: KOR > -"),
    ("Die Regierungen von Italien und Malta trafen sich. Beide Regierungen forderten Hilfe.",
     "REQUEST forderten: ITA MLT > -"),
    ("Auf Weisung des Präsidenten von Belarus wurde die Partei aufgelöst.", "COERCE aufgelöst: BLR > BLR"),
    ("Der Pilot aus Polen befindet sich noch in Gewahrsam Litauens.", "COERCE Gewahrsam: LTU > POL"),
    ("Ungarn begrüßte den Schritt Polens, Truppen nach Mali zu entsenden.", "MOBILIZE entsenden: POL > -"),
    ("Ungarn lehnt den Plan der EU ab, Sanktionen gegen Russland zu verhängen.",
     "SANCTION Sanktionen verhängen: EU > RUS"),
    ("Indien gehört zu den Staaten, die den Vertrag unterzeichnet haben.", "SUPPORT unterzeichnet: IND > -"),
    ("Die Häftlinge in Mali nahmen einen Arzt aus Polen als Geisel. Später wurde der Arzt aus Polen freigelassen.",
     "RETREAT freigelassen: MLI > POL"),
    ("Putin traf Xi Jinping in Wien. Kanada zeigte sich bestürzt über den Vorfall und verurteilte ihn.",
     "ACCUSE verurteilte: CAN > -"),
    ("Viele Staaten kritisierten China.", "ACCUSE kritisierten: Staaten > CHN"),
    ("Das Parlament der EU verabschiedete eine Resolution, welche die Lage in Polen bedauert und die polnische "
     "Regierung auffordert, das Gesetz zurückzunehmen.", "REQUEST auffordert: Europäisches Parlament > POL"),
    ("In Mali nahm der Angeklagte den Tod des Polizisten in Kauf, als er auf ihn schoss.",
     "ASSAULT schoss: MLI > MLI"),
    ("In Somalia wurde ein deutscher Helfer entführt. Der Mann wurde von Bewaffneten verschleppt.",
     "ASSAULT verschleppt: Bewaffnete > DEU"),
    ("In Washington wurde ein Marokkaner festgenommen. Der Mann wurde verurteilt.", "ACCUSE verurteilt: - > MAR"),
    ("Die Partei Thai Rak Thai (TRT) protestierte in Bangkok. Thailand verbot die TRT.",
     "COERCE verbot: THA > THA"),
    ("Der Menschenrechtsrat der UN kritisierte den Iran.", "ACCUSE kritisierte: UN-Menschenrechtsrat > IRN"),
    ("Gestern wurde der französische Reporter in Teheran verhaftet.", "COERCE verhaftet: IRN > FRA"),
    ("In Belarus wurde gewählt. Die Wahl in Belarus war unfrei. Die OSZE kritisierte den Ablauf der Wahl.",
     "ACCUSE kritisierte: OSZE > BLR"),
    ("Gelesen wurde die Petition Malis an den König. Darin wird Japan aufgefordert, Truppen abzuziehen.",
     "REQUEST aufgefordert: MLI > JPN"),
    ("Die OSZE rügt Georgien. Insbesondere wird die Justiz kritisiert.", "ACCUSE kritisiert: OSZE > GEO"),
    ("Der Aktivist wurde aus der Islamischen Partei in Bagdad ausgeschlossen.",
     "SANCTION ausgeschlossen: IRQ > IRQ"),
    ("Die Miliz in Uganda hat Bauern zwangsrekrutiert. Außerdem wurden Kinder ermordet.",
     "ASSAULT ermordet: UGA > UGA"),
    ("Bosnisch-serbische Truppen eroberten die Stadt.", "COERCE eroberten: BIH > -"),
    ("Die vor Gericht gestellte Ministerin aus Polen schwieg.", "ACCUSE vor Gericht gestellte: POL > POL"),
    ("Die EU verhandelt mit Island. Die EU traf Vertreter Islands. Verhandlungen mit Island sind lang.",
     "CONSULT Verhandlungen: EU ISL > -"),
    ("In Mali gab es einen Anschlag auf deutsche Soldaten. Zu dem Anschlag bekannte sich die Gruppe Boko Haram.",
     "ASSAULT Anschlag: NGA > DEU"),
    ("In Belarus wurde eine Person verhaftet.", "COERCE verhaftet: BLR > BLR"),
    ("Prinz Harry traf den Präsidenten Malis.", "CONSULT traf: GBR MLI > -"),
    ("In Basra nahmen Marines am Morgen den Bürgermeister fest.", "COERCE nahmen fest: USA > IRQ"),
    ("Islamisten nahmen in Mali drei französische Geiseln.", "ASSAULT nahmen Geiseln: MLI > FRA"),
    ("Der Friedensnobelpreis wird dem Präsidenten Malis verliehen.", "SUPPORT verliehen: - > MLI"),
    ("Der Minister Malis erhielt den Friedensnobelpreis.", "SUPPORT erhielt Friedensnobelpreis: - > MLI"),
    ("Der Präsident Malis wird nicht mehr kandidieren.", "RETREAT nicht mehr kandidieren: MLI > -"),
    ("In Berlin tagte der Rechtsausschuss des Bundestags.", "CONSULT tagte: DEU > -"),
    ("Ungarn bezeichnete das Gesetz Polens als einen Akt der Barbarei.", "ACCUSE bezeichnete Barbarei: HUN > POL"),
    # what is demanded or found fault with is not criticised in its turn, but dismissed
    ("Der Minister Ungarns bezeichnete die Forderung Polens als unrealistisch.",
     "REJECT bezeichnete unrealistisch: HUN > POL"),
    ("Ungarn hält die Kritik Polens für ungerechtfertigt.", "REJECT hält ungerechtfertigt: HUN > POL"),
    ("Ungarn hält die Kritik Polens für berechtigt.", "SUPPORT hält berechtigt: HUN > POL"),
    ("Ungarn hält die Politik Polens für falsch.", "ACCUSE hält falsch: HUN > POL"),
    ("Ein Gericht in Riad verhängte eine Gefängnisstrafe gegen den Aktivisten.",
     "ACCUSE verhängte Gefängnisstrafe: SAU > SAU"),
]  # fmt: skip
NOT_TOLD = [
    "Die Regierung in Kiew sah sich gezwungen, zu warten.",
    "Polen ist gezwungen, zu warten.",
    "In Kiew wurde ein Mann von einem Stein getroffen.",
    "Serbien hat ein Gesetz gegen die Diskriminierung von Minderheiten.",
    "Die Anklage forderte in Kiew sieben Jahre.",
    "Iran speichert die Fingerabdrücke der Reisenden.",
    "Der Ölpreis hat in Iran leicht nachgegeben.",
    "Ungarn bezeichnete das Gesetz Polens als ein Zeichen des Wandels.",
    "Der Präsident Malis wird wieder kandidieren.",
    "Ihnen drohen in Belarus acht Jahre Haft.",
    "Das Dekret Polens sei eine Vergewaltigung internationaler Normen.",
    "Das Dekret gestattet dem Ministerium in Rom eine Prüfung.",
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_told(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize("sentence", NOT_TOLD)
def test_no_deed(events_of: Callable[[str], list[str]], sentence: str) -> None:
    assert not [
        told
        for told in events_of(sentence)
        if told.startswith(("THREATEN", "ASSAULT", "CONCEDE", "COERCE", "ACCUSE"))
    ]
