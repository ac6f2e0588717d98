"""The algebra of FactBank values."""

import pytest

from lagebild.reading.certainty.values import VALUES, combine, negate, weaken
from tests.reading.certainty.marked import judged


@pytest.mark.parametrize(
    ("outer", "inner", "whole"),
    [
        ("CT+", "PR+", "PR+"),
        ("PR+", "CT-", "PR-"),
        ("CT-", "CT-", "CT+"),
        ("PS+", "PR-", "PS-"),
        ("PS-", "CT-", "PS+"),
        ("Uu", "CT+", "Uu"),
    ],
)
def test_weakest_certainty_and_product_of_signs(outer, inner, whole):
    assert combine(outer, inner) == whole


@pytest.mark.parametrize("a", VALUES)
@pytest.mark.parametrize("b", VALUES)
def test_order_of_contexts_does_not_matter(a, b):
    assert combine(a, b) == combine(b, a)
    assert negate(combine(a, b)) == combine(negate(a), b)


@pytest.mark.parametrize("value", VALUES)
def test_certain_context_changes_nothing_and_two_negations_cancel(value):
    assert combine("CT+", value) == value
    assert weaken(value, "CT-") == value
    assert negate(negate(value)) == value


@pytest.mark.parametrize(
    ("example", "value"),
    [
        # what was said was said, also where it is turned down
        ("Serbien lehnte ein [Ultimatum] Ungarns ab.", "CT+"),
        ("Serbien lehnte die [Forderung] Ungarns ab.", "CT+"),
    ],
)
def test_what_is_turned_down(nlp, example, value):
    event, _ = judged(nlp, example)
    assert event.factuality == value


@pytest.mark.parametrize(
    ("example", "value"),
    [
        ("Moskau könnte seinen [Protest] einlegen.", "PS+"),
        ("Der Sprecher wies das zurück: Man [besetze] kein Dorf.", "CT-"),
        ("Der Sprecher wies das zurück: Die Miliz habe das Dorf [besetzt].", "CT+"),
        ("Es würde helfen, wenn die Miliz die Stadt [verlassen] würde.", "Uu"),
        ("Ermittler halten es für glaubhaft, dass die Miliz das Dorf [besetzt] hat.", "PR+"),
    ],
)
def test_what_is_so_under_other_words(nlp, example, value):
    event, _ = judged(nlp, example)
    assert event.factuality == value
