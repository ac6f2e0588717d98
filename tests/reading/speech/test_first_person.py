"""*ich* and *wir* are whoever speaks; *er* and *sie* in the same words are somebody else."""

import pytest

from tests.reading import by_rules

INTERVIEW = """Seit Wochen demonstrieren in Köln Anwohner. Wir haben mit Petra Lindemann gesprochen.

Frage: Frau Lindemann, warum haben Sie den Minister um ein Treffen gebeten?

Lindemann: Ich verlange eine Untersuchung. Die Regierung hat uns Hilfe zugesagt.

Frage: Und was planen Sie als Nächstes?

Lindemann: Wir werden gegen die Genehmigung klagen.
"""


def sides(text: str) -> set[tuple[str, str, str]]:
    """Type, who acts and who receives of every statement."""
    record = by_rules.read(text, published="2014-02-03")
    name = {actor.id: actor.name for actor in record.actors}
    return {
        (s.type, ", ".join(name[i] for i in s.source), ", ".join(name[i] for i in s.target))
        for s in record.statements
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("„Wir verurteilen den Angriff“, sagte der französische Außenminister Laurent Fabius.",
         ("ACCUSE", "Laurent Fabius", "")),
        ("„Ich habe unsere Truppen nicht abgezogen“, sagte der französische Präsident François Hollande.",
         ("RETREAT", "François Hollande", "")),
        ("„Die Armee hat auf uns geschossen“, sagte ein Demonstrant in Kairo.",
         ("ASSAULT", "Armee", "Demonstrant")),
        ("Frankreichs Präsident François Hollande erklärte, man habe Truppen nach Mali geschickt.",
         ("MOBILIZE", "François Hollande", "")),
        ("Frankreichs Präsident François Hollande erklärte, man müsse Truppen nach Mali schicken.",
         ("MOBILIZE", "", "")),
    ],
)  # fmt: skip
def test_the_first_person_is_who_speaks(text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in sides(text)


def test_outside_of_direct_words_nobody_is_put_in() -> None:
    found = sides(
        "Frankreichs Außenminister Laurent Fabius besuchte Mali. Wir haben Soldaten nach Gao geschickt."
    )
    assert {who for kind, who, _ in found if kind == "MOBILIZE"} == {""}


def test_the_speakers_she_is_not_the_speaker() -> None:
    text = "„Die Regierung hat uns Hilfe zugesagt. Sie hat ihr Versprechen gebrochen“, sagte Petra Lindemann."
    assert not {found for found in sides(text) if found[0] == "REJECT" and found[1] == "Petra Lindemann"}


def test_an_interview_asks_and_hears_one_person() -> None:
    found = sides(INTERVIEW)
    assert ("REQUEST", "Petra Lindemann", "Minister") in found, "Sie in a question"
    assert ("ACCUSE", "Petra Lindemann", "") in found
    assert ("AGREE", "Regierung", "Petra Lindemann") in found
