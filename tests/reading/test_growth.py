"""Twice the text costs about twice the work, however hostile: counted in calls of functions, not in time."""

import cProfile
import pstats

import pytest

from lagebild.intake import article_from
from lagebild.reading import Reader

HOSTILE = {
    "a sentence that never ends": "er sagte, dass Russland erklärt habe, ",
    "quotations that never close": "„Sie sagte: ‚Nein, „",
    "events without a full stop": "und Russland droht China und Kim liefert Waffen an Moskau ",
    "denials of everything": "Moskau dementierte, Peking habe Kiew angegriffen. Kim sagt, Moskau greife Kiew an. ",
    "one event told again and again": "Russland griff Kiew an. Der Angriff auf Kiew galt Moskaus Feinden. ",
}
CHARACTERS = 4_500


def calls(text: str) -> int:
    """Calls of our functions in one reading of the text."""
    reader, article = Reader("de"), article_from(text, published="2023-09-12")
    profile = cProfile.Profile(builtins=False)
    profile.runcall(reader.read, article)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    text = unit * (2 * CHARACTERS // len(unit))
    calls(text[:1000])  # what is made once, on first use
    once, twice = calls(text[:CHARACTERS]), calls(text)
    assert twice < 2.3 * once
