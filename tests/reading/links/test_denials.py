"""What a denial denies, read as whole articles: the deed and not the accusation, whoever of the accused answers."""

import pytest

from tests.reading import by_rules

#: an article, the word of the denial, the words of what it denies
DENIED = [
    # *das* that takes up what was blamed or claimed; not what was asked for
    ("Kenia warf Uganda vor, das Dorf beschossen zu haben. Uganda wies das zurück.", "wies", ["beschossen"]),
    (
        "Kenia warf Uganda vor, das Dorf beschossen zu haben, was Uganda zurückweist.",
        "zurückw",
        ["beschossen"],
    ),
    (
        "Kenia warf Uganda vor, das Dorf beschossen zu haben. Dies wurde von Uganda zurückgewiesen.",
        "zurückgew",
        ["beschossen"],
    ),
    ("Nach Angaben Kenias liefert Uganda Waffen an Mali. Uganda wies dies zurück.", "wies", ["liefert"]),
    ("Kenia forderte den Abzug der Truppen Ugandas. Uganda wies das zurück.", "wies", []),
    ("Kenia sagte, Uganda müsse seine Truppen abziehen. Uganda wies das zurück.", "wies", []),
    # who answers for the state that is accused; not for somebody else at home
    (
        "Kenia warf Uganda vor, das Dorf beschossen zu haben. Das Außenministerium in Kampala bestritt das.",
        "bestritt",
        ["beschossen"],
    ),
    (
        "Kenia warf Uganda vor, das Dorf beschossen zu haben. Die Regierung bestritt das.",
        "bestritt",
        ["beschossen"],
    ),
    (
        "Kenia warf Russland vor, das Dorf beschossen zu haben. Kremlsprecher Peskow bestritt das.",
        "bestritt",
        ["beschossen"],
    ),
    (
        "Kenia warf Russland vor, das Dorf beschossen zu haben. Oppositionsführer Karl Berger bestritt das.",
        "bestritt",
        [],
    ),
    # the deed where it is told, else the accusation
    (
        "Kenia warf Uganda vor, das Dorf beschossen zu haben. Uganda wies die Anschuldigungen zurück.",
        "wies",
        ["beschossen"],
    ),
    ("Uganda wies den Vorwurf zurück, ein Dorf angegriffen zu haben.", "wies", ["angegriffen"]),
    ("Kenia erhob Vorwürfe gegen Uganda. Kampala wies die Vorwürfe zurück.", "wies", ["Vorwürfe"]),
    (
        "Kenia sagte, Uganda habe das Dorf angegriffen. Uganda wies Vorwürfe wegen der Wahl zurück.",
        "wies",
        ["Vorwürfe"],
    ),
    # what a report tells; not what is said instead
    ("Uganda dementierte einen Bericht über ein Treffen mit Kenia.", "dementierte", ["Treffen"]),
    ("Uganda wies Berichte zurück, wonach es Waffen an Mali geliefert habe.", "wies", ["geliefert"]),
    (
        "Kenia warf Uganda vor, Mali anzugreifen. Uganda wies das zurück: Man habe Mali Waffen geliefert.",
        "wies",
        ["anzugreifen"],
    ),
    # a denial behind *doch* is the teller's, not in the words of who accuses
    (
        "Kenia warf Uganda vor, Waffen an Mali zu liefern, doch Kampala dementierte.",
        "dementierte",
        ["liefern"],
    ),
]


@pytest.mark.parametrize(("text", "word", "denied"), DENIED)
def test_a_denial_denies_the_deed(text: str, word: str, denied: list[str]) -> None:
    record = by_rules.read(text, published="2023-09-12")
    told = {s.id: s for s in record.statements}
    found = [
        " ".join(text[begin:end] for begin, end in told[link.to].trigger)
        for link in record.links
        if link.kind == "denies" and told[link.from_].trigger[0][0] == text.index(word)
    ]
    assert found == denied


#: an article, the word of what is turned down, its mode
MODES = [
    ("Kenia warf Uganda vor, Waffen zu liefern. China wies das zurück.", "wies", "deny"),
    ("Kenia forderte den Abzug der Truppen Ugandas. Uganda wies das zurück.", "wies", None),
    ("Kenia bot Uganda Gespräche an. Uganda wies das zurück.", "wies", None),
]


@pytest.mark.parametrize(("text", "word", "mode"), MODES)
def test_what_was_claimed_is_denied_and_what_was_asked_refused(
    text: str, word: str, mode: str | None
) -> None:
    record = by_rules.read(text, published="2023-09-12")
    assert [s.mode for s in record.statements if s.trigger[0][0] == text.index(word)] == [mode]


def test_a_party_chief_does_not_answer_for_another() -> None:
    text = "Scholz kritisierte Merz. CSU-Chef Söder wies Vorwürfe zurück, er habe gelogen."
    denial = next(s for s in by_rules.read(text, published="2023-09-12").statements if s.type == "REJECT")
    assert list(denial.target) == []
