"""Texts of spaCy's hashes."""

from __future__ import annotations

import spacy

from lagebild.language.texts import spelled, texts


def test_texts_are_those_of_the_string_store_whether_met_before_or_not() -> None:
    strings = spacy.blank("de").vocab.strings
    words = ["Wanderdüne", "nsubj", "", "Wanderdüne", "Schneekette"]
    keys = [strings.add(word) if word else 0 for word in words]
    assert texts(strings, keys) == words
    assert texts(spacy.blank("de").vocab.strings, keys) == words


def test_words_of_a_doc_are_decoded_once() -> None:
    doc = spacy.blank("de")("Die Wanderdüne WANDERT.")
    assert spelled(doc) == ([t.text for t in doc], [t.lower_ for t in doc])
    assert spelled(doc)[0] is spelled(doc)[0]
    assert spelled(spacy.blank("de")("")) == ([], [])
