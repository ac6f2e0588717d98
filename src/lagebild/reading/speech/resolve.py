"""From the words that name a speaker to the actor, and to the name a reader would be told."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token, Words, sentence
from lagebild.reading.actors import possessor, state_actor
from lagebild.reading.actors.body_words import body_of
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.analysis import ActorFound, Range, SpeechFound
from lagebild.reading.events.naming import STRONG
from lagebild.reading.events.words import is_people, noun_predicates, word_in_class
from lagebild.reading.speech.compounds import body_telling, inside, of_words, owned, teller_in_compound
from lagebild.reading.speech.lexicon import noun_of, ownerless

NOBODY: Final = "?"
_PRONOUNS: Final = {"PPER", "PDS", "PRELS", "PIS", "PROAV", "PAV", "PWAV", "PPOSAT", "PDAT", "KOUS", "ADV"}
_NAME_PARTS: Final = {"appos", "flat", "flat:name"}
_LEADING: Final = {"ART", "APPR", "APPRART", "PPOSAT", "PDAT"}
#: words before a phrase that are no part of the name
_FOCUS: Final = frozenset(["auch", "selbst", "sogar", "nur", "allein", "ausgerechnet", "aber", "doch", "nun"])
#: types of events whose nouns name no document that could say something
_DEEDS: Final = frozenset({
    "CONSULT", "COOPERATE", "AID", "RETREAT", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
})  # fmt: skip
#: Ends of datives whose nominative plural has one letter less.
_DATIVE_PLURALS: Final[tuple[str, ...]] = (
    "berichten", "-Kreisen", "vertretern", "sprechern", "mitarbeitern", "beobachtern", "bewohnern", "politikern", "kreisen",
    "mitgliedern", "anwohnern", "helfern", "ärzten", "dokumenten", "ermittlern", "kräften", "leuten", "verbänden",
    "diensten", "anwälten", "offizieren", "ministern", "funktionären", "kämpfern", "kritikern", "gegnern",
    "anhängern", "botschaftern", "reportern", "insidern", "bürgern", "einwohnern", "parlamentariern", "generälen",
    "trägern", "räten", "ämtern",
)  # fmt: skip
_OPENS: Final = {"„": '“”"', "»": "«", "“": "”"}
#: So many words of a name may hang on one another.
_PARTS: Final = 4
#: tokens of the longest name in quotation marks
_LONGEST_NAME: Final = 14
#: a tagger may take *Ich* at the start of a sentence for a noun
_FIRST: Final = {"ich", "wir", "er", "sie"}
_NOUNS: Final = {"NN", "NE", "FM", "XY"}
_RELATIVE: Final = {"den", "das", "die", "der", "welchen", "welches"}
_SUBJECT: Final = _NOUNS | {"ART", "ADJA", "PPOSAT"}
#: what one does with a letter of one's own
_SENDING: Final = {
    "schicken",
    "senden",
    "richten",
    "schreiben",
    "adressieren",
    "verschicken",
    "übersenden",
    "verfassen",
    "versenden",
}


def resolve(doc: Words, speeches: list[SpeechFound]) -> None:
    """Set ``speaker_actor`` and ``name`` of every speech.

    A pronoun that no mention resolves, *demnach* and an empty speaker take the speaker of the
    speech before, where one directly precedes; nobody is ``"?"``.
    """
    previous: SpeechFound | None = None
    for speech in speeches:
        span = speech.speaker[0] if speech.speaker else None
        if span is not None:
            span = speech.speaker[0] = closed(doc, span)
            span = speech.speaker[0] if (writer := _writer(doc, span)) is None else writer
            speech.speaker_actor = _actor(doc, span) or _capital(doc, span)
            speech.name = speech.speaker_actor.name if speech.speaker_actor else source_name(doc, span)
            if speech.speaker_actor is None and speech.name != NOBODY:
                speech.speaker_actor = inside(doc, span)
                speech.name = teller_in_compound(doc, span) or speech.name
            if speech.name == NOBODY and previous is not None and _points_back(doc, span):
                speech.speaker_actor, speech.name = previous.speaker_actor, previous.name
        if speech.name != NOBODY:
            previous = speech


def _writer(doc: Words, span: Range) -> Range | None:
    """Who wrote the letter that the pronoun's clause begins with: *In einem Brief, den X an Y richtete, erklärt er*.

    The pronoun is X and never the addressee, who stands nearer.
    """
    if span[1] - span[0] != 1 or doc[span[0]].tag_ != "PPER":
        return None
    start = sentence(doc[span[0]]).start
    if doc[start].lower_ not in {"in", "im"}:
        return None
    comma = next((i for i in range(start, span[0]) if doc[i].text == ","), span[0])
    letter = next((doc[i].text for i in range(start, comma) if doc[i].tag_ == "NN"), "")
    noun = noun_of(letter)
    if noun is None or not noun.bearer or comma + 1 >= span[0] or doc[comma + 1].lower_ not in _RELATIVE:
        return None
    clauses = (c for c in doc._.clauses if comma < c.predicate.i < span[0] and c.lemma in _SENDING)
    sending = next(clauses, None)
    if sending is None or (sending.voice == "passive" and doc[comma + 2].lower_ not in {"von", "vom"}):
        return None  # *der Karl Berger geschickt wurde*: to him
    return _sender(doc, comma + 1, span[0])


def _sender(doc: Words, relative: int, stop: int) -> Range | None:
    """The subject right behind the relative pronoun (*den X an Y richtete*), in a passive the von-phrase."""
    first = relative + 1
    if doc[first].lower_ in {"von", "vom"}:
        first += 1
    end = first
    while end < stop and doc[end].tag_ in _SUBJECT:
        end += 1
    named = any(doc[i].tag_ in _NOUNS for i in range(first, end))
    return (first, end) if named else None


def _actor(doc: Words, span: Range) -> ActorFound | None:
    """The actor whose mention stands in the phrase: a person before others, the head before its genitive."""
    at: dict[int, ActorFound] = doc._.actor_at
    found: list[ActorFound] = []
    head = next((i for i in range(*span) if doc[i].tag_ == "NN"), span[0])
    if _of_a_person(doc, head, span[1]):
        return None
    own = doc[span[0]].tag_ == "PPOSAT" and _acts(doc[head])  # *laut seinem Anwalt*: not his client
    for i in range(span[0] + own, span[1]):
        actor = at.get(i)
        if actor is not None and actor not in found and not _told_paper(doc, span, actor):
            found.append(actor)
    last = doc[span[1] - 1]
    if last.tag_ in _NOUNS and possessor(doc, last) and not of_words(doc[span[0]]):
        return None  # *der Anwalt Karl Bergers* is somebody else
    persons = [actor for actor in found if actor.kind == "person"]
    first = next(iter(persons or found), None)
    return named_behind(doc, span, first) or first if first is not None else None


def _acts(noun: Token) -> bool:
    """Whether the noun names who can speak for himself: people or a body."""
    return is_people(noun) or body_of(noun.text) is not None


#: Words for those around somebody, who are not himself.
_AROUND: Final = frozenset(["umfeld", "umgebung", "entourage", "umkreis", "dunstkreis"])


def _of_a_person(doc: Words, head: int, stop: int) -> bool:
    """Whether somebody is told by whose he is: *ein Sprecher von Präsident Berger*, *aus dem Umfeld von Berger*."""
    at, of = doc._.actor_at, head + 1
    if of >= stop or doc[of].lower_ not in ("von", "vom") or head in at:
        return False
    if not (is_people(doc[head]) or doc[head].lower_ in _AROUND):
        return False
    behind = range(of + 1, stop)
    named = any(i in at and at[i].kind == "person" for i in behind)
    return named and not any(doc[i].tag_ == "$," for i in behind)


def _told_paper(doc: Words, span: Range, actor: ActorFound) -> bool:
    """Whether the medium, for which the one who speaks was taken to speak, is only told: *sagte ein Sprecher | der
    Agentur AFP*."""
    behind = span[1]
    if actor.sector != "MED" or behind + 1 >= len(doc) or doc[behind].lower_ != "der":
        return False
    named = any(doc._.actor_at.get(i) is actor for i in range(behind + 1, min(behind + 4, len(doc))))
    return named and is_people(doc[behind - 1])


def named_behind(doc: Words, span: Range, actor: ActorFound) -> ActorFound | None:
    """The actor whose name stands behind the words for what it is: *die britische Tageszeitung Daily Mirror*."""
    at = doc._.actor_at
    head = next((i for i in range(*span) if at.get(i) is actor), span[0])
    plain = actor.sector == "MED" and actor.name == doc[head].text  # *die Zeitung The New York Times*
    if not (plain or actor.name[:1].islower()):
        return None
    for i in range(*span):
        if at.get(i) not in (None, actor) and at.get(_named_word(doc[i]).i) is actor:
            named: ActorFound = at[i]
            return named
    return None


def _named_word(word: Token) -> Token:
    """The noun that a word of a name stands in apposition to; the word itself where there is none."""
    for _ in range(_PARTS):
        if word.dep_ not in _NAME_PARTS | {"compound"}:
            break
        word = word.head
    return word


def _capital(doc: Words, span: Range) -> ActorFound | None:
    """The state of a capital from which something is told: *nach Angaben aus Khartum*."""
    last = span[1] - 1
    if last == 0 or doc[last].tag_ != "NE" or doc[last - 1].lower_ != "aus":
        return None
    named = gazetteer().names.get(fold(doc[last].text), ())
    code = next((p.entry.country for p in named if p.use == "capital" and not p.rest), None)
    return state_actor(doc, code) if code else None


def _deed(word: str) -> bool:
    """Whether the noun names a deed or meeting and so nobody who speaks: *Aktion*, *Treffen*, *Unterstützung*."""
    noun = noun_of(word)
    if noun is not None and noun.source:
        return False
    return word_in_class(word, "act") or any(p.type in _DEEDS for p in noun_predicates(word, word)[0])


def closed(doc: Words, span: Range) -> Range:
    """The phrase up to the mark that closes a name begun in it: *der „Rat zur Rettung der Heimat“*."""
    start, stop = span
    words = doc.words
    opened = next((i for i in range(stop - 1, start - 1, -1) if words[i] in _OPENS), None)
    if opened is None:
        return span
    close = _OPENS[doc[opened].text]
    for i in range(opened + 1, min(len(doc), opened + _LONGEST_NAME)):
        if doc[i].text in close:
            return start, max(stop, i + 1)
    return span


def source_name(doc: Words, span: Range) -> str:
    """The phrase without its article and what stands before (*auch*); of *Angaben der Polizei* the police.

    ``"?"`` for a pronoun, a deed, and words or thoughts without an owner (*erste Angaben*): they are no speakers.
    """
    start, stop = span
    stop = next(
        (i for i in range(start + 1, stop) if doc[i].lower_ in ("vom", "von") and _dated(doc, i + 1)), stop
    )
    own = doc[start].tag_ == "PPOSAT" and stop - start == 2
    while start < stop and (
        doc[start].tag_ in _LEADING or (stop - start > 1 and doc[start].lower_ in _FOCUS)
    ):
        start += 1
    if start == stop or (stop - start == 1 and (doc[start].tag_ in _PRONOUNS or doc[start].lower_ in _FIRST)):
        return NOBODY
    head = next((i for i in range(start, stop) if doc[i].tag_ in _NOUNS), None)
    noun_at = doc[head] if head is not None and doc[head].tag_ == "NN" else None
    # *Oppositionspolitikern* may have the lemma of their politics.
    if noun_at is not None and _deed(noun_at.lemma_ or noun_at.text) and not is_people(noun_at):
        return NOBODY
    noun = noun_of(doc[head].text) if head is not None and doc[head].tag_ == "NN" else None
    if noun is None or head is None or not (noun.source or ownerless(doc[head].text)):
        return _in_nominative(doc, start, stop, head)
    if own:
        return NOBODY  # *seiner Ansicht nach*: whose it is was said before
    if noun.bearer and head + 1 < stop and _own_name(doc[head + 1]):
        return _in_nominative(doc, start, stop, head)
    owner = doc._.actor_at.get(head + 1) if head + 1 < stop else None
    named = owner is not None and doc[head + 1].text[:1].isupper() and doc[head + 1].tag_ != "ADJA"
    if owner is not None and named and all(doc._.actor_at.get(i) is owner for i in range(head + 1, stop)):
        return owner.name  # *nach Angaben Kiews*
    somewhere = noun.bearer and head + 2 < stop and doc[head + 1].lower_ == "in"
    if somewhere and (noun.lemma == "Kreis" or doc[head + 2].tag_ == "NE"):
        return _in_nominative(doc, start, stop, head)  # *Regierungskreisen in Berlin*
    if head + 1 < stop and doc[head + 1].tag_ in _LEADING | {"ADJA", "NE"}:
        inner = source_name(doc, (head + 1, stop))
        if inner != NOBODY:
            return _nominative(doc, head + 1, inner)
    if ownerless(doc[head].text):
        return owned(doc, start, head) or NOBODY
    return body_telling(_in_nominative(doc, start, stop, head))


def _own_name(behind: Token) -> bool:
    """Whether a name behind who or what speaks is its own: *der Agentur Nordpress*, not *Studie Kenias*."""
    if behind.tag_ != "NE":
        return False
    return behind.dep_ in _NAME_PARTS or behind.text[-1] not in "s'’xz"


def _dated(doc: Words, i: int) -> bool:
    """Whether a time begins there: *einem Bericht vom Sonntag zufolge*, *vom heutigen Tag*."""
    return any(time.start <= i < time.stop or time.start == i - 1 for time in doc._.times)


def _in_nominative(doc: Words, start: int, stop: int, head: int | None) -> str:
    """The phrase with its noun in the nominative: *laut Medienberichten*, *eines neutralen Vermittlers*."""
    if head is None or (doc[head].tag_ != "NN" and not doc[head].text.endswith("-Kreisen")):
        return doc.source[start:stop].text
    word, case = doc[head].text, doc[head].morph.get("Case", [])
    before = doc.source[start:head].text_with_ws if head > start else ""
    behind = doc[head].whitespace_ + doc.source[head + 1 : stop].text if head + 1 < stop else ""
    adjective = doc[head - 1].text if head > start and doc[head - 1].tag_ == "ADJA" else ""
    dative = word.lower().endswith(_DATIVE_PLURALS) or _dative_plural(doc[head])
    if dative or doc[head].morph.get("Number", []) == ["Plur"]:
        if head == start + 1 and adjective.endswith("en"):
            before = before[:-2] + " "
        elif dative and head == start + 1 and before.strip().lower() in _SOME:
            before = before.rstrip()[:-1] + " "
        return before + (word[:-1] if dative else word) + behind
    gender = doc[head].morph.get("Gender", [""])[0]
    if case in (["Dat"], ["Gen"], ["Acc"]):
        word = _singular(doc[head], gender, strong=_indefinite(doc, start))
        if adjective.endswith(("en", "em")) and before.endswith(" ") and gender in STRONG:
            before = before[:-3] + STRONG[gender] + " "
    elif start > 0 and (ending := _BEHIND_ARTICLE.get(doc[start - 1].lower_)) is not None:
        before = (
            " ".join(_strong(doc[i], ending) for i in range(start, head)) + before[len(before.rstrip()) :]
        )
    return before + word + behind


#: Endings of the nominative without the article: *der ukrainische Generalstab* is *ukrainischer Generalstab*.
_BEHIND_ARTICLE: Final = {"der": "er", "das": "es"}


def _strong(word: Token, ending: str) -> str:
    weak = word.tag_ == "ADJA" and word.text.endswith("e")
    return word.text[:-1] + ending if weak else word.text


#: How many, in the dative.
_SOME: Final = frozenset(["einigen", "mehreren", "vielen", "zahlreichen", "wenigen"])


def _dative_plural(noun: Token) -> bool:
    """Whether the noun has the *n* of the dative plural: *Teilnehmern*, *Hilfswerken*; not *Bauern*, *Zeitungen*."""
    word, lemma = noun.text, noun.lemma_
    if noun.morph.get("Case", []) != ["Dat"] or noun.morph.get("Number", []) != ["Plur"]:
        return False
    if word.endswith(("ern", "eln")):
        return lemma.endswith(("er", "el")) and not lemma.lower().endswith(("bauer", "vetter"))
    return noun.morph.get("Gender", []) == ["Neut"] and word == lemma + "en"


#: Ends of people's names that are adjectives: *ein Aufständischer*, *der Beamte*.
_ADJECTIVAL: Final[tuple[str, ...]] = (
    "ische",
    "ende",
    "igte",
    "agte",
    "etzte",
    "beamte",
    "ordnete",
    "sandte",
    "ellte",
    "wandte",
    "zielle",
)
_LATIN: Final[tuple[str, ...]] = ("ist", "ant", "ent", "at", "ot", "ekt", "oph", "arch", "aph")


def _indefinite(doc: Words, start: int) -> bool:
    return start > 0 and doc[start - 1].lower_.startswith("ein")


def _singular(noun: Token, gender: str, strong: bool) -> str:
    """The nominative of a noun in another case of the singular: *Zeugen*, *Sprechers*, *Präsidenten*."""
    word, lemma = noun.text, noun.lemma_
    if word in (lemma + "s", lemma + "es") and gender != "Fem":
        return lemma
    if gender != "Masc" or not word.endswith("n") or not is_people(noun):
        return word
    stem = word[:-1]
    if stem.lower().endswith(_ADJECTIVAL):
        return stem + "r" if strong else stem
    latin = stem.endswith("e") and stem[:-1].endswith(_LATIN)
    known = word in (lemma + "n", lemma + "en")
    if latin:
        return stem[:-1]
    return lemma if known else stem if stem.endswith("e") else word


def _nominative(doc: Words, first: int, phrase: str) -> str:
    """*westliche Diplomaten* of *Einschätzung westlicher Diplomaten*: a genitive plural without an article."""
    word = doc[first].text
    if doc[first].tag_ == "ADJA" and word.endswith("er") and phrase.startswith(word) and word[0].islower():
        return word[:-1] + phrase[len(word) :]
    return phrase


def _points_back(doc: Words, span: Range) -> bool:
    """Whether a phrase without a name takes up the speaker before: not *ersten Angaben*, nor *man*."""
    if doc[span[0]].tag_ in {"ADJA", "NN", "CARD"}:
        return False
    return doc[span[0]].lower_ not in {"man", "es", "wer", "niemand", "jemand"}
