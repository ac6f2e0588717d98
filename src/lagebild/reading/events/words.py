"""Words against the lexicon: lemmas, noun classes, compounds by their last part."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from lagebild.language.de.lemma import shipped
from lagebild.lexicon import table
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.events.predicates import Predicate, adjectives, nonevents, nouns, verb_forms, verbs

_TAGS = "lagebild_tags"
#: A predicate must be this long to be found at the end of a longer word: Botschaft is no Haft.
_TAIL = 5
#: Beginnings that make another word, not a compound: *Ver*einigung is no Einigung.
_PREFIXES = frozenset(
    ["ver", "ent", "zer", "miss", "auf", "aus", "ein", "vor", "zu", "um", "ab", "an", "be", "ge", "er",
     "über", "unter", "durch", "her", "hin", "zusammen"]
)  # fmt: skip
_PLURAL = ("", "s", "es", "n", "en", "e", "er", "ern", "nen")
PREPOSITIONS = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "hinterm": "hinter",
    "im": "in", "ins": "in", "ums": "um", "übers": "über", "überm": "über", "vom": "von", "vors": "vor",
    "vorm": "vor", "zum": "zu", "zur": "zu", "seitens": "durch",
}  # fmt: skip
_ENDINGS = ("en", "em", "er", "es", "e")
#: Nouns that are inflected as adjectives, by participle or adjective suffix: not *Unternehmer*, whose *Unternehmen*
#: are no people; and agents that only end so.
_ADJECTIVE = re.compile(
    r"(?:end|ig|lich|isch|deutsch|haft|los|ell|al|en|ältest|krank|tot|fremd|(?:ge|be|ver|er|ent|zer|miss)\w*t)er$"
)
_AGENTS = ("schafter", "arbeiter", "minister", "meister", "täter", "sender", "spender", "fischer", "prediger", "steller",
           "berater", "vertreter", "walter", "stalter", "obachter")  # fmt: skip


def lemma(token: Token) -> str:
    """The lemma, or the word itself where the base gives none."""
    return token.lemma_ or token.text


def tags_of(doc: Doc) -> list[str]:
    """The tags of all tokens, made once for a Doc."""
    tags: list[str] | None = doc.user_data.get(_TAGS)
    if tags is None:
        strings = doc.vocab.strings
        ids = doc.to_array("TAG").tolist()
        names = {i: strings[i] for i in dict.fromkeys(ids)}
        tags = doc.user_data[_TAGS] = [names[i] for i in ids]
    return tags


def preposition(token: Token) -> str:
    """The plain preposition of a contracted one or of a pronominal adverb: *zur* zu, *dagegen* gegen."""
    word = token.lower_
    if word in PREPOSITIONS:
        return PREPOSITIONS[word]
    if token.tag_ in ("PAV", "PROAV") and word[:2] == "da":
        return word[2:].removeprefix("r")
    return word


@cache
def _classes() -> dict[str, tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]]:
    whole: dict[str, set[str]] = {}
    starts: dict[str, list[str]] = {}
    for row in table("events/classes.tsv", ("class", "noun")):
        word = row["noun"].lower()
        if word.endswith("-"):
            starts.setdefault(row["class"], []).append(word[:-1])
        else:
            found = whole.setdefault(row["class"], set())
            found.add(word)
            if _ADJECTIVE.search(word) and not word.endswith(_AGENTS):
                # An adjective used as a noun: Gesandter, der Gesandte, die Gesandten.
                found.update((word[:-1], word[:-1] + "n"))
    return {
        name: (
            frozenset(words),
            tuple(sorted(w for w in words if len(w) >= _TAIL)),
            tuple(starts.get(name, ())),
        )
        for name, words in sorted(whole.items())
    }


@lru_cache(maxsize=65536)
def word_in_class(word: str, name: str) -> bool:
    """Whether a noun's lemma is of the class, itself or as a compound's last part."""
    found = _classes().get(name)
    if found is None:
        return False
    lower = word.lower().rsplit("-", 1)[-1] if "-" in word else word.lower()
    whole, tails, starts = found
    if (
        word.lower() in whole
        or lower in whole
        or lower.endswith(tails)
        or (starts and lower.startswith(starts))
    ):
        return True
    for ending in _PLURAL[1:]:
        if (
            ending
            and lower.endswith(ending)
            and lower[: -len(ending)] in whole
            and len(lower) - len(ending) > 3
        ):
            return True
    male = _male(lower)
    return bool(male) and word_in_class(male, name)


def _male(word: str) -> str:
    """What a word for women is made of: *Lehrerin*, *Ärztinnen*; "" for other words."""
    for ending in ("innen", "in"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return ""


def in_class(token: Token, name: str) -> bool:
    """Whether the noun is of the class; adjectives used as nouns count by their stem."""
    return word_in_class(lemma(token), name) or word_in_class(token.text, name)


#: Classes of people who act or suffer without a name, and of those among them who act politically.
PEOPLE = ("person", "refugee", "prisoner", "reservist", "wounded", "demonstrator")
POLITICAL = ("leader", "government", "parliament", "party", "troops", "police", "rebel", "diplomat")


def is_people(token: Token) -> bool:
    """Whether the noun names people or what acts for them: *Soldaten*, *der Minister*, *die Regierung*."""
    return _names_people(token.lemma_ or token.text) or _names_people(token.text)


def is_citizen(token: Token) -> bool:
    """Whether the noun names the people of a country: *Serben*, *Nigerianer*."""
    return _names_citizens(token.text)


@lru_cache(maxsize=16384)
def _names_citizens(word: str) -> bool:
    return any(p.use == "demonym" and not p.rest for p in gazetteer().names.get(fold(word), ()))


@lru_cache(maxsize=65536)
def _names_people(word: str) -> bool:
    return any(word_in_class(word, name) for name in (*POLITICAL, *PEOPLE))


@lru_cache(maxsize=65536)
def part_in_class(prefix: str, name: str) -> bool:
    """Whether the first part of a compound is of the class: *Waffen*lieferung is of arms."""
    found = _classes().get(name)
    if found is None or not prefix:
        return False
    whole, _, starts = found
    stem = prefix.lower().rstrip("-")
    return any(stem[: len(stem) - cut] in whole for cut in range(3)) or bool(
        starts and stem.startswith(starts)
    )


@lru_cache(maxsize=65536)
def noun_predicates(word: str, lemma_: str) -> tuple[tuple[Predicate, ...], str]:
    """The predicates of a noun and the first part of the compound in which its predicate stands last.

    A word decided to be no event has none, whatever its last part is.
    """
    for form in dict.fromkeys((lemma_, word)):
        for lower in _forms(form.lower()):
            if lower in nonevents("n"):
                return (), ""
            if lower in nouns():
                return nouns()[lower], ""
    best: tuple[tuple[Predicate, ...], str] = ((), "")
    for form in dict.fromkeys((lemma_, word)):
        found = _by_tail(form)
        if found[0] and (not best[0] or len(found[1]) < len(best[1])):
            best = found
    return best


def _forms(lower: str) -> list[str]:
    """The word and what remains when a plural or case ending is cut."""
    forms = [lower]
    for ending in _PLURAL[1:]:
        if lower.endswith(ending) and len(lower) - len(ending) >= 4:
            forms.append(lower[: -len(ending)])
    return forms


def _by_tail(form: str) -> tuple[tuple[Predicate, ...], str]:
    lower = form.lower()
    excluded = nonevents("n")
    for begin in range(2, len(lower) - 3):
        after_hyphen = lower[begin - 1] == "-"
        for tail in _forms(lower[begin:]):
            if tail in excluded:
                return (), ""
            compound = len(tail) >= _TAIL and begin >= 3 and lower[:begin] not in _PREFIXES
            if tail in nouns() and (after_hyphen or compound):
                return nouns()[tail], form[:begin]
    return (), ""


@lru_cache(maxsize=16384)
def verb_lemma(lemma_: str, word: str) -> str:
    """The lemma of a clause's verb, where it is no known predicate read anew as participle or infinitive with *zu*."""
    lower = verb_forms().get(word.lower(), lemma_.lower())
    if lower in verbs() or lower in adjectives():
        return lower
    for tag in ("VVPP", "VVIZU"):
        guess = shipped().lemma(word.lower(), tag)
        if guess in verbs() and guess != word.lower():
            return guess
    for ending in ("ten", "te"):
        if lower.endswith(ending) and lower.removesuffix(ending) + "en" in verbs():
            return lower.removesuffix(ending) + "en"
    return lower


@lru_cache(maxsize=16384)
def participle_verb(word: str) -> str:
    """The verb of an attributive participle: *besetzte* besetzen, *belagernden* belagern; "" for others."""
    lower = word.lower()
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 4:
            if stem.endswith("end"):
                return stem[:-1]
            if stem.endswith(("t", "en")):
                return verb_forms().get(stem) or shipped().lemma(stem, "VVPP")
    return ""
