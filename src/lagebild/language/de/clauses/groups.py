"""Verb groups: which verb forms, prefix and copula make one predicate, and its tense, voice and modals."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild.language.clause import ClauseTense, Voice
from lagebild.language.de.clauses.tree import FINITE, NONFINITE, Tree
from lagebild.language.de.clauses.words import words
from lagebild.language.de.lemma import says_how, separable_prefixes

#: Participles of two verbs, with the verb that has *sein* and the other one: *ist in Not geraten*, *hat dazu geraten*.
_OF_TWO: Final = {"geraten": ("geraten", "raten"), "gefallen": ("fallen", "gefallen")}
AUXILIARY: Final = frozenset(["aux", "aux:pass", "cop"])
_WORDEN: Final = frozenset(["worden"])
_PERFECT: Final = frozenset(["haben", "sein"])


class Group:
    """The verbs of one predication as token indices; ``chain`` runs from the outermost in, without the
    predicate: *wird … haben | liefern | wollen* gives [wird, wollen, haben] around *liefern*."""

    def __init__(self, predicate: int, finite: int | None = None, chain: list[int] | None = None) -> None:
        self.predicate = predicate
        self.finite = finite
        self.chain: list[int] = [] if chain is None else chain
        self.prefix: int | None = None
        self.copula: int | None = None
        self.zu: int | None = None

    @property
    def parts(self) -> list[int]:
        """Every token of the group."""
        found = [self.predicate, *self.chain]
        return found + [i for i in (self.prefix, self.zu) if i is not None]


def finite_groups(tree: Tree, begin: int, end: int) -> list[Group]:
    """One group for each finite verb of the sentence, in text order of the finite verbs."""
    found: list[Group] = []
    taken: set[int] = set()
    for i in [k for k, tag in enumerate(tree.tags[begin:end], begin) if tag in FINITE]:
        predicate = _predicate(tree, i)
        if predicate in taken:
            predicate = i
        if predicate in taken:
            continue
        taken.add(predicate)
        found.append(_group(tree, predicate, i))
    for i in [k for k, tag in enumerate(tree.tags[begin:end], begin) if tag == "PTKVZ"]:
        _give_prefix(tree, i, found)
    return found


def _give_prefix(tree: Tree, i: int, found: list[Group]) -> None:
    """Give a prefix behind an infinitive to the finite verb it belongs to: *lehnte die Bitte, ihn zu treffen, ab*."""
    if tree.heads[i] > i or tree.tags[tree.heads[i]] not in NONFINITE or tree.lower[i] not in _prefixes():
        return
    before = [
        g for g in found if g.finite == g.predicate and g.predicate < tree.heads[i] and g.prefix is None
    ]
    if before and tree.tags[before[-1].predicate] == "VVFIN":
        before[-1].prefix = i


@cache
def _prefixes() -> frozenset[str]:
    return frozenset(separable_prefixes())


def _predicate(tree: Tree, finite: int) -> int:
    at = finite
    for _ in range(4):
        if tree.deps[at] not in AUXILIARY or tree.heads[at] == at:
            break
        at = tree.heads[at]
    return at


def _group(tree: Tree, predicate: int, finite: int | None) -> Group:
    group = Group(predicate, finite)
    inner: list[int] = []
    for child in (
        *tree.children[predicate],
        *(tree.children[finite] if finite not in (None, predicate) else ()),
    ):
        dep, tag = tree.deps[child], tree.tags[child]
        if dep in AUXILIARY and tag in NONFINITE and child != predicate:
            inner.append(child)
        if dep == "cop" and not _is_perfect(tree, predicate):
            group.copula = child
        if (
            tree.tags[predicate] in NONFINITE
            and predicate < child
            and finite != predicate
            and dep == "compound:prt"
        ):
            continue  # only a finite verb has its prefix behind it
        apart = dep == "compound:prt" or (tag == "PTKVZ" and group.prefix is None)
        if (
            apart
            and tree.lower[child] in _prefixes()
            and not says_how(tree.lower[child], tree.lower[predicate])
        ):
            group.prefix = child
        if tag == "PTKZU":
            group.zu = child
    if finite is not None and finite != predicate:
        group.chain.append(finite)
        if tree.deps[finite] == "cop" and not _is_perfect(tree, predicate):
            group.copula = finite
    # In the right bracket the outer verb stands behind the inner one: erreicht haben soll.
    group.chain.extend(sorted(inner, reverse=True))
    if finite is not None and group.chain == [finite] and tree.lemmas[finite] == "sein":
        group.chain.extend(_shared(tree, predicate, _WORDEN))
    return group


def _is_perfect(tree: Tree, predicate: int) -> bool:
    """Whether *sein* makes the perfect of a verb that has *sein*, though the parser calls it a copula: *ist explodiert*."""
    return tree.tags[predicate] == "VVPP" and tree.lemmas[predicate] in words().sein_verbs


def _shared(tree: Tree, predicate: int, forms: frozenset[str]) -> list[int]:
    """The verb that stands once behind several participles: *sind zwei getötet und drei verletzt worden, geprügelt und
    vertrieben zu haben*."""
    if tree.tags[predicate] != "VVPP":
        return []
    for other in tree.children[predicate]:
        if tree.deps[other] != "conj" or tree.tags[other] != "VVPP":
            continue
        verbs = [child for child in tree.children[other] if tree.deps[child] in AUXILIARY]
        if len(verbs) == 1 and tree.lower[verbs[0]] in forms:
            return verbs
    return []


def infinite_groups(tree: Tree, begin: int, end: int, finite: list[Group]) -> list[Group]:
    """Groups without a finite verb: zu-infinitives, bare infinitives, participles that predicate."""
    used = {i for group in finite for i in group.parts}
    found: list[Group] = []
    for i in [k for k, tag in enumerate(tree.tags[begin:end], begin) if tag in NONFINITE]:
        if i in used or tree.deps[i] in AUXILIARY:
            continue
        if not _predicates(tree, i):
            continue
        group = _group(tree, i, None)
        group.chain.extend([] if group.chain else _shared(tree, i, _PERFECT))
        found.append(group)
    return found


def _predicates(tree: Tree, i: int) -> bool:
    """Whether a non-finite verb makes a predication of its own rather than a word inside a phrase."""
    dep, tag = tree.deps[i], tree.tags[i]
    if dep in (
        "xcomp",
        "ccomp",
        "advcl",
        "acl",
        "acl:relcl",
        "csubj",
        "csubj:pass",
        "parataxis",
        "root",
        "conj",
    ):
        return True
    if tag == "VVIZU" or any(tree.tags[child] == "PTKZU" for child in tree.children[i]):
        return True
    return tag in ("VVINF", "VVPP") and dep in ("dep", "appos", "obj", "nsubj")


def verb_lemma(tree: Tree, group: Group) -> str:
    """The predicate's lemma with its separable prefix in front."""
    lemma = tree.lemmas[group.predicate] or tree.lower[group.predicate]
    of_two = _OF_TWO.get(tree.lower[group.predicate])
    if of_two is not None and tree.tags[group.predicate] == "VVPP" and group.chain:
        lemma = of_two[0] if any(tree.lemmas[i] == "sein" for i in group.chain) else of_two[1]
    if group.prefix is None or tree.tags[group.predicate][:1] != "V":
        return lemma
    prefix = tree.lower[group.prefix]
    return lemma if lemma.startswith(prefix) else prefix + lemma


def modals(tree: Tree, group: Group) -> list[int]:
    """The modal verbs of the group, outermost first; a modal that is itself the predicate is none."""
    known = words().modals
    return [i for i in group.chain if tree.tags[i].startswith("VM") or tree.lemmas[i] in known]


def perfect_infinitive(tree: Tree, group: Group) -> bool:
    """Whether a modal governs a perfect infinitive: *soll … erreicht haben*, *soll … getötet worden sein*."""
    seen_modal = False
    for n, i in enumerate(group.chain):
        if tree.tags[i].startswith("VM"):
            seen_modal = True
        elif seen_modal and tree.tags[i] == "VAINF" and tree.lemmas[i] in ("haben", "sein"):
            inner = group.chain[n + 1] if n + 1 < len(group.chain) else group.predicate
            if tree.tags[inner] in ("VVPP", "VAPP", "VMPP"):
                return tree.lemmas[i] == "haben" or inner != group.predicate or _takes_sein(tree, group)
    return False


def _takes_sein(tree: Tree, group: Group) -> bool:
    return verb_lemma(tree, group) in words().sein_verbs


def voice(tree: Tree, group: Group) -> Voice:
    """Active, passive (*wird geliefert*, *bekommt geliefert*) or stative (*ist geschlossen*)."""
    if tree.tags[group.predicate] not in ("VVPP", "VAPP"):
        return "active"
    innermost = group.chain[-1] if group.chain else None
    if innermost is None:
        return "active" if _takes_sein(tree, group) else "passive"
    lemma = tree.lemmas[innermost]
    if lemma in words().passives:
        return "passive"
    if lemma == "sein" and not _takes_sein(tree, group):
        # sein before a participle of a haben-verb: a state, unless its object shows it a mere perfect.
        return "stative"
    return "active"


def tense(tree: Tree, group: Group) -> ClauseTense:
    """The tense of the whole group; a Konjunktiv II counts as present, its perfect as pluperfect, and so does
    *sollte* where nothing tells of the past."""
    if group.finite is None:
        lemmas = [tree.lemmas[i] for i in group.chain]
        return "perfect" if {"haben", "sein"} & set(lemmas) else "present"
    finite = group.finite
    features = tree.morph[finite]
    past = features.get("Tense") == "Past"
    either = "MoodAmbiguous" in features and tree.lemmas[finite] == "sollen"
    subjunctive = features.get("Mood") == "Sub" or either
    if finite == group.predicate or group.copula == finite:
        return "past" if past and not subjunctive else "present"
    inner = group.chain[1] if len(group.chain) > 1 else group.predicate
    participle = tree.tags[inner] in ("VVPP", "VAPP", "VMPP")
    lemma = tree.lemmas[finite]
    builds_perfect = lemma == "haben" or (
        lemma == "sein" and (inner != group.predicate or _takes_sein(tree, group))
    )
    if builds_perfect and (participle or tree.tags[inner] in ("VMINF", "VAINF", "VVINF")):
        return "pluperfect" if past else "perfect"
    if lemma == "werden" and not participle and not past:
        return "future"
    return "past" if past and not subjunctive else "present"
