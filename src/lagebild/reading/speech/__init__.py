"""Who says so: every passage of an article that is somebody's words, and whose.

Five types, as the German news quotation data set has them: direct, indirect, reported,
indirect_free_indirect (Konjunktiv that runs on) and free_indirect (*soll* that runs on).
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.tokens import words_of
from lagebild.reading.analysis import SpeechFound, extend
from lagebild.reading.speech import brackets, cues, dependent, inquits, slogans, sources
from lagebild.reading.speech.backward import pointing_back, pointing_back_inside
from lagebild.reading.speech.chain import chain_of, link
from lagebild.reading.speech.colons import before_colon, behind_colon
from lagebild.reading.speech.entries import may_tell
from lagebild.reading.speech.first_person import first_persons
from lagebild.reading.speech.interview import answers
from lagebild.reading.speech.lexicon import verbs
from lagebild.reading.speech.parts import to_closing_mark
from lagebild.reading.speech.resolve import resolve
from lagebild.reading.speech.running import run_on
from lagebild.reading.speech.sentences import units
from lagebild.reading.speech.units import Unit
from lagebild.reading.speech.zones import Text, find_zones

__all__ = ["Speech", "chain_of"]

extend()


class Speech:
    """Finds somebody's words in a Doc; sets ``doc._.speech``, in text order."""

    def __call__(self, doc: Doc) -> Doc:
        """Read a Doc that has tags and sentences."""
        doc._.speech = []
        if len(doc) == 0:
            return doc
        words = words_of(doc)
        text = Text.of(words)
        all_units = units(text, find_zones(text))
        previous = [None, *all_units[:-1]]
        own = [self._of_unit(unit, before) for unit, before in zip(all_units, previous, strict=True)]
        found = [*answers(text), *run_on(text, all_units, own)]
        found.sort(key=lambda s: (s.quote[0], s.type))
        resolve(words, found)
        link(found)
        first_persons(words, found)
        doc._.speech = found
        return doc

    @staticmethod
    def _of_unit(unit: Unit, previous: Unit | None) -> list[SpeechFound]:
        by_source = [*before_colon(unit), *sources.find(unit, previous)]
        by_cue = cues.find(unit, by_source)
        by_cue += behind_colon(unit, by_cue)
        by_cue = by_cue or inquits.find(unit)
        by_cue = [c for c in by_cue if not _told_by_source(unit, c, by_source)]
        by_source = [s for s in by_source if not _said_by_subject(s, by_cue)]
        speeches = [*by_source, *(c for c in by_cue if not any(_same(c, s) for s in by_source))]
        found = [*(speeches or brackets.find(unit)), *sources.referring(unit, speeches)]
        if not by_cue and may_tell(unit):
            found += pointing_back(unit, previous) or pointing_back_inside(unit)
        found += dependent.find(unit, found)
        found += slogans.find(unit, found) if unit.zones else []
        for speech in found if unit.zones else ():
            speech.quote = [to_closing_mark(unit, part) for part in speech.quote]
        # A cue can have all the words of its clause for itself; then nothing is said.
        found = [speech for speech in found if speech.quote]
        return [speech for speech in found if not _in_own_words(unit, speech, found)]


def _same(one: SpeechFound, other: SpeechFound) -> bool:
    return one.quote == other.quote or bool(set(one.cue) & set(other.cue))


def _told_by_source(unit: Unit, cue: SpeechFound, by_source: list[SpeechFound]) -> bool:
    """Whether a quotation behind a clause with a source is the source's: *Nach Angaben des Amts ruht alles: „…“*."""
    if cue.rule != "verb:" or any(_says(unit.text.lemmas[b]) for b, _ in cue.cue):
        return False
    frames = [f for s in by_source if s.rule == "source:laut" for f in s.frame]
    return any(b <= f[0] and f[1] <= e for f in frames for b, e in cue.frame)


def _says(lemma: str) -> bool:
    return any("clause" in verb.content for verb in verbs().get(lemma, ()))


def _said_by_subject(source: SpeechFound, by_cue: list[SpeechFound]) -> bool:
    """Whether a quotation under a source has a speaker of its own: *Laut „Abendblatt“ sagte Berger: „…“*."""
    if source.type != "direct" or not source.rule.startswith("quoted"):
        return False
    return any(
        c.type == "direct" and c.quote == source.quote and c.speaker and not set(c.cue) & set(source.cue)
        for c in by_cue
    )


def _in_own_words(unit: Unit, speech: SpeechFound, found: list[SpeechFound]) -> bool:
    """Whether a cue is only part of what somebody says of himself, or a noun there: *sagte, er hoffe, dass …*."""
    tags = unit.text.tags
    itself = [tags[i] for b, e in speech.speaker for i in range(b, e)] in (["PPER"], ["PIS"])
    if not (speech.rule.startswith("noun:") or (itself and speech.rule.startswith("verb:"))):
        return False
    place = speech.cue[0][0] if speech.cue else -1
    return any(
        other.type == "indirect"
        and other.quote != speech.quote
        and any(b <= place < e for b, e in other.quote)
        for other in found
        if other is not speech
    )


@Language.factory("lagebild_speech", assigns=["doc._.speech", "doc._.speaker_at"])
def create(nlp: Language, name: str) -> Speech:
    """The speech step; see Speech."""
    return Speech()
