"""Holds the parser's tree against the topological fields and mends the tree where they disagree.

Three things go wrong most: an auxiliary is hung on a verb of another clause, an argument on a verb of
another clause, and nominative and accusative are taken for each other. Position settles the first two,
articles, pronouns and agreement the third.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import agrees, can_be_nominative, is_titled
from lagebild.language.de.clauses.copula import find_predicate, may_predicate, no_predicate, other_nominal
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import AUXILIARY
from lagebild.language.de.clauses.tree import NONFINITE, PUNCTUATION, SUBSTANTIVES, VERBS, Tree
from lagebild.language.de.clauses.words import words

_ARGUMENT: Final = frozenset(
    ["nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:arg", "obl:agent", "advmod", "compound:prt", "expl"]
)
_NOMINAL: Final = frozenset(["NN", "NE", "PPER", "PIS", "PDS", "PRELS", "PWS", "PRF", "FM", "CARD", "PPOSS"])
_LISTED: Final = frozenset(["obj", "nsubj", "obl", "obl:arg", "nsubj:pass"])
_SUBJECT_PRONOUNS: Final = frozenset(["dieser", "jener", "der"])
_NAME_PART: Final = frozenset(["flat", "nmod", "appos", "conj", "compound"])
_PRENOMINAL: Final = frozenset(["ART", "ADJA", "PPOSAT", "PIAT", "PDAT", "CARD"])
_CLAUSAL: Final = frozenset(
    ["conj", "acl", "acl:relcl", "advcl", "ccomp", "csubj", "csubj:pass", "xcomp", "parataxis", "root", "dep"]
)


def link_verbs(tree: Tree, place: Field) -> int | None:
    """Hang the finite verb of a field on its predicate; the predicate's index."""
    predicate = _link(tree, place)
    if predicate is not None and tree.deps[predicate] in AUXILIARY:
        # It has taken the place of a finite verb that was hung on a verb of another clause.
        tree.deps[predicate] = "parataxis"
    return predicate


def _link(tree: Tree, place: Field) -> int | None:
    finite = place.finite
    if finite is None:
        return None
    own = set(place.own)
    own.add(finite)
    if tree.tags[finite] in ("VVFIN", "VVIMP", "VAIMP"):
        if tree.deps[finite] in AUXILIARY:
            _detach(tree, finite)
        if tree.lemmas[finite] == "lassen":
            _hang_let(tree, place, finite, own)
        return finite
    present = _climb(tree, finite)
    if present != finite and present in own and _own_predicate(tree, finite, present):
        dep = (
            "xcomp"
            if tree.tags[present] in NONFINITE
            else "obl"
            if tree.preposition(present) is not None
            else "advmod"
        )
        tree.attach(finite, present, "parataxis")
        tree.attach(present, finite, dep)
        for child in list(tree.children[present]):
            if tree.deps[child].startswith(("nsubj", "expl", "mark")):
                tree.attach(child, finite, tree.deps[child])
        present = finite
    cluster = _cluster(tree, place, present if present in own else None)
    if cluster:
        predicate = (
            present
            if present in cluster and tree.tags[present][:2] == "VV"
            else _innermost(tree, cluster, own)
        )
        if _joined_to_adjective(tree, finite, present, predicate):
            return present
        joined, predicate = predicate, _first_joined(tree, predicate, own)
        if predicate != present or tree.deps[finite] not in AUXILIARY:
            _lift(tree, predicate, finite, own)
            tree.attach(
                finite, predicate, "aux:pass" if _passive(tree, finite, predicate, cluster) else "aux"
            )
        for verb in cluster:
            if verb in (predicate, joined):
                continue
            if tree.heads[verb] != predicate or tree.deps[verb] not in AUXILIARY:
                tree.attach(verb, predicate, "aux")
        return predicate
    if present in own and present != finite and not may_predicate(tree, finite, present):
        tree.attach(finite, present, "parataxis")
        tree.attach(present, finite, "obj")
        present = finite
    if present in own and present != finite:
        return other_nominal(tree, place, present)
    if tree.deps[finite] in AUXILIARY:
        _detach(tree, finite)
    return find_predicate(tree, place, own)


def _hang_let(tree: Tree, place: Field, finite: int, own: set[int]) -> None:
    """Hang the infinitive that ends a clause of *lassen* on it, not on another clause: *er ließ das Dorf bombardieren*."""
    last = next((i for i in reversed(place.own) if tree.tags[i] not in PUNCTUATION), finite)
    bare = tree.tags[last] == "VVINF" and last > finite and tree.tags[last - 1] != "PTKZU"
    if bare and tree.heads[last] not in own:
        tree.attach(last, finite, "xcomp")


def _own_predicate(tree: Tree, finite: int, present: int) -> bool:
    """Whether the treebank keeps the finite verb for the predicate: *ist anzutreffen, hat zu tun, ist da, ist von Dauer*."""
    if tree.lemmas[finite] == "haben" and _with_zu(tree, present):
        return True
    return tree.tags[present] == "VVIZU" or no_predicate(tree, present)


def _joined_to_adjective(tree: Tree, finite: int, present: int, participle: int) -> bool:
    """*sind sauber und angenehm gestaltet*: the adjective comes first, the participle is joined to it."""
    if tree.lemmas[finite] != "sein" or tree.tags[present] != "ADJD":
        return False
    return tree.deps[participle] == "conj" and tree.heads[participle] == present


def _climb(tree: Tree, at: int) -> int:
    for _ in range(4):
        if tree.deps[at] not in AUXILIARY or tree.heads[at] == at:
            break
        at = tree.heads[at]
    return at


def _cluster(tree: Tree, place: Field, present: int | None) -> list[int]:
    """The non-finite verbs of the right bracket that the auxiliary or modal governs."""
    finite = place.finite
    assert finite is not None
    runs: list[list[int]] = []
    for i in place.own:
        if tree.tags[i] not in NONFINITE or tree.deps[i] == "amod" or _with_zu(tree, i):
            continue
        if i + 1 < tree.n and tree.tags[i + 1] == "PTKZU":
            continue
        if runs and i - runs[-1][-1] == 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    lemma = tree.lemmas[finite]
    fitting = [run for run in runs if _fits(tree, tree.tags[finite], lemma, run)]
    if any(len(run) > 1 and tree.tags[run[-1]] == "VAINF" for run in fitting):
        # soll Wachen erschossen und Autos angezündet haben: a participle alone waits for the verb behind the last.
        fitting = [run for run in fitting if len(run) > 1 or tree.tags[run[0]] != "VVPP"]
    if not fitting:
        return []
    for run in fitting:
        if present in run:
            return run
    if place.kind == "subordinate":
        before = [run for run in fitting if run[-1] == finite - 1]
        behind = [run for run in fitting if run[0] == finite + 1]
        return (before or behind or [[]])[0]
    after = [run for run in fitting if run[0] > finite]
    if after:
        return after[0]
    # The predicate may stand in the prefield: Spekuliert wurde, …
    return fitting[-1] if fitting[-1][-1] == finite - 1 else []


def _fits(tree: Tree, tag: str, lemma: str, run: list[int]) -> bool:
    outer = tree.tags[run[-1]]
    if tag == "VMFIN":
        return outer in ("VVINF", "VAINF", "VMINF") or (
            len(run) == 1 and outer == "VVPP" and tree.lower[run[0]].endswith("en")
        )
    if lemma == "haben":
        return outer in ("VVPP", "VAPP", "VMPP", "VMINF") or (outer == "VVINF" and len(run) > 1)
    if lemma == "werden":
        return outer in ("VVPP", "VVINF", "VAINF", "VMINF")
    return outer in ("VVPP", "VAPP", "VMPP")


def _with_zu(tree: Tree, i: int) -> bool:
    return tree.tags[i] == "VVIZU" or (i > 0 and tree.tags[i - 1] == "PTKZU")


def _innermost(tree: Tree, cluster: list[int], own: set[int]) -> int:
    for i in reversed(cluster):
        if tree.tags[i].startswith("VV"):
            return i
    first = cluster[0]
    if tree.lemmas[first] == "haben":
        return first
    # A lone gewesen, geworden: what it predicates, if the parser has it as copula.
    top = _climb(tree, first)
    return top if top in own else first


def _first_joined(tree: Tree, predicate: int, own: set[int]) -> int:
    """The first of joined verbs that share auxiliary and modal: *soll Krieg geführt und Dörfer geplündert haben*."""
    while tree.deps[predicate] == "conj":
        head = tree.heads[predicate]
        same = tree.tags[head] == tree.tags[predicate] and tree.tags[head] in ("VVPP", "VVINF")
        if not same or head not in own or head >= predicate or _with_zu(tree, head):
            break
        predicate = head
    return predicate


def _passive(tree: Tree, finite: int, predicate: int, cluster: list[int]) -> bool:
    return len(cluster) == 1 and tree.lemmas[finite] == "werden" and tree.tags[predicate] == "VVPP"


def _lift(tree: Tree, predicate: int, finite: int, own: set[int]) -> None:
    """Let the predicate take the place of the topmost word of its field, so that nothing hangs across it."""
    top = predicate
    while tree.heads[top] != top and tree.heads[top] in own:
        top = tree.heads[top]
    if top in (predicate, finite):
        return
    dep = tree.deps[top]
    tree.attach(top, predicate, "obl" if dep in _CLAUSAL else dep)
    tree.deps[predicate] = dep if dep in _CLAUSAL else "parataxis"


def _detach(tree: Tree, finite: int) -> None:
    """Take a finite verb off the verb it was wrongly made auxiliary of."""
    tree.deps[finite] = "parataxis"


def gather_arguments(
    tree: Tree, place: Field, predicate: int, others: frozenset[int], verbless: frozenset[int]
) -> None:
    """Hang the arguments that stand in a field on the field's own predicate.

    `others` are the verbs of the other fields; a word that hangs on one of them stands in the wrong clause.
    `verbless` are the words of fields without a verb (a title before a colon): no subject stands there.
    """
    own = set(place.own)
    heads = tree.heads
    for i in tree.children[predicate]:
        if i in verbless and tree.deps[i].startswith("nsubj") and i < place.begin:
            tree.deps[i] = "dep"
    shares = place.own[1:2] == [place.finite] and tree.tags[place.own[0]] == "KON"
    subject = shares or any(tree.deps[i].startswith("nsubj") for i in tree.children[predicate])
    for i in place.own:
        head = heads[i]
        if tree.tags[i] == "PTKVZ" and tree.tags[head] not in VERBS and predicate == place.finite:
            tree.attach(i, predicate, "compound:prt")  # *rief dazu auf, Gefangene freizulassen*
            continue
        if head in own or i == predicate or head == i:
            continue
        dep, tag = tree.deps[i], tree.tags[i]
        if tag in PUNCTUATION or i == place.finite:
            continue
        if dep in _ARGUMENT and head in others:
            tree.attach(i, predicate, dep)
        elif dep == "appos" and tag == "NN" and subject and head < place.begin <= (place.finite or i) < i:
            # No apposition crosses another clause's verb: *stoppte die Lieferungen; die Bank fror Kredite ein*.
            tree.attach(i, predicate, "obl" if tree.preposition(i) is not None else "obj")
        elif (
            tag in _NOMINAL
            and dep in ("conj", "appos", "dep", "root", "parataxis", "nmod", "ccomp", "xcomp")
            and not subject
        ):
            first = place.finite is not None and i < place.finite and is_titled(tree, i)
            if tree.preposition(i) is None and (first or tree.morph[i].get("Case", "Nom") == "Nom"):
                tree.attach(i, predicate, "nsubj")
                subject = True
            elif head in others:
                tree.attach(i, predicate, "obl" if tree.preposition(i) is not None else "obj")


def free_pronoun(tree: Tree, place: Field, predicate: int) -> None:
    """A pronoun right behind the verb is the subject, no article of the name behind it: *beschuldigte dieser Israel*."""
    finite = place.finite
    i = -1 if finite is None else finite + 1
    if i not in place.own or tree.tags[i] != "PDS" or tree.lower[i] not in _SUBJECT_PRONOUNS:
        return
    noun = tree.heads[i]
    if tree.deps[i] != "det" or tree.tags[noun] != "NE" or noun not in place.own:
        return
    for child in tree.children[predicate]:
        if tree.deps[child] == "nsubj":
            tree.deps[child] = "obj"
    tree.attach(i, predicate, "nsubj")


def part_und(tree: Tree, place: Field, predicate: int) -> None:
    """A singular verb behind *A und der B* has the last one for its subject: *Viel Auswahl und der Versand dauert lange*."""
    finite = place.finite
    if place.kind != "main" or tree.morph[finite or 0].get("Number") != "Sing" or finite is None:
        return
    subject = next((i for i in tree.children[predicate] if tree.deps[i].startswith("nsubj")), None)
    last = finite - 1
    if subject is None or tree.heads[last] != subject or tree.deps[last] != "conj" or tree.tags[last] != "NN":
        return
    articles = [
        i for i in tree.children[last] if tree.lower[i] in ("der", "die", "das") and tree.tags[i] == "ART"
    ]
    if (
        articles
        and tree.tags[articles[0] - 1] == "KON"
        and not any(tree.tags[i] == "ART" for i in tree.children[subject])
    ):
        tree.attach(last, predicate, "nsubj")
        tree.deps[subject] = "dep"


def name_speaker(tree: Tree, place: Field, predicate: int) -> None:
    """Find the subject right behind a verb of saying that comes first: *schreibt die russische Zeitung X*.

    Not what has another number: in *A und B danken, fordern aber die Nennung der Namen* it is the object; nor what
    stands behind a comma: *…, bestreitet aber, den Rebellen Waffen zu liefern*.
    """
    finite = place.finite
    if (
        place.before is None
        or place.first_word != finite
        or tree.lemmas[finite] not in words().speech_inserts
    ):
        return
    if any(tree.deps[i].startswith("nsubj") for i in tree.children[predicate]):
        return
    for i in place.own:
        if i <= finite or tree.tags[i] in ("ART", "ADJA", "PIAT", "PPOSAT", "PDAT", "CARD"):
            continue
        if "$," in tree.tags[finite:i]:
            return
        if tree.tags[i] in _NOMINAL and tree.tags[i] != "PRF" and tree.preposition(i) is None:
            if tree.tags[i] != "NN" or (agrees(tree, finite, i) and can_be_nominative(tree, i)):
                tree.attach(i, predicate, "nsubj")
        elif tree.tags[i] == "ADV":
            continue
        return


def join_lists(tree: Tree, place: Field) -> None:
    """Make the last member of an enumeration a conjunct of the noun before *und* rather than a further argument."""
    for i in place.own:
        if tree.deps[i] not in _LISTED or tree.tags[i] not in SUBSTANTIVES or tree.preposition(i) is not None:
            continue
        start = min([i, *(k for k in tree.children[i] if k < i and tree.tags[k] in _PRENOMINAL)])
        if (
            start < 2
            or tree.tags[start - 1] != "KON"
            or tree.lower[start - 1] not in ("und", "oder", "sowie")
        ):
            continue
        before = start - 2
        if (
            before in place.own
            and tree.tags[before] in ("NN", "NE")
            and tree.heads[before] != i
            and before != i
        ):
            above = before
            while tree.deps[above] in _NAME_PART and tree.tags[tree.heads[above]] in SUBSTANTIVES:
                if tree.heads[above] == above:
                    break
                above = tree.heads[above]
            if place.finite is not None and above < place.finite < i:
                continue
            if above != i:
                tree.attach(i, above, "conj")


def hang_field(tree: Tree, place: Field, predicate: int, outer: int | None) -> None:
    """Give a predicate that hangs inside another clause like an argument a clausal relation instead."""
    if outer is None or outer == predicate:
        if tree.deps[predicate] in _LISTED and tree.heads[predicate] not in place.own:
            tree.deps[predicate] = "parataxis"
        return
    if (
        tree.deps[predicate] in _CLAUSAL
        and tree.heads[predicate] != predicate
        and tree.heads[predicate] not in place.own
    ):
        return
    at = outer
    while tree.heads[at] != at:
        at = tree.heads[at]
        if at == predicate:
            return
    if (
        tree.heads[predicate] == predicate
        or tree.heads[predicate] in place.own
        or tree.deps[predicate] not in _CLAUSAL
    ):
        opener = place.opener
        label = "parataxis" if opener is None else "acl" if tree.tags[opener].startswith("PREL") else "advcl"
        tree.attach(predicate, outer, label)
