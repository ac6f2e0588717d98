"""The worst cases of speech, by class: ``python -m evaluation.quotes_errors GOLD RECORDS [N]``.

GOLD is the quotation data (JSONL, gzipped or not), RECORDS what ``lagebild read`` wrote for it.
Writes ``quotes_errors.md``: how often each class of error comes, and the N (50) worst cases with
document, class, type, rule and character spans. No word of the texts is stored; ``--show`` prints
the sentences to the screen instead.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PARTS = ("quote", "speaker", "cue", "frame")
TYPES = {
    "Direct": "direct",
    "Indirect": "indirect",
    "Reported": "reported",
    "FreeIndirect": "free_indirect",
    "IndirectFreeIndirect": "indirect_free_indirect",
}
Chars = frozenset[int]
#: the heading from which the page is written by hand
TRIED = "## What was tried"


@dataclass(frozen=True)
class Case:
    """One error: ``loss`` is what the case costs, the sum of what each part lacks of a perfect F1."""

    document: str
    kind: str
    type: str
    rule: str
    gold: str
    found: str
    loss: float


def documents(path: Path) -> list[dict[str, Any]]:
    data = path.read_bytes()
    text = gzip.decompress(data) if path.suffix == ".gz" else data
    return [json.loads(line) for line in text.splitlines()]


def gold_speeches(doc: dict[str, Any]) -> list[dict[str, Any]]:
    """The annotations with their parts as sets of characters."""
    tokens = {t["id"]: (t["charBegin"], t["charEnd"]) for t in doc["tokens"]}
    found = []
    for annotation in doc["annotations"]:
        parts = {
            part: frozenset(
                c for i in (annotation.get(part) or {}).get("tokenIds", []) for c in range(*tokens[i])
            )
            for part in PARTS
        }
        found.append({"type": TYPES.get(annotation["type"], ""), "rule": "", **parts})
    return found


def read_speeches(record: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {
            "type": q["type"],
            "rule": q.get("rule", ""),
            **{part: frozenset(c for b, e in q.get(part, []) for c in range(b, e)) for part in PARTS},
        }
        for q in record.get("quotes", [])
    ]


def overlap(one: Chars, other: Chars) -> float:
    """Character F1; two empty parts agree."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))


def pairs(gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Best matches first, each speech once."""
    ranked = sorted(
        ((overlap(g["quote"], f["quote"]), i, j) for i, g in enumerate(gold) for j, f in enumerate(found)),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    chosen: list[tuple[int, int]] = []
    for value, i, j in ranked:
        if value > 0 and all(i != a and j != b for a, b in chosen):
            chosen.append((i, j))
    return chosen


def spans(chars: Chars) -> str:
    if not chars:
        return "–"
    return f"{min(chars)}–{max(chars) + 1}"


def cases(document: str, gold: list[dict[str, Any]], found: list[dict[str, Any]]) -> list[Case]:
    """All errors of one document."""
    errors = []
    matched = pairs(gold, found)
    for i, j in matched:
        g, f = gold[i], found[j]
        lost = {part: 1 - overlap(g[part], f[part]) for part in PARTS}
        worst = max(lost, key=lambda part: lost[part])
        if lost[worst] > 0.2:
            if worst == "speaker":
                kind = "speaker " + ("missing" if not f["speaker"] else "not in gold" if not g["speaker"] else
                                     "wrong" if not g["speaker"] & f["speaker"] else "span")  # fmt: skip
            else:
                kind = f"{worst} span"
            errors.append(
                Case(
                    document, kind, g["type"], f["rule"], spans(g[worst]), spans(f[worst]), sum(lost.values())
                )
            )
    for i in set(range(len(gold))) - {a for a, _ in matched}:
        g = gold[i]
        loss = sum(bool(g[part]) for part in PARTS)
        errors.append(Case(document, "missed", g["type"], "", spans(g["quote"]), "–", loss))
    for j in set(range(len(found))) - {b for _, b in matched}:
        f = found[j]
        loss = sum(bool(f[part]) for part in PARTS)
        errors.append(Case(document, "not in gold", f["type"], f["rule"], "–", spans(f["quote"]), loss))
    return errors


def report(errors: list[Case], worst: int) -> str:
    """The page: a table of classes, then the worst cases, no text of the articles."""
    out = [
        "# Speech: where it errs",
        "",
        "Character spans of the development part; no text of the articles.",
        "",
    ]
    out += ["| class | type | cases |", "| --- | --- | --- |"]
    counted = Counter((e.kind, e.type) for e in errors)
    out += [f"| {k} | {t} | {n} |" for (k, t), n in sorted(counted.items(), key=lambda x: (-x[1], x[0]))]
    out += ["", f"## The {worst} worst cases", ""]
    out += ["| document | class | type | rule | gold | found |", "| --- | --- | --- | --- | --- | --- |"]
    ranked = sorted(errors, key=lambda e: (-e.loss, e.document, e.gold, e.found))[:worst]
    ranked.sort(key=lambda e: (e.kind, e.type, e.document, e.gold, e.found))
    out += [f"| {e.document} | {e.kind} | {e.type} | {e.rule} | {e.gold} | {e.found} |" for e in ranked]
    return "\n".join(out) + "\n"


def written(page: Path) -> str:
    """What people have written at the end of the page: it stays."""
    text = page.read_text("utf8") if page.exists() else ""
    start = text.find(TRIED)
    return f"\n{text[start:]}" if start >= 0 else ""


def main() -> None:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("records", type=Path)
    arguments.add_argument("worst", type=int, nargs="?", default=50)
    arguments.add_argument(
        "--show", action="store_true", help="print every case with its text; write nothing"
    )
    given = arguments.parse_args()
    records = {r["id"]: r for r in map(json.loads, given.records.read_text("utf8").splitlines())}
    errors: list[Case] = []
    texts = {}
    for doc in documents(given.gold):
        texts[doc["id"]] = doc["originalText"]
        errors += cases(doc["id"], gold_speeches(doc), read_speeches(records.get(doc["id"], {})))
    if not given.show:
        page = HERE / "quotes_errors.md"
        page.write_text(report(errors, given.worst) + written(page), "utf8")
        return
    for e in sorted(errors, key=lambda e: (-e.loss, e.document, e.gold, e.found))[: given.worst]:
        print(e.document, e.kind, e.type, e.rule)
        for label, span in (("gold", e.gold), ("found", e.found)):
            if span != "–":
                begin, end = map(int, span.split("–"))
                print(f"   {label}: {texts[e.document][begin:end]}")


if __name__ == "__main__":
    main()
