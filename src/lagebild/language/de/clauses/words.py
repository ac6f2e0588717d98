"""The closed classes that the clause rules know, read once from the lexicon."""

from __future__ import annotations

from functools import cache

from lagebild.lexicon import table


def _column(name: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table(f"base/{name}.tsv", ("word",)))


class Words:
    """Verb classes and function words by lemma or lower-case form."""

    def __init__(self) -> None:
        kinds = {row["lemma"]: row["kind"] for row in table("base/auxiliaries.tsv", ("lemma", "kind"))}
        self.modals = frozenset(lemma for lemma, kind in kinds.items() if kind == "modal")
        self.passives = frozenset(lemma for lemma, kind in kinds.items() if kind == "passive") | {"werden"}
        self.sein_verbs = _column("sein_verbs")
        self.presentational = _column("presentational")
        self.control_verbs = _column("control_verbs")
        self.genitive_verbs = _column("genitive_verbs")
        self.owned_nouns = tuple(sorted(word.lower() for word in _column("owned_nouns")))
        self.speech_inserts = _column("speech_inserts")
        self.never_nominative = _column("never_nominative")
        self.measure_nouns = _column("measure_nouns")
        self.quantities = _column("quantities") | self.measure_nouns
        self.predicative_adjectives = _column("predicative_adjectives")
        self.deed_nouns = tuple(sorted(_column("deed_nouns")))
        rows = list(table("base/peoples_verbs.tsv", ("lemma", "object")))
        #: verbs that only people are the subject of, and whether a thing beside them makes no difference
        self.peoples_verbs = {row["lemma"]: row["object"] == "any" for row in rows}
        self.parted_verbs = _column("parted_verbs")
        rows = list(table("base/negation.tsv", ("word", "scope")))
        self.negations = frozenset(row["word"] for row in rows if row["scope"] == "clause")
        self.negating_markers = frozenset(row["word"] for row in rows if row["scope"] == "marker")
        self.counting = _column("counting_words")
        #: the phrases that open *darunter Polen*, by their first word, the longer first
        self.among: dict[str, list[tuple[str, ...]]] = {}
        for row in table("base/among.tsv", ("phrase",)):
            phrase = tuple(row["phrase"].lower().split())
            self.among.setdefault(phrase[0], []).append(phrase)
        for phrases in self.among.values():
            phrases.sort(key=len, reverse=True)
        rows = list(table("base/subordinators.tsv", ("word", "relation")))
        self.subordinators = {row["word"]: row["relation"] for row in rows}


@cache
def words() -> Words:
    """The lexicon, read at first use."""
    return Words()
