"""The word lists of certainty say what their columns allow."""

from lagebild.reading.certainty.values import VALUES
from lagebild.reading.certainty.words import words


def test_verbs_and_nouns_are_read_with_their_frames():
    assert words().verbs["planen", "zu"].affirmed == "PR+"
    assert words().verbs["weigern", "zu"].negated == "CT+"
    assert len(words().verb_lemmas) > 250


def test_compounds_read_their_last_noun():
    entry = words().noun("Friedensplan", "zu")
    assert entry is not None and entry.word == "Plan"
    assert words().noun("Plankton", "zu") is None


def test_every_value_is_one_of_the_codebook():
    for governor in (*words().verbs.values(), *words().nouns.values()):
        assert governor.affirmed in (*VALUES, "=", "-")
    for modifier in words().adjectives.values():
        assert modifier.affirmed in (*VALUES, "hearsay")
    for gives in (
        *words().adverbs.values(),
        *(gives for phrases in words().phrases.values() for _, gives in phrases),
    ):
        assert gives in (*VALUES, "hearsay", "refuted", "vain")
