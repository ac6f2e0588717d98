"""Subject or object: what articles, pronouns and agreement say against the parser."""

from __future__ import annotations

from lagebild.language.de.clauses.groups import Group
from lagebild.language.de.clauses.tree import Tree

_SUBJECT = frozenset(["nsubj", "nsubj:pass"])
_OBJECT = frozenset(["obj", "iobj", "obl:arg"])
_NEVER_NOMINATIVE = frozenset(
    ["den", "dem", "des", "einen", "einem", "eines", "keinen", "keinem", "diesen", "diesem", "jeden", "jedem", "meinen", "meinem",
     "seinen", "seinem", "ihren", "ihrem", "unseren", "unserem", "welchen", "welchem", "denen", "dessen", "mich", "mir", "dich",
     "dir", "ihn", "ihm", "ihnen", "euch", "sich", "wen", "wem", "jenen", "jenem", "manchen", "solchen", "einander", "beidem"]
)  # fmt: skip
_ONLY_NOMINATIVE = frozenset(["ich", "du", "er", "wir", "man", "wer"])
_DATIVE = frozenset(["dem", "einem", "keinem", "diesem", "jedem", "meinem", "seinem", "ihrem", "unserem", "mir", "dir", "ihm", "ihnen", "wem", "denen"])


def first_article(tree: Tree, noun: int) -> str:
    """The word that shows the case of a phrase: its leftmost determiner, or the pronoun itself."""
    for child in tree.children[noun]:
        if child > noun:
            break
        if tree.tags[child] in ("ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT") and tree.deps[child].startswith("det"):
            return tree.lower[child]
    return tree.lower[noun]


def can_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can be a subject by its form."""
    if tree.preposition(noun) is not None or tree.tags[noun] == "PRF":
        return False
    article = first_article(tree, noun)
    if article in _NEVER_NOMINATIVE:
        # Plural "den" aside these show accusative, dative or genitive; a form of sein/ihr may be a noun's own.
        return False
    return not (article == "der" and tree.tags[noun] == "NN" and tree.morph[noun].get("Gender") == "Fem" and _singular(tree, noun))


def must_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can only be a subject (or predicate noun) by its form."""
    if tree.preposition(noun) is not None:
        return False
    if tree.lower[noun] in _ONLY_NOMINATIVE:
        return True
    article = first_article(tree, noun)
    return article in ("der", "dieser", "jener", "jeder", "welcher") and tree.morph[noun].get("Gender") == "Masc" and _singular(tree, noun)


def _singular(tree: Tree, noun: int) -> bool:
    return tree.morph[noun].get("Number", "Sing") == "Sing"


def settle(tree: Tree, group: Group, subject_open: bool) -> None:
    """Relabel subject and objects of a group where form contradicts the parser.

    `subject_open` says that the clause must have a subject of its own: it is not joined to another by *und*,
    and does not begin with its verb.
    """
    verbs = [group.predicate, *group.chain]
    core = [i for verb in verbs for i in tree.children[verb] if tree.deps[i] in _SUBJECT or tree.deps[i] in _OBJECT]
    if group.finite is None:
        for i in core:
            if tree.deps[i] in _SUBJECT and tree.tags[group.predicate] != "VVPP":
                tree.deps[i] = _oblique_label(tree, i)
        return
    for i in core:
        if tree.deps[i] in _SUBJECT and not can_be_nominative(tree, i):
            tree.deps[i] = _oblique_label(tree, i)
    subjects = [i for i in core if tree.deps[i] in _SUBJECT]
    objects = [i for i in core if tree.deps[i] in _OBJECT and tree.tags[i] != "PRF"]
    forced = [i for i in objects if must_be_nominative(tree, i)]
    if forced and not (subjects and must_be_nominative(tree, subjects[0])):
        _swap(tree, subjects, forced[0])
    elif not subjects and subject_open:
        fitting = [i for i in objects if can_be_nominative(tree, i) and _agrees(tree, group.finite, i)]
        marked = [i for i in fitting if tree.morph[i].get("Case") == "Nom"]
        if marked or (fitting and tree.lemmas[group.predicate] != "geben"):
            tree.deps[(marked or fitting)[0]] = "nsubj"
    elif subjects and objects and tree.morph[subjects[0]].get("Case") not in ("Nom", None):
        fitting = [i for i in objects if can_be_nominative(tree, i) and tree.morph[i].get("Case") == "Nom"]
        if fitting and not _agrees(tree, group.finite, subjects[0]) and _agrees(tree, group.finite, fitting[0]):
            _swap(tree, subjects, fitting[0])
    _one_subject(tree, group, core)


def _swap(tree: Tree, subjects: list[int], new: int) -> None:
    for i in subjects:
        tree.deps[i] = "obj"
    tree.deps[new] = "nsubj"


def _one_subject(tree: Tree, group: Group, core: list[int]) -> None:
    """Of two subjects of one verb the one that fits its number and stands nearest stays."""
    subjects = [i for i in core if tree.deps[i] in _SUBJECT]
    if len(subjects) < 2 or group.finite is None:
        return
    finite = group.finite
    best = min(
        subjects,
        key=lambda i: (not must_be_nominative(tree, i), not _agrees(tree, finite, i), tree.morph[i].get("Case", "Nom") != "Nom", abs(i - finite)),
    )
    for i in subjects:
        if i != best:
            marked = tree.morph[i].get("Case") in ("Acc", "Dat") or not can_be_nominative(tree, i)
            across = (i < finite) != (best < finite) and tree.morph[i].get("Case") != "Gen" and not must_be_nominative(tree, i) and tree.tags[i] != "PRELS"
            tree.deps[i] = _oblique_label(tree, i) if marked or across else "dep"


def _oblique_label(tree: Tree, i: int) -> str:
    if tree.preposition(i) is not None:
        return "obl"
    return "obl:arg" if first_article(tree, i) in _DATIVE else "obj"


def _agrees(tree: Tree, finite: int, noun: int) -> bool:
    if tree.lower[noun] in ("sie", "die", "das", "was", "alle", "viele", "beide") or tree.tags[noun] == "CARD":
        return True
    verb, number = tree.morph[finite].get("Number"), tree.morph[noun].get("Number")
    if verb is None or number is None or verb == number:
        return True
    return verb == "Plur" and any(tree.deps[child] == "conj" for child in tree.children[noun])
