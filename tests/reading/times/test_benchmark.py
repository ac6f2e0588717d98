"""How fast the time expressions of tagged text are found; run with ``pytest --benchmark-only``."""

import json
from pathlib import Path

import pytest
import spacy
from pytest_benchmark.fixture import BenchmarkFixture

from lagebild.reading.times import Times


@pytest.mark.benchmark(group="times")
def test_words_a_second(benchmark: BenchmarkFixture, shared: Path) -> None:
    nlp = spacy.blank("de")
    docs = []
    for line in (shared / "data/times/dev.jsonl").read_text("utf8").splitlines():
        article = json.loads(line)
        doc = nlp.make_doc(article["text"])
        doc._.published = article["published"]
        docs.append(doc)
    times = Times()

    def read_all() -> int:
        return sum(len(times(doc)._.times) for doc in docs)

    assert benchmark(read_all) > 500
    words = sum(len(doc) for doc in docs)
    benchmark.extra_info["words"] = words
    benchmark.extra_info["words a second"] = round(words / benchmark.stats["min"])
    print(f"\n{round(words / benchmark.stats['min']):,} words a second")
