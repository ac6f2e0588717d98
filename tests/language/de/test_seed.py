"""The finite clauses of the article that the project starts from, listed by hand.

Each row gives offsets into the article: predicate, subject (None where there is none) and objects
without reflexives, each by its head word. A name is headed by its first word, an enumeration by its first member.
"""

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from lagebild.intake.article import Article
from lagebild.language import make_doc
from lagebild.record import Block

CLAUSES: list[tuple[int, int | None, tuple[int, ...]]] = [
    (50, 38, ()),
    (102, 93, (113,)),
    (128, 125, ()),
    (191, 177, ()),
    (337, 268, (322,)),
    (503, 443, ()),
    (521, 527, ()),
    (541, None, ()),
    (571, 563, ()),
    (700, 661, ()),
    (730, 711, ()),
    (774, 781, ()),
    (814, None, ()),
    (888, 836, (855,)),
    (1022, 912, (950,)),
    (1073, 900, ()),
    (1132, 1107, ()),
    (1157, 1151, (1169,)),
    (1242, 1210, ()),
    (1263, 1269, ()),
    (1378, 1250, (1312,)),
    (1465, 1386, ()),
    (1514, 1477, (1500,)),
    (1638, 1594, ()),
    (1693, 1687, (1698,)),
    (1727, 1687, (1747,)),
    (1803, 1781, ()),
    (1904, 1881, ()),
    (1947, 1944, ()),
    (2065, 2040, ()),
    (2131, 2101, ()),
    (2229, 2184, (2208,)),
    (2244, 2260, (2292,)),
    (2390, 2368, ()),
    (2423, 2404, ()),
    (2456, 2449, (2476,)),
    (2525, 2538, (2580,)),
    (2646, 2629, (2633,)),
    (2656, 2668, (2614,)),
    (2771, 2688, ()),
    (2784, 2688, (2808,)),
    (2869, 2892, ()),
    (2945, 2919, ()),
    (3033, 2919, (3023,)),
    (3051, 3062, ()),
    (3125, 3160, (3197,)),
    (3297, 3284, ()),
    (3416, 3381, ()),
    (3433, 3425, ()),
    (3512, 3425, (3481,)),
    (3560, 3566, (3538,)),
    (3582, 3587, ()),
    (3621, 3598, (3657,)),
    (3690, 3665, ()),
    (3747, 3733, ()),
    (3836, 3782, (3815,)),
    (3858, 3851, (3878,)),
    (3953, 3910, ()),
    (4002, 3968, ()),
    (4044, 4015, (4038,)),
    (4111, 4065, ()),
    (4202, 4123, ()),
    (4229, 4239, ()),
    (4280, 4267, ()),
    (4366, 4343, (4360,)),
]


@pytest.fixture(scope="module")
def read(nlp: Language, shared: Path) -> tuple[Doc, dict[int, int]]:
    """The read article, and the canonical offset of each of its tokens."""
    text = (shared / "data" / "articles" / "seed.txt").read_text("utf8")
    blocks, begin = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", (begin, begin + len(line))))
        begin += len(line) + 1
    reading = Article(text, blocks).reading_text()
    doc = nlp(make_doc(nlp, reading))
    return doc, {token.i: reading.canonical(token.idx, token.idx + len(token))[0] for token in doc}


def misses(doc: Doc, at: dict[int, int]) -> list[str]:
    found = {at[clause.predicate.i]: clause for clause in doc._.clauses}
    wrong = []
    for predicate, subject, objects in CLAUSES:
        clause = found.get(predicate)
        if clause is None:
            wrong += [f"{predicate}: no clause"] + [f"{predicate}: argument"] * (
                (subject is not None) + len(objects)
            )
            continue
        has = None if clause.understood_subject is None else at[clause.understood_subject.i]
        if has != subject:
            wrong.append(f"{predicate}: subject {has} for {subject}")
        given = {at[noun.i] for noun in clause.objects}
        wrong += [f"{predicate}: object {noun} missing" for noun in objects if noun not in given]
    return wrong


def test_predicates_subjects_and_objects(read: tuple[Doc, dict[int, int]]) -> None:
    wrong = misses(*read)
    facts = sum(1 + (subject is not None) + len(objects) for _, subject, objects in CLAUSES)
    assert len(wrong) <= 0.05 * facts, f"{len(wrong)} of {facts} wrong: {wrong}"
