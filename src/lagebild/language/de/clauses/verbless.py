"""Sentences without a finite verb, whose verb was read as something else."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.preterites import ARTICLES, has_article, lone_preterite, make_only_verb
from lagebild.language.de.clauses.tree import FINITE, PUNCTUATION, Tree, relemma

_BEHIND_VERB: Final = frozenset(["NE", "ART", "PPER", "PIS", "PRF", "PDS"])
#: What may stand behind a verb whose subject is all before it.
_BEHIND_SUBJECT: Final = frozenset(["CARD", "PIAT", "PPOSAT", "PDAT", "APPR", "APPRART", "ADV", "ADJA", "NN"])
_NO_SUBJECT: Final = frozenset(["$,", "$(", "VVPP", "VVINF"])
_INSIDE_ATTRIBUTE: Final = frozenset(["APPR", "APPRART", "ADV", "ADJD", "PRF", "PTKNEG"])


def finite_missing(tree: Tree, begin: int, end: int) -> None:
    """A sentence with a final point but no finite verb: its root, tagged as infinitive, is the verb; in a headline what
    looks like a participle before its object: *Gericht verurteilt Politiker zu Haft*."""
    if any(tree.tags[i] in FINITE for i in range(begin, end)):
        return
    if tree.words[end - 1] not in (".", "!", "?"):
        _headline_verb(tree, begin, end)
        return
    for i in range(begin + 1, end - 1):
        if _preterite_before_noun(tree, i, begin):
            make_only_verb(tree, i, begin)
            tree.doc.make_verb(i, tree.lemmas[i])
            return
    for i in range(begin + 1, end):
        if tree.tags[i] in ("VVINF", "VVPP") and tree.deps[i] == "root" and tree.tags[i - 1] != "PTKZU":
            plain = tree.tags[i] == "VVINF" or not tree.lower[i].startswith("ge")
            if plain and any(tree.tags[k] in ("NN", "NE", "PPER", "PIS", "PDS") for k in range(begin, i)):
                relemma(tree, i, "VVFIN")
            return
    lone = lone_preterite(tree, begin, end)
    if lone is not None and not in_attribute(tree, lone):
        make_only_verb(tree, lone, begin)
        tree.doc.make_verb(lone, tree.lemmas[lone])


def headline_participle(tree: Tree, begin: int, end: int) -> None:
    """A headline's last word that looks like a plural preterite behind its only subject, which is one, is a participle:
    *Mexiko: Bürgermeister erschossen*."""
    i = end - 1
    if i <= begin or tree.tags[i] != "VVFIN" or not tree.lower[i].endswith("en"):
        return
    finite = sum(tree.tags[k] in FINITE for k in range(begin, end))
    subjects = [k for k in tree.children[i] if tree.deps[k].startswith("nsubj")]
    if finite != 1 or len(subjects) != 1 or any(tree.deps[k] == "obj" for k in tree.children[i]):
        return
    subject = subjects[0]
    one = tree.morph[subject].get("Number") == "Sing" and tree.tags[subject] == "NN"
    if one and not any(tree.deps[k] == "conj" for k in tree.children[subject]):
        relemma(tree, i, "VVPP")


def _headline_verb(tree: Tree, begin: int, end: int) -> None:
    """What looks like a participle between a subject and an object is the verb."""
    for i in range(begin + 1, end - 1):
        if tree.tags[i] != "VVPP" or tree.deps[i] != "root" or not tree.lower[i].endswith("t"):
            continue
        subject = next(
            (k for k in tree.children[i] if k < i and tree.deps[k] in ("nsubj", "nsubj:pass")), None
        )
        behind = [k for k in tree.children[i] if k > i and tree.deps[k] == "obj"]
        if subject is not None and behind and not tree.lower[i].startswith("ge"):
            relemma(tree, i, "VVFIN")
            tree.deps[subject] = "nsubj"
        return


def _preterite_before_noun(tree: Tree, i: int, begin: int) -> bool:
    """An adjective in *-te* that goes with no noun: *In diesen Jahren unterstützte Moskau die Pläne*."""
    if tree.tags[i] != "ADJA" or not tree.lower[i].endswith(("te", "ten")):
        return False
    after = tree.tags[i + 1]
    # *1974 besetzten türkische Truppen*: two adjectives of one noun would end alike
    clash = after == "ADJA" and tree.lower[i][-1] == "n" and tree.lower[i + 1][-1] == "e"
    if (
        not clash
        and after not in _BEHIND_VERB
        and not (after in _BEHIND_SUBJECT and _first_phrase(tree, i, begin))
    ):
        return False
    return not in_attribute(tree, i) and not has_article(tree, i) and tree.tags[i - 1] not in ARTICLES


def _first_phrase(tree: Tree, i: int, begin: int) -> bool:
    """Whether a noun phrase that no preposition opens is all that stands before: *Die Polizei in Lima verhaftete 40 …*."""
    before = tree.tags[begin:i]
    return (
        bool(before)
        and before[-1] in ("NE", "NN")
        and before[0] not in ("APPR", "APPRART")
        and not set(before) & _NO_SUBJECT
    )


def in_attribute(tree: Tree, i: int) -> bool:
    """Whether an article before is still without its noun: *die von Moskau besetzte Krim*."""
    for k in range(i - 1, max(-1, i - 12), -1):
        if tree.tags[k] in FINITE or tree.tags[k] in PUNCTUATION or tree.tags[k] == "KON":
            return False
        if tree.tags[k] in ARTICLES:
            noun = tree.heads[k]  # *die von Moskau gestützte Regierung verhaftete …* has its noun already
            closed = k < noun < i and tree.tags[noun] == "NN" and tree.tags[noun - 1] == "ADJA"
            return not closed and (tree.tags[k + 1] in _INSIDE_ATTRIBUTE or k + 1 == i)
    return False
