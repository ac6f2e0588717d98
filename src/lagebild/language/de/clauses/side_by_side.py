"""Two phrases side by side that the parser took for one: *hat die Türkei Ministerin Baerbock gedankt*.

German sets no comma between subject and object. Names show no case, so that an office behind a name is read as its
apposition, a name before an office as its owner, a dative article behind a name as a genitive.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import (
    DATIVE,
    first_article,
    has_name,
    in_name,
    is_bare,
    is_name,
    is_titled,
)
from lagebild.language.de.clauses.misplaced import OF_DATIVES, WITHIN
from lagebild.language.de.clauses.tree import PUNCTUATION, SUBJECT, SUBSTANTIVES, Tree
from lagebild.language.de.network.titles import TITLES

_NAMED_BY: Final = WITHIN | {"nmod"}
#: Relations by which a name before an office was made a part of it, or an office behind a name of that.
_OWNED: Final = frozenset(["compound", "det:poss", "nmod", "appos", "flat", "nsubj", "amod", "det"])


def set_apart(tree: Tree, predicate: int, label: str | None) -> None:
    """Part what the parser took for one phrase beside a verb; `label` is the object that the verb lacks, if any."""
    _part_things(tree, predicate, label == "obj")
    if label is not None:
        _part_phrases(tree, predicate, label)


def _part_phrases(tree: Tree, predicate: int, label: str) -> None:
    """Make an object, called `label`, of the second of two phrases that were read as the subject of a verb."""
    subjects = [i for i in tree.children[predicate] if tree.deps[i] in SUBJECT]
    for subject in subjects:
        if tree.tags[subject] in SUBSTANTIVES:
            _office_behind(tree, subject, predicate, label)
            _dative_behind(tree, subject, predicate)
            _name_before(tree, subject, predicate, label)
            _plural_before(tree, subject, predicate, label)


def _part_things(tree: Tree, predicate: int, lacks: bool) -> None:
    """Make an object of a bare thing that was read as a part of the phrase before it: *will dem Ministerium Panzer liefern*,
    and, where the verb lacks one, *hat gegenüber Minister Meier Drohungen ausgesprochen*."""
    receivers = [k for k in tree.children[predicate] if tree.deps[k] == "obl:arg" and tree.tags[k] == "NN"]
    things = [
        i + 1 for i in receivers if tree.heads[i + 1 : i + 2] == [i] and first_article(tree, i) in DATIVE
    ]
    if (
        lacks
        and tree.tags[predicate - 1 : predicate] == ["NN"]
        and tree.tags[tree.heads[predicate - 1]] == "NE"
    ):
        things.append(predicate - 1)
    for i in things:
        thing = tree.tags[i] == "NN" and not in_name(tree, i) and not is_titled(tree, i)
        if thing and tree.deps[i] in WITHIN and is_bare(tree, i):
            tree.hang(i, predicate, "obj")


def _phrase(tree: Tree, noun: int, within: frozenset[str] = WITHIN) -> list[int]:
    """A noun and the parts of its name."""
    found = [noun]
    for at in found:
        found += [k for k in tree.children[at] if tree.deps[k] in within and k > at]
    return found


def _office_behind(tree: Tree, subject: int, predicate: int, label: str) -> None:
    """*beschuldigte Präsident Orbán Polens Minister Sikorski*: no apposition without a comma has a name of its own."""
    titled = is_titled(tree, subject)
    if not titled and (is_bare(tree, subject) or _may_hold(tree, subject)):
        return  # *Der Minister Prinz Salman dementierte*
    for part in _phrase(tree, subject, _NAMED_BY):
        owner = part - 1
        owned = tree.tags[owner] == "NE" and tree.heads[owner] == part and tree.words[owner][-1:] == "s"
        office = tree.tags[part] == "NN" and not in_name(tree, part) and (owned or is_titled(tree, part))
        if part == subject or not office or tree.words[part] in TITLES:
            continue
        before = (owner if owned else part) - 1
        if (tree.tags[before] == "NE" or before == subject) and not PUNCTUATION & set(
            tree.tags[subject:part]
        ):
            tree.hang(part, predicate, label)
            return


def _may_hold(tree: Tree, noun: int) -> bool:
    """Whether the noun may be a person's office rather than a body: *der Minister*, *die Ministerin*, not *die Armee*."""
    return tree.morph[noun].get("Gender") == "Masc" or tree.lower[noun].endswith("in")


def _dative_behind(tree: Tree, subject: int, predicate: int) -> None:
    """*dass Iran der polnischen Regierung half*, *hat die Regierung in Wien der Türkei gedankt*: no genitive stands right
    behind a name."""
    for part in _phrase(tree, subject, _NAMED_BY):
        for child in tree.children[part]:
            if tree.deps[child] != "nmod" or tree.preposition(child) is not None:
                continue
            article = next((k for k in tree.children[child] if tree.deps[k] == "det"), child)
            if part < article < child and tree.lower[article] in OF_DATIVES and is_name(tree, article - 1):
                tree.hang(child, predicate, "obl:arg")
                return


def _name_before(tree: Tree, office: int, predicate: int, label: str) -> None:
    """*hat die Türkei Ministerin Baerbock gedankt*: a name that shows no genitive owns no office."""
    name = office - 1
    if (
        not has_name(tree, office)
        or name < 0
        or not is_name(tree, name)
        or tree.heads[name] != office
        or in_name(tree, office)
    ):
        return
    own = tree.lower[name - 1] in ("die", "das") and tree.morph[office].get("Gender") == "Masc"
    owned = not own and (tree.words[name][-1:] == "s" or tree.words[name].isupper())
    if owned or tree.deps[name] not in _OWNED or tree.preposition(office) is not None:
        return
    for child in [k for k in tree.children[office] if k < name]:
        tree.hang(child, name, tree.deps[child])
    tree.hang(name, predicate, tree.deps[office])
    tree.hang(office, predicate, label)


def _plural_before(tree: Tree, noun: int, predicate: int, label: str) -> None:
    """*haben Extremisten Polizisten entführt*: two plurals are no compound."""
    first = noun - 1
    plurals = all(
        tree.tags[i] == "NN" and tree.morph[i].get("Number") == "Plur" and is_bare(tree, i)
        for i in (first, noun)
    )
    if first > 0 and plurals and tree.heads[first] == noun and tree.deps[first] in ("compound", "amod"):
        tree.hang(first, predicate, tree.deps[noun])
        tree.hang(noun, predicate, label)
