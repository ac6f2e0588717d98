"""A second verb at the end of a subordinate clause goes under the conjunction and the verb of the first."""

import pytest

from tests.reading.certainty.marked import judged


@pytest.mark.parametrize(
    ("example", "value"),
    [
        ("Der Rat will verhindern, dass Rebellen die Stadt angreifen und den Hafen [besetzen].", "PR-"),
        ("Der Rat befürchtet, dass Rebellen die Stadt angreifen und den Hafen [besetzen].", "PS+"),
        ("Falls Rebellen die Stadt angreifen und den Hafen [besetzen], flieht die Regierung.", "Uu"),
        ("Ob Rebellen die Stadt angreifen und den Hafen [besetzen], ist unklar.", "Uu"),
        # a verb that follows at once goes on with the main clause
        ("Der Rat befürchtet, dass Rebellen die Stadt angreifen, und [verlegt] Truppen.", "CT+"),
    ],
)
def test_a_joined_clause_shares_what_governs_the_first(nlp, example, value):
    event, _ = judged(nlp, example)
    assert event.factuality == value
