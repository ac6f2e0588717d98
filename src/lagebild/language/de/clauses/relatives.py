"""Relative pronouns that were taken for the article of the noun behind them: *Staaten, die Flüchtlinge aufnehmen*.

Where the verb stands last, a clause without conjunction behind a comma and a noun is a relative one. With one phrase
before it the verb may stand second as well (*sagte der Minister, die Truppen siegten*), so that something more must
show that it stands last.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.groups import AUXILIARY
from lagebild.language.de.clauses.tree import (
    FINITE,
    NONFINITE,
    PUNCTUATION,
    SUBSTANTIVES,
    VERBS,
    Tree,
    relemma,
)
from lagebild.language.de.lemma import separable_prefixes

_FORMS: Final = frozenset(["die", "der", "das"])
_TAKEN_FOR: Final = frozenset(["ART", "PDS", "PRELS"])
_ARGUMENTS: Final = frozenset(["nsubj", "nsubj:pass", "obj"])
#: Tags of a verb that goes with one behind *und*.
_JOINED: Final = frozenset(["VVPP", "VVINF", "VVFIN"])
#: What opens a clause of another kind, or ends the stretch in which the verb of this one may stand.
_OPENERS: Final = frozenset(["KOUS", "KOUI", "PRELS", "PRELAT", "PWS", "PWAV", "PWAT"])
#: Between the noun and a verb that stands second no such word stands.
_BETWEEN: Final = frozenset(["ADV", "PPER", "PRF", "PTKNEG", "PAV", "ADJD", "PIS"])
#: Prefixes that other verbs never part with: *überfallen*, *wiederholen*.
_BOTH: Final = frozenset(["über", "um", "unter", "durch", "wieder", "wider", "hinter", "voll", "miss"])
#: The gender of a noun in the singular that the form may be the nominative article of.
_ARTICLE_OF: Final = {"die": "Fem", "der": "Masc", "das": "Neut"}
#: No relative clause is longer than this many words.
_LONGEST: Final = 25


def mend_relatives(tree: Tree, begin: int, end: int) -> None:
    """Make the relative pronouns of a sentence what they are, and the clause behind each hang on its noun, in place."""
    for i in range(begin + 2, end - 2):
        if tree.lower[i] not in _FORMS or tree.tags[i - 1] != "$," or tree.tags[i - 2] not in SUBSTANTIVES:
            continue
        noun = tree.heads[i]
        if tree.tags[i] == "ART" and tree.deps[i] in _ARGUMENTS and tree.tags[noun] in VERBS and noun > i:
            tree.tags[i] = "PRELS"
            continue
        if tree.tags[i] not in _TAKEN_FOR or tree.deps[i] != "det" or noun <= i:
            continue
        finite = _last_verb(tree, i, end)
        if finite is not None and noun < finite and _stands_last(tree, begin, i, noun, finite):
            _make(tree, i, noun, finite)


def _last_verb(tree: Tree, i: int, end: int) -> int | None:
    """The only finite verb of the stretch behind a word, if it ends with it."""
    for k in range(i + 1, min(end, i + _LONGEST)):
        tag = tree.tags[k]
        if _joined(tree, k, end) is not None:
            continue  # *die Schiffe angegriffen und Drohnen abgefeuert haben*
        if tag in FINITE or (tag == "VVINF" and not _governed(tree, i, k)):
            return k if k > i + 1 and _closes(tree, k, end) else None
        if tag in _OPENERS or tag in PUNCTUATION:
            return None
    return None


def _joined(tree: Tree, verb: int, end: int) -> int | None:
    """The finite verb that ends the clause which goes on behind *und* with another verb of the same form: *Schiffe
    angreifen und Drohnen abfeuern*, *Schiffe angegriffen und Drohnen abgefeuert haben*."""
    if tree.tags[verb] not in _JOINED or verb + 2 >= end or tree.tags[verb + 1] != "KON":
        return None
    for k in range(verb + 2, min(end, verb + _LONGEST)):
        tag = tree.tags[k]
        if tag in FINITE:
            alike = tree.tags[k - 1] == tree.tags[verb] if tag != "VVFIN" else _may_be_finite(tree, verb, k)
            return k if alike and _closes(tree, k, end) else None
        if tag in _OPENERS or tag in PUNCTUATION or tag == "KON":
            return None
    return None


def _closes(tree: Tree, verb: int, end: int) -> bool:
    """Whether nothing of its clause stands behind a verb."""
    return verb + 1 >= end or tree.tags[verb + 1] in PUNCTUATION or tree.tags[verb + 1] == "KON"


def _may_be_finite(tree: Tree, verb: int, finite: int) -> bool:
    """Whether a verb has the ending of the finite one: *verhaftet … verbietet*, *überfallen … entführen*."""
    word, other = tree.lower[verb], tree.lower[finite]
    return (word.endswith("t") and other.endswith("t")) or (word.endswith("n") and other.endswith("n"))


def _governed(tree: Tree, i: int, infinitive: int) -> bool:
    """Whether a verb tagged as an infinitive is one: behind *zu*, below an auxiliary, or before one."""
    if tree.lower[infinitive][-1:] != "n" or tree.lower[i] != "die" or _helped(tree, infinitive):
        return True
    after = infinitive + 1
    if after < tree.n and tree.tags[after] in VERBS:
        return True
    above = tree.heads[infinitive]
    return above != infinitive and tree.deps[infinitive] in ("xcomp", "root") and tree.tags[above] in FINITE


def _stands_last(tree: Tree, begin: int, i: int, noun: int, finite: int) -> bool:
    """Whether something shows that the verb stands last, not second behind one phrase."""
    if tree.tags[finite - 1] in NONFINITE or any(tree.tags[k] in _BETWEEN for k in range(noun + 1, finite)):
        return True
    if _unparted(tree, finite) or _disagrees(tree, i, noun, finite):
        return True
    return _inserted(tree, begin, i, finite)


def _unparted(tree: Tree, finite: int) -> bool:
    """A verb that still has its prefix: *aufnehmen* stands last, *nehmen … auf* second."""
    lemma = tree.lemmas[finite]
    prefix = next((p for p in separable_prefixes() if lemma.startswith(p) and len(lemma) - len(p) > 4), None)
    return prefix is not None and prefix not in _BOTH


def _disagrees(tree: Tree, i: int, noun: int, finite: int) -> bool:
    """A noun that the form is no article of, or a verb that the noun cannot be the subject of: *die Asyl suchen*."""
    morph = tree.morph[noun]
    single = morph.get("Number") == "Sing"
    if single and tree.tags[noun] == "NN" and morph.get("Gender") not in (_ARTICLE_OF[tree.lower[i]], None):
        return True
    return single and tree.lower[i] == "die" and tree.lower[finite][-1] == "n"


def _inserted(tree: Tree, begin: int, i: int, finite: int) -> bool:
    """The verb of the clause around it is still to come: *Die Rebellen, die Schiffe angreifen, werden …*."""
    if any(tree.tags[k] in VERBS for k in range(begin, i)):
        return False
    after = finite + 2
    return after < tree.n and tree.tags[finite + 1] == "$," and tree.tags[after] in FINITE


def _make(tree: Tree, i: int, noun: int, finite: int) -> None:
    """Make the word a relative pronoun: the subject, if what it takes up has the number of the verb, else the object."""
    taken = i - 2
    if tree.tags[finite] == "VVINF":
        _finite(tree, finite)
    last = finite - 1 if tree.tags[finite - 1] in NONFINITE and tree.tags[finite][:2] != "VV" else finite
    if last != finite:
        tree.attach(finite, last, "aux")
    while (
        tree.heads[taken] != taken
        and tree.tags[tree.heads[taken]] in SUBSTANTIVES
        and not _agree(tree, taken, finite)
    ):
        taken = tree.heads[taken]
    first = next((k for k in range(noun, last) if _joined(tree, k, tree.n) == finite), last)
    _free(tree, i, first, finite)
    _free(tree, i, last, finite)
    tree.tags[i] = "PRELS"
    acts = _agree(tree, taken, finite) or not _agree(tree, noun, finite)
    tree.morph[i] = {"PronType": "Rel", "Case": "Nom" if acts else "Acc"}
    tree.attach(first, taken, "acl")
    tree.attach(i, first, "nsubj" if acts else "obj")
    tree.attach(noun, first, "obj" if acts else "nsubj")
    if last != first:
        tree.attach(last, first, "conj")
    for k in range(i + 1, finite):
        head, verb = tree.heads[k], first if k < first else last
        if k not in (noun, first, last) and (not i <= head <= finite or (k > first) != (head > first)):
            tree.attach(k, verb, _within(tree, k))


def _within(tree: Tree, k: int) -> str:
    """The relation of what now hangs on the verb: of a joined clause a noun is no subject."""
    return "obj" if tree.deps[k].startswith("nsubj") else tree.deps[k]


def _finite(tree: Tree, verb: int) -> None:
    relemma(tree, verb, "VVFIN")
    number = "Plur" if tree.lower[verb][-1] == "n" else "Sing"
    tree.morph[verb] = {"Mood": "Ind", "Tense": "Pres", "Number": number, "Person": "3", "VerbForm": "Fin"}


def mend_joined(tree: Tree, begin: int, end: int) -> None:
    """Make a verb before *und* finite, where the one that ends its clause is, in place: *dass sie Leute verhaftet und
    Zeitungen verbietet*."""
    opened = False
    for i in range(begin, end - 2):
        tag = tree.tags[i]
        if tag in _OPENERS:
            opened = True
        elif tag in PUNCTUATION or tag in FINITE:
            opened = False
        elif opened and tag in ("VVPP", "VVINF") and not _helped(tree, i):
            finite = _joined(tree, i, end)
            if finite is not None and tree.tags[finite] == "VVFIN":
                _finite(tree, i)
                tree.attach(finite, i, "conj")


def _helped(tree: Tree, verb: int) -> bool:
    """Whether a verb has *zu* or an auxiliary."""
    return tree.tags[verb - 1] == "PTKZU" or any(
        tree.tags[k] in FINITE and tree.deps[k] in AUXILIARY for k in tree.children[verb]
    )


def _free(tree: Tree, i: int, verb: int, finite: int) -> None:
    """Give what the verb took from the clauses around it back: *Die Rebellen, die Schiffe angreifen, werden …* has the
    rebels for the subject of what comes behind."""
    before = [k for k in tree.children[verb] if k < i - 1]
    next_ = next((k for k in tree.children[verb] if k > finite and tree.tags[k] in VERBS), None)
    if not before or next_ is None:
        return
    tree.attach(verb, next_, "acl")  # what comes behind takes its place
    for k in before:
        tree.attach(k, next_, tree.deps[k])


def _agree(tree: Tree, noun: int, finite: int) -> bool:
    number = tree.morph[noun].get("Number")
    return number is None or number == ("Plur" if tree.lower[finite][-1] == "n" else "Sing")
