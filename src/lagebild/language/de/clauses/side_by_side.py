"""Two phrases side by side that the parser took for one: *hat die Türkei Ministerin Baerbock gedankt*.

German sets no comma between subject and object. Names show no case, so that an office behind a name is read as its
apposition, a name before an office as its owner, a dative article behind a name as a genitive.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import first_article, is_name
from lagebild.language.de.clauses.tree import NONFINITE, PUNCTUATION, VERBS, Tree
from lagebild.language.de.network.titles import TITLES

_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
_WITHIN: Final = frozenset(["flat", "flat:name", "appos"])
_NAMED_BY: Final = _WITHIN | {"nmod"}
#: Relations by which a name before an office was made a part of it, or an office behind a name of that.
_OWNED: Final = frozenset(["compound", "det:poss", "nmod", "appos", "flat", "nsubj", "amod"])
#: Articles of a dative that a genitive may have, too.
_DATIVE: Final = frozenset(["der", "dem", "den"])


def mend_nouns(tree: Tree, begin: int, end: int) -> None:
    """Hang nouns elsewhere that stand where no grammar puts them: a phrase with a preposition before the noun that it is of
    (*die Regierung in Warschau Präsident Putin …*), or joined to what has another preposition without *und* (*die Kritik von
    Rom an Wien*); a noun joined to a verb (*hat die Grenze geschlossen und Ungarn gedroht*)."""
    for i in range(begin, end):
        head, dep = tree.heads[i], tree.deps[i]
        if tree.tags[i] not in ("NN", "NE") or dep not in ("nmod", "conj") or head == i:
            continue
        case = tree.preposition(i)
        if dep == "nmod":
            if case is not None and head > i and begin < case < i and tree.tags[case - 1] in ("NN", "NE"):
                _hang(tree, i, case - 1, "nmod")
        elif tree.tags[head] in VERBS:
            joined = (
                k
                for k in tree.children[head]
                if k > i and tree.deps[k] == "conj" and tree.tags[k] in NONFINITE
            )
            verb = next(joined, None)
            if verb is not None and tree.tags[i - 1] == "KON":
                _hang(tree, i, verb, "obj")
        elif case is not None and head < i and not {"KON", "$,"} & set(tree.tags[head:i]):
            _hang(tree, i, head, "nmod")


def join_names(tree: Tree, begin: int, end: int) -> None:
    """Give a name back to the office before it, where it was hung on the one behind it or taken for a subject of its own:
    *griff Kanzler Olaf Scholz Präsident Putin an*."""
    for i in range(begin + 1, end):
        if tree.tags[i] != "NE" or tree.tags[i - 1] not in ("NN", "NE"):
            continue
        above, office = tree.heads[i], i - 1
        if tree.tags[office] == "NE":
            if above > i and is_titled(tree, above):
                _hang(tree, i, office, "flat")
        elif above > i and is_titled(tree, above):
            _hang(tree, i, office, "appos")
        elif tree.deps[i] in _SUBJECT and tree.deps[office] in _SUBJECT and above == tree.heads[office]:
            if _is_bare(tree, office):
                _hang(tree, i, office, "appos")
        elif tree.heads[office] == i and tree.deps[office] in _WITHIN and tree.words[office] not in TITLES:
            _hang(tree, office, above, tree.deps[i])
            _hang(tree, i, office, "appos")


def _hang(tree: Tree, child: int, head: int, dep: str) -> None:
    """Hang a word, also for those who read phrases off the words themselves."""
    tree.attach(child, head, dep)
    for i in (head, child):
        if (tree.heads[i], tree.deps[i]) != (tree.doc.heads[i], tree.doc.deps[i]):
            tree.doc.hang(i, tree.heads[i], tree.deps[i])


def is_titled(tree: Tree, office: int) -> bool:
    """Whether a noun without article has its name right behind it: *Präsident Lee*."""
    name = office + 1
    named = (
        tree.tags[office] == "NN" and name < tree.n and tree.tags[name] == "NE" and tree.heads[name] == office
    )
    return named and first_article(tree, office) == tree.lower[office]


def part_phrases(tree: Tree, predicate: int, label: str) -> None:
    """Make an object, called `label`, of the second of two phrases that were read as the subject of a verb."""
    subjects = [i for i in tree.children[predicate] if tree.deps[i] in _SUBJECT]
    for subject in subjects:
        if tree.tags[subject] in ("NN", "NE"):
            _office_behind(tree, subject, predicate, label)
            _dative_behind(tree, subject, predicate)
            _name_before(tree, subject, predicate, label)


def _is_bare(tree: Tree, noun: int) -> bool:
    return first_article(tree, noun) == tree.lower[noun]


def _phrase(tree: Tree, noun: int, within: frozenset[str] = _WITHIN) -> list[int]:
    """A noun and the parts of its name."""
    found = [noun]
    for at in found:
        found += [k for k in tree.children[at] if tree.deps[k] in within and k > at]
    return found


def _office_behind(tree: Tree, subject: int, predicate: int, label: str) -> None:
    """*beschuldigte Präsident Orbán Polens Minister Sikorski*: no apposition without a comma has a name of its own."""
    for part in _phrase(tree, subject, _NAMED_BY):
        owner = part - 1
        owned = tree.tags[part] == "NN" and tree.tags[owner] == "NE" and tree.heads[owner] == part
        if part <= subject + 1 or not (owned or is_titled(tree, part)):
            continue
        start = owner if owned else part
        if tree.tags[start - 1] in ("NE", "NN") and not PUNCTUATION & set(tree.tags[subject:part]):
            _hang(tree, part, predicate, label)
            return


def _dative_behind(tree: Tree, subject: int, predicate: int) -> None:
    """*dass Iran der polnischen Regierung half*: a bare name has no genitive behind it."""
    if not (is_name(tree, subject) and _is_bare(tree, subject)) and not is_titled(tree, subject):
        return
    for part in _phrase(tree, subject):
        for child in tree.children[part]:
            article = next((k for k in tree.children[child] if tree.deps[k] == "det"), child)
            follows = tree.lower[article] in _DATIVE and article > part and is_name(tree, article - 1)
            if follows and tree.deps[child] == "nmod" and tree.preposition(child) is None:
                _hang(tree, child, predicate, "obl:arg")
                return


def _name_before(tree: Tree, office: int, predicate: int, label: str) -> None:
    """*hat die Türkei Ministerin Baerbock gedankt*: a name that shows no genitive owns no office."""
    name = office - 1
    named = office + 1 < tree.n and tree.tags[office + 1] == "NE" and tree.heads[office + 1] == office
    if not named or name < 0 or not is_name(tree, name) or tree.heads[name] != office:
        return
    owned = tree.words[name][-1:] == "s" or tree.words[name].isupper() or tree.deps[name] not in _OWNED
    if owned or tree.preposition(office) is not None:
        return
    for child in [k for k in tree.children[office] if k < name]:
        _hang(tree, child, name, tree.deps[child])
    _hang(tree, name, predicate, tree.deps[office])
    _hang(tree, office, predicate, label)
