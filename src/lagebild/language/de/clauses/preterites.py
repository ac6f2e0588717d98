"""Weak preterites that were read as adjectives of the noun behind them: *… auf, baute Straßen und stationierte Raketen*.

The forms are the same, so that it takes the network's own morphology, or the joints of the sentence, to tell them.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.tree import FINITE, PUNCTUATION, SUBSTANTIVES, Tree, relemma
from lagebild.language.de.lemma import separable_prefixes, split_participle
from lagebild.language.de.verb_forms import INSEPARABLE, verb_forms

_ENDINGS: Final[tuple[str, ...]] = ("te", "ten")
#: Tags of what a noun phrase begins with.
ARTICLES: Final = frozenset(["ART", "PDAT", "PIAT", "PPOSAT"])
#: Tags of words behind which an adjective goes with no article.
_BEFORE_VERB: Final = frozenset(["NN", "NE", "ADV", "PAV"])
#: Shorter words with such a beginning are no verbs: *erste, beste*.
_SHORTEST: Final = 7


def is_preterite(word: str) -> bool:
    """Whether it is the plural of a preterite that the lexicon knows, and so no infinitive: *töteten*, not *warten*."""
    forms = verb_forms(separable_prefixes())
    lemma = forms.finite(word)
    return lemma not in ("", word) and forms.tense(word, lemma) == "Past"


def weak_preterites(tree: Tree, begin: int, end: int) -> None:
    """Make verbs of the adjectives of one sentence that can only be preterites."""
    for i in range(begin + 1, end - 1):
        if not tree.lower[i].endswith(_ENDINGS) or not _as_attribute(tree, i) or not tree.words[i].islower():
            continue
        if _first_verb(tree, i, begin) or _joined_verb(tree, i, begin) or _closes_chain(tree, i, begin):
            make_preterite(tree, i)


def _as_attribute(tree: Tree, i: int) -> bool:
    """Whether the network read it as an adjective, or hung a verb on a noun like one."""
    tag = tree.tags[i]
    return tag == "ADJA" or (tag == "VVFIN" and tree.deps[i] == "amod" and tree.heads[i] > i)


def number_by_form(word: str) -> str:
    """The number of a weak preterite by its ending: *baute*, *bauten*."""
    return "Plur" if word.endswith("n") else "Sing"


def make_verb(tree: Tree, i: int, number: str) -> None:
    """Give a word the tag, lemma and features of a preterite in the third person."""
    relemma(tree, i, "VVFIN")
    tree.morph[i] = {"Mood": "Ind", "Tense": "Past", "Number": number, "Person": "3", "VerbForm": "Fin"}


def make_preterite(tree: Tree, i: int) -> None:
    """Give an adjective in *-te*, *-ten* the form and place of a verb; its noun becomes the object."""
    make_verb(tree, i, number_by_form(tree.lower[i]))
    noun = tree.heads[i]
    if noun > i and tree.tags[noun] in SUBSTANTIVES:
        tree.attach(noun, i, "obj")
        if tree.heads[i] != i:
            tree.deps[i] = "conj"
    _subject_before(tree, i)


def make_only_verb(tree: Tree, i: int, begin: int) -> None:
    """Make an adjective in *-te* the verb, and what it hung on its subject or, where the number forbids it, its object."""
    number = number_by_form(tree.lower[i])
    make_verb(tree, i, number)
    noun = tree.heads[i]
    if _name_and_thing(tree, i, noun):
        return
    if noun == i:
        _subject_before(tree, i)
        return
    # On the noun it may have hung as the subject of a predicate noun: *Die Miliz zerstörte Häuser*.
    front = (k for k in range(begin, i) if tree.tags[k] in ("NN", "NE"))
    first = next((k for k in front if (tree.heads[k], tree.deps[k]) in ((k, "root"), (noun, "nsubj"))), None)
    either = tree.morph[noun].get("Number", number) == number
    if first is not None and (either and tree.morph[first].get("Number") != number):
        first = None
    if first is not None and tree.preposition(first) is None:
        tree.attach(noun, i, "obj")  # *Mehrere Staaten, darunter Polen, verurteilten Belarus*
        tree.attach(first, i, "nsubj")
        return
    above = tree.heads[noun]
    tree.attach(noun, i, "nsubj")
    if above > noun and tree.tags[above] in SUBSTANTIVES and tree.preposition(above) is None:
        tree.attach(above, i, "obj")  # *Gestern verletzten Polizisten Soldaten*, the first hung on the second
    for child in list(tree.children[noun]):
        if child > noun and tree.deps[child] == "nmod" and _no_genitive(tree, child):
            tree.attach(child, i, "obj")  # *1974 besetzten türkische Truppen den Norden*


def lone_preterite(tree: Tree, begin: int, end: int) -> int | None:
    """The adjective that must be the verb of a sentence without any: *Soldaten verhafteten Bauern.*"""
    for i in range(begin + 1, end - 1):
        word = tree.lower[i]
        if tree.tags[i] != "ADJA" or not word.endswith(_ENDINGS) or tree.tags[i - 1] not in _BEFORE_VERB:
            continue
        behind = (
            tree.tags[i + 1] in SUBSTANTIVES or tree.tags[i + 1] in ARTICLES or tree.tags[i + 1] == "ADJA"
        )
        if behind and (_by_form(word) or is_preterite(word)) and not has_article(tree, i):
            return i
    return None


def has_article(tree: Tree, i: int) -> bool:
    """Whether the article of an adjective's noun stands before it: *die von der Armee getöteten Bauern*."""
    return any(k < i and tree.tags[k] in ARTICLES for k in tree.children[tree.heads[i]])


def _subject_before(tree: Tree, verb: int) -> None:
    """Make the bare noun right before a verb its subject, which else fills that place: *Peru baute Straßen*, *Peru
    gewährte 40 Leuten Asyl*."""
    first = verb - 1
    if tree.heads[first] == verb and tree.deps[first] == "obl" and tree.preposition(first) is None:
        tree.deps[first] = "nsubj"


def _name_and_thing(tree: Tree, i: int, noun: int) -> bool:
    """Give a verb the name behind it as subject and the bare noun that either hung on as object:
    *verhängten Japan und Peru Sanktionen*, not *verhängten Perus Nachbarn*."""
    name = i + 1
    thing = tree.heads[noun] if noun == name else noun
    if tree.tags[name] != "NE" or thing <= name or tree.tags[thing] != "NN":
        return False
    owner = tree.lower[name].endswith("s") and "KON" not in tree.tags[name:thing]
    if owner or tree.preposition(thing) is not None:
        return False
    tree.attach(thing, i, "obj")
    tree.attach(name, i, "nsubj")
    return True


def _no_genitive(tree: Tree, noun: int) -> bool:
    """Whether the article of a noun without preposition forbids that it belongs to the noun before."""
    articles = (tree.lower[k] for k in tree.children[noun] if k < noun and tree.tags[k] in ARTICLES)
    article = next(articles, "")
    return article != "" and not article.endswith(("er", "es")) and tree.preposition(noun) is None


def _verbal(tree: Tree, i: int) -> bool:
    """Whether the network, which tagged it as an adjective, gave it the morphology of a finite verb."""
    return "Mood" in tree.morph[i] or tree.morph[i].get("VerbForm") == "Fin"


def _first_verb(tree: Tree, i: int, begin: int) -> bool:
    """The verb behind the subject that begins the sentence: *Peru baute Straßen*."""
    alone = tree.tags[i - 1] in SUBSTANTIVES and not FINITE.intersection(tree.tags[begin:i])
    return alone and _verbal(tree, i) and tree.deps[i] != "amod"


def _joined_verb(tree: Tree, i: int, begin: int) -> bool:
    """A verb behind *und* or a comma, in the number and tense of the verb before.

    Behind a prefix there is no noun that another could be joined to: *griff Dörfer an und verletzte Bauern*. Without
    one, *pflegte Flüchtlinge und verletzte Soldaten* stays as it was read.
    """
    joint, before = tree.tags[i - 1], tree.tags[i - 2]
    if joint not in ("KON", "$,") or before == "ADJA":
        return False
    participle = _by_form(tree.lower[i])
    if before == "PTKVZ":
        sure = participle or _verbal(tree, i)
    else:
        sure = _verbal(tree, i) and not (participle and joint == "KON" and tree.tags[i] == "ADJA")
    if not sure:
        return False
    verb = next((k for k in range(i - 1, begin, -1) if tree.tags[k] in FINITE), None)
    return verb is not None and _alike(tree, verb, i)


def _closes_chain(tree: Tree, i: int, begin: int) -> bool:
    """The last of several verbs: behind two that a comma joins, *und* joins a verb, not nouns alone."""
    if tree.lower[i - 1] != "und" or tree.tags[i + 1] not in SUBSTANTIVES or not _by_form(tree.lower[i]):
        return False
    last = next(
        (k for k in range(i - 2, begin, -1) if tree.tags[k] in FINITE or tree.tags[k] == "KON"), begin
    )
    if tree.tags[last] != "VVFIN" or tree.tags[last - 1] != "$," or tree.tags[last - 2] in FINITE:
        return False
    if PUNCTUATION.intersection(tree.tags[last:i]):
        return False
    first = next((k for k in range(last - 2, begin, -1) if tree.tags[k] in FINITE), None)
    return first is not None and _alike(tree, first, last) and _alike(tree, last, i)


def _by_form(word: str) -> bool:
    """Whether a word in *-te*, *-ten* is a participle that looks like a preterite, as it has no *ge-*."""
    participle = word.removesuffix("n").removesuffix("e")
    if len(word) < _SHORTEST or split_participle(participle) is not None:
        return False
    return participle.endswith("iert") or participle.startswith(INSEPARABLE)


def _alike(tree: Tree, verb: int, i: int) -> bool:
    """Whether a finite verb in the past has the number that the ending of another shows."""
    features = tree.morph[verb]
    number = number_by_form(tree.lower[i])
    return features.get("Tense") == "Past" and features.get("Number", number) == number
