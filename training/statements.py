"""Learns the weights of events and their parts from coded articles: ``python training/statements.py``.

Reads the labels in ``training/statements/`` and ``evaluation/gold/`` (what may be looked at), finds their texts in the
data sets beside the checkout or in ``training/statements/``, reads them with the package itself and fits small networks
(`fitting.py`): ``event`` (is a draft one?), ``side`` (has a power a part in it?), ``acts`` (does it act or receive?).
``--judge GOLD`` instead tells what the rules alone and the weights that ship give on coded articles, ``--folds 5`` what
weights give on the articles that they are learned from, each fifth by weights of the others.
"""

from __future__ import annotations

import argparse
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from fitting import Examples, Shape, fit
from lagebild.intake import article_from
from lagebild.language import make_doc
from lagebild.language.tokens import words_of
from lagebild.reading.events import component
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.finished import place_of
from lagebild.reading.events.merging import merged
from lagebild.reading.events.selection import counted
from lagebild.reading.events.sides import Places
from lagebild.reading.events.soil import on_its_soil
from lagebild.reading.events.weighing import settle_parts, standing, told
from lagebild.reading.events.weighing.part_features import Parts
from lagebild.reading.events.weighing.scene import Casting, Scene, power_of
from lagebild.reading.events.weighing.standing import event_features
from lagebild.reading.events.weighing.weights import Question, questions
from lagebild.reading.reader import pipeline
from text import json_lines

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WEIGHTS = ROOT / "src/lagebild/language/de/weights/events.npz"
#: Weight of articles whose cases the rules were made by: there the rules are better than elsewhere.
STUDIED = 0.3
#: Weight of invented articles: at half the weight they give news articles the same, and news is what is read.
INVENTED = 0.5
#: The networks of the questions.
SHAPES = {"event": Shape(32, 15), "side": Shape(32, 10), "acts": Shape(8, 10)}

#: What is learned from, and what each article weighs.
LEARNED = (
    (HERE / "statements/news.jsonl", 1.0),
    (HERE / "statements/own.jsonl", INVENTED),
    (ROOT / "evaluation/gold/studied.jsonl", STUDIED),
    (ROOT / "evaluation/gold/tuned.jsonl", STUDIED),
    (ROOT / "evaluation/gold/sentences-study.jsonl", STUDIED),
)

Span = tuple[int, int]


@dataclass(slots=True)
class Coded:
    """An article with its hand-coded events."""

    name: str
    text: str
    published: str | None
    events: list[dict[str, object]]
    weight: float


def powers(actors: object) -> set[str]:
    """Gold actors as the weighing names them."""
    assert isinstance(actors, list)
    return {actor.get("country") or "~" + str(actor.get("name") or "").lower() for actor in actors}


def alike(power: str, gold: set[str], called: set[str]) -> bool:
    """Whether a power is coded. One without a country is so by its name or by what the article calls it, ``called``: the
    beginning counts, as for the scorer, without the endings of cases, which coders leave on now and then."""
    if power[:1] != "~":
        return power in gold
    names = {_stem(power), *(_stem("~" + name) for name in called)}
    return any(_stem(other) in names for other in gold if other[:1] == "~")


def _stem(power: str) -> str:
    """The beginning of a name without the endings of its words."""
    return " ".join(word.rstrip("enrms") or word for word in power.lower().split())[:12]


def read(coded: Coded) -> tuple[list[standing.Standing], list[list[Span]], Places, Scene]:
    """The drafts of an article, the canonical spans of their triggers, and where they stand."""
    nlp = pipeline("de")
    article = article_from(coded.text, published=coded.published)
    reading = article.reading_text()
    doc = make_doc(nlp, reading)
    doc._.article = article
    for name, step in nlp.pipeline:
        if name == "lagebild_events":
            break
        doc = step(doc)
    words = words_of(doc)
    places = Places(words)
    found = component.standings(words, places)
    spans = [
        [reading.canonical(word.idx, word.idx + len(word.text)) for word in each.draft.words]
        for each in found
    ]
    return found, spans, places, Scene(words)


def touch(one: list[Span], other: list[Span]) -> int:
    return sum(max(0, min(y, v) - max(x, u)) for x, y in one for u, v in other)


def pairs(
    coded: Coded, found: list[standing.Standing], spans: list[list[Span]]
) -> dict[int, dict[str, object]]:
    """The coded event of each draft that is one of the same type, paired as the scorer does."""
    if not coded.events or not found:
        return {}
    match = np.zeros((len(coded.events), len(found)))
    for g, event in enumerate(coded.events):
        for f, each in enumerate(found):
            shared = touch(event["spans"], spans[f])  # type: ignore[arg-type]
            same = each.draft.predicate.type == event["type"]
            # Among equals the drafts that the rules hold for events come first.
            held = each.taken_for in ("held", "plain", "rooted")
            match[g, f] = (min(shared, 50) + 100 * same + 0.5 * held) if shared else 0
    rows, columns = linear_sum_assignment(-match)
    return {f: coded.events[g] for g, f in zip(rows, columns, strict=True) if match[g, f] >= 100}


@dataclass(slots=True)
class Text:
    """A coded article as the rules read it: its drafts, whose triggers are paired with coded events."""

    coded: Coded
    found: list[standing.Standing]
    spans: dict[int, list[Span]]
    places: Places
    scene: Scene
    golds: dict[int, dict[str, object]]

    @classmethod
    def of(cls, coded: Coded) -> Text:
        found, spans, places, scene = read(coded)
        matched = pairs(coded, found, spans)
        golds = {id(found[n].draft): gold for n, gold in matched.items()}
        by_draft = {id(each.draft): span for each, span in zip(found, spans, strict=True)}
        return cls(coded, found, by_draft, places, scene, golds)


def learn(articles: list[Coded]) -> dict[str, Question]:
    """The three questions, fitted to coded articles."""
    texts = [Text.of(each) for each in articles]
    event = Examples()
    for text in texts:
        drafts = [each.draft for each in text.found]
        for each in text.found:
            event.add(
                event_features(each, text.scene, drafts), id(each.draft) in text.golds, text.coded.weight
            )
    learned = {"event": fit(event, SHAPES["event"])}
    side, acts = Examples(), Examples()
    for text in texts:
        kept = component.likely(text.found, text.scene, text.places, learned)
        casting = Casting(kept)
        for draft in kept:
            gold = text.golds.get(id(draft))
            if gold is not None:
                _parts(draft, gold, text, casting, side, acts)
    return learned | {"side": fit(side, SHAPES["side"]), "acts": fit(acts, SHAPES["acts"])}


def _parts(
    draft: Draft, gold: dict[str, object], text: Text, casting: Casting, side: Examples, acts: Examples
) -> None:
    """What one event teaches of who has a part in it and which."""
    source, target = powers(gold["source"]), powers(gold["target"])
    parts = Parts(draft, text.scene, casting)
    for power in text.scene.candidates(draft):
        features = parts.features(power)
        called = {
            " ".join(text.scene.doc.words[start:stop]) for start, stop in text.scene.mentions.get(power, ())
        }
        has = alike(power, source | target, called)
        side.add(features, has, text.coded.weight)
        if has and target:
            acts.add(features, alike(power, source, called), text.coded.weight)


def judge(articles: list[Coded], weights: dict[str, Question]) -> Counter[str]:
    """How many events are coded, found, of the right type, and with the right powers, before and after weighing."""
    counts: Counter[str] = Counter()
    for each in articles:
        counts["coded"] += len(each.events)
        text = Text.of(each)
        rules = [e.draft for e in text.found if e.taken_for in ("held", "plain", "rooted")]
        rules = merged(counted(rules))
        for draft in rules:
            on_its_soil(draft, place_of(draft, text.places), text.places)
        _count(counts, "rules", rules, text)
        text = Text.of(each)
        drafts = component.likely(text.found, text.scene, text.places, weights)
        settle_parts(drafts, text.scene, weights)
        drafts = told(drafts)
        _count(counts, "weighed", drafts, text)
    return counts


def _count(counts: Counter[str], name: str, drafts: list[Draft], text: Text) -> None:
    counts[f"{name} found"] += len(drafts)
    standings = [standing.Standing(draft, "held", text.found[0].subject) for draft in drafts]
    matched = pairs(text.coded, standings, [text.spans[id(draft)] for draft in drafts])
    for n, gold in matched.items():
        draft = drafts[n]
        counts[f"{name} type"] += 1
        sides = {power_of(actor)[:13] for actor in (*draft.sides.source, *draft.sides.target)}
        counts[f"{name} dyad"] += sides == {
            power[:13] for power in powers(gold["source"]) | powers(gold["target"])
        }


def fold(article: Coded, folds: int) -> int:
    """The fold of an article, by its name."""
    return zlib.crc32(article.name.encode()) % folds


def cross(sets: dict[str, list[Coded]], folds: int) -> None:
    """Print the figures of each set, every fold judged by weights of the others."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in sets}
    for n in range(folds):
        others = [each for articles in sets.values() for each in articles if fold(each, folds) != n]
        weights = learn(others)
        for name, articles in sets.items():
            judged = [each for each in articles if fold(each, folds) == n]
            counts[name] += judge(judged, weights)
    for name, found in counts.items():
        if found:
            print(name)
            show(found)


def show(counts: Counter[str]) -> None:
    """Print type and dyad F1 of the rules alone and of the weights."""
    for name in ("rules", "weighed"):
        both = counts["coded"] + counts[f"{name} found"]
        figures = [f"{what} F1 {2 * counts[f'{name} {what}'] / both:.3f}" for what in ("type", "dyad")]
        print(f"{name}: {counts['coded']} coded, {counts[f'{name} found']} found,", *figures)


def save(found: dict[str, Question], path: Path = WEIGHTS) -> None:
    """Write the file that ships."""
    arrays: dict[str, np.ndarray] = {}
    for name, question in found.items():
        arrays[f"{name}.names"] = np.frombuffer("\n".join(question.rows).encode("utf8"), np.uint8)
        arrays[f"{name}.table"] = question.table.astype(np.int16)
        arrays[f"{name}.out"] = question.out.astype(np.int16)
    np.savez_compressed(path, **arrays)


def texts_of(data: Path) -> dict[str, str]:
    """The texts of the articles that are coded without them, by id."""
    parts = (line for part in ("train", "dev") for line in json_lines(data / f"quotes/{part}.jsonl.gz"))
    found = {str(doc["id"]): str(doc["originalText"]) for doc in parts}
    return found | {path.stem: path.read_text("utf8") for path in (data / "articles").glob("*.txt")}


def coded(path: Path, texts: dict[str, str], weight: float) -> Iterator[Coded]:
    """The coded articles of a file, with their texts where these are at hand."""
    for doc in json_lines(path):
        name = str(doc["id"])
        text = str(doc.get("text") or texts.get(name, ""))
        yield Coded(name, text, doc.get("published"), doc["events"], weight)  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--judge", type=Path, help="judge the weights that ship by a file of coded articles")
    parser.add_argument("--folds", type=int, help="judge by cross validation; takes some minutes a fold")
    args = parser.parse_args()
    texts = texts_of(args.data)
    if args.judge:
        show(judge([each for each in coded(args.judge, texts, 1.0) if each.text], questions()))
        return
    sets = {path.stem: [each for each in coded(path, texts, weight) if each.text] for path, weight in LEARNED}
    if args.folds:
        cross(sets, args.folds)
        return
    articles = [each for found in sets.values() for each in found]
    found = learn(articles)
    save(found)
    for name, question in found.items():
        print(f"{name}: {len(question.rows)} features, from {len(articles)} articles")


if __name__ == "__main__":
    main()
