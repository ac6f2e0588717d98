"""Words against the lexicon: lemmas, noun classes, compounds by their last part."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from lagebild.language.de.lemma import shipped
from lagebild.language.memo import Memo
from lagebild.language.tokens import Token
from lagebild.lexicon import table
from lagebild.reading.actors.forms import fold
from lagebild.reading.actors.gazetteer import gazetteer
from lagebild.reading.events.predicates import Predicate, adjectives, nonevents, nouns, verbs

#: A predicate must be this long to be found at the end of a longer word: Botschaft is no Haft.
_TAIL: Final = 5
#: A word that is left when an ending is cut, or that a longer word may end in, has so many letters.
_SHORTEST: Final = 4
#: Beginnings that make another word, not a compound: *Ver*einigung is no Einigung, *Nicht*anerkennung its contrary.
_PREFIXES: Final = frozenset(
    ["ver", "ent", "zer", "miss", "auf", "aus", "ein", "vor", "zu", "um", "ab", "an", "be", "ge", "er",
     "über", "unter", "durch", "her", "hin", "zusammen", "nicht"]
)  # fmt: skip
_ACCUSATIVES: Final = frozenset(["den", "einen", "keinen", "diesen", "jeden", "seinen", "ihren", "unseren"])
#: Plural and case endings by their last letter.
_PLURAL: Final = {"s": ("s", "es"), "n": ("n", "en", "ern", "nen"), "e": ("e",), "r": ("er",)}
_UMLAUTS: Final = {"ä": "a", "ö": "o", "ü": "u"}
PREPOSITIONS: Final = {
    "am": "an", "ans": "an", "aufs": "auf", "beim": "bei", "durchs": "durch", "fürs": "für", "hinterm": "hinter",
    "im": "in", "ins": "in", "ums": "um", "übers": "über", "überm": "über", "vom": "von", "vors": "vor",
    "vorm": "vor", "zum": "zu", "zur": "zu", "seitens": "durch",
}  # fmt: skip
#: Tags of words that show the case of their noun.
_CASED: Final = frozenset(["ART", "PPOSAT", "PDAT", "PIAT", "ADJA"])
_ENDINGS: Final[tuple[str, ...]] = ("en", "em", "er", "es", "e")
#: Nouns that are inflected as adjectives, by participle or adjective suffix: not *Unternehmer*, whose *Unternehmen*
#: are no people; and agents that only end so.
_ADJECTIVE: Final = re.compile(
    r"(?:end|ig|lich|isch|deutsch|haft|los|ell|al|en|ältest|krank|tot|fremd|(?:ge|be|ver|er|ent|zer|miss)\w*t)er$"
)
_AGENTS: Final[tuple[str, ...]] = (
    "schafter", "arbeiter", "minister", "meister", "täter", "sender", "spender", "fischer", "prediger", "steller",
    "berater", "vertreter", "walter", "stalter", "obachter",
)  # fmt: skip


def lemma(token: Token) -> str:
    """The lemma, or the word itself where the base gives none."""
    return token.lemma_ or token.text


def preposition(token: Token) -> str:
    """The plain preposition of a contracted one or of a pronominal adverb: *zur* zu, *dagegen* gegen."""
    return plain_preposition(token.lower_, token.tag_)


def plain_preposition(word: str, tag: str) -> str:
    """The same of a word in small letters with its tag."""
    if word in PREPOSITIONS:
        return PREPOSITIONS[word]
    if tag in ("PAV", "PROAV") and word[:2] == "da":
        return word[2:].removeprefix("r")
    return word


@cache
def _classes() -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The classes of each noun, and those of each beginning of nouns."""
    nouns: dict[str, set[str]] = {}
    begins: dict[str, set[str]] = {}
    for row in table("events/classes.tsv", ("class", "noun")):
        word = row["noun"].lower()
        if word.endswith("-"):
            begins.setdefault(word[:-1], set()).add(row["class"])
            continue
        nouns.setdefault(word, set()).add(row["class"])
        if _ADJECTIVE.search(word) and not word.endswith(_AGENTS):
            # An adjective used as a noun: Gesandter, der Gesandte, die Gesandten.
            for form in (word[:-1], word[:-1] + "n"):
                nouns.setdefault(form, set()).add(row["class"])
    return nouns, begins


#: Words → longer ones that only look as if they ended in them.
_NO_PARTS: Final = {"operation": "kooperation", "operationen": "kooperationen"}


def classes_of(word: str) -> frozenset[str]:
    """The classes of a noun's lemma, its own and those of a compound's last part."""
    return _CLASSES_OF.of(word)


def _classes_of(word: str) -> frozenset[str]:
    nouns, begins = _classes()
    whole = word.lower()
    last = whole.rsplit("-", 1)[-1]
    # *Politiker* is listed and no plural of *Politik*.
    cuts = [] if last in nouns else _plural_cuts(last)
    forms = [whole, last, *(last[:-cut] for cut in cuts if len(last) - cut > 3)]
    if last[-_TAIL:] in _class_ends():
        forms += [last[at:] for at in range(1, len(last) - _TAIL + 1)]
        forms = [form for form in forms if not last.endswith(_NO_PARTS.get(form, " "))]
    found = {name for form in forms for name in nouns.get(form, ())}
    found.update(name for begin, names in begins.items() if last.startswith(begin) for name in names)
    male = _male(last)
    return frozenset(found | classes_of(male) if male else found)


_CLASSES_OF: Final = Memo(_classes_of)


def shows_accusative(noun: Token) -> bool:
    """Whether an article shows the accusative: *den Streit*; a dative plural ends in *-n* or in a foreign *-s*.

    Of nouns that end so in the singular, *den Plan*, the article's own tagged case is asked.
    """
    article = next((child for child in noun.lefts if child.lower_ in _ACCUSATIVES), None)
    if article is None or noun.tag_ != "NN":
        return False
    singular = noun.morph.get("Number", []) == ["Sing"] and article.morph.get("Case", []) == ["Acc"]
    return singular or noun.text[-1] not in "ns"


def is_cased(noun: Token) -> bool:
    """Whether an article or adjective can show the noun's case."""
    return any(child.tag_ in _CASED for child in noun.children)


def adjectival(word: str) -> str:
    """The nominative plural without article of an adjective used as a noun: *Bewaffnete* of *Bewaffneten*; else ""."""
    stem = word[:-1]
    return stem if word.endswith("en") and stem.lower() + "r" in _classes()[0] else ""


@cache
def _class_ends() -> frozenset[str]:
    """The last letters of the nouns of the classes, without which no word ends in one."""
    return frozenset(noun[-_TAIL:] for noun in _classes()[0])


def word_in_class(word: str, name: str) -> bool:
    """Whether a noun's lemma is of the class, itself or as a compound's last part."""
    return name in classes_of(word)


def _male(word: str) -> str:
    """What a word for women is made of: *Lehrerin*, *Ärztinnen*; "" for other words."""
    for ending in ("innen", "in"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return ""


def in_class(token: Token, *names: str) -> bool:
    """Whether the noun is of one of the classes; adjectives used as nouns count by their stem."""
    return not (classes_of(lemma(token)).isdisjoint(names) and classes_of(token.text).isdisjoint(names))


#: Classes of people who act or suffer without a name, and of those among them who act politically.
PEOPLE: Final[tuple[str, ...]] = ("person", "refugee", "prisoner", "reservist", "wounded", "demonstrator")
POLITICAL: Final[tuple[str, ...]] = (
    "leader",
    "government",
    "parliament",
    "party",
    "troops",
    "police",
    "rebel",
    "diplomat",
)
_ALL_PEOPLE: Final = frozenset((*POLITICAL, *PEOPLE, "official"))


def is_several(noun: Token) -> bool:
    """A plural; *die Minister* is one whatever the tagger says."""
    masculine = noun.morph.get("Gender", []) == ["Masc"]
    return noun.morph.get("Number", []) == ["Plur"] or (
        masculine and noun.i > 0 and noun.nbor(-1).lower_ == "die"
    )


def is_people(token: Token) -> bool:
    """Whether the noun names people or what acts for them: *Soldaten*, *der Minister*, *die Regierung*."""
    return _names_people(token.lemma_ or token.text) or _names_people(token.text)


def is_colleague(token: Token) -> bool:
    """Whether the noun names somebody of the same office elsewhere: its possessive is not whose he is."""
    return "kolleg" in token.lower_


def is_citizen(token: Token) -> bool:
    """Whether the noun names the people of a country: *Serben*, *Nigerianer*."""
    return _names_citizens(token.text)


def _names_citizens(word: str) -> bool:
    return _NAMES_CITIZENS.of(word)


def _find_names_citizens(word: str) -> bool:
    return any(p.use == "demonym" and not p.rest for p in gazetteer().names.get(fold(word), ()))


_NAMES_CITIZENS: Final = Memo(_find_names_citizens, 16384)


def _names_people(word: str) -> bool:
    return not classes_of(word).isdisjoint(_ALL_PEOPLE)


@lru_cache(maxsize=65536)
def part_in_class(prefix: str, name: str) -> bool:
    """Whether the first part of a compound is of the class: *Waffen*lieferung is of arms."""
    nouns, begins = _classes()
    stem = prefix.lower().rstrip("-")
    return any(name in nouns.get(stem[: len(stem) - cut], ()) for cut in range(3)) or any(
        name in names and stem.startswith(begin) for begin, names in begins.items()
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
    singular = "" if best[0] else _singular(word)
    return noun_predicates(singular, singular) if singular else best


def _singular(word: str) -> str:
    """The singular of a plural with *-e* that changes its vowel, for words whose lemma is missed: *Zusammenstößen*."""
    stem = word.removesuffix("n").removesuffix("e")
    at = max(stem.rfind(vowel) for vowel in _UMLAUTS)
    return stem[:at] + _UMLAUTS[stem[at]] + stem[at + 1 :] if at > 0 and stem != word else ""


def _forms(lower: str) -> list[str]:
    """The word and what remains when a plural or case ending is cut."""
    return [lower, *(lower[:-cut] for cut in _plural_cuts(lower) if len(lower) - cut >= _SHORTEST)]


def _plural_cuts(lower: str) -> list[int]:
    """How many letters a plural or case ending may take at the end of the word."""
    return [len(ending) for ending in _PLURAL.get(lower[-1:], ()) if lower.endswith(ending)]


def _by_tail(form: str) -> tuple[tuple[Predicate, ...], str]:
    lower = form.lower()
    known, excluded = nouns(), nonevents("n")
    stops = [len(lower) - cut for cut in (0, *_plural_cuts(lower))]
    stops = [stop for stop in stops if lower[max(0, stop - _SHORTEST) : stop] in _noun_ends()]
    for begin in range(2, len(lower) - _SHORTEST + 1) if stops else ():
        for stop in stops:
            tail = lower[begin:stop]
            if len(tail) < _SHORTEST:
                continue
            if tail in excluded:
                return (), ""
            if tail in known:
                after_hyphen = lower[begin - 1] == "-"
                compound = (
                    len(tail) >= _TAIL
                    and (begin >= 3 or lower[:2] == "öl")
                    and lower[:begin] not in _PREFIXES
                )
                if after_hyphen or compound:
                    return known[tail], form[:begin]
    return (), ""


@cache
def _noun_ends() -> frozenset[str]:
    """The last letters of the nouns that a word may end in."""
    return frozenset(noun[-_SHORTEST:] for noun in (*nouns(), *nonevents("n")))


@lru_cache(maxsize=16384)
def verb_lemma(lemma_: str, word: str) -> str:
    """The lemma of a clause's verb, where it is no known predicate read anew as participle or infinitive with *zu*."""
    lower = lemma_.lower()
    if lower in verbs() or lower in adjectives():
        return lower
    for tag in ("VVPP", "VVIZU"):
        guess = shipped().lemma(word.lower(), tag)
        if guess in verbs() and guess != word.lower():
            return guess
    for ending in ("eten", "ete", "ten", "te"):
        if lower.endswith(ending) and lower.removesuffix(ending) + "en" in verbs():
            return lower.removesuffix(ending) + "en"
    return lower


def participle_verb(word: str) -> str:
    """The verb of an attributive participle: *besetzte* besetzen, *belagernden* belagern; "" for others."""
    return _PARTICIPLE_VERB.of(word)


def _participle_verb(word: str) -> str:
    lower = word.lower()
    for ending in _ENDINGS:
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 4:
            if stem.endswith("end"):
                return stem[:-1]
            if stem.endswith(("t", "en")):
                return shipped().lemma(stem, "VVPP")
    return ""


_PARTICIPLE_VERB: Final = Memo(_participle_verb, 16384)


def called_so(noun: Token) -> bool:
    """Whether somebody is only called it: *erklärte ihn zum Terroristen*, *stufte sie als Täter ein*."""
    return any(child.lower_ in ("als", "zu", "zum", "zur") for child in noun.lefts)
