"""Deeds that name nobody: the country on whose soil they are done, or none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CASES = [
    (
        "In Mali herrscht Unruhe. Mali hat gewählt. Anna Weber vom UN-Büro verlangte Aufklärung.",
        "REQUEST verlangte: Anna Weber > MLI",
    ),
    # A deed without any side is told all the same where it was done.
    (
        "In Peru ist es ruhig. Peru trauert. Nach langen Ermittlungen steht fest: Es war kein Brand.",
        "ACCUSE Ermittlungen: PER > -",
    ),
    # Parties speak to those of their own country, whichever the article is about; groups from elsewhere do not.
    (
        "In Mali herrscht Unruhe. Mali hat gewählt. Die SPD kritisierte das Gesetz scharf.",
        "ACCUSE kritisierte: DEU > -",
    ),
    (
        "In Mali herrscht Unruhe. Mali hat gewählt. Frankreich kritisierte das Gesetz.",
        "ACCUSE kritisierte: FRA > MLI",
    ),
    # What bodies of many states do is not of the one country that is named beside them.
    (
        "Vor der maltesischen Küste sank ein Boot. Die EU und die EU-Kommission trauern. Das EU-Parlament und die "
        "EU beraten. Kritiker werfen der EU Untätigkeit vor.",
        "ACCUSE werfen vor: Kritiker > EU",
    ),
    (
        "Polizisten riegelten das Viertel ab. In Nairobi galt eine Ausgangssperre.",
        "COERCE Ausgangssperre: KEN > -",
    ),
    ("In der Provinz Helmand kam es zu neuen Anschlägen.", "ASSAULT Anschlägen: - > AFG"),
    (
        "Die Regierung von Peru warnte. In Peru wächst der Unmut. Es kam zu Unruhen.",
        "PROTEST Unruhen: PER > -",
    ),
    ("Die Junta in Mali ließ den Botschafter ausweisen.", "SANCTION ausweisen: MLI > -"),
    # Only a state's powers arrest; of what others may do nobody is said to be the doer.
    ("Kenia ist in Sorge. In Nairobi wurden zwei Iraner verhaftet.", "COERCE verhaftet: KEN > IRN"),
    ("Kenia ist in Sorge. In Nairobi wurden zwei Iraner getötet.", "ASSAULT getötet: - > IRN"),
    ("Kenia trauert. In der Nähe von Lissabon wurden zwei Iraner verhaftet.", "COERCE verhaftet: PRT > IRN"),
    # The state's own people are judged and arrested by it, too, but nobody is said to have hurt them.
    (
        "Peru ist in Sorge. In Lima wurde der frühere Minister zu sieben Jahren Haft verurteilt.",
        "ACCUSE verurteilt: PER > PER",
    ),
    ("Peru ist in Sorge. In Lima wurden zwei Lehrer verletzt.", "ASSAULT verletzt: - > PER"),
    # Foreigners or people of no known country are arrested where the text says; in two lands, by both.
    (
        "Mali und Kuba beraten. In Peru und Chile wurden Islamisten verhaftet.",
        "COERCE verhaftet: CHL PER > Islamisten",
    ),
    ("In Peru und Chile ist das Rauchen in Bars verboten.", "COERCE verboten: CHL PER > -"),
    ("Kuba schweigt. Bei Unruhen in Mali und Niger brannten Autos.", "PROTEST Unruhen: MLI NER > -"),
    # Weapons are tested by the state on whose soil that is; a land that troops leave is not who withdraws.
    ("Japan und Kuba berieten. Japan und Kuba rügten den Atomtest in Indien.", "MOBILIZE Atomtest: IND > -"),
    ("Mali und Kuba beraten. Kuba forderte den Abzug aus Mali.", "RETREAT Abzug: - > -"),
    # Who from elsewhere demands something without saying of whom means the country of the article.
    (
        "In Mali herrscht Unruhe. Mali hat gewählt. Die Vereinten Nationen verlangten Aufklärung.",
        "REQUEST verlangten: Vereinte Nationen > MLI",
    ),
    (
        "Indien und China streiten. In Paris war es laut. Die Proteste gegen China waren groß.",
        "PROTEST Proteste: FRA > CHN",
    ),
    (
        "Kenia wählt. In Kenia monieren internationale Wahlbeobachter Betrug.",
        "ACCUSE monieren: internationale Wahlbeobachter > KEN",
    ),
    # A state that uses force in another does it to that one.
    ("Viele Griechen erinnern an die deutsche Besatzung in Griechenland.", "COERCE Besatzung: DEU > GRC"),
    # A meeting is not of the country in which it is held; of two places neither is it; others may be the doers.
    ("Die USA und Polen sind uneins. In Wien ist ein neues Treffen geplant.", "CONSULT Treffen: - > -"),
    ("Aus Lima und aus Bogotá wurden neue Anschläge gemeldet.", "ASSAULT Anschläge: - > -"),
    ("Der malische Putsch hat Frankreich überrascht.", "COERCE Putsch: - > -"),
    ("In Lima wird über die Haftentlassung der Studenten gestritten.", "RETREAT Haftentlassung: PER > PER"),
    # Those from elsewhere to whom its verb says that it is done name no other country where it may be.
    (
        "Kenia wählt. In Nairobi ist es laut. Zwei deutsche Reporter wurden verhaftet.",
        "COERCE verhaftet: KEN > DEU",
    ),
    (
        "Kenia wählt. In Nairobi ist es laut. Zwei deutsche Reporter sagten Togo, ein Lehrer sei verhaftet worden.",
        "COERCE verhaftet: - > KEN",
    ),
    # nobody is deported by his own state, however often it is named
    (
        "Rom (dpa) - Ein Pakistaner ist verurteilt worden. Die Ausweisung des Pakistaners Ali Khan gilt als sicher.",
        "COERCE Ausweisung: ITA > PAK",
    ),
]


@pytest.mark.parametrize(("text", "event"), CASES)
def test_whose_soil(events_of: Callable[[str], list[str]], text: str, event: str) -> None:
    assert event in events_of(text)


AGENTS = [
    ("Dabei wurden in Lima nach Angaben von Ärzten zehn Arbeiter getötet.", "ASSAULT getötet: - > PER"),
    ("Laut Berichten von Schülern wurden in Lima drei Lehrer verhaftet.", "COERCE verhaftet: PER > PER"),
    ("In Lima wurden am Freitag von Soldaten Chiles drei Lehrer verhaftet.", "COERCE verhaftet: CHL > PER"),
]


@pytest.mark.parametrize(("text", "event"), AGENTS)
def test_who_says_it_did_not_do_it(events_of: Callable[[str], list[str]], text: str, event: str) -> None:
    assert event in events_of(text)
