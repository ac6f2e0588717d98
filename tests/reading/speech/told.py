"""What tests of speech compare: who says what."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.reading.speech import Speech


def who_said(doc: Doc) -> list[tuple[str, str]]:
    """Speaker and words of each speech."""
    told = []
    for speech in Speech()(doc)._.speech:
        speaker, quote = (
            [doc[start:end].text for start, end in spans] for spans in (speech.speaker, speech.quote)
        )
        told.append((" ".join(speaker), " … ".join(quote)))
    return told
