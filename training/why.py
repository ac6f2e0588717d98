"""What spoke for and against the events of an article and their sides: ``python training/why.py ARTICLE.txt``.

For each draft of the rules: how likely it is an event, and for each power that may have a part in it, how likely it has
one, by the weights that ship; behind each the features that moved the answer most, with how many points of the
logarithm of the odds would be lost without them. Parts are asked once, as the rules left them.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from math import log
from pathlib import Path

from lagebild.reading.events import component
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.weighing.part_features import Parts
from lagebild.reading.events.weighing.scene import Casting
from lagebild.reading.events.weighing.standing import event_features
from lagebild.reading.events.weighing.weights import Question, questions
from statements import Coded, read

#: So many features are named.
_NAMED = 6


def moved(question: Question, features: list[str]) -> str:
    """How likely the answer is yes, and what moved it most."""
    without = [[each for each in features if each != feature] for feature in features]
    chance, *others = question.probabilities([features, *without])
    lost = [(_odds(chance) - _odds(other), name) for other, name in zip(others, features, strict=True)]
    most = sorted(lost, key=lambda each: -abs(each[0]))[:_NAMED]
    return f"{chance:.2f}  " + "  ".join(f"{points:+.1f} {name}" for points, name in most)


def _odds(chance: float) -> float:
    """The logarithm of the odds."""
    return log(chance / (1 - chance))


def _named(draft: Draft) -> str:
    return f"{draft.predicate.type} {' … '.join(word.text for word in draft.words)}"


def told(text: str, published: str | None) -> Iterator[str]:
    """Lines for each draft of an article."""
    weights = questions()
    found, _, places, scene = read(Coded("article", text, published, [], 1.0))
    drafts = [each.draft for each in found]
    for each in found:
        yield f"{_named(each.draft)}: {moved(weights['event'], event_features(each, scene, drafts))}"
    kept = component.likely(found, scene, places, weights)
    casting = Casting(kept)
    for draft in kept:
        parts = Parts(draft, scene, casting)
        yield _named(draft)
        for power in scene.candidates(draft):
            part = casting.part(parts.number, power)
            yield f"    {power} {part}: {moved(weights['side'], parts.features(power))}"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("article", type=Path, help="a text, utf-8")
    parser.add_argument("--published", help="its date")
    args = parser.parse_args()
    for line in told(args.article.read_text("utf8"), args.published):
        print(line)


if __name__ == "__main__":
    main()
