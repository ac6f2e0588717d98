"""Nouns that the parser hung where no grammar puts them, and names that it hung on the wrong office."""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import first_article, in_name, is_bare, is_titled
from lagebild.language.de.clauses.tree import (
    FINITE,
    NONFINITE,
    PUNCTUATION,
    SUBJECT,
    SUBSTANTIVES,
    VERBS,
    Tree,
)
from lagebild.language.de.clauses.words import words
from lagebild.language.de.network.titles import TITLES

#: Relations by which the words of one name hang together.
WITHIN: Final = frozenset(["flat", "flat:name", "appos"])
#: Relations of a name to a verb.
_BESIDE_VERBS: Final = frozenset(["nsubj", "nsubj:pass", "obj", "obl:arg", "obl", "dep"])
#: Articles of a dative that a genitive may have, too.
OF_DATIVES: Final = frozenset(["der", "dem", "den"])


def mend_nouns(tree: Tree, begin: int, end: int) -> None:
    """Hang nouns elsewhere that stand where no grammar puts them: a phrase with a preposition before the noun that it is of
    (*die Regierung in Warschau Präsident Putin …*), or joined to what has another preposition without *und* (*die Kritik von
    Rom an Wien*); a noun joined to a verb (*hat die Grenze geschlossen und Ungarn gedroht*)."""
    for i, dep in enumerate(tree.deps[begin:end], begin):
        if tree.tags[i] == "NE" and dep in _BESIDE_VERBS and _owns_next(tree, i, begin):
            tree.hang(i, i + 1, "nmod")
            continue
        if dep in WITHIN and tree.tags[i] == "NN" and tree.tags[i - 1] == "NE" and i > begin:
            _part_deed(tree, i)
            _give_owner(tree, i, begin)
        if dep not in ("nmod", "conj") or tree.tags[i] not in SUBSTANTIVES:
            continue
        head, case = tree.heads[i], tree.preposition(i)
        if dep == "nmod":
            before = i - 1
            torn = (
                tree.tags[before] == "APPR"
                and tree.heads[before] == head == i + 1
                and tree.words[i][-1:] != "s"
            )
            if torn and before > begin and tree.tags[before - 1] in SUBSTANTIVES:
                tree.hang(i, before - 1, "nmod")
                tree.hang(before, i, "case")
                continue
            if case is not None and head > i and begin < case < i and tree.tags[case - 1] in SUBSTANTIVES:
                tree.hang(i, case - 1, "nmod")
            elif case is None and _dative_before(tree, i, head):
                tree.hang(i, tree.heads[head], "obl:arg")
        elif tree.tags[i - 1] == "KON" and head < i and VERBS & set(tree.tags[head:i]):
            verb = _joined_verb(tree, i, end)
            if verb is not None:
                tree.hang(i, verb, "obj")
        elif _not_there(tree, i, head):
            tree.hang(i, tree.heads[head], "conj")
        elif case is not None and head < i and not {"KON", "$,"} & set(tree.tags[head:i]):
            tree.hang(i, head, "nmod")


def _part_deed(tree: Tree, deed: int) -> None:
    """Hang a deed behind a name, of which it was taken for a part, on the verb: *warf Präsident Meier Folter vor*."""
    if not tree.lower[deed].endswith(words().deed_nouns):
        return
    name = tree.heads[deed]
    while tree.deps[name] in WITHIN and tree.heads[name] < name:
        name = tree.heads[name]
    verb = tree.heads[name]
    if tree.tags[verb] in VERBS and tree.preposition(name) is None and tree.deps[name] in _BESIDE_VERBS:
        if tree.deps[name] == "obj":
            tree.hang(name, verb, "obl:arg")
        tree.hang(deed, verb, "obj")


def _give_owner(tree: Tree, noun: int, begin: int) -> None:
    """Make a name of several words in the genitive the owner of the noun that was taken for a part of it, where both open
    the clause: *Ana Bergs Anwalt wurde verhaftet*."""
    name = tree.heads[noun]
    opens = name == begin or tree.tags[name - 1] in PUNCTUATION
    named = begin <= name < noun - 1 and all(tree.tags[k] == "NE" for k in range(name, noun))
    alone = noun + 1 < tree.n and tree.tags[noun + 1] in FINITE
    if opens and named and alone and tree.words[noun - 1][-1:] == "s" and tree.deps[name] in _BESIDE_VERBS:
        tree.hang(noun, tree.heads[name], tree.deps[name])
        tree.hang(name, noun, "nmod")


def _owns_next(tree: Tree, name: int, begin: int) -> bool:
    """Whether a genitive name was hung on the verb, not on the bare noun behind it: *Nawalnys Witwe warf Putin Mord vor*;
    no more than one phrase stands before the verb."""
    noun = name + 1
    if tree.words[name][-1:] != "s" or noun + 1 >= tree.n or tree.tags[noun] != "NN":
        return False
    opens = name == begin or tree.tags[name - 1] in PUNCTUATION
    return opens and tree.tags[noun + 1] in FINITE and tree.heads[noun] != name and is_bare(tree, noun)


def _dative_before(tree: Tree, i: int, thing: int) -> bool:
    """Whether a noun with an article was read as the owner of the bare noun behind it: *sagte der Schweiz Hilfe zu*."""
    right_behind = all(tree.tags[k] == "ADJA" for k in range(i + 1, thing))
    return (
        i < thing
        and tree.tags[thing] == "NN"
        and right_behind
        and first_article(tree, i) in OF_DATIVES
        and is_bare(tree, thing)
        and tree.tags[tree.heads[thing]] in VERBS
        and tree.preposition(thing) is None
    )


def _joined_verb(tree: Tree, noun: int, end: int) -> int | None:
    """The infinite verb behind a noun that is joined to one before it: *hat die Grenze geschlossen und Ungarn gedroht*."""
    for k in range(noun + 1, end):
        if tree.tags[k] in VERBS:
            above = tree.heads[k]
            joined = tree.tags[k] in NONFINITE and tree.deps[k] == "conj" and above < noun
            joined = joined and (k + 1 == end or tree.tags[k + 1] not in FINITE)
            return k if joined and tree.tags[above] in VERBS else None
    return None


def _not_there(tree: Tree, i: int, place: int) -> bool:
    """Whether what was joined to a place is none itself: *die Regierung in Wien und der Kreml*."""
    case, owner = tree.preposition(place), tree.heads[place]
    inside = case is not None and tree.lower[case] == "in" and tree.tags[owner] == "NN" and owner < place < i
    other = is_titled(tree, i) or first_article(tree, i) in ("der", "die", "das")
    return inside and other and tree.tags[place] == "NE" and is_bare(tree, place)


def join_names(tree: Tree, begin: int, end: int) -> None:
    """Give a name back to the office before it, where it was hung on the one behind it or taken for a subject of its own:
    *griff Kanzler Olaf Scholz Präsident Putin an*."""
    for i, tag in enumerate(tree.tags[begin + 1 : end], begin + 1):
        if tag != "NE" or tree.tags[i - 1] not in SUBSTANTIVES:
            continue
        above, office = tree.heads[i], i - 1
        if tree.tags[office] == "NE":
            if above > i and is_titled(tree, above):
                tree.hang(i, office, "flat")
        elif (above > i and is_titled(tree, above)) or (
            above < office and tree.deps[i] in WITHIN and _heads_name(tree, office)
        ):
            tree.hang(i, office, "appos")
        elif tree.deps[i] in SUBJECT and tree.deps[office] in SUBJECT and above == tree.heads[office]:
            if is_bare(tree, office) or _opens(tree, office, i, begin, end):
                tree.hang(i, office, "appos")
        elif tree.heads[office] == i and tree.deps[office] in WITHIN and tree.words[office] not in TITLES:
            tree.hang(office, above, tree.deps[i])
            tree.hang(i, office, "appos")


def _opens(tree: Tree, office: int, name: int, begin: int, end: int) -> bool:
    """Whether nothing but a noun and its name stands before the verb, where only one phrase can: *Der Grüne Cem Özdemir
    kritisierte …*."""
    last = name
    while last + 1 < end and tree.tags[last + 1] == "NE":
        last += 1
    closed = last + 1 < end and tree.tags[last + 1] in FINITE
    return closed and tree.tags[begin] == "ART" and tree.heads[begin] == office


def _heads_name(tree: Tree, office: int) -> bool:
    """Whether a bare noun can head the name behind it, which then is of nothing before: not *Dr. Meier*, *von Beruf Maler*,
    *Sänger und Maler Karl Berg*."""
    if in_name(tree, office) or not is_bare(tree, office) or tree.words[office] in TITLES:
        return False
    return tree.preposition(office) is None and tree.tags[office - 1] != "KON"
