"""Subject or object: what articles, pronouns and agreement say against the parser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lagebild.language.de.clauses.agreement import (
    DATIVE,
    agrees,
    can_be_nominative,
    first_article,
    is_bare,
    is_name,
    is_titled,
    must_be_nominative,
    number_of,
    two_for_one,
)
from lagebild.language.de.clauses.circumstances import no_circumstances, shows_no_case
from lagebild.language.de.clauses.deeds import behind_deed
from lagebild.language.de.clauses.groups import Group, verb_lemma
from lagebild.language.de.clauses.tree import PUNCTUATION, SUBJECT, SUBSTANTIVES, VERBS, Tree
from lagebild.language.de.clauses.words import words

_OBJECT: Final = frozenset(["obj", "iobj", "obl:arg"])


def settle(
    tree: Tree, group: Group, subject_open: bool, subject_gap: bool = False, verb_last: bool = False
) -> None:
    """Relabel subject and objects of a group where form contradicts the parser.

    `subject_open` says that the clause must have a subject of its own: it is not joined to another by *und*,
    and does not begin with its verb; `subject_gap` that it cannot have one (*… und lobte die Soldaten*);
    `verb_last` that its verb stands at the end, so that the subject stands before the object where form is silent.
    """
    verbs = [group.predicate, *group.chain]
    no_circumstances(tree, verbs, group.predicate if group.finite is None else group.finite)
    core = [
        i for verb in verbs for i in tree.children[verb] if tree.deps[i] in SUBJECT or tree.deps[i] in _OBJECT
    ]
    if group.finite is None:
        for i in core:
            if tree.deps[i] in SUBJECT and tree.tags[group.predicate] != "VVPP":
                tree.deps[i] = _oblique_label(tree, i)
        return
    for i in core:
        gap = subject_gap and not must_be_nominative(tree, i)
        if tree.deps[i] in SUBJECT and (gap or not can_be_nominative(tree, i)):
            tree.deps[i] = _oblique_label(tree, i)
        elif tree.deps[i] in SUBJECT and two_for_one(tree, group.finite, i):
            tree.deps[i] = "obj"
        elif tree.deps[i] in SUBJECT and i + 1 == group.finite and _is_likened_to(tree, i, core):
            tree.deps[i] = "obl"
    subjects = [i for i in core if tree.deps[i] in SUBJECT]
    objects = [i for i in core if tree.deps[i] in _OBJECT and tree.tags[i] != "PRF"]
    new = _subject_by_form(tree, group, group.finite, subjects, objects)
    if new is None and not subjects and subject_open:
        new = _open_subject(tree, group, group.finite, objects)
        if new is not None and len(objects) > 1:
            others = [i for i in objects if i != new]
            new = behind_deed(tree, group.finite, verb_lemma(tree, group), new, others) or new
    elif new is None and len(subjects) == 1 and objects and verb_last:
        new = _first_of_two(tree, group.finite, subjects[0], objects[0])
    elif new is None and len(subjects) == 1 and objects:
        new = behind_deed(tree, group.finite, verb_lemma(tree, group), subjects[0], objects)
    if new is not None:
        _swap(tree, subjects, new)
    _one_subject(tree, group, core, verb_last)
    _bare_object(tree, group)


def _is_likened_to(tree: Tree, noun: int, core: list[int]) -> bool:
    """*Wie Deutschland liefert auch Frankreich Waffen*: who is likened to the subject behind the verb is not it; not *wie
    Deutschland mitteilte*."""
    likened = any(tree.lower[k] == "wie" for k in tree.children[noun] if k < noun)
    return likened and any(k > noun and can_be_nominative(tree, k) for k in core)


def _subject_by_form(
    tree: Tree, group: Group, finite: int, subjects: list[int], objects: list[int]
) -> int | None:
    """The object that by case, number or place must be the subject instead of those that the parser found."""
    forced = [i for i in objects if must_be_nominative(tree, i) and agrees(tree, finite, i)]
    second = len(forced) == 1 and len(objects) > 1 and forced[0] > max(finite, objects[0])
    if second and tree.lemmas[group.predicate] in words().genitive_verbs:
        tree.deps[forced[0]] = "obl"  # *beschuldigt Kiew der Spionage*
        return None
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
    if fitting and fitting[0] < finite and shows_no_case(tree, fitting[0]):
        return fitting[0]
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
    nouns = tree.tags[first] in SUBSTANTIVES and tree.tags[subject] in SUBSTANTIVES
    return first if nouns and agrees(tree, finite, first) else None


def _bare_object(tree: Tree, group: Group) -> None:
    """A noun without preposition that the parser made an adverbial is the object of a verb that has none."""
    if lacking(tree, group) != "obj":
        return
    verb = group.predicate
    children = [i for part in (verb, *group.chain) for i in tree.children[part]]
    for i in children:
        bare = tree.deps[i] == "obl" and tree.tags[i] in SUBSTANTIVES and tree.preposition(i) is None
        if (
            bare
            and tree.lemmas[i] not in words().measure_nouns
            and tree.morph[i].get("Case") != "Gen"
            and tree.lower[i - 1] not in ("als", "wie")
        ):
            if tree.morph[i].get("Number") == "Plur" and is_bare(tree, i):
                tree.deps[i] = "obj"
            return
    inner = (k for i in children if tree.preposition(i) is not None for k in tree.children[i] if k > i)
    lost = next((k for k in inner if tree.deps[k] == "nmod" and _shows_accusative(tree, k)), None)
    if lost is not None and group.finite is not None and any(tree.deps[i] in SUBJECT for i in children):
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


def _one_subject(tree: Tree, group: Group, core: list[int], verb_last: bool) -> None:
    """Of two subjects of one verb the one that fits its number and stands nearest stays."""
    subjects = [i for i in core if tree.deps[i] in SUBJECT]
    if len(subjects) < 2 or group.finite is None:
        return
    finite = group.finite
    # Of names, which show no case, the first is the subject: *Anna Berg kritisierte Karl Thal*.
    names = all(tree.tags[i] == "NE" and is_bare(tree, i) for i in subjects)
    relative = _leading_relative(tree, finite, subjects)
    # So is what stands before the finite verb: *Kiews Botschafter in Berlin kritisierte die Regierung*.
    before = min(subjects) < finite < max(subjects)
    verb_last = verb_last and "$," not in tree.tags[min(subjects) : max(subjects)]
    first = min(subjects)
    plain = tree.tags[first] in ("PIS", "PPER") or shows_no_case(tree, first) or _bare_plural(tree, first)
    best = min(
        subjects,
        key=lambda i: (
            not must_be_nominative(tree, i) and not (verb_last and _one_of_them(tree, i)),
            i != relative is not None,
            not agrees(tree, finite, i) and not (before and number_of(tree, i) is None),
            before and i > finite and plain,
            tree.morph[i].get("Case", "Nom") != "Nom",
            _bare(tree, i),
            i if names or before or verb_last else abs(i - finite),
        ),
    )
    for i in subjects:
        if i != best:
            tree.deps[i] = _instead(tree, group, i, best, best == relative, verb_last)


def _instead(
    tree: Tree, group: Group, noun: int, subject: int, behind_relative: bool, verb_last: bool
) -> str:
    """What a noun is that was read as a subject of a verb beside the one that it has: its object, or nothing known."""
    finite = group.finite or 0
    marked = tree.morph[noun].get("Case") in ("Acc", "Dat") or not can_be_nominative(tree, noun)
    # *ob die Schweiz russische Spione ausgewiesen hat*: the verb is that of one
    one = tree.tags[noun] == "NN" and agrees(tree, finite, subject) and not agrees(tree, finite, noun)
    across = (
        (behind_relative or (noun < finite) != (subject < finite))
        and tree.morph[noun].get("Case") != "Gen"
        and not must_be_nominative(tree, noun)
        and tree.tags[noun] != "PRELS"
    )
    if marked or one or across:
        return _oblique_label(tree, noun)
    apart = noun > subject and (verb_last or noun > finite)  # no main clause has both before its verb
    label = lacking(tree, group) if apart and not must_be_nominative(tree, noun) else None
    given = label == "obl:arg" and not shows_no_case(tree, noun)
    return "dep" if label is None or given else label


def lacking(tree: Tree, group: Group) -> str | None:
    """Which object a verb that may have one lacks: any, *Im Gegenzug will Bagdad die PKK verbieten*, or, where it has a
    thing for its object, whom that is for, *hat Kuba Präsident Lee den Krieg erklärt*; None for neither."""
    verb = group.predicate
    if tree.tags[verb][:2] != "VV" or group.copula is not None or tree.lemmas[verb] in words().sein_verbs:
        return None
    if any(tree.lemmas[i] == "werden" and tree.tags[verb] == "VVPP" for i in group.chain):
        return None
    children = (i for part in (verb, *group.chain) for i in tree.children[part])
    objects = [i for i in children if tree.deps[i] in _OBJECT and tree.tags[i] != "PRF"]
    if not objects:
        return "obj"
    things = all(
        tree.deps[i] == "obj" and tree.tags[i] == "NN" and not is_name(tree, i) and not is_titled(tree, i)
        for i in objects
    )
    return "obl:arg" if things else None


def _one_of_them(tree: Tree, noun: int) -> bool:
    """*dass Kenia ein Anschlag droht*: no accusative of a masculine noun has *ein*; behind a comma it is an apposition."""
    article = next((k for k in tree.children[noun] if k < noun and tree.lower[k] == "ein"), None)
    masculine = tree.morph[noun].get("Gender") == "Masc"
    return article is not None and masculine and tree.tags[article - 1] != "$,"


def _leading_relative(tree: Tree, finite: int, subjects: list[int]) -> int | None:
    """The relative pronoun among two subjects, which is the subject where form is silent and it was not read as an
    accusative: *eine Resolution, welche die Regierung auffordert*."""
    first, *others = sorted(subjects)
    nominative = tree.tags[first] == "PRELS" and tree.morph[first].get("Case", "Nom") == "Nom"
    if not nominative or not agrees(tree, finite, first):
        return None
    return first if _relative_against(tree, finite, first, others) is None else None


def _bare(tree: Tree, noun: int) -> bool:
    """Whether a common noun has neither article nor name nor genitive: not *Kiews Botschafter*, *Präsident Lee*."""
    if is_name(tree, noun) or not is_bare(tree, noun) or is_titled(tree, noun):
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
    if must_be_nominative(tree, subject) or tree.tags[subject] not in SUBSTANTIVES or subject < finite:
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
    if number_of(tree, subject) in (verb, None):
        return None
    for other in objects:
        across = (subject < finite) != (other < finite)
        if across and number_of(tree, other) == verb and can_be_nominative(tree, other):
            return other
    return None


def _name_first(tree: Tree, finite: int, subjects: list[int], objects: list[int]) -> int | None:
    """The name that was read as an object though nothing shows its case, if the subject behind it may be one, too: before
    the verb, *Kuba hat die Regierung gewarnt*, or behind it where that is but another name, *gestern drohte Kenia Mali*; so
    of two plurals without article."""
    if len(subjects) != 1 or not finite < subjects[0] or must_be_nominative(tree, subjects[0]):
        return None
    named, plural = shows_no_case(tree, subjects[0]), _bare_plural(tree, subjects[0])
    for i in objects:
        if i > subjects[0] or not agrees(tree, finite, i):
            continue
        if shows_no_case(tree, i) and (named or i < finite):
            return i
        if plural and i > finite and _bare_plural(tree, i):
            return i
    return None


def _bare_plural(tree: Tree, noun: int) -> bool:
    """*haben Extremisten Polizisten entführt*: the first of two such is the subject."""
    bare = tree.tags[noun] == "NN" and is_bare(tree, noun)
    return bare and tree.morph[noun].get("Number") == "Plur" and can_be_nominative(tree, noun)


def _nouns_before(tree: Tree, pronoun: int) -> Iterator[int]:
    """The nouns that a relative pronoun behind a comma can take up, back to the last verb or comma."""
    at = pronoun - 1
    if at < 0 or tree.tags[at] != "$,":
        return
    for i in range(at - 1, -1, -1):
        if tree.tags[i] in PUNCTUATION or tree.tags[i] in VERBS:
            return
        if tree.tags[i] in SUBSTANTIVES:
            yield i
