"""Twice the text costs about twice the work, however hostile: counted in lines of code run, not in time."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HOSTILE = {
    "a sentence that never ends": "er sagte, dass Russland erklärt habe, ",
    "quotations that never close": "„Sie sagte: ‚Nein, „",
    "events without a full stop": "und Russland droht China und Kim liefert Waffen an Moskau ",
    "denials of everything": "Moskau dementierte, Peking habe Kiew angegriffen. Kim sagt, Moskau greife Kiew an. ",
    "one event told again and again": "Russland griff Kiew an. Der Angriff auf Kiew galt Moskaus Feinden. ",
}
CHARACTERS = 4_500
COUNT = Path(__file__).with_name("lines_run.py")


@pytest.fixture(scope="module")
def lines_run() -> dict[str, int]:
    """How many lines of our code are run to read each text once and twice as long."""
    texts = [unit * (times * CHARACTERS // len(unit)) for unit in HOSTILE.values() for times in (1, 2)]
    # The first reading makes what is made once, on first use.
    ask = json.dumps([" ".join(HOSTILE.values()), *texts])
    done = subprocess.run([sys.executable, str(COUNT)], input=ask, capture_output=True, text=True, check=True)
    return dict(zip(texts, json.loads(done.stdout)[1:], strict=True))


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=list(HOSTILE))
def test_twice_the_text_is_twice_the_work(unit: str, lines_run: dict[str, int]) -> None:
    once, twice = (lines_run[unit * (times * CHARACTERS // len(unit))] for times in (1, 2))
    assert twice < 2.3 * once
