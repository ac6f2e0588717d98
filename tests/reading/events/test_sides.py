"""Who acts and who receives: our own sentences with the events they tell.

Each group says first what must be found, then the sentences that say it.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

CORPUS: list[tuple[str, list[str]]] = [
    (
        "ACCUSE attackierte: USA > CHN",
        [
            "Der US-Senator John Miller attackierte China als Dieb.",
            "Die USA attackierte China in einer Rede vor Studenten.",
        ],
    ),
    ("ACCUSE griff an: FRA > TUR", ["Frankreich griff den türkischen Premier Ali Demir an: „Er lügt.“"]),
    ("COERCE nahm fest: EGY > EGY", ["Die ägyptische Armee nahm am Montag bis zu 300 Studenten fest."]),
    ("ASSAULT getötet: - > MMR", ["In Birma wurden am Montag bis zu fünf Mönche getötet."]),
    ("COERCE verwehrt: POL > POL", ["Polen verwehrt Journalisten den Zugang."]),
    ("ACCUSE warf vor: POL > POL", ["Polen warf Soldaten Plünderungen vor."]),
    ("MOBILIZE Manöver: VEN > -", ["Caracas lässt Manöver an der Grenze zu Guyana beginnen."]),
    ("SANCTION Sanktionen: USA > TUR", ["Der Türkei drohen Sanktionen der USA."]),
    ("ASSAULT griff an: RUS > UKR", ["Russland griff die Ukraine als Erster an."]),
    (
        "ACCUSE bezeichnete illegal: POL > RUS",
        ["Polen bezeichnete das neue Gesetz Russlands als völlig illegal."],
    ),
    ("ACCUSE nannte feige: POL > RUS", ["Polen nannte den Einmarsch Russlands feige."]),
    ("REJECT nicht erpressen: CZE > -", ["Prag lässt sich von Moskau nicht erpressen."]),
    ("REJECT nichts wissen: FRA > -", ["Davon will die Regierung in Paris nichts wissen."]),
    ("ACCUSE sieht Rache: FRA > -", ["Die Regierung in Paris sieht darin Rache."]),
    (
        "ACCUSE nannte gerechtfertigt: POL > RUS",
        ["Polen nannte den Einmarsch Russlands nicht gerechtfertigt."],
    ),
    ("ACCUSE bezeichnete illegitim: POL > -", ["Polen bezeichnete die Wahl als illegitim."]),
    ("SUPPORT bezeichnete legitim: POL > -", ["Polen bezeichnete die Wahl als legitim."]),
    ("ACCUSE nannte Banditentum: POL > -", ["Der polnische Minister nannte das Banditentum."]),
    ("ACCUSE sprach unerträglichen Vorgang: POL > -", ["Warschau sprach von einem unerträglichen Vorgang."]),
    ("REJECT sprach Märchen: IRN > -", ["Teheran sprach von einem Märchen."]),
    ("REJECT nannte absurd: IRN > USA", ["Teheran nannte den Bericht der USA absurd."]),
    ("SUPPORT nannte Vorbild: POL > GHA", ["Polen nannte den Präsidenten Ghanas ein Vorbild."]),
    (
        "ASSAULT Völkermords: TUR > ARM",
        ["Frankreich bezichtigte die Türkei des Völkermords an den Armeniern."],
    ),
    ("ASSAULT Angriffen: AFG > USA", ["Zwei US-Soldaten wurden bei Angriffen der Taliban getötet."]),
    ("ASSAULT Anschlag: - > USA", ["Bei dem Anschlag starben zwei US-Soldaten."]),
    ("PROTEST Proteste: FRA > -", ["Ein Gericht verurteilte Teilnehmer der Proteste in Frankreich."]),
    (
        "PROTEST Demonstration: KEN > -",
        [
            "Kenia ist unruhig. Die Veranstalter der Demonstration in Nairobi und die französische Polizei stritten."
        ],
    ),
    ("REQUEST fordern auf: - > POL", ["Die Organisationen fordern Polen auf, Truppen abzuziehen."]),
    ("CONSULT kamen zusammen: DEU > -", ["Am Montag kamen in Berlin Spitzenvertreter zusammen."]),
    (
        "PROTEST demonstriert: DEU > -",
        [
            "In Berlin haben am Samstag nach Angaben der Polizei 25.000 Menschen für Bürgerrechte demonstriert."
        ],
    ),
    ("COERCE stellt unter Strafe: FRA > -", ["Frankreich stellt jede Leugnung unter Strafe."]),
    ("ASSAULT Massaker: - > BIH", ["Polen gedachte des Massakers von Srebrenica; das Massaker war 1995."]),
    ("ASSAULT Terroranschläge: - > ESP", ["Die Terroranschläge von Madrid erschütterten Polen."]),
    (
        "ACCUSE als Terrororganisation eingestuft: USA > IRN",
        ["Die Garden des Iran wurden von den USA als Terrororganisation eingestuft."],
    ),
    (
        "ASSAULT Gewalt: SDN > SDN",
        ["Im Sudan gab es Gewalt gegen Kinder, die von Rebellen ausgeübt wurde."],
    ),
    (
        "ACCUSE Vorwürfe: FRA > MLI",
        ["Frankreich prangerte Gewalt an. Die Vorwürfe richten sich gegen die Armee Malis."],
    ),
    (
        "REQUEST auffordert: FRA > MLI",
        ["Frankreich verabschiedete eine Resolution, welche die malische Regierung auffordert, abzuziehen."],
    ),
    ("ASSAULT angegriffen: - > MLI", ["In Mali wurden Frauen angegriffen."]),
    ("COERCE verwehrt: - > LBN", ["Im Libanon ist es so weit, dass Journalisten der Zugang verwehrt wurde."]),
    ("COERCE Verletzung: SYR > -", ["Die Verletzung von Menschenrechten in Syrien dauert an."]),
    (
        "COERCE diskriminiert: BGR > BGR",
        ["In Bulgarien werden Roma diskriminiert."],
    ),
    ("ASSAULT beschossen: BRA > -", ["In Brasilien beschossen sich Polizisten und Bandenmitglieder."]),
    (
        "CONSULT Treffen: europäische Verteidigungsminister > -",
        ["Bei einem Treffen der europäischen Verteidigungsminister in Finnland sprach Merkel."],
    ),
    ("CONSULT Verhandlungen: EU ISL > -", ["Füle empfahl Verhandlungen über einen EU-Beitritt Islands."]),
    ("COERCE Räumung: FRA > -", ["Die französische Polizei begann mit der Räumung des Flüchtlingslagers."]),
    (
        "ASSAULT gestürmt: BRA > BRA",
        ["Die Polizei von Rio de Janeiro hat das Armenviertel Vila Cruzeiro gestürmt."],
    ),
    (
        "REQUEST empfahl: POL > -",
        ["Gestern empfahl der polnische Minister für Handel und neue Politik Karl Meier Reformen."],
    ),
    ("ASSAULT steckten in Brand: MLI > MLI", ["Die Rebellen steckten in Mali eine Moschee in Brand."]),
    ("COERCE räumten: FRA > -", ["Französische Behörden räumten das Flüchtlingslager Sangatte."]),
    (
        "SUPPORT nannte gerechtfertigt: USA > FRA",
        ["Präsident Obama nannte den Angriff Frankreichs auf Kairo gerechtfertigt."],
    ),
    (
        "ASSAULT Angriff: - > EGY",
        ["Oslo erklärte Ali Meier zum Terroristen. Obama lobte den Angriff auf Kairo."],
    ),
    (
        "COERCE enterte: ISR > Aktivisten",
        ["Israel enterte ein Schiff mit Aktivisten aus sechs Nationen an Bord."],
    ),
    (
        "SANCTION verhängte Sanktionen: USA > Karl Ruiz",
        ["Damals lobte die US-Regierung Karl Ruiz und verhängte Sanktionen gegen ihn."],
    ),
    ("CONSULT Sitzung: UN-Sicherheitsrat > -", ["Auf einer Sitzung des UN-Sicherheitsrats sprach Merkel."]),
    (
        "ASSAULT Massaker: - > BIH",
        ["Das Massaker in Bosnien wurde vom Gerichtshof der UNO zum Völkermord erklärt."],
    ),
    (
        "ASSAULT Weltkrieg: - > -",
        ["Die Massaker Malis in Togo waren schwer. Seit dem Zweiten Weltkrieg gab es nichts."],
    ),
    (
        "COERCE abzuführen: MLI > MLI",
        ["Die Soldaten Togos konnten die malischen Rebellen nicht aufhalten, Frauen aus Mali abzuführen."],
    ),
    ("ASSAULT Angriffe: RUS > UKR", ["Die Angriffe von Moskau auf Kiew dauern an."]),
    (
        "ASSAULT Brandanschlag: - > EGY",
        ["In Ägypten gab es Streit. Der Brandanschlag auf eine Kairoer Kirche war im März."],
    ),
    ("ASSAULT Luftangriff: - > YEM", ["Der Luftangriff auf ein Lager im Norden des Jemen war schwer."]),
    (
        "REJECT wies zurück: MLI > FRA",
        ["Togo wies den Bericht Frankreichs zurück. Mali wies ihn ebenfalls zurück."],
    ),
    (
        "REQUEST fordert: MLI > Vereinte Nationen",
        ["Mali fordert die Schaffung von Zonen durch die Vereinten Nationen."],
    ),
    (
        "SANCTION Reiseverbot verhängt: UN-Sicherheitsrat > LBY",
        [
            "Der UN-Sicherheitsrat beschloss Sanktionen gegen Libyen. Gegen Libyens König wird ein Reiseverbot verhängt."
        ],
    ),
    (
        "COERCE enterte: TUR > ausländische Aktivisten",
        ["Die türkische Marine enterte ein Schiff mit 16 ausländischen Aktivisten an Bord."],
    ),
    (
        "ASSAULT Luftangriff: NER > MLI",
        ["Niger hat bei einem Luftangriff in Mali Joe Miller getötet, den Führer der Rebellen."],
    ),
    ("ASSAULT getötet: - > MLI", ["In Mali wurden nach Angaben von Diplomaten drei Soldaten getötet."]),
    (
        "ASSAULT töteten: ISR > ISR",
        ["Ende Mai 2010 töteten israelische Soldaten bei einer ähnlichen Aktion neun Aktivisten."],
    ),
    ("REJECT Nichtanerkennung: SRB > XKX", ["Die Nichtanerkennung des Kosovo durch Serbien bleibt."]),
    ("REJECT lehnte ab: Pablo Ruiz > -", ["Das lehnte Pablo Ruiz jedoch ab."]),
    ("REJECT wies zurück: TUR > -", ["Dies wies Ankara zurück.", "Beides wies Ankara zurück."]),
    ("SUPPORT begrüßte: TUR > -", ["Das begrüßte Ankara."]),
    ("ASSAULT griffen an: Rebellen > IRQ", ["Die Rebellen in Aleppo griffen Stellungen im Irak an."]),
    (
        "ACCUSE verurteilt: Nato Pablo Ruiz > -",
        ["Die NATO, darunter ihr Generalsekretär, Pablo Ruiz, hatte den Putsch scharf verurteilt."],
    ),
    (
        "SUPPORT dankte: Pablo Ruiz > MLI",
        ["Einer der Rebellen in Mali, Pablo Ruiz, dankte den Bürgern Malis für die Hilfe."],
    ),
    (
        "CONSULT Gespräche: FRA IRN > -",
        ["Frankreich erklärte seine Bereitschaft, in Gespräche mit dem Iran einzutreten."],
    ),
    ("ASSAULT Folter: LBN > -", ["Folter soll von Soldaten der Hisbollah begangen worden sein."]),
    ("ASSAULT Kriegsverbrechen: SRB > -", ["Serbien war in vier Fällen an Kriegsverbrechen beteiligt."]),
    (
        "SUPPORT machte Beitritt stark: DEU > TUR",
        ["Die Regierung in Berlin machte sich für einen Beitritt der Türkei stark."],
    ),
    ("ASSAULT griffen an: pro-russische Milizen > GEO", ["Pro-russische Milizen griffen Georgien an."]),
    (
        "SANCTION setzte aus: Afrikanische Union > MLI",
        ["Die Afrikanische Union setzte die Mitgliedschaft Malis in der Union aus."],
    ),
    ("CONCEDE billigten zu: USA > IRN", ["Die USA billigten dem Iran das Recht auf Kernenergie zu."]),
    (
        "ACCUSE Schlagabtausch: FRA TUR > -",
        ["Es kam zu einem heftigen Schlagabtausch zwischen Frankreich und der Türkei."],
    ),
    ("ACCUSE gesucht: PER > Pablo Ruiz", ["Pablo Ruiz wird von Peru wegen Hochverrats gesucht."]),
    ("AGREE bereit: TUR > IRQ", ["Die Türkei ist zu Verhandlungen mit dem Irak bereit."]),
]

TORN: list[tuple[str, str]] = [
    ("AID Asyl: CHL > HTI",
     "Chile hat zwei Offizieren der haitianischen Armee, die sich seit Wochen in einem Kloster versteckt halten, "
     "politisches Asyl gewährt."),
    ("AGREE zugesagt: SWE > MLI", "Schweden hat dem vom Bürgerkrieg zerrissenen Mali Hilfe zugesagt."),
    ("ASSAULT zerstört: MLI > -", "Die Soldaten Malis haben ein Lager beschossen und dabei acht Häuser zerstört."),
    ("ASSAULT Sprengstoffanschlag: CHE > PER",
     "Schweizer Extremisten haben bei einem Sprengstoffanschlag drei peruanische Soldaten verletzt."),
    ("ASSAULT Angriff: CAN > MLI", "Kanadische Flugzeuge haben bei einem Angriff in Mali neun malische Soldaten getötet."),
    ("CONSULT Treffen empfangen: NOR PER > -",
     "Der norwegische Premier hat den peruanischen Außenminister am Montag zu einem kurzen Treffen empfangen."),
    ("ASSAULT getötet: NER > MLI",
     "Die Soldaten Nigers griffen ein Dorf in Mali an. Dabei wurden nach Angaben von Ärzten zehn Menschen getötet."),
    ("ASSAULT Anschlag: MLI > NER", "Die Regierung in Niamey machte Mali für den Anschlag auf Niger verantwortlich."),
    ("ASSAULT angegriffen: NER > SDN", "Ein Lager für sudanesische Flüchtlinge wurde von Soldaten aus Niger angegriffen."),
    ("ACCUSE vorgeworfen: MLI > NER", "Mali hat gegen Niger protestiert und dem Nachbarland Verrat vorgeworfen."),
    ("ASSAULT Kämpfen: CAN PER > -", "Kanadische Truppen haben nach Kämpfen eine Stadt in Peru erobert."),
    ("COERCE festgenommen: - > CHE",
     "Peru hat am Freitag Schweizer Touristen ausgewiesen, die in der Provinz festgenommen worden waren."),
    ("AID Militärhilfe: KEN > MLI", "Kenia hat Mali eine Fortsetzung der Militärhilfe zugesagt."),
    ("COERCE drangen ein: PER > BOL", "Peruanische Truppen drangen in Rechner bolivianischer Offiziere ein."),
    ("COERCE Razzia: PER > COL", "Peruanische Soldaten haben bei einer Razzia zehn Kolumbianer festgenommen."),
]  # fmt: skip

TOLD_ANEW = (
    "Die NATO hielt eine Sitzung ab. Polen lobte die NATO. Auf der heute in Rom stattfindenden Konferenz "
    "stritten viele.",
    "CONSULT Konferenz: Nato > -",
)

NOBODY = [
    ("Serbien lehnte das Gesetz ab. Nach der Absage der Parade zeigte sich Polen froh.", "Absage"),
    ("Die Taliban töteten Besucher einer Feier in Kabul.", "CONSULT"),
    ("Am Montag war ein Treffen der Verhandlungspartner in Wien.", "AUT"),
    ("Die Lösung des Konflikts zwischen Chile und Peru ist fern.", "ASSAULT"),
    ("Ein Minister aus Polen leugnet den Holocaust.", "REJECT"),
    ("Peru beansprucht in der Union eine Führungsrolle.", "REQUEST"),
]

MORE: list[tuple[str, list[str]]] = [
    ("REJECT lehnt ab: POL > RUS", ["Polen lehnt die Forderung Russlands ab."]),
    ("CONSULT besuchte: FRA > EGY", ["Der französische Außenminister besuchte Ägypten."]),
    ("SANCTION verhängte Sanktionen: JPN > IRN", ["Japan verhängte Sanktionen gegen den Iran."]),
    ("SANCTION US-Sanktionen: USA > IRN", ["Die US-Sanktionen gegen Iran bleiben bestehen."]),
    ("COERCE besetzte: RUS > UKR", ["Die von Russland besetzte Krim liegt am Schwarzen Meer."]),
    ("ASSAULT setzte Pfefferspray ein: CHN > -", ["Die chinesische Polizei setzte Pfefferspray ein."]),
    ("ASSAULT bombardiert: ISR > LBN", ["Der Libanon wurde von Israel bombardiert."]),
    ("AID Waffenlieferungen: IRN > SYR", ["Die iranischen Waffenlieferungen an Syrien gehen weiter."]),
    ("COOPERATE Handel: CHN PRK > -", ["Der Handel zwischen China und Nordkorea wächst."]),
    ("CONSULT Gespräche: CHE IRN > -", ["Die Schweiz führte Gespräche mit dem Iran."]),
    ("RETREAT Abzug: USA > -", ["Der Abzug der USA aus dem Irak begann."]),
    ("THREATEN drohte: TUR > GRC", ["Die Türkei drohte Griechenland mit Krieg."]),
    (
        "AGREE stellte in Aussicht: DEU > UKR",
        ["Deutschland stellte der Ukraine in Aussicht, Panzer zu liefern."],
    ),
    ("MOBILIZE Raketentest: PRK > -", ["Nordkorea führte einen Raketentest durch."]),
    # The people of one state who live in another, and people who are no state.
    ("ASSAULT griffen an: BIH > HRV", ["Die bosnischen Serben griffen Kroatien an."]),
    ("REQUEST baten: IRQ > DEU", ["Irakische Kurden baten Deutschland um Hilfe."]),
    ("PROTEST protestierten: NGA > -", ["Tausende Nigerianer protestierten gegen die Steuern."]),
    ("ACCUSE Vorwurf: PER > CHL", ["Der von Peru erhobene Vorwurf gegen Chile ist neu."]),
    ("REQUEST rief auf: NOR > EU", ["Norwegen rief seine Partner in der EU zum Handeln auf."]),
    ("REQUEST rief auf: NOR > -", ["Norwegen rief seine Partner in Wien zum Handeln auf."]),
    ("ACCUSE protestierte: NGA > TCD", ["Nigeria protestierte gegen die Politik des Tschad."]),
]

#: What stands for people and bodies, and what is joined to them.
STANDS_FOR = [
    ("Russische Truppen landeten in Tartus. Sie zogen in die Hauptstadt.", "MOBILIZE zogen: RUS > -"),
    ("Kenia schloss eine Beteiligung seines Landes an der Mission aus.", "MOBILIZE Beteiligung: KEN > -"),
    ("Ein Großteil der Soldaten zog in Kabul ein. Die Mehrheit der Taliban ergab sich.", "RETREAT ergab: AFG > -"),
    ("Der iranische Präsident Ahmadinedschad und sein Kollege Baschar al-Assad besuchten Moskau.",
     "CONSULT besuchten: IRN SYR > RUS"),
    ("Japan, Kanada und rund vierzig weitere Staaten verurteilten den Angriff Israels.",
     "ACCUSE verurteilten: CAN JPN > ISR"),
    ("Die EU-Außenminister trafen sich in Brüssel.", "CONSULT trafen: EU-Außenminister > -"),
    ("Iran nahm eine französische Lehrerin fest. Ihr wird Spionage vorgeworfen.", "ACCUSE vorgeworfen: IRN > FRA"),
    ("In Athen griffen Randalierer eine Polizeistation an.", "ASSAULT griffen an: GRC > GRC"),
    ("Bei dem Polizeieinsatz in Minsk starben drei Menschen.", "MOBILIZE Polizeieinsatz: BLR > -"),
    ("Der Präsident der Republik Tschad, Idriss Déby, wies die Vorwürfe zurück.", "REJECT wies zurück: TCD > -"),
    ("Die Polizei hat in Kairo das Feuer eröffnet und zehn Demonstranten erschossen.", "ASSAULT erschossen: EGY > EGY"),
]  # fmt: skip

#: Sides that stand with another event of the text.
TOLD_ELSEWHERE = [
    (
        "In Kenia schwieg Karl Berger. Die Anwältin Karl Bergers bestritt Kritik an Kenia. Kenia bot Hilfe an.",
        "REJECT bestritt: KEN",
    ),
    ("Ungarn weigert sich, Waffen an die Ukraine zu liefern.", "REJECT weigert: HUN > UKR"),
    ("Georgien kündigte an, Abchasien anzugreifen.", "THREATEN kündigte an: GEO"),
    ("Polen kündigte an, der Ukraine Panzer zu liefern.", "AGREE kündigte an: POL > UKR"),
    ("Die Vorwürfe Israels richten sich gegen den Iran.", "ACCUSE Vorwürfe: ISR > IRN"),
    ("Frankreich erklärte sich bereit, in Gespräche mit dem Iran einzutreten.", "CONSULT Gespräche: FRA IRN > -"),
    ("Moskau will Syrien mit Raketen beliefern. Dies wurde von Washington abgelehnt.",
     "REJECT abgelehnt: USA > RUS SYR"),
]  # fmt: skip

CONTENT = [
    ("Die USA warnten die Türkei, Russland zu helfen.", "THREATEN warnten", "AID helfen: TUR > RUS"),
    ("Frankreich bot Mali an, Soldaten zu entsenden.", "AGREE bot an", "MOBILIZE entsenden: FRA > MLI"),
    ("Ungarn weigert sich, Waffen an die Ukraine zu liefern.", "REJECT weigert", "AID liefern: HUN > UKR"),
    ("Polen forderte den Abzug der russischen Truppen.", "REQUEST forderte", "RETREAT Abzug: RUS"),
]

QUIET = [
    "Bayern gewann das Spiel in der Bundesliga, der Trainer lobte den Torwart nach dem Angriff.",
    "Der Vorsitzende sagte, das Wetter sei schön.",
    "Ein Sturm traf die Küste von Florida.",
    "Der Zyklon traf Myanmar. Nach dem Sturm und der Flut wurden Menschen getötet und Häuser zerstört.",
    "Der Blutdruck des Patienten stieg nach dem Einkauf im Lebensmittelgeschäft.",
    "",
    " ",
    "Nein.",
    "?!",
]


@pytest.mark.parametrize(("sentence", "not_told"), NOBODY)
def test_what_is_not_told(events_of: Callable[[str], list[str]], sentence: str, not_told: str) -> None:
    assert not_told not in " ".join(events_of(sentence))


@pytest.mark.parametrize(("wanted", "sentence"), [(w, s) for w, group in CORPUS + MORE for s in group] + TORN)
def test_sides(events_of: Callable[[str], list[str]], wanted: str, sentence: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("text", "wanted"), [*STANDS_FOR, *TOLD_ELSEWHERE])
def test_sides_beyond_the_words(events_of: Callable[[str], list[str]], text: str, wanted: str) -> None:
    found = events_of(text)
    assert any(line.startswith(wanted) for line in found), found


@pytest.mark.parametrize(("sentence", "outer", "inner"), CONTENT)
def test_what_is_asked_offered_or_refused_is_a_second_event(
    events_of: Callable[[str], list[str]], sentence: str, outer: str, inner: str
) -> None:
    found = events_of(sentence)
    assert any(line.startswith(outer) for line in found)
    assert any(line.startswith(inner) for line in found)


@pytest.mark.parametrize("sentence", QUIET)
def test_no_event(events_of: Callable[[str], list[str]], sentence: str) -> None:
    assert events_of(sentence) == []


def test_a_repeated_noun_keeps_its_sides(events_of: Callable[[str], list[str]]) -> None:
    found = events_of("Israel flog einen Luftangriff auf Syrien. Der Angriff dauerte eine Stunde.")
    assert found[-1] == "ASSAULT Angriff: ISR > SYR"


def test_a_meeting_told_at_length_is_another(events_of: Callable[[str], list[str]]) -> None:
    text, earlier = TOLD_ANEW
    assert earlier not in events_of(text)


def test_plural_groups_are_named_as_written(until_events: Language) -> None:
    doc = until_events("Polen dankte den Menschen. Ungarn half den Arbeitern.")
    named = {a.name for a in doc._.actors if a.kind == "group"}
    assert "Menschen" in named
    assert not named & {"Mensche", "Soldate", "Arbeitern"}


def test_the_same_text_gives_the_same_events(events_of: Callable[[str], list[str]]) -> None:
    text = "China, Russland und der Iran hielten ein Manöver ab. Die USA und Japan kritisierten die Übung."
    assert events_of(text) == events_of(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [("Die Polizei Ungarns trat den Demonstranten mit Füßen.", "ASSAULT trat mit Füßen: HUN > HUN"),
     ("Moskau räumte den Oppositionellen aus dem Weg.", "ASSAULT räumte aus Weg: RUS > RUS")],
)  # fmt: skip
def test_den_is_an_accusative_beside_verbs_without_a_dative(
    events_of: Callable[[str], list[str]], text: str, event: str
) -> None:
    assert event in events_of(text)
