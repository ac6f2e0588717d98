"""Arguments that the parser hung too low: on an infinitive, participle, adjective or prefix inside the clause.

One finite verb has one subject: *Ich fühlte mich gut beraten*, *weil alle Aufträge sauber und ordentlich
ausgeführt wurden*. With *lassen* the objects are its own too: *Wir lassen uns nicht beirren*; and what
hangs on a verb's prefix is the verb's: *hält Journalisten gefangen*.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.agreement import can_be_nominative
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import AUXILIARY
from lagebild.language.de.clauses.tree import Tree

_OBJECT: Final = frozenset(["obj", "iobj", "obl:arg"])
_RAISED: Final = _OBJECT | {"nsubj", "nsubj:pass", "nsubj:outer", "expl"}
_ARGUMENT: Final = _OBJECT | {"obl", "obl:agent", "advmod"}
_BARE: Final = frozenset(["VVINF", "VVPP"])
_INFINITE: Final = _BARE | {"VVIZU"}
_INFINITIVE: Final = frozenset(["ccomp", "xcomp"])
_OBLIQUE_FORMS: Final = {"den": "obj", "dem": "obl:arg", "denen": "obl:arg"}
#: Days and months, which bring no name along: *haben am Montag Kuba verurteilt*.
_DATES: Final = frozenset(
    ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonnabend", "Sonntag", "Vormittag",
     "Nachmittag", "Abend", "Mittag", "Morgen", "Wochenende", "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
     "August", "September", "Oktober", "November", "Dezember"]
)  # fmt: skip
_IN_FRONT: Final = frozenset(["nsubj", "nsubj:pass", "obj", "dep"])
_ATTACHED: Final = frozenset(["appos", "nmod", "flat", "flat:name"])
_OF_NAMES: Final = frozenset(["NE", "NN", "ADJA", "TRUNC", "CARD"])
_JOINED: Final = frozenset(["conj", "ccomp", "parataxis"])
_LETTING: Final = frozenset(["lassen", "fühlen"])


def raise_arguments(tree: Tree, place: Field, predicate: int) -> None:
    """Hang subjects of words inside the field on the field's predicate, and the objects under *lassen* and prefixes."""
    own = place.own
    inside = set(own)
    subject = any(tree.deps[i].startswith("nsubj") for i in tree.children[predicate])
    for i in own:
        dep, head = tree.deps[i], tree.heads[i]
        prefix = tree.deps[head] == "compound:prt" or tree.tags[head] == "PTKVZ"
        if prefix and dep in _ARGUMENT and tree.heads[head] == predicate:
            tree.attach(i, predicate, dep)
            continue
        if dep in _ATTACHED and head != predicate and _behind_date(tree, head, i):
            tree.attach(i, predicate, "obj" if subject else "nsubj")
            subject = True
            continue
        if dep == "dep" and not subject and head in inside and _under_adverb(tree, i, predicate):
            tree.attach(i, predicate, "nsubj")
            subject = True
            continue
        if dep not in _RAISED or head in (predicate, i) or head not in inside:
            continue
        if dep not in _OBJECT and i != predicate and not subject:
            if tree.preposition(i) is None:
                tree.attach(i, predicate, dep)
                subject = dep != "expl"
        elif dep in _OBJECT and tree.heads[head] == predicate and _let(tree, predicate, head):
            tree.attach(i, predicate, dep)


def _under_adverb(tree: Tree, noun: int, predicate: int) -> bool:
    """Whether a noun was hung on an adverb behind it, which governs none: *Demonstranten mutmaßlich von …*."""
    adverb = tree.heads[noun]
    return (
        noun < adverb < predicate
        and tree.tags[noun] in ("NN", "NE")
        and tree.tags[adverb] in ("ADV", "ADJD")
        and tree.heads[adverb] == predicate
        and tree.morph[noun].get("Case", "Nom") == "Nom"
        and tree.preposition(noun) is None
    )


def _behind_date(tree: Tree, date: int, name: int) -> bool:
    """Whether a name stands right behind a day or month that it was hung on: *am Montag Präsident Putin*."""
    if tree.words[date].split("-")[-1].capitalize() not in _DATES or not date < name:
        return False
    named = any(tree.tags[k] == "NE" for k in (name, *tree.children[name]))
    between = all(tree.tags[k] in _OF_NAMES for k in range(date + 1, name))
    return (
        named and between and tree.preposition(name) is None and tree.words[name].capitalize() not in _DATES
    )


def hang_inserted(tree: Tree, place: Field, predicate: int) -> None:
    """Hang a participle in commas before the verb on the noun before it, and that noun on the verb: *China, an vielem
    beteiligt, rief beide auf*."""
    finite = place.finite
    if finite is None or place.kind != "main" or finite < place.begin + 4 or tree.tags[finite - 1] != "$,":
        return
    participle = finite - 2
    if tree.tags[participle] != "VVPP" or predicate == participle:
        return
    comma = next((k for k in range(participle - 2, place.begin, -1) if tree.tags[k] == "$,"), -1)
    front = [k for k in place.own if k < comma]
    nouns = [
        k
        for k in front
        if tree.heads[k] > comma and tree.deps[k] in _IN_FRONT and tree.tags[k] in ("NN", "NE", "PPER")
    ]
    if len(nouns) != 1 or tree.preposition(nouns[0]) is not None:
        return
    noun = nouns[0]
    if tree.heads[noun] != predicate or tree.deps[noun] == "dep":
        tree.attach(noun, predicate, "nsubj" if can_be_nominative(tree, noun) else "obj")
    tree.attach(participle, noun, "acl")


def hang_opener(tree: Tree, place: Field, predicate: int) -> None:
    """Hang a relative pronoun that the parser put inside a phrase on its verb, by its form: *Leute, die dort warten*."""
    opener = place.opener
    if opener is None or tree.tags[opener] != "PRELS" or tree.heads[opener] == predicate:
        return
    if tree.preposition(opener) is not None or opener != place.begin:
        return
    head = tree.heads[opener]
    if tree.deps[opener] in _OBJECT and head in place.own and tree.tags[head] in _INFINITE:
        return
    word = tree.lower[opener]
    if word in _OBLIQUE_FORMS:
        tree.attach(opener, predicate, _OBLIQUE_FORMS[word])
    elif not any(tree.deps[i].startswith("nsubj") for i in tree.children[predicate]):
        tree.attach(opener, predicate, "nsubj")


def _let(tree: Tree, predicate: int, verb: int) -> bool:
    """Whether the second verb is a bare infinitive or participle under *lassen* or *fühlen*."""
    if tree.lemmas[predicate] not in _LETTING or tree.tags[verb] not in _BARE or tree.deps[verb] != "xcomp":
        return False
    return all(tree.tags[child] != "PTKZU" for child in tree.children[verb])


def draw_infinitives(tree: Tree, place: Field, predicate: int, before: int | None) -> None:
    """Hang on a coordinated verb the infinitive behind it that the parser hung on the verb before: *weist das zurück und
    wirft Soldaten vor, Häuser geplündert zu haben*."""
    for i in place.own if before is not None else ():
        if (
            tree.heads[i] == before
            and tree.deps[i] in _INFINITIVE
            and tree.tags[i] in _INFINITE
            and i > predicate
        ):
            tree.attach(i, predicate, tree.deps[i])


def join_participles(tree: Tree, place: Field, predicate: int) -> None:
    """Join to the participle of a clause those behind it that share its auxiliary, where the parser hung them on another
    verb: *sagte, Kiew habe Drohnen gebaut und Piloten geschult*."""
    if tree.tags[predicate] != "VVPP" or place.finite is None:
        return
    own = set(place.own)
    for i in place.own:
        if i <= predicate or tree.tags[i] != "VVPP" or tree.deps[i] not in _JOINED or tree.heads[i] in own:
            continue
        if not any(tree.deps[child] in AUXILIARY for child in tree.children[i]):
            tree.attach(i, predicate, "conj")
