"""Two phrases side by side that the parser took for one: *hat die Türkei Ministerin Baerbock gedankt*.

German sets no comma between subject and object. Names show no case, so that an office behind a name is read as its
apposition, a name before an office as its owner, a dative article behind a name as a genitive.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import DATIVE, first_article, is_name
from lagebild.language.de.clauses.tree import FINITE, NONFINITE, PUNCTUATION, VERBS, Tree
from lagebild.language.de.network.titles import TITLES

_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
_WITHIN: Final = frozenset(["flat", "flat:name", "appos"])
_NAMED_BY: Final = _WITHIN | {"nmod"}
#: Relations by which a name before an office was made a part of it, or an office behind a name of that.
_OWNED: Final = frozenset(["compound", "det:poss", "nmod", "appos", "flat", "nsubj", "amod", "det"])
#: Articles of a dative that a genitive may have, too.
_DATIVE: Final = frozenset(["der", "dem", "den"])


def mend_nouns(tree: Tree, begin: int, end: int) -> None:
    """Hang nouns elsewhere that stand where no grammar puts them: a phrase with a preposition before the noun that it is of
    (*die Regierung in Warschau Präsident Putin …*), or joined to what has another preposition without *und* (*die Kritik von
    Rom an Wien*); a noun joined to a verb (*hat die Grenze geschlossen und Ungarn gedroht*)."""
    for i, dep in enumerate(tree.deps[begin:end], begin):
        if dep not in ("nmod", "conj") or tree.tags[i] not in ("NN", "NE"):
            continue
        head, case = tree.heads[i], tree.preposition(i)
        if dep == "nmod":
            before = i - 1
            torn = (
                tree.tags[before] == "APPR"
                and tree.heads[before] == head == i + 1
                and tree.words[i][-1:] != "s"
            )
            if torn and before > begin and tree.tags[before - 1] in ("NN", "NE"):
                _hang(tree, i, before - 1, "nmod")
                _hang(tree, before, i, "case")
                continue
            if case is not None and head > i and begin < case < i and tree.tags[case - 1] in ("NN", "NE"):
                _hang(tree, i, case - 1, "nmod")
            elif case is None and _dative_before(tree, i, head):
                _hang(tree, i, tree.heads[head], "obl:arg")
        elif tree.tags[i - 1] == "KON" and head < i and VERBS & set(tree.tags[head:i]):
            verb = _joined_verb(tree, i, end)
            if verb is not None:
                _hang(tree, i, verb, "obj")
        elif _not_there(tree, i, head):
            _hang(tree, i, tree.heads[head], "conj")
        elif case is not None and head < i and not {"KON", "$,"} & set(tree.tags[head:i]):
            _hang(tree, i, head, "nmod")


def _dative_before(tree: Tree, i: int, thing: int) -> bool:
    """Whether a noun with an article was read as the owner of the bare noun behind it: *sagte der Schweiz Hilfe zu*."""
    right_behind = all(tree.tags[k] == "ADJA" for k in range(i + 1, thing))
    return (
        i < thing
        and tree.tags[thing] == "NN"
        and right_behind
        and first_article(tree, i) in _DATIVE
        and first_article(tree, thing) == tree.lower[thing]
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
    return inside and other and tree.tags[place] == "NE" and _is_bare(tree, place)


def join_names(tree: Tree, begin: int, end: int) -> None:
    """Give a name back to the office before it, where it was hung on the one behind it or taken for a subject of its own:
    *griff Kanzler Olaf Scholz Präsident Putin an*."""
    for i, tag in enumerate(tree.tags[begin + 1 : end], begin + 1):
        if tag != "NE" or tree.tags[i - 1] not in ("NN", "NE"):
            continue
        above, office = tree.heads[i], i - 1
        if tree.tags[office] == "NE":
            if above > i and is_titled(tree, above):
                _hang(tree, i, office, "flat")
        elif (above > i and is_titled(tree, above)) or (
            above < office and tree.deps[i] in _WITHIN and _heads_name(tree, office)
        ):
            _hang(tree, i, office, "appos")
        elif tree.deps[i] in _SUBJECT and tree.deps[office] in _SUBJECT and above == tree.heads[office]:
            if _is_bare(tree, office):
                _hang(tree, i, office, "appos")
        elif tree.heads[office] == i and tree.deps[office] in _WITHIN and tree.words[office] not in TITLES:
            _hang(tree, office, above, tree.deps[i])
            _hang(tree, i, office, "appos")


def _in_name(tree: Tree, i: int) -> bool:
    """Whether a noun is a part of a name: *die Bertelsmann AG*, *Johannes B. Kerner*."""
    return tree.doc.kinds[i] != "" or tree.words[i][-1:] == "."


def _heads_name(tree: Tree, office: int) -> bool:
    """Whether a bare noun can head the name behind it, which then is of nothing before: not *Dr. Meier*, *von Beruf Maler*,
    *Sänger und Maler Karl Berg*."""
    if _in_name(tree, office) or not _is_bare(tree, office) or tree.words[office] in TITLES:
        return False
    return tree.preposition(office) is None and tree.tags[office - 1] != "KON"


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
            _plural_before(tree, subject, predicate, label)


def part_things(tree: Tree, predicate: int, lacks: bool) -> None:
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
        thing = tree.tags[i] == "NN" and not _in_name(tree, i) and not is_titled(tree, i)
        if thing and tree.deps[i] in _WITHIN and _is_bare(tree, i):
            _hang(tree, i, predicate, "obj")


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
    titled = is_titled(tree, subject)
    if not titled and (_is_bare(tree, subject) or _may_hold(tree, subject)):
        return  # *Der Minister Prinz Salman dementierte*
    for part in _phrase(tree, subject, _NAMED_BY):
        owner = part - 1
        owned = tree.tags[owner] == "NE" and tree.heads[owner] == part and tree.words[owner][-1:] == "s"
        office = tree.tags[part] == "NN" and not _in_name(tree, part) and (owned or is_titled(tree, part))
        if part == subject or not office or tree.words[part] in TITLES:
            continue
        before = (owner if owned else part) - 1
        if (tree.tags[before] == "NE" or before == subject) and not PUNCTUATION & set(
            tree.tags[subject:part]
        ):
            _hang(tree, part, predicate, label)
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
            if part < article < child and tree.lower[article] in _DATIVE and is_name(tree, article - 1):
                _hang(tree, child, predicate, "obl:arg")
                return


def _name_before(tree: Tree, office: int, predicate: int, label: str) -> None:
    """*hat die Türkei Ministerin Baerbock gedankt*: a name that shows no genitive owns no office."""
    name = office - 1
    named = office + 1 < tree.n and tree.tags[office + 1] == "NE" and tree.heads[office + 1] == office
    if (
        not named
        or name < 0
        or not is_name(tree, name)
        or tree.heads[name] != office
        or _in_name(tree, office)
    ):
        return
    own = tree.lower[name - 1] in ("die", "das") and tree.morph[office].get("Gender") == "Masc"
    owned = not own and (tree.words[name][-1:] == "s" or tree.words[name].isupper())
    if tree.deps[name] not in _OWNED or tree.preposition(office) is not None:
        return
    if owned:
        return
    for child in [k for k in tree.children[office] if k < name]:
        _hang(tree, child, name, tree.deps[child])
    _hang(tree, name, predicate, tree.deps[office])
    _hang(tree, office, predicate, label)


def _plural_before(tree: Tree, noun: int, predicate: int, label: str) -> None:
    """*haben Extremisten Polizisten entführt*: two plurals are no compound."""
    first = noun - 1
    plurals = all(
        tree.tags[i] == "NN" and tree.morph[i].get("Number") == "Plur" and _is_bare(tree, i)
        for i in (first, noun)
    )
    if first > 0 and plurals and tree.heads[first] == noun and tree.deps[first] in ("compound", "amod"):
        _hang(tree, first, predicate, tree.deps[noun])
        _hang(tree, noun, predicate, label)
