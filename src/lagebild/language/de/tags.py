"""Tags that the words around contradict, mended right behind the network.

*Katja Wolle* is no verb, *Abhisit* no pronoun; *wir lassen uns* has a reflexive, *er lässt uns* has none; an article
before a verb or a full stop is a pronoun (*Das stimmt.*), a relative one where a verb closes the clause (*Leute die
dort warten*), as *welche* is without a noun behind it; no verb stands between an article with *von* and their noun
(*die von Kiew verlangte Hilfe*).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_FINITE: Final = frozenset(["VVFIN", "VAFIN", "VMFIN"])
_PUNCTUATION: Final = frozenset(["$.", "$,", "$("])
_PREPOSITIONS: Final = frozenset(["APPR", "APPRART"])
_NOUNS: Final = frozenset(["NN", "NE"])
_PHRASE: Final = frozenset(["NN", "NE", "ADJA", "CARD", "TRUNC"])
#: Words looked at on either side.
_REACH: Final = 60
#: Single quotation marks; an apostrophe in a word is none of its own.
_QUOTES: Final = frozenset(["'", "‚", "‘", "’", "`", "´", "›", "‹"])
#: The subject that makes each of these pronouns reflexive.
_SELF: Final = {"mich": "ich", "mir": "ich", "dich": "du", "dir": "du", "uns": "wir", "euch": "ihr"}
_PERSONAL: Final = frozenset(
    [*_SELF, *_SELF.values(), "er", "sie", "es", "ihm", "ihn", "ihnen", "man", "ihrer", "seiner"]
)
_ARTICLES: Final = frozenset(["der", "die", "das", "den", "dem"])
_OBLIQUE: Final = frozenset(["den", "dem"])
#: Of a clause with its verb at the end, and of one that asks.
_OPENERS: Final = frozenset(["KOUS", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"])
#: Words before an agent, tags of what it is made of, and how many words it may have.
_BY: Final = frozenset(["von", "durch"])
_AGENTS: Final = frozenset(["NE", "NN", "ART", "ADJA", "CARD", "PPOSAT", "KON", "TRUNC", "$("])
_AGENT: Final = 8
_ADVERBS: Final = frozenset(["ADV", "ADJD", "PTKNEG"])
#: What no article stands before, adverbs between them aside.
_NO_NOUN: Final = _FINITE | frozenset(
    ["VVINF", "VVPP", "VAINF", "VAPP", "PPER", "PRF", "PTKVZ", "PPOSAT", "$.", "$,"]
)


def mend(words: list[str], lower: list[str], tags: list[str]) -> Iterator[tuple[int, str]]:
    """The words of one sentence that must have another tag, with it. `tags` is not changed."""
    for i, tag in enumerate(tags):
        if words[i] in _QUOTES and tag not in _PUNCTUATION:
            yield i, "$("
        elif tag == "ART":
            if lower[i] in _ARTICLES and _without_noun(tags, i):
                yield i, "PRELS" if _opens_relative(tags, i) else "PDS"
            elif lower[i] in _ARTICLES and _before_name(tags, i, lower[i] in _OBLIQUE):
                yield i, "PRELS"
        elif tag == "PWAT":
            if lower[i].startswith("welch") and _for_noun_before(lower, tags, i):
                yield i, "PRELS"
        elif tag == "PPER":
            if lower[i] in _SELF and _reflexive(lower, tags, i):
                yield i, "PRF"
            elif i and lower[i] not in _PERSONAL and _capital(words[i]) and len(words[i]) > 3:
                yield i, "NE"
        elif tag in _FINITE and i and tags[i - 1] not in _PUNCTUATION and _capital(words[i]):
            yield i, "NE"
        elif tag == "VVFIN" and _before_its_noun(lower, tags, i):
            yield i, "ADJA"
        elif tag == "VVINF" and i > 1 and tags[i - 1] == "PTKZU" and _capital(words[i]):
            yield i, "NN"  # *kam es zu Kämpfen*
            yield i - 1, "APPR"


def _before_its_noun(lower: list[str], tags: list[str], i: int) -> bool:
    """Whether an article with *von* or *durch* at once behind it is open before the word: *die von Kiew verlangte Hilfe*."""
    if i + 1 >= len(tags) or tags[i + 1] not in ("NN", "ADJA") or not lower[i].endswith(("te", "ten")):
        return False
    at = i - 1
    while at > 1 and i - at < _AGENT and tags[at] in _AGENTS:
        at -= 1
    return at > 0 and i - at > 1 and lower[at] in _BY and tags[at - 1] == "ART"


def _capital(word: str) -> bool:
    """A capital that no verb has inside a sentence; where all letters are capitals, that says nothing."""
    return word[0].isupper() and not word.isupper()


def _without_noun(tags: list[str], i: int) -> bool:
    at = i + 1
    while at < len(tags) and tags[at] in _ADVERBS:
        at += 1
    return at < len(tags) and tags[at] in _NO_NOUN


def _for_noun_before(lower: list[str], tags: list[str], i: int) -> bool:
    """Whether a noun stands before the comma and none follows at once: *ein Gesetz, welches die Stadt erließ*.

    Not *die Frage, welche der Parteien siegte*.
    """
    alone = i + 1 < len(tags) and tags[i + 1] not in _PHRASE and lower[i + 1] != "der"
    return alone and i > 1 and tags[i - 1] == "$," and tags[i - 2] in _NOUNS


def _end(tags: list[str], i: int, step: int) -> int:
    """The last word of the stretch between punctuation marks that `i` stands in, in one direction."""
    for _ in range(_REACH):
        if not 0 <= i + step < len(tags) or tags[i + step] in _PUNCTUATION:
            break
        i += step
    return i


def _opens_relative(tags: list[str], i: int) -> bool:
    """Whether a finite verb closes the clause, and a noun or comma stands before it."""
    if not i or (tags[i - 1] not in _NOUNS and tags[i - 1] != "$,"):
        return False
    last = _end(tags, i, 1)
    return tags[last] in _FINITE and not any(tag in _FINITE for tag in tags[i + 1 : last])


def _before_name(tags: list[str], i: int, oblique: bool) -> bool:
    """Whether a name begins a relative clause behind its pronoun: *der Mann, dem Kuba Asyl gewährte*, *Lula, der Maduro
    lange gestützt hatte*.

    Its verb stands at the end though nothing else opens it; no clause before was interrupted by the comma. A pronoun
    that may be the article of the name needs more before the verb, as in *sagte der Sprecher, der Irak verhandle*, and
    two verbs where the name was taken for a common noun.
    """
    if i < 2 or i + 1 >= len(tags) or tags[i - 1] != "$," or tags[i - 2] not in _NOUNS:
        return False
    last = _end(tags, i, 1)
    inside = tags[i + 1 : last]
    common = tags[i + 1] == "NN" and not oblique and tags[last - 1] in ("VVPP", "VVINF")
    return (
        tags[last] in _FINITE
        and (tags[i + 1] == "NE" or common)
        and (oblique or set(inside) != {"NE"})
        and "KON" not in inside
        and not _FINITE.intersection(inside)
        and not _OPENERS.intersection(tags[:i])
    )


def _reflexive(lower: list[str], tags: list[str], i: int) -> bool:
    """Whether the pronoun's own subject stands between the same punctuation marks."""
    if i and tags[i - 1] in _PREPOSITIONS:
        return False
    return _SELF[lower[i]] in lower[_end(tags, i, -1) : _end(tags, i, 1) + 1]
