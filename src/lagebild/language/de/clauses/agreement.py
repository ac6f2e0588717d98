"""What form says of a noun phrase: which case its article shows, its number, and whether that is the verb's."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import PUNCTUATION, SUBSTANTIVES, VERBS, Tree
from lagebild.language.de.clauses.words import words

#: Without an article these may be singular or plural, but for feminine ones: Wissenschaftler, Mittel.
_EITHER: Final[tuple[str, ...]] = ("er", "el", "en")
_LIKENING: Final = frozenset(["als", "wie"])
#: Kinds of names.
_NAMED: Final = frozenset(["PER", "LOC"])
_ONLY_NOMINATIVE: Final = frozenset(["ich", "du", "er", "wir", "man", "wer"])
DATIVE: Final = frozenset([
    "dem", "einem", "keinem", "diesem", "jedem", "meinem", "seinem", "ihrem", "unserem", "mir", "dir", "ihm", "ihnen",
    "wem", "denen",
])  # fmt: skip


def first_article(tree: Tree, noun: int) -> str:
    """The word that shows the case of a phrase: its leftmost determiner, or the pronoun itself."""
    for child in tree.children[noun]:
        if child > noun:
            break
        if tree.tags[child] in ("ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT") and tree.deps[
            child
        ].startswith("det"):
            return tree.lower[child]
    return tree.lower[noun]


def can_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can be a subject by its form."""
    if tree.preposition(noun) is not None or tree.tags[noun] == "PRF":
        return False
    article = first_article(tree, noun)
    if article in words().never_nominative:
        # Plural "den" aside these show accusative, dative or genitive; a form of sein/ihr may be a noun's own.
        return False
    return not (
        article == "der"
        and tree.tags[noun] in SUBSTANTIVES
        and tree.morph[noun].get("Gender") == "Fem"
        and _singular(tree, noun)
    )


def must_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can only be a subject (or predicate noun) by its form."""
    if tree.preposition(noun) is not None:
        return False
    if tree.lower[noun] in _ONLY_NOMINATIVE:
        return True
    article = first_article(tree, noun)
    return (
        article in ("der", "dieser", "jener", "jeder", "welcher")
        and tree.morph[noun].get("Gender") == "Masc"
        and _singular(tree, noun)
    )


def is_likened(tree: Tree, noun: int) -> bool:
    """Whether *als* or *wie* stands before the phrase: *galt als der Gründer*, *wie Opel*."""
    if any(tree.lower[k] in _LIKENING for k in tree.children[noun] if k < noun):
        return True
    first = min([noun, *(k for k in tree.children[noun] if k < noun)])
    return first > 0 and tree.lower[first - 1] in _LIKENING


def _singular(tree: Tree, noun: int) -> bool:
    return (_number(tree, noun) or "Sing") == "Sing"


def _number(tree: Tree, noun: int) -> str | None:
    """The number that the network reads, but for a masculine nominative with *der*, which is one, whatever it reads: *der
    Politiker*. Behind a noun or with *-en* before it the article may be a genitive plural: *der deutschen Politiker*."""
    features, children = tree.morph[noun], tree.children[noun]
    if features.get("Case") != "Nom" or features.get("Gender") != "Masc":
        return features.get("Number")
    article = next((k for k in children if k < noun and tree.lower[k] == "der"), None)
    if article is None:
        return features.get("Number")
    owned = article > 0 and tree.tags[article - 1] in SUBSTANTIVES
    weak = any(tree.tags[k] == "ADJA" and tree.lower[k].endswith("en") for k in children)
    return features.get("Number") if owned or weak else "Sing"


def number_of(tree: Tree, noun: int) -> str | None:
    """The number of a noun phrase; None where it may be either, as with *eine Reihe von Staaten*, *die USA*."""
    if tree.tags[noun] not in SUBSTANTIVES or tree.lemmas[noun] in words().quantities:
        return None
    children = tree.children[noun]
    joined = [child for child in children if tree.deps[child] == "conj"]
    if joined:
        return "Plur" if all(_joined_by_und(tree, noun, child) for child in joined) else None
    article = first_article(tree, noun)
    if article in ("ein", "eine"):
        return "Sing"
    bare = article == tree.lower[noun]
    features = tree.morph[noun]
    either = bare and tree.lower[noun].endswith(_EITHER) and features.get("Gender") != "Fem"
    if tree.tags[noun] == "NE" and features.get("Gender") == "Neut":
        either = False  # a country: *Saudi-Arabien*
    if either or any(tree.tags[child] == "CARD" for child in children):
        return None
    number = _number(tree, noun)
    if tree.tags[noun] == "NE":
        # A name in the plural is known by its article at best: die USA, Vereinte Nationen.
        return number if number == "Sing" and article != "die" else None
    return number


def _joined_by_und(tree: Tree, noun: int, second: int) -> bool:
    """Whether nothing but *und* and what belongs to both stands between two nouns: no comma, no verb."""
    between = tree.tags[noun + 1 : second]
    return (
        tree.tags[second] in SUBSTANTIVES
        and "KON" in between
        and not PUNCTUATION & set(between)
        and not VERBS & set(between)
    )


def two_for_one(tree: Tree, finite: int, noun: int) -> bool:
    """Whether two were read as the subject of a verb in the singular: *China, das Öl kauft, rief beide Länder auf*."""
    both = any(tree.lower[child] == "beide" for child in tree.children[noun])
    return both and tree.morph[finite].get("Number") == "Sing"


def agrees(tree: Tree, finite: int, noun: int) -> bool:
    if (
        tree.lower[noun] in ("sie", "die", "das", "was", "alle", "viele", "beide")
        or tree.tags[noun] == "CARD"
    ):
        return True
    verb, number = tree.morph[finite].get("Number"), _number(tree, noun)
    if verb is None or number is None or verb == number:
        return True
    return verb == "Plur" and any(tree.deps[child] == "conj" for child in tree.children[noun])


def is_name(tree: Tree, i: int) -> bool:
    """Whether a word names somebody or a place, by its tag or as the network reads it: *Iran* may be tagged as a noun."""
    return tree.tags[i] == "NE" or (tree.tags[i] == "NN" and tree.doc.kinds[i] in _NAMED)


def is_bare(tree: Tree, noun: int) -> bool:
    """Whether nothing before the noun could show its case: *Präsident*, *Kuba*."""
    return first_article(tree, noun) == tree.lower[noun]


def is_titled(tree: Tree, office: int) -> bool:
    """Whether a noun without article has its name right behind it: *Präsident Lee*."""
    return tree.tags[office] == "NN" and has_name(tree, office) and is_bare(tree, office)


def has_name(tree: Tree, office: int) -> bool:
    """Whether a name of its own stands right behind a noun: *der Präsident Lee*."""
    name = office + 1
    return name < tree.n and tree.tags[name] == "NE" and tree.heads[name] == office


def in_name(tree: Tree, i: int) -> bool:
    """Whether a noun is a part of a name: *die Bertelsmann AG*, *Johannes B. Kerner*."""
    return tree.doc.kinds[i] != "" or tree.words[i][-1:] == "."
