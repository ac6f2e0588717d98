"""Who may be a source: a person, group, body, medium or document; else nobody (``?``)."""

import pytest

from tests.reading.certainty.marked import judged

SOURCES = [
    # words and thoughts without an owner say nothing; with one, the owner does
    ("Nach ersten Angaben wurden drei Menschen [getötet].", ["?"]),
    ("Ersten Ermittlungen zufolge [griff] die Armee das Dorf an.", ["?"]),
    ("Das Gerücht, die Armee habe das Dorf [angegriffen], hält sich.", ["?"]),
    ("Nach Angaben der Polizei wurden drei Menschen [getötet].", ["Polizei"]),
    ("Der Arzt beteuerte, keine Waffen [geliefert] zu haben.", ["Arzt"]),
    ("Der Minister rühmte sich, die Stadt [erobert] zu haben.", ["Minister"]),
    ("Der Arzt bestritt nicht die Annahme, dass die Armee das Dorf [bombardiert] habe.", ["Arzt"]),
    # a document or medium is named, and so is the owner that a compound tells
    ("Eine Studie behauptet, die Armee habe das Dorf [angegriffen].", ["Studie"]),
    ("Medienberichten zufolge [griff] die Armee das Dorf an.", ["Medienberichte"]),
    ("Polizeiangaben zufolge [griff] die Armee das Dorf an.", ["Polizei"]),
    # what acts for a state is called as written, the state only by its own name
    ("Afghanische Behörden meldeten, die Rebellen hätten das Dorf [angegriffen].", ["Afghanische Behörden"]),
    ("Der Kreml meldete, die Rebellen hätten das Dorf [angegriffen].", ["Russland"]),
    ("Aus EU-Kreisen verlautete, die Rebellen hätten das Dorf [angegriffen].", ["EU-Kreise"]),
    # words in the Konjunktiv behind a semicolon are told like those before; of two sources of one verb both are named
    ("Die Lage sei ernst, meldete die Polizei; die Armee habe das Dorf [angegriffen].", ["Polizei"]),
    (
        "Die Armee habe das Dorf [angegriffen], zitierte der Rundfunk einen Sprecher der Rebellen.",
        ["Rundfunk", "Sprecher der Rebellen"],
    ),
    (
        "Ein Sprecher der Regierung in Kiew forderte den [Abzug] der Truppen.",
        ["Sprecher der Regierung"],
    ),
    ("Die ukrainische Armee forderte den [Abzug] der Truppen.", ["ukrainische Armee"]),
    ("Auch die ukrainische Armee forderte den [Abzug] der Truppen.", ["ukrainische Armee"]),
    ("Kiew forderte den [Abzug] der Truppen.", ["Ukraine"]),
    # a source behind the second verb is that of what comes with it
    ("Kiew [lehnt] Gespräche ab, ist aber nach Angaben von Botschafter Karl Berger bereit, zu warten.", []),
    (
        "Kiew lehnt Gespräche ab, will aber nach Angaben von Karl Berger bald Waffen [liefern].",
        ["Karl Berger"],
    ),
    # the teller goes on with what another did
    ("Nach Angaben der Armee starben zehn Menschen, was Mali [dementierte].", []),
    # their own words are theirs, not of the object behind them
    ("Die Rebellen haben nach eigenen Angaben Soldaten [angegriffen].", ["Rebellen"]),
    (
        "Nach Informationen der Zeitung „Abendpost“, die sich auf einen Beamten des Ministeriums beruft, "
        "[griff] die Armee das Dorf an.",
        ["Abendpost", "Beamter des Ministeriums"],
    ),
    # a letter's writer speaks in it, not its addressee
    (
        "In einem Brief, den Okoro an Berger geschickt hat, erklärt er, die Armee habe die Stadt [bombardiert].",
        ["Okoro"],
    ),
    (
        "In einem Schreiben, das der Präsident an Karl Berger richtete, schreibt er, "
        "die Armee habe die Stadt [bombardiert].",
        ["Präsident"],
    ),
    (
        "In einem Brief, der dem Präsidenten geschickt wurde, erklärt er, die Armee habe die Stadt [bombardiert].",
        ["?"],
    ),
    (
        "Das Ministerium meldete Erfolge. Nach offiziellen Angaben [griff] die Armee das Dorf an.",
        ["offizielle Angaben"],
    ),
    # who answers a reproach tells what stands behind the colon
    ("Kiew wies den Vorwurf Moskaus zurück: Die Armee habe die Stadt nicht [angegriffen].", ["Ukraine"]),
    (
        "Kiew könne warten, meldete die Polizei. Beide Seiten hätten sich zu [Verhandlungen] verpflichtet.",
        ["Polizei", "Beide Seiten"],
    ),
    (
        "Die Rebellen wollen den Minister, den sie im Mai [entführt] hatten, nach eigenen Angaben freilassen.",
        ["Rebellen"],
    ),
    # no time is a source, nor the paper that is told; a name may stand behind the words
    ("Einem Bericht vom Sonntag zufolge [griff] die Armee das Dorf an.", ["Bericht"]),
    ("Die Armee habe das Dorf [angegriffen], sagte ein Arzt der Zeitung „Abendpost“.", ["Arzt"]),
    ("Nach Angaben afghanischer Behörden [griff] die Armee das Dorf an.", ["afghanische Behörden"]),
    # without its article a name has the other ending of the adjective
    (
        "Der ukrainische Generalstab meldete, die Armee habe das Dorf [angegriffen].",
        ["ukrainischer Generalstab"],
    ),
    ("Das örtliche Ministerium meldete, die Armee habe das Dorf [angegriffen].", ["örtliches Ministerium"]),
    # whose statement it is stands behind it, also where the accusative follows
    ("Der Iran hat nach Angaben Washingtons eine Drohne [abgeschossen].", ["USA"]),
    ("Nach Einschätzung Russlands hat die Armee das Dorf [angegriffen].", ["Russland"]),
    ("Russland hat nach Angaben Kiews Soldaten an die Grenze [verlegt].", ["Ukraine"]),
    ("Wien lehnte einen indischen Vorschlag ab, den [Vertrag] zu unterzeichnen.", ["Indien"]),
    (
        "Die Armee habe das Dorf [angegriffen], sagte ein Sprecher des kenianischen Innenministeriums.",
        ["Sprecher des kenianischen Innenministeriums"],
    ),
    (
        "Die Armee hat das Dorf [angegriffen], hieß es in einer Erklärung des Innenministeriums.",
        ["Innenministerium"],
    ),
    (
        "Die Armee hat das Dorf [angegriffen], verlautete aus diplomatischen Kreisen.",
        ["diplomatische Kreise"],
    ),
    # soll names nobody, whoever spoke before; who confirms what was told has not told it; nor has who fears it
    ("Der Minister sagte, die Lage sei ernst. Die Rebellen sollen zwei Wachen [erschossen] haben.", ["?"]),
    ("Die Armee hat die Stadt [angegriffen]. Das bestätigte das Ministerium.", []),
    ("Die Armee hat die Stadt [angegriffen]. Das berichtet die Zeitung.", ["Zeitung"]),
    ("Beobachter befürchten, dass die Armee die Stadt [angreift].", []),
    # a person who speaks for others is called as written, in the nominative; of two agencies both are named
    ("Ein Kremlsprecher sagte, die Rebellen hätten das Dorf [angegriffen].", ["Kremlsprecher"]),
    ("Laut einem Zeugen [griff] die Armee das Dorf an.", ["Zeuge"]),
    ("Nach Angaben eines neutralen Vermittlers [griff] die Armee das Dorf an.", ["neutraler Vermittler"]),
    ("Nach Angaben der Agenturen Reuters und AFP [griff] die Armee das Dorf an.", ["Reuters", "AFP"]),
    (
        "Polen und Litauen klagten. Nach Angaben beider Länder hat die Armee das Dorf [angegriffen].",
        ["Polen", "Litauen"],
    ),
    # the teller's own background: a relative clause in the indicative, a clause before the one that names the source
    ("Der Minister sagte, dass die Armee, die das Dorf [besetzt] hat, geflohen sei.", []),
    ("Nachdem die Armee das Dorf [besetzt] hatte, kam es laut Polizei zu Plünderungen.", []),
    # Konjunktiv hands what is criticised to who does so
    ("Die Partei kritisierte, dass die Armee das Dorf [besetzt] habe.", ["Partei"]),
    # who accuses goes on in the Konjunktiv of many
    ("Die Partei beschuldigte die Armee der Folter. Soldaten hätten Häftlinge [verprügelt].", ["Partei"]),
    ("Die Partei machte die Armee verantwortlich; Soldaten hätten Häftlinge [verprügelt].", ["Partei"]),
    # which troops, not who says so
    ("Eine Truppe, wie sie die Opposition fordert, [lehnte] der Minister ab.", []),
    ("Die Armee hat, so berichtet die Zeitung, das Dorf [angegriffen].", ["Zeitung"]),
    # pronouns
    ("Man sagt, die Rebellen hätten das Dorf [angegriffen].", ["?"]),
    # who cites is named before whom he cites
    (
        "Die Zeitung zitiert einen Sprecher der Armee, wonach Soldaten das Dorf [angegriffen] haben.",
        ["Zeitung", "Sprecher der Armee"],
    ),
    # a participle before what is told of is told too
    ("Augenzeugen berichteten von drei [getöteten] Soldaten.", ["Augenzeugen"]),
    ("Augenzeugen berichteten von den [getöteten] Soldaten.", []),
    # what has come to light is the teller's own
    ("Dabei wurde aufgedeckt, dass das Land Waffen [geliefert] hatte.", []),
    ("Es wurde bekannt, dass das Land Waffen [geliefert] hatte.", []),
    # who decides it does not tell it, who will not confirm it neither
    ("Die Polizei [verhaftete] den Minister. Das beschloss das Gericht am Montag.", []),
    ("Die Polizei [verhaftete] den Minister. Das teilte das Gericht am Montag mit.", ["Gericht"]),
    ("Der Sprecher wollte nicht bestätigen, dass Waffen [geliefert] wurden.", []),
    ("Der Sprecher bestätigte, dass Waffen [geliefert] wurden.", ["Sprecher"]),
    ("Das Gericht verkündete das [Urteil] gegen den Minister.", []),
    # rules say nothing, and who counts part of it does not tell the whole
    ("Der Verband hat gemäß den Bestimmungen des Vertrags Waffen [geliefert].", []),
    (
        "Nach Angaben der Behörden wurden 384 Menschen [getötet], darunter laut Rotem Kreuz 62 Kinder.",
        ["Behörden"],
    ),
    # a demand is its owner's, be it called by no name
    (
        "Die Forderung der Gewerkschaft nach einem [Rücktritt] des Ministers blieb ohne Antwort.",
        ["Gewerkschaft"],
    ),
    # two offices of one man are one source, and what is laut X of an attribute says nothing of the rest
    (
        "Der Vizekanzler und Minister Karl Berger sagte, die Armee habe das Dorf [angegriffen].",
        ["Karl Berger"],
    ),
    ("Der Minister [kritisierte] die seiner Meinung nach falschen Reformen.", []),
    ("Der Kanzler [lobte] die laut Polizei verbotene Demonstration.", []),
    # the teller goes on in the indicative beside words in the Konjunktiv, behind a semicolon and behind *und*
    ("Die Lage sei ernst, zischten Diplomaten; ihr Sprecher [verließ] das Land.", []),
    ("Die Lage sei ernst, sagte Karl Berger; die Armee [besetzte] das Dorf.", []),
    ("Die Lage sei ernst, sagte Karl Berger; die Armee habe das Dorf [besetzt].", ["Karl Berger"]),
    ("Der Einsatz sei falsch gewesen, sagte Karl Berger und [verurteilte] die Armee.", []),
    ("Karl Berger [verurteilte] die Armee, lobte aber den Präsidenten.", []),
    ("Die Grenzen werden [geschlossen], kündigte die Regierung an.", ["Regierung"]),
    ("Die Rebellen sagten, man werde verhandeln, die Armee [besetzte] das Dorf.", []),
    # who binds himself promises it, who offers himself to do it offers it
    ("Der Präsident hat sich verpflichtet, die Truppen [abzuziehen].", ["Präsident"]),
    ("Der Präsident erbot sich, Flüchtlinge [aufzunehmen].", ["Präsident"]),
    ("Der Sprecher rief nach [Sanktionen].", ["Sprecher"]),
    # *haben* behind the last of several participles is that of all: it is told, not planned
    ("Die Soldaten sollen den Mann am Abend [ergriffen], dann geschlagen und erschossen haben.", ["?"]),
    ("Die Soldaten sollen den Mann am Abend ergriffen, dann geschlagen und [erschossen] haben.", ["?"]),
    # a source named in a clause behind tells that clause, and several sources are named in the nominative
    (
        "Das Land hat die Männer [verhaftet] und damit laut Karl Berger die Rebellen gestärkt.",
        [],
    ),
    ("Das Land hat laut Karl Berger die Männer [verhaftet] und die Rebellen gestärkt.", ["Karl Berger"]),
    ("Der Soldat hat einen Mann, der laut Polizei bewaffnet war, am Sonntag [getötet].", []),
    ("Nach Zählung von Hilfswerken wurden fünf Dörfer [niedergebrannt].", ["Hilfswerke"]),
    ("Nach Angaben von Ausländern wurden fünf Dörfer [niedergebrannt].", ["Ausländer"]),
    ("Nach Angaben von Bauern wurden fünf Dörfer [niedergebrannt].", ["Bauern"]),
    ("Nach Lesart der Opposition hat die Armee das Dorf [angegriffen].", ["Opposition"]),
]


@pytest.mark.parametrize(("example", "sources"), SOURCES, ids=[e for e, _ in SOURCES])
def test_only_who_can_speak_is_a_source(nlp, example, sources):
    event, _ = judged(nlp, example)
    assert [link.name for link in event.attribution] == sources
