"""What is planned, tried, judged or stopped: the words around an event that settle or unsettle it."""

import pytest

from tests.reading.certainty.marked import judged

VALUES = {
    # what was planned and took place, or did not, is no plan any more
    "CT+": [
        "Die Regierung erklärte die [Absetzung] des Generals für nichtig.",
        "Der Präsident widerrief die [Begnadigung] des Generals.",
        "Der Minister begnügte sich damit, den Botschafter [abzuberufen].",
        "Die Bürger sahen die Armee das Dorf [angreifen].",
        "Der Kanzler erteilte der [Forderung] des Ministers eine Absage.",
        "Die Männer erhielten die erforderlichen [Genehmigungen].",
        "Der abgelehnte [Antrag] beschäftigt das Gericht.",
        "Die Armee habe das Dorf [angegriffen], behauptete der Minister.",
        "Der Minister ließ seine [Forderung] fallen.",
        "Der Grund für den [Angriff] ist unklar.",
        "Bei einem [Angriff] starben zehn Menschen.",
        "Die geplante [Offensive] begann am Montag.",
        "Die seit Wochen erwartete [Offensive] hat begonnen.",
        "Das angekündigte [Treffen] fand am Montag statt.",
        # who is asked to stop is doing it
        "Der Kanzler forderte die Rebellen auf, die [Angriffe] einzustellen.",
        # said for all that
        "Die [Forderung] des Ministers wurde als unrealistisch bezeichnet.",
        "Gegen den Minister stehen [Vorwürfe] im Raum.",
        "Der [Abzug] war nötig.",
        "Ohne den [Angriff] wäre der Vertrag unterschrieben worden.",
        "Die Gegner des [Krieges] demonstrierten.",
        "Zum [Angriff] der Armee erklärte die SPD-Fraktion, sie werde nicht schweigen.",
        "Die Rebellen haben sich zu dem [Anschlag] bekannt.",
        "Die Rebellen reklamierten den [Anschlag] für sich.",
        "Der Minister rühmte sich, die Stadt [erobert] zu haben.",
        # who breaks a measure breaks one that there is
        "Der Händler umging die [Sanktionen].",
        "Der Händler verstieß gegen das [Embargo].",
        # what lies before a court was brought there
        "Das Gericht entscheidet über die [Klage] des Ministers.",
        # hearsay reaches what its clause speaks of
        "Auslöser der [Unruhen] soll ein Streit gewesen sein.",
        "Es gibt keine Beweise für den angeblichen [Angriff].",
        # what failed was undertaken all the same
        "Der [Angriff] auf die Stadt scheiterte.",
        "Die gescheiterten [Gespräche] enttäuschten alle.",
        "Der [Krieg] ist Thema im Rat.",
        "Ein Sprecher sagte, die Armee sei dabei, die Stadt zu [räumen].",
        "Ohne die [Hilfe] würde die Regierung stürzen.",
        "Die Armee bekam die [Unruhen] in den Griff.",
    ],
    "PR+": [
        "Die Armee steht kurz davor, die Stadt [einzunehmen].",
        "Eine [Einigung] rückt näher.",
        "Es sieht danach aus, dass die Armee [abzieht].",
        "Bei einem [Treffen] in Wien wird der Minister mit dem König sprechen.",
        "Die Männer warten auf ihren [Prozess].",
        "Der Minister stellte in Aussicht, Truppen zu [entsenden].",
        "Ab August werden [Zölle] fällig.",
        "Die Regierung leitete den [Abzug] der Truppen in die Wege.",
        "Die [Anschlagsabsicht] des Mannes ist bekannt.",
        "Die Armee werde die Stadt [räumen], nehmen Beobachter an.",
        "Die Behörden wiesen die Bewohner an, die Stadt zu [verlassen].",
        "Eine [Einigung] ist in Sicht.",
        "Das geplante [Treffen] soll am Montag stattfinden.",
        "Ein [Besuch] in Wien steht auf der Tagesordnung.",
        "Der Plan der Regierung, Panzer zu [liefern], ist umstritten.",
        "Die Regierung klagte, um die [Rückgabe] der Insel zu erreichen.",
        "Die verschobene [Reise] ist Thema im Rat.",
        "Der Beschluss zur Aufnahme von [Verhandlungen] fiel am Montag.",
        "Der Sprecher gab bekannt, binnen zehn Tagen die Truppen [abziehen] zu wollen.",
        "Es ist bekannt, dass ein geplanter [Anschlag] dort stattfinden sollte.",
    ],
    "PS+": [
        "Ein [Abzug] ist im Gespräch.",
        "Eine [Lieferung] von Panzern liegt auf dem Tisch.",
        "Über die [Lieferung] von Panzern ist noch nicht entschieden.",
        "Der Minister zeigte sich zu [Gesprächen] bereit.",
        "Der Präsident brachte [Sanktionen] ins Gespräch.",
        "Die Rebellen haben eine Frist zum [Abzug] aus der Stadt.",
        "Der Minister stemmt sich gegen [Sanktionen].",
        "Das Gericht gab der Regierung auf, die Männer [freizulassen].",
        "Der Minister redete den Rebellen ins Gewissen, die Waffen [niederzulegen].",
        "Die Opposition fordert die Durchsetzung eines [Verbots].",
        "Der Händler scheiterte mit seiner Klage auf [Rückgabe] der Waffen.",
        "Der Rat erörtert einen [Einsatz] der Armee.",
        "Der Rat entscheidet über neue [Sanktionen].",
        "Der Kanzler zieht einen [Abzug] in Erwägung.",
        "Der Präsident behält sich einen [Einmarsch] vor.",
        "Die Opposition setzt sich für die [Freilassung] der Gefangenen ein.",
        "Tausende demonstrierten für die [Freilassung] der Gefangenen.",
        "Ein [Abzug] der Truppen steht zur Debatte.",
        "Ein [Abzug] ist nötig.",
        "Die Befürworter einer [Lieferung] demonstrierten.",
        "Die Behörden prüfen die Aufnahme von [Ermittlungen].",
        "Er nannte die Maßnahme einen Versuch der Behörden, die Zeitung zu [verbieten].",
        "In einem Interview sprach sich der Minister für einen [Abzug] der Truppen aus.",
        "Die beantragte [Auslieferung] wird geprüft.",
        "Der Minister teilt den Wunsch, [abzuziehen], allerdings nicht.",
        "Der Versuch, die Stadt [einzunehmen], dürfte scheitern.",
    ],
    "CT-": [
        "Ein [Abzug] ist für den Minister kein Thema.",
        "Die [Ratifizierung] steht noch aus.",
        "Ein geplantes [Treffen] kam nicht zustande.",
        "Das Gericht stoppte die geplante [Abschiebung].",
        "Die abgesagten [Gespräche] belasten das Klima.",
        "Der [Gipfel] ist abgesagt.",
        "Die Regierung ist weit davon entfernt, Truppen zu [entsenden].",
        "Der Minister war nur Zentimeter davon entfernt, von einer Kugel [getötet] zu werden.",
        "Präsident Karl Berger widersprach: Man habe das Dorf nicht [bombardiert].",
        "Der Minister widersprach, dass die Armee das Dorf [angegriffen] habe.",
        "Der Minister verneinte, Waffen [geliefert] zu haben.",
        "Der Minister stellte in Abrede, Waffen [geliefert] zu haben.",
        "Der Minister stellte den [Angriff] in Abrede.",
        "Der Minister beteuerte, keine Waffen [geliefert] zu haben.",
        "Der Minister betonte, keine Waffen [geliefert] zu haben.",
        "Der Minister hielt entgegen, die Armee habe das Dorf nicht [angegriffen].",
        "Der Minister strich den [Besuch] in Wien.",
        "Der Minister denkt nicht daran, die Stadt zu [verlassen].",
        "Kein Minister fand sich bereit, die Abgeordneten zu [empfangen].",
        "Der Rat stimmte einen [Abzug] der Truppen nieder.",
        "Der Rat hat sich gegen einen [Einsatz] entschieden.",
        "Die Regierung gab den Plan auf, die Stadt zu [besetzen].",
        "Die Regierung gab ihre Pläne für einen [Einmarsch] auf.",
        "Das [Treffen] fiel ins Wasser.",
        "Der Minister ließ die [Gespräche] platzen.",
        "Von einer [Einigung] sind beide Seiten weit entfernt.",
        "Bemühungen um eine [Waffenruhe] scheiterten.",
        "Das angekündigte [Treffen] fand nicht statt.",
        "Die fehlende [Unterstützung] aus Wien enttäuschte viele.",
        "Sie wurden wegen eines misslungenen [Anschlags] verhaftet.",
        "Der Kanzler bemühte sich vergeblich um [Vermittlung].",
        "Der Kanzler versuchte ohne Erfolg, die Geiseln zu [befreien].",
        "Der Versuch der Armee, die Stadt [einzunehmen], ist gescheitert.",
        "Der gescheiterte Versuch, die Stadt [einzunehmen], kostete Leben.",
        "Eine [Zusammenarbeit] mit der Partei scheidet aus.",
        "Ein [Abzug] der Truppen ist vom Tisch.",
        "Der Gesandte war nicht in der Lage, die Waffen zu [liefern].",
        "Der Vorsitzende [unterstützt] den Plan, die Bank zu schließen, allerdings nicht.",
    ],
    "PR-": [
        "Eine [Einigung] liegt in weiter Ferne.",
        "Der Minister zeigte sich nicht zu [Gesprächen] bereit.",
        "Der Minister sieht keinen Grund für einen [Rücktritt].",
        "Es ist nicht realistisch, dass Israel das Feuer [einstellt].",
    ],
    "Uu": [
        "Für den Fall, dass die Armee [angreift], gibt es Bunker.",
        "Bei einem [Einmarsch] drohen Sanktionen.",
        "Bei einem [Angriff] würde die Regierung fliehen.",
        "Bei einem [Angriff] muss die Regierung fliehen.",
        "Ohne [Hilfe] kann die Regierung nicht siegen.",
        "Die Armee [räumt] die Stadt nur, wenn die Rebellen abziehen.",
        "Es sah so aus, als [ziehe] die Armee ab.",
        "Voraussetzung für Gespräche sei ein [Abzug], sagte der Minister.",
        "Erst nach einem [Abzug] der Truppen werde man verhandeln, sagte der Minister.",
    ],
}


@pytest.mark.parametrize(("value", "example"), [(v, e) for v, examples in VALUES.items() for e in examples])
def test_words_around_an_event_settle_it(nlp, value, example):
    event, _ = judged(nlp, example)
    assert event.factuality == value


def test_a_soll_of_what_is_planned_is_no_hearsay_about_its_nouns(nlp):
    event, _ = judged(nlp, "Ein weiteres Thema des [Treffens] soll die Kernenergie sein.")
    assert event.attribution == []


@pytest.mark.parametrize(
    ("example", "tense"),
    [
        # what failed or was called off lies behind, what is denied for a day to come ahead
        ("Die gescheiterten [Gespräche] belasten die Nachbarn.", "past"),
        ("Die angedrohten [Sanktionen] blieben aus.", "past"),
        ("Der für den 20. September 2023 geplante [Besuch] ist abgesagt.", "future"),
        # before what is told
        ("Vor dem [Besuch] griff die Armee die Stadt an.", "past"),
        ("Vor dem [Besuch] räumt die Armee die Stadt.", "future"),
        # taken for granted in a plan
        ("Der Minister will der [Einladung] folgen.", "present"),
        ("Es soll verhindert werden, dass die Armee die Stadt [angreift].", "future"),
        ("Es ist denkbar, dass die Armee die Stadt [angreift].", "future"),
    ],
)
def test_tense_of_what_is_settled_or_not(nlp, example, tense):
    event, _ = judged(nlp, example)
    assert event.tense == tense
