"""Reprints are found, other reports of the same event are not; what follows from a store follows its changes."""

from pathlib import Path

import numpy as np
import pytest

from lagebild.store import Store, copies, keep
from lagebild.store.copies import PERMUTATIONS, families, minhash
from tests.invented import Told, record

AGENCY = " ".join(f"Satz {n} der Meldung stand so schon in der Zeitung vom Vortag" for n in range(20))
OTHER = " ".join(f"Ganz anders sieht es Blatt {n} mit eigenen Worten und Quellen" for n in range(20))
MEETING = Told("Moskau und Pjöngjang trafen sich.", "CONSULT", ["RUS", "PRK"], when="2023-09-13")


def family(*texts: str) -> list[int]:
    return families(np.array([minhash(text) for text in texts], dtype=np.uint32))


def test_a_reprint_with_another_first_line_is_a_copy() -> None:
    assert family(AGENCY, OTHER, "Neue Überschrift. " + AGENCY, AGENCY[:-60]) == [0, 1, 0, 0]


def test_copies_of_copies_are_one_family() -> None:
    """Single linkage: first and last have too little in common, the text between them joins them."""
    words = [f"Wort{n}" for n in range(400)]
    first, middle, last = (" ".join(words[b : b + 300]) for b in (0, 50, 100))
    assert family(first, middle, last) == [0, 0, 0]
    assert len(set(family(first, " ".join(words[250:])))) == 2


def test_texts_without_words_do_no_harm() -> None:
    assert families(np.empty((0, PERMUTATIONS), dtype=np.uint32)) == []
    assert family("", "!", AGENCY)[2] == 2


def test_families_are_named_by_the_first_article(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        writer.add(record("b", [MEETING], published="2023-09-12", tail=AGENCY))
        writer.add(record("a", [MEETING], published="2023-09-13", tail=AGENCY + " B"))
        writer.add(record("c", [MEETING], published="2023-09-13", tail=OTHER))
    assert copies(store) == {"a": "b", "b": "b"}
    with store.writer() as writer:
        writer.add(record("d", [MEETING], published="2023-09-14", tail=OTHER + " D"))
    assert copies(store) == {"a": "b", "b": "b", "c": "c", "d": "c"}


def test_what_was_kept_serves_until_the_store_changes(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        writer.add(record("a", [MEETING], tail=AGENCY))
    calls: list[int] = []

    def make():  # type: ignore[no-untyped-def]
        calls.append(1)
        return store.query("SELECT count(*) AS n FROM documents")

    def told(opened: Store, by: str = "this") -> int:
        return int(opened.derived("n", make, by)["n"][0].as_py())

    keep(store, "n", make, "documents", "this")
    assert [told(store), told(store), told(Store(store.root))] == [1, 1, 1] and len(calls) == 1
    with store.writer() as writer:
        writer.add(record("b", [MEETING], tail=OTHER))
    assert [told(store), told(store), told(Store(store.root))] == [2, 2, 2] and len(calls) == 3
    keep(store, "n", make, "documents", "this")
    assert told(Store(store.root), by="another version") == 2 and len(calls) == 5
    kept = list((store.root / ".derived").iterdir())
    assert len(kept) == 1
    kept[0].write_bytes(b"PAR1 broken")
    assert told(Store(store.root)) == 2


@pytest.mark.parametrize("stored", [["RUS", "PRK", "CHN"], ["RUS"], []])
def test_pairs_are_who_acts_on_or_with_whom(stored: list[str], tmp_path: Path) -> None:
    store = Store.create(tmp_path / "s")
    with store.writer() as writer:
        writer.add(record("a", [Told("Es geschah.", "CONSULT", stored, ["UKR", "USA"])]))
    found = {(row["a"], row["b"]) for row in store.rows("SELECT a, b FROM pairs")}
    across = {tuple(sorted((a, b))) for a in stored for b in ("UKR", "USA")}
    together = {tuple(sorted((a, b))) for a in stored for b in stored if a != b}
    assert found == across | together


def test_signatures_are_those_of_stores_there_are() -> None:
    """Where this fails another release of the sketching library makes other signatures: raise ``schema.VERSION``."""
    assert minhash("Moskau und Pjöngjang trafen sich am Mittwoch in Wladiwostok.")[:3] == [
        575243390,
        3798449217,
        3453844261,
    ]
