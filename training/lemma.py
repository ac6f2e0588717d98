"""Learns the lemma and Konjunktiv guessers that ship: word endings with the edit they ask for.

    python training/lemma.py [--held-out]

Reads the treebanks and the form list of ``../shared/data`` (the list teaches endings; itself it does not
ship: an ending is kept only where at least three different words share it, and only where it says something
else than the shorter ending). Word counts come from the speeches. Writes ``weights/lemma.tsv.gz`` (endings),
``weights/lemma_words.tsv.gz`` (words of the treebanks that the endings get wrong) and
``weights/konjunktiv.tsv.gz``. With ``--held-out`` it trains without every second sentence of gsd-dev,
reports on those, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from lagebild.language.de.lemma import CLASS_OF_TAG, KEEPS_GE, Lemmatiser, closed_class, split_participle
from lagebild.language.de.suffixes import BEGIN, LONGEST, SuffixRules, edit, load_rules

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"
WEIGHTS = ROOT / "src" / "lagebild" / "language" / "de" / "weights"
#: Different words that must share an ending before it is kept.
SUPPORT = 3
_UMLAUT = {"ä": "a", "ö": "o", "ü": "u"}
_UPOS_CLASS = {"NOUN": "N", "ADJ": "A"}


def word_counts(limit: int = 4_000_000) -> Counter[str]:
    """How often each word stands in the speeches."""
    counts: Counter[str] = Counter()
    with gzip.open(DATA / "text" / "bundestag.txt.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            counts.update(re.findall(r"[\wäöüß-]+", line))
            if counts.total() > limit:
                break
    return counts


def listed() -> Iterator[tuple[str, str, list[str]]]:
    """(form, lemma, readings) of the form list, with the letter put back that its lemmas lack before an umlaut."""
    with gzip.open(DATA / "morphology" / "forms.tsv.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if len(cells) != 3 or line.startswith("#") or not re.fullmatch(r"[A-ZÄÖÜa-zäöüß-]+", cells[0]):
                continue
            form, lemma, readings = cells
            yield form, _mended(form, lemma), readings.split()


def _mended(form: str, lemma: str) -> str:
    for at, letter in enumerate(form):
        base = _UMLAUT.get(letter)
        if (
            base
            and at
            and lemma[: at - 1] == form[: at - 1]
            and lemma[at - 1 : at] == base
            and form[at - 1] != base
        ):
            return lemma[: at - 1] + form[at - 1] + lemma[at - 1 :]
    return lemma


def classes(readings: list[str]) -> set[str]:
    """The lemma classes of `CLASS_OF_TAG` that the readings of the list stand for."""
    found = set()
    for reading in readings:
        parts = reading.split(":")
        if parts[0] == "SUB":
            found.add("S" if "SIN" in parts else "N")
        elif parts[0] == "VER":
            found.add({"INF": "I", "EIZ": "Z", "PA2": "P", "PA1": ""}.get(parts[1], "V"))
        elif parts[0] in ("ADJ", "PA1", "PA2"):
            found.add("D" if parts[1] == "PRD" else "A")
    return found - {""}


def pairs_of_list(counts: Counter[str]) -> Iterator[tuple[str, str, str, float]]:
    """(class, word, lemma, weight) from the form list."""
    entries = list(listed())
    infinitives = {lemma for form, lemma, readings in entries if form == lemma and "I" in classes(readings)}
    for form, lemma, readings in entries:
        for kind in classes(readings):
            if kind in "VIPZ" and lemma not in infinitives:
                continue
            if not counts[form] and not (kind in "VIPNS" and counts[lemma]):
                continue  # an unused word teaches nothing, and there are many
            lower, base = form.lower(), lemma.lower()
            weight = 1 + math.log1p(counts[form]) * (1 + math.log1p(counts[lemma]) / 4)
            yield kind, lower, base, weight


def conllu(name: str) -> Iterator[list[list[str]]]:
    rows: list[list[str]] = []
    for line in (DATA / "treebank" / f"{name}.conllu").read_text("utf8").splitlines():
        if not line:
            if rows:
                yield rows
            rows = []
        elif line[0] != "#" and line.split("\t", 1)[0].isdigit():
            rows.append(line.split("\t"))


def pairs_of_treebanks(held_out: bool) -> Iterator[tuple[str, str, str, str]]:
    """(class, tag, word, lemma) from the treebanks, in the conventions of GSD.

    HDT gives compounds their last part as lemma, and PUD has other tags: what differs is left out.
    """
    for number, rows in enumerate(conllu("gsd-dev")):
        if held_out and number % 2:
            continue
        for row in rows:
            yield _class(row), row[4], row[1], row[2]
    for rows in conllu("hdt-part"):
        for row in rows:
            kind = _class(row)
            if kind in "VIPZ" or (kind in "NS" and row[2][:2].lower() == row[1][:2].lower()):
                yield kind, row[4], row[1], row[2]
    for rows in conllu("pud"):
        for row in rows:
            kind = _UPOS_CLASS.get(row[3], "")
            if kind == "N" and "Number=Sing" in row[5]:
                kind = "S"
            if kind:
                yield kind, "", row[1], row[2]


def _class(row: list[str]) -> str:
    kind = CLASS_OF_TAG.get(row[4], "X")
    return "S" if kind == "N" and "Number=Sing" in row[5] else kind


def learn(
    pairs: dict[tuple[str, str], Counter[str]], support: int, shared: Counter[tuple[str, str]] | None = None
) -> dict[str, dict[str, str]]:
    """Endings with their values from {(class, word): {value: weight}}.

    `support` words must share an ending; `shared` says how many words of the text a stem stands for.
    """
    votes: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for (kind, word), values in pairs.items():
        value, weight = max(values.items(), key=lambda item: (item[1], item[0]))
        marked = BEGIN + word
        for begin in range(max(0, len(marked) - LONGEST), len(marked) + 1):
            votes[kind][marked[begin:]][value] += weight
            words[kind][marked[begin:]] += shared[(kind, word)] if shared else 1
    rules: dict[str, dict[str, str]] = {}
    for kind in sorted(votes):
        table_: dict[str, str] = {}
        for ending in sorted(votes[kind], key=lambda e: (len(e), e)):
            if ending and words[kind][ending] < support:
                continue
            best = max(votes[kind][ending].items(), key=lambda item: (item[1], item[0]))[0]
            shorter = next(
                (table_[ending[n:]] for n in range(1, len(ending) + 1) if ending[n:] in table_), None
            )
            if best != shorter:
                table_[ending] = best
        rules[kind] = table_
    return rules


def edits(
    pairs: dict[tuple[str, str], Counter[str]],
) -> tuple[dict[tuple[str, str], Counter[str]], Counter[tuple[str, str]]]:
    """{(class, word): {edit: weight}} of {(class, word): {lemma: weight}}, participles at their stem.

    The second value counts the words that each entry stands for.
    """
    found: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    shared: Counter[tuple[str, str]] = Counter()
    for (kind, word), lemmas in pairs.items():
        lemma, weight = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        split = split_participle(word) if kind == "P" else None
        if kind == "Z" or len(lemma) > len(word) + 3:
            continue
        if split is None:
            found[(kind, word)][edit(word, lemma)] += weight
            shared[(kind, word)] += 1
            continue
        prefix, stem = split
        if not lemma.startswith(prefix):
            continue
        rest = lemma[len(prefix) :]
        rule = KEEPS_GE + edit("ge" + stem, rest) if rest.startswith("ge") else edit(stem, rest)
        found[("G", stem)][rule] += weight
        shared[("G", stem)] += 1
    return found, shared


def konjunktiv_pairs(counts: Counter[str]) -> dict[tuple[str, str], Counter[str]]:
    """{(class, word): {readings: weight}} for finite verbs; readings are letters: 1 and 2 for the two
    Konjunktive, i for the indicative, c for imperative, in the third person and first plural where news has them."""
    readings: dict[str, set[str]] = defaultdict(set)
    for form, _, found in listed():
        for reading in found:
            parts = reading.split(":")
            if parts[0] != "VER" or parts[1] not in ("1", "3") or len(parts) < 4:
                continue
            mood = {"KJ1": "1", "KJ2": "2"}.get(parts[3], "i")
            readings[form].add(f"{mood}{parts[1]}{parts[2][0]}")
    pairs = {}
    for form, found in readings.items():
        if not counts[form] and not form.endswith("e"):
            continue
        for slot, name in (("3S", "S"), ("3P", "P"), ("1S", "s"), ("1P", "p")):
            value = "".join(mood for mood in "i12" if mood + slot in found)
            if value:
                pairs[(name, form.lower())] = Counter({value: 1 + math.log1p(counts[form])})
    return pairs


def exceptions(
    pairs: list[tuple[str, str, str, str]], rules: SuffixRules, known: dict[tuple[str, str], Counter[str]]
) -> dict[tuple[str, str], str]:
    """Words of the treebanks whose lemma the endings miss: {(class or tag, word): lemma}.

    A lemma is left out that only keeps an older spelling, or that stands against better knowledge of the word.
    """
    guess = Lemmatiser(rules, {})
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind, tag, word, lemma in pairs:
        seen[(kind if kind != "X" else tag, word.lower())][lemma] += 1
    found = {}
    for (kind, word), lemmas in seen.items():
        lemma, count = max(lemmas.items(), key=lambda item: (item[1], item[0]))
        if count / lemmas.total() < 0.6 or lemma == "_":
            continue
        if _only_older(word, lemma) or kind == "NE":
            continue
        better = known.get((kind, word))
        if better and max(better, key=lambda other: (better[other], other)) != lemma.lower():
            continue
        if kind not in CLASS_OF_TAG.values() and closed_class().get((word, kind)):
            continue
        if guess.guess(word, kind).lower() != lemma.lower():
            found[(kind, word)] = lemma.lower()
    return found


def _only_older(word: str, lemma: str) -> bool:
    """Whether the lemma brings back a spelling that the word itself has given up (*Ausschuß*)."""
    return "ss" in word and "ß" in lemma


def write(rules: dict[str, dict[str, str]], name: str) -> None:
    lines = []
    for kind, table_ in sorted(rules.items()):
        by_value: dict[str, list[str]] = defaultdict(list)
        for ending, value in table_.items():
            by_value[value].append(ending)
        lines += [f"{kind}\t{value}\t{' '.join(endings)}" for value, endings in sorted(by_value.items())]
    WEIGHTS.mkdir(exist_ok=True)
    path = WEIGHTS / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode("utf8"), 9, mtime=0))
    print(f"{path.name}: {sum(map(len, rules.values()))} entries, {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true")
    held_out = parser.parse_args().held_out
    counts = word_counts()
    treebank = list(pairs_of_treebanks(held_out))
    pairs: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for kind, word, lemma, weight in pairs_of_list(counts):
        pairs[(kind, word)][lemma] += weight
    for kind, _, word, lemma in treebank:
        if kind != "X" and not _only_older(word, lemma):
            pairs[(kind, word.lower())][lemma.lower()] += 40
    edited, shared = edits(pairs)
    rules = learn(edited, SUPPORT, shared)
    words = exceptions(treebank, SuffixRules(rules), pairs)
    if held_out:
        report(Lemmatiser(SuffixRules(rules), words))
        return
    write(rules, "lemma")
    table_: dict[str, dict[str, str]] = defaultdict(dict)
    for (kind, word), lemma in words.items():
        table_[kind][word] = lemma
    write(dict(table_), "lemma_words")
    write(learn(konjunktiv_pairs(counts), SUPPORT), "konjunktiv")
    load_rules.cache_clear()


def report(lemmatiser: Lemmatiser) -> None:
    """Lemma accuracy with gold tags on the held-out half of gsd-dev, and what went wrong."""
    right = total = 0
    wrong: Counter[tuple[str, str, str, str]] = Counter()
    for number, rows in enumerate(conllu("gsd-dev")):
        if number % 2 == 0:
            continue
        for row in rows:
            total += 1
            features = row[5]
            lemma = lemmatiser.lemma(row[1], row[4], "Case=Gen" in features, "Number=Sing" in features)
            if lemma.lower() == row[2].lower():
                right += 1
            else:
                wrong[(row[1], row[4], lemma, row[2])] += 1
    print(f"lemma accuracy {right / total:.4f} on {total} words of the held-out half of gsd-dev, gold tags")
    for case, n in wrong.most_common(80):
        print(n, *case)


if __name__ == "__main__":
    main()
