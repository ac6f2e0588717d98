"""Whether the time of the base grows as the text does: from a kilobyte to a megabyte, plain and hostile."""

from __future__ import annotations

import time
from collections.abc import Iterator

Row = tuple[str, str, str]

SIZES = (1_000, 10_000, 100_000, 1_000_000)
#: Texts that could cost more than their length: one sentence without end, opened quotations, commas, one long word.
HOSTILE = {
    "news": "",
    "no full stop": "und der Minister sagte dass die Lage ernst sei ",
    "quotations": "„Sie sagte: ‚Nein, „",
    "commas": "der, die, das, ",
    "one word": "Donaudampfschifffahrt",
}


def growth(news: str) -> Iterator[Row]:
    """Microseconds a character of the base at each size, and how much dearer a character of the longest text is."""
    import lagebild

    nlp = lagebild.load("de")
    nlp(news[:5_000])
    for name, text in HOSTILE.items():
        text = text or news
        costs = []
        for size in SIZES:
            piece = (text * (size // len(text) + 1))[:size]
            started = time.process_time()
            nlp(piece)
            costs.append((time.process_time() - started) / size * 1e6)
        yield (f"base, {name}: 1 kB to 1 MB", " ".join(f"{cost:.1f}" for cost in costs), "µs/character")
        yield (f"base, {name}: 1 MB against 100 kB", f"{costs[-1] / costs[-2]:.2f}", "times as dear")
