"""Subject or object: what articles, pronouns and agreement say against the parser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.de.clauses.groups import Group
from lagebild.language.de.clauses.tree import PUNCTUATION, VERBS, Tree
from lagebild.language.de.clauses.words import words

_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
_OBJECT: Final = frozenset(["obj", "iobj", "obl:arg"])
#: Without an article these may be singular or plural, but for feminine ones: Wissenschaftler, Mittel.
_EITHER: Final[tuple[str, ...]] = ("er", "el", "en")
_ONLY_NOMINATIVE: Final = frozenset(["ich", "du", "er", "wir", "man", "wer"])
DATIVE: Final = frozenset([
    "dem", "einem", "keinem", "diesem", "jedem", "meinem", "seinem", "ihrem", "unserem", "mir", "dir", "ihm", "ihnen",
    "wem", "denen",
])  # fmt: skip


def first_article(tree: Tree, noun: int) -> str:
    """The word that shows the case of a phrase: its leftmost determiner, or the pronoun itself."""
    for child in tree.children[noun]:
        if child > noun:
            break
        if tree.tags[child] in ("ART", "PDAT", "PIAT", "PPOSAT", "PWAT", "PRELAT") and tree.deps[
            child
        ].startswith("det"):
            return tree.lower[child]
    return tree.lower[noun]


def can_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can be a subject by its form."""
    if tree.preposition(noun) is not None or tree.tags[noun] == "PRF":
        return False
    article = first_article(tree, noun)
    if article in words().never_nominative:
        # Plural "den" aside these show accusative, dative or genitive; a form of sein/ihr may be a noun's own.
        return False
    return not (
        article == "der"
        and _noun(tree, noun)
        and tree.morph[noun].get("Gender") == "Fem"
        and _singular(tree, noun)
    )


def must_be_nominative(tree: Tree, noun: int) -> bool:
    """Whether the phrase can only be a subject (or predicate noun) by its form."""
    if tree.preposition(noun) is not None:
        return False
    if tree.lower[noun] in _ONLY_NOMINATIVE:
        return True
    article = first_article(tree, noun)
    return (
        article in ("der", "dieser", "jener", "jeder", "welcher")
        and tree.morph[noun].get("Gender") == "Masc"
        and _singular(tree, noun)
    )


def _singular(tree: Tree, noun: int) -> bool:
    return tree.morph[noun].get("Number", "Sing") == "Sing"


def settle(
    tree: Tree, group: Group, subject_open: bool, subject_gap: bool = False, verb_last: bool = False
) -> None:
    """Relabel subject and objects of a group where form contradicts the parser.

    `subject_open` says that the clause must have a subject of its own: it is not joined to another by *und*,
    and does not begin with its verb; `subject_gap` that it cannot have one (*… und lobte die Soldaten*);
    `verb_last` that its verb stands at the end, so that the subject stands before the object where form is silent.
    """
    verbs = [group.predicate, *group.chain]
    core = [
        i
        for verb in verbs
        for i in tree.children[verb]
        if tree.deps[i] in _SUBJECT or tree.deps[i] in _OBJECT
    ]
    if group.finite is None:
        for i in core:
            if tree.deps[i] in _SUBJECT and tree.tags[group.predicate] != "VVPP":
                tree.deps[i] = _oblique_label(tree, i)
        return
    for i in core:
        gap = subject_gap and not must_be_nominative(tree, i)
        if tree.deps[i] in _SUBJECT and (gap or not can_be_nominative(tree, i)):
            tree.deps[i] = _oblique_label(tree, i)
        elif tree.deps[i] in _SUBJECT and _two_for_one(tree, group.finite, i):
            tree.deps[i] = "obj"
    subjects = [i for i in core if tree.deps[i] in _SUBJECT]
    objects = [i for i in core if tree.deps[i] in _OBJECT and tree.tags[i] != "PRF"]
    new = _subject_by_form(tree, group, group.finite, subjects, objects)
    if new is None and not subjects and subject_open:
        new = _open_subject(tree, group, group.finite, objects)
    elif new is None and len(subjects) == 1 and objects and verb_last:
        new = _first_of_two(tree, group.finite, subjects[0], objects[0])
    if new is not None:
        _swap(tree, subjects, new)
    _one_subject(tree, group, core)
    _bare_object(tree, group)


def _subject_by_form(
    tree: Tree, group: Group, finite: int, subjects: list[int], objects: list[int]
) -> int | None:
    """The object that by case, number or place must be the subject instead of those that the parser found."""
    forced = [i for i in objects if must_be_nominative(tree, i) and agrees(tree, finite, i)]
    if forced and not (subjects and must_be_nominative(tree, subjects[0])):
        return forced[0]
    new = _by_number(tree, group, subjects, objects)
    new = _name_first(tree, finite, subjects, objects) if new is None else new
    if new is not None or not subjects:
        return new
    if objects and tree.morph[subjects[0]].get("Case") not in ("Nom", None):
        fitting = [i for i in objects if can_be_nominative(tree, i) and tree.morph[i].get("Case") == "Nom"]
        against = fitting and not agrees(tree, finite, subjects[0]) and agrees(tree, finite, fitting[0])
        return fitting[0] if against else None
    return _no_dative(tree, finite, subjects[0], objects) if len(subjects) == 1 else None


def _open_subject(tree: Tree, group: Group, finite: int, objects: list[int]) -> int | None:
    """The object that fills the place of the subject, which the parser left empty."""
    fitting = [i for i in objects if can_be_nominative(tree, i) and agrees(tree, finite, i)]
    against = _relative_against(tree, finite, fitting[0], fitting[1:]) if fitting else None
    if against is not None:
        fitting = [against]
    marked = [i for i in fitting if tree.morph[i].get("Case") == "Nom"]
    if marked or (fitting and tree.lemmas[group.predicate] != "geben"):
        return (marked or fitting)[0]
    return None


def _first_of_two(tree: Tree, finite: int, subject: int, first: int) -> int | None:
    """The object before the subject of a verb-last clause where form is silent: the first of two nouns is the subject."""
    if first > subject or not can_be_nominative(tree, first) or must_be_nominative(tree, subject):
        return None
    if tree.morph[subject].get("Case") not in ("Nom", None):
        return None
    nouns = _noun(tree, first) and _noun(tree, subject)
    return first if nouns and agrees(tree, finite, first) else None


def _noun(tree: Tree, i: int) -> bool:
    return tree.tags[i] in ("NN", "NE")


def _bare_object(tree: Tree, group: Group) -> None:
    """A noun without preposition that the parser made an adverbial is the object of a verb that has none."""
    verb = group.predicate
    if tree.tags[verb][:2] != "VV" or group.copula is not None or tree.lemmas[verb] in words().sein_verbs:
        return
    children = [i for part in (verb, *group.chain) for i in tree.children[part]]
    if any(tree.deps[i] in _OBJECT and tree.tags[i] != "PRF" for i in children) or any(
        tree.lemmas[i] == "werden" and tree.tags[verb] == "VVPP" for i in group.chain
    ):
        return
    for i in children:
        bare = tree.deps[i] == "obl" and tree.tags[i] in ("NN", "NE") and tree.preposition(i) is None
        if (
            bare
            and tree.lemmas[i] not in words().measure_nouns
            and tree.morph[i].get("Case") != "Gen"
            and tree.lower[i - 1] not in ("als", "wie")
        ):
            if tree.morph[i].get("Number") == "Plur" and first_article(tree, i) == tree.lower[i]:
                tree.deps[i] = "obj"
            return
    inner = (k for i in children if tree.preposition(i) is not None for k in tree.children[i] if k > i)
    lost = next((k for k in inner if tree.deps[k] == "nmod" and _shows_accusative(tree, k)), None)
    if lost is not None and group.finite is not None and any(tree.deps[i] in _SUBJECT for i in children):
        tree.attach(lost, verb, "obj")  # *haben bei einem Anschlag drei peruanische Soldaten verletzt*


def _shows_accusative(tree: Tree, noun: int) -> bool:
    """Whether a phrase without preposition can be no genitive or dative: *drei junge Frauen*, *die Stadt*."""
    if tree.tags[noun] != "NN" or tree.preposition(noun) is not None or tree.morph[noun].get("Case") != "Acc":
        return False
    if tree.lemmas[noun] in words().measure_nouns:
        return False
    before = [i for i in tree.children[noun] if i < noun and tree.tags[i] in ("ART", "ADJA")]
    return bool(before) and tree.lower[before[0]].endswith(("e", "die", "das", "ein", "einen"))


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
    # Of names, which show no case, the first is the subject: *Anna Berg kritisierte Karl Thal*.
    names = all(tree.tags[i] == "NE" and first_article(tree, i) == tree.lower[i] for i in subjects)
    relative = _leading_relative(tree, finite, subjects)
    # So is what stands before the finite verb: *Kiews Botschafter in Berlin kritisierte die Regierung*.
    before = min(subjects) < finite < max(subjects)
    best = min(
        subjects,
        key=lambda i: (
            not must_be_nominative(tree, i),
            i != relative is not None,
            not agrees(tree, finite, i) and not (before and _number(tree, i) is None),
            tree.morph[i].get("Case", "Nom") != "Nom",
            _bare(tree, i),
            i if names or before else abs(i - finite),
        ),
    )
    for i in subjects:
        if i != best:
            marked = tree.morph[i].get("Case") in ("Acc", "Dat") or not can_be_nominative(tree, i)
            # *ob die Schweiz russische Spione ausgewiesen hat*: the verb is that of one
            marked = marked or (
                tree.tags[i] == "NN" and agrees(tree, finite, best) and not agrees(tree, finite, i)
            )
            across = (
                (best == relative or (i < finite) != (best < finite))
                and tree.morph[i].get("Case") != "Gen"
                and not must_be_nominative(tree, i)
                and tree.tags[i] != "PRELS"
            )
            tree.deps[i] = _oblique_label(tree, i) if marked or across else "dep"


def _leading_relative(tree: Tree, finite: int, subjects: list[int]) -> int | None:
    """The relative pronoun among two subjects, which is the subject where form is silent and it was not read as an
    accusative: *eine Resolution, welche die Regierung auffordert*."""
    first, *others = sorted(subjects)
    nominative = tree.tags[first] == "PRELS" and tree.morph[first].get("Case", "Nom") == "Nom"
    if not nominative or not agrees(tree, finite, first):
        return None
    return first if _relative_against(tree, finite, first, others) is None else None


def _bare(tree: Tree, noun: int) -> bool:
    """Whether a common noun has neither an article nor a genitive before it: not *Kiews Botschafter*."""
    if tree.tags[noun] != "NN" or first_article(tree, noun) != tree.lower[noun]:
        return False
    return not any(
        child < noun and tree.deps[child] == "nmod" and tree.preposition(child) is None
        for child in tree.children[noun]
    )


def _oblique_label(tree: Tree, i: int) -> str:
    if tree.preposition(i) is not None:
        return "obl"
    return "obl:arg" if first_article(tree, i) in DATIVE else "obj"


def _by_number(tree: Tree, group: Group, subjects: list[int], objects: list[int]) -> int | None:
    """The object that must be the subject, as only it has the number of the verb."""
    if not subjects or group.finite is None:
        return None
    found = _relative_against(tree, group.finite, subjects[0], objects)
    return _agreeing(tree, group, subjects[0], objects) if found is None and len(subjects) == 1 else found


def _relative_against(tree: Tree, finite: int, subject: int, objects: list[int]) -> int | None:
    """The object that must be the subject, as no noun before a relative *die* has the number of the verb.

    *Die Leute, die der Staat schützt*: it is the state that protects.
    """
    verb = tree.morph[finite].get("Number")
    if tree.tags[subject] != "PRELS" or tree.lower[subject] != "die" or verb is None:
        return None
    taken = list(_nouns_before(tree, subject))
    if not taken or any(tree.morph[i].get("Number", verb) == verb for i in taken):
        return None
    fitting = [i for i in objects if can_be_nominative(tree, i) and tree.morph[i].get("Number") == verb]
    return fitting[0] if fitting else None


def _no_dative(tree: Tree, finite: int, subject: int, objects: list[int]) -> int | None:
    """What the parser took for a dative in front of the verb though its article shows none: it is the subject, as it stands
    first. *Die niederländischen Truppen hatten die Angreifer nicht aufhalten können.*"""
    if must_be_nominative(tree, subject) or not _noun(tree, subject) or subject < finite:
        return None
    for i in objects:
        fits = i < finite and tree.deps[i] == "obl:arg" and first_article(tree, i) in ("die", "das", "eine")
        if fits and can_be_nominative(tree, i) and agrees(tree, finite, i):
            return i
    return None


def _agreeing(tree: Tree, group: Group, subject: int, objects: list[int]) -> int | None:
    """The object that must be the subject, as the noun on the other side of the verb has another number than it.

    *Die Stadt haben die Rebellen beschossen*, *Das Abkommen unterzeichneten Israel und Ägypten*.
    """
    finite = group.finite
    verb = None if finite is None else tree.morph[finite].get("Number")
    if finite is None or verb is None or group.copula is not None or must_be_nominative(tree, subject):
        return None
    if _number(tree, subject) in (verb, None):
        return None
    for other in objects:
        across = (subject < finite) != (other < finite)
        if across and _number(tree, other) == verb and can_be_nominative(tree, other):
            return other
    return None


def _name_first(tree: Tree, finite: int, subjects: list[int], objects: list[int]) -> int | None:
    """The bare name that was read as an object, if the subject is but another one behind it: before the verb in the
    nominative, *Kenia hat Mali Hilfe zugesagt*, or behind the verb, *gestern drohte Kenia Mali mit Krieg*."""
    if len(subjects) != 1 or not finite < subjects[0] or not _bare_name(tree, subjects[0]):
        return None
    fitting = (i for i in objects if i < subjects[0] and _bare_name(tree, i) and agrees(tree, finite, i))
    return next((i for i in fitting if i > finite or tree.morph[i].get("Case") == "Nom"), None)


def _bare_name(tree: Tree, noun: int) -> bool:
    named = tree.tags[noun] == "NE" and first_article(tree, noun) == tree.lower[noun]
    return named and can_be_nominative(tree, noun)


def _number(tree: Tree, noun: int) -> str | None:
    """The number of a noun phrase; None where it may be either, as with *eine Reihe von Staaten*, *die USA*."""
    if not _noun(tree, noun) or tree.lemmas[noun] in words().quantities:
        return None
    children = tree.children[noun]
    joined = [child for child in children if tree.deps[child] == "conj"]
    if joined:
        return "Plur" if all(_joined_by_und(tree, noun, child) for child in joined) else None
    article = first_article(tree, noun)
    if article in ("ein", "eine"):
        return "Sing"
    bare = article == tree.lower[noun]
    features = tree.morph[noun]
    either = bare and tree.lower[noun].endswith(_EITHER) and features.get("Gender") != "Fem"
    if tree.tags[noun] == "NE" and features.get("Gender") == "Neut":
        either = False  # a country: *Saudi-Arabien*
    if either or any(tree.tags[child] == "CARD" for child in children):
        return None
    number = features.get("Number")
    if tree.tags[noun] == "NE":
        # A name in the plural is known by its article at best: die USA, Vereinte Nationen.
        return number if number == "Sing" and article != "die" else None
    return number


def _joined_by_und(tree: Tree, noun: int, second: int) -> bool:
    """Whether nothing but *und* and what belongs to both stands between two nouns: no comma, no verb."""
    between = tree.tags[noun + 1 : second]
    return (
        _noun(tree, second)
        and "KON" in between
        and not PUNCTUATION & set(between)
        and not VERBS & set(between)
    )


def _nouns_before(tree: Tree, pronoun: int) -> Iterator[int]:
    """The nouns that a relative pronoun behind a comma can take up, back to the last verb or comma."""
    at = pronoun - 1
    if at < 0 or tree.tags[at] != "$,":
        return
    for i in range(at - 1, -1, -1):
        if tree.tags[i] in PUNCTUATION or tree.tags[i] in VERBS:
            return
        if tree.tags[i] in ("NN", "NE"):
            yield i


def _two_for_one(tree: Tree, finite: int, noun: int) -> bool:
    """Whether two were read as the subject of a verb in the singular: *China, das Öl kauft, rief beide Länder auf*."""
    both = any(tree.lower[child] == "beide" for child in tree.children[noun])
    return both and tree.morph[finite].get("Number") == "Sing"


def agrees(tree: Tree, finite: int, noun: int) -> bool:
    if (
        tree.lower[noun] in ("sie", "die", "das", "was", "alle", "viele", "beide")
        or tree.tags[noun] == "CARD"
    ):
        return True
    verb, number = tree.morph[finite].get("Number"), tree.morph[noun].get("Number")
    if verb is None or number is None or verb == number:
        return True
    return verb == "Plur" and any(tree.deps[child] == "conj" for child in tree.children[noun])
