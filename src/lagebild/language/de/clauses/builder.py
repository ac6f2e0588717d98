"""Puts clauses together: from verb groups, their arguments and relations to `Clause`."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause, ClauseMood, Oblique
from lagebild.language.de.clauses import groups as verb_groups
from lagebild.language.de.clauses import relations
from lagebild.language.de.clauses.arguments import arguments
from lagebild.language.de.clauses.cases import lacking, settle
from lagebild.language.de.clauses.content import tell_apart
from lagebild.language.de.clauses.draft import Draft
from lagebild.language.de.clauses.expletive import settle_es
from lagebild.language.de.clauses.extraposed import hang_extraposed
from lagebild.language.de.clauses.fields import Field, fields
from lagebild.language.de.clauses.groups import Group
from lagebild.language.de.clauses.misplaced import join_names, mend_nouns
from lagebild.language.de.clauses.negation import negations
from lagebild.language.de.clauses.owners import owner_before
from lagebild.language.de.clauses.placement import Placement
from lagebild.language.de.clauses.raising import (
    draw_infinitives,
    hang_inserted,
    hang_opener,
    join_participles,
    raise_arguments,
)
from lagebild.language.de.clauses.relatives import mend_joined, mend_relatives
from lagebild.language.de.clauses.repair import (
    free_pronoun,
    gather_arguments,
    hang_field,
    join_lists,
    link_verbs,
    name_speaker,
    part_und,
)
from lagebild.language.de.clauses.retag import retag
from lagebild.language.de.clauses.side_by_side import set_apart
from lagebild.language.de.clauses.tree import FINITE, PREPOSITIONS, Tree
from lagebild.language.de.clauses.words import words
from lagebild.language.tokens import Token, Words

#: Words behind a verb by which its clause goes on with the one before.
_ADVERSATIVE: Final = frozenset(
    ["aber", "jedoch", "dagegen", "hingegen", "allerdings", "zugleich", "gleichzeitig", "dafür"]
)


def clauses_of(doc: Words) -> tuple[list[Clause], list[Clause]]:
    """The finite clauses of a Doc, and its infinitive and participial predications, in text order."""
    tree = Tree(doc)
    finite: list[Clause] = []
    infinite: list[Clause] = []
    parsed = tree.heads.copy()
    for begin, end in tree.sentences:
        drafts = _drafts(tree, begin, end, parsed)
        if not drafts:
            continue
        asked = relations.asks(tree, begin, end)
        for draft in drafts:
            draft.clause = _clause(tree, draft, asked)
        for draft in drafts:
            assert draft.clause is not None
            if draft.parent is not None:
                draft.clause.parent = draft.parent.clause
            (finite if draft.finite else infinite).append(draft.clause)
    return finite, infinite


def _drafts(tree: Tree, begin: int, end: int, parsed: list[int]) -> list[Draft]:
    """The clauses of a sentence; `parsed` are the heads as the parser gave them."""
    places = _mend(tree, begin, end)
    finite = verb_groups.finite_groups(tree, begin, end)
    infinite = verb_groups.infinite_groups(tree, begin, end, finite)
    found = sorted((*finite, *infinite), key=lambda group: group.predicate)
    for group in found:
        place = places.get(group.finite)
        verb_last = place is not None and place.kind == "subordinate"
        label = lacking(tree, group) if group.finite is not None else None
        set_apart(tree, group.predicate, label)
        gap = _has_gap(tree, place)
        settle(tree, group, not gap and _needs_subject(tree, place), gap, verb_last)
        settle_es(tree, group)
    drafts = [Draft(group, arguments(tree, group), places.get(group.finite)) for group in found]
    if not drafts:
        return drafts
    owner = _owners(tree, begin, end, drafts)
    for i in range(begin, end):
        draft = owner[i]
        if draft is not None:
            draft.own.append(i)
    for draft in drafts:
        predicate = draft.group.predicate
        head = tree.heads[predicate]
        above = owner[head] if head != predicate else None
        draft.parent = above if above is not draft else None
    for draft in drafts:
        _relate(tree, draft)
    Placement(tree, drafts, relations.asks(tree, begin, end)).settle()
    for draft in drafts:
        _share_subject(tree, draft, 0)
    for draft in drafts:
        tell_apart(tree, draft, parsed)
    return drafts


def _mend(tree: Tree, begin: int, end: int) -> dict[int | None, Field]:
    """Mend the tree by the fields of the sentence; the fields by their finite verb."""
    retag(tree, begin, end)
    mend_relatives(tree, begin, end)
    mend_joined(tree, begin, end)
    mend_nouns(tree, begin, end)
    join_names(tree, begin, end)
    hang_extraposed(tree, begin, end)
    found = fields(tree, begin, end)
    places = [place for place in found if place.finite is not None]
    verbless = frozenset(i for place in found if place.finite is None for i in place.own)
    predicates = {id(place): link_verbs(tree, place) for place in places}
    verbs = {verb for place in places for verb in (place.finite, predicates[id(place)])}
    for place in places:
        predicate = predicates[id(place)]
        if predicate is None:
            continue
        others = frozenset(verb for verb in verbs if verb is not None) - {predicate, place.finite}
        free_pronoun(tree, place, predicate)
        gather_arguments(tree, place, predicate, others, verbless)
        hang_inserted(tree, place, predicate)
        raise_arguments(tree, place, predicate)
        hang_opener(tree, place, predicate)
        name_speaker(tree, place, predicate)
        join_lists(tree, place)
        join_participles(tree, place, predicate)
        part_und(tree, place, predicate)
        outer = place.outer or place.before
        hang_field(tree, place, predicate, predicates.get(id(outer)))
        first = predicates.get(id(place.before))
        draw_infinitives(tree, place, predicate, first)
        if first is not None and place.kind == "subordinate" and place.opener is None:
            tree.attach(predicate, first, "conj")
    return {place.finite: place for place in places}


def _needs_subject(tree: Tree, place: Field | None) -> bool:
    """Whether a clause cannot take its subject from another one."""
    if place is None or _has_gap(tree, place):
        return False
    if place.kind == "subordinate" and place.opener is not None:
        return True
    first = place.first_word
    if first == place.finite:
        # Its prefield is a clause, or it is a saying behind what is said: schreibt die Zeitung.
        says = place.before is not None and tree.lemmas[first] in words().speech_inserts
        return says or (place.before is None and place.begin < first)
    return tree.tags[first] != "KON" or _phrase_in_prefield(tree, place)


def _phrase_in_prefield(tree: Tree, place: Field) -> bool:
    """Whether a noun without preposition stands between *und* and the verb: *… und das Heer marschiert*."""
    if place.kind != "main" or place.finite is None:
        return False
    front = [i for i in place.own if place.own[0] < i < place.finite]
    nouns = [i for i in front if tree.tags[i] in ("NN", "NE")]
    return bool(nouns) and not any(tree.tags[i] in PREPOSITIONS for i in front)


def _has_gap(tree: Tree, place: Field | None) -> bool:
    """Whether the subject is that of the clause before: *und* and the verb stand together, or a relative clause whose
    pronoun is the subject goes on."""
    if place is None or place.before is None or len(place.own) < 2:
        return False
    if place.kind == "subordinate":
        return place.opener is None and _opened_by_subject(tree, place.before)
    if place.kind != "main":
        return False
    if tree.tags[place.own[0]] == "KON" and place.own[1] == place.finite:
        return True
    # The *und* behind a clause in commas: *hofft, dass es hält, und lobte die Soldaten*.
    behind = tree.tags[place.begin] == "KON" and place.begin + 1 == place.finite == place.own[0]
    return behind or _goes_on(tree, place)


def _goes_on(tree: Tree, place: Field) -> bool:
    """Whether a verb right behind a comma goes on with the subject of the clause before: *Peru begrüßte das, verlangte aber
    mehr*, not *Peru begrüßt das, meldete die Agentur*."""
    first, before = place.own[0], place.before
    if first != place.finite or first == 0 or tree.words[first - 1] != "," or tree.tags[first] != "VVFIN":
        return False
    if before is None or before.kind != "main" or before.finite is None or before.first_word == before.finite:
        return False
    second = tree.lower[place.own[1]]
    return second in _ADVERSATIVE or tree.lemmas[first] not in words().speech_inserts


def _opened_by_subject(tree: Tree, place: Field) -> bool:
    """Whether the clause, or the first of those joined to it, begins with a relative pronoun that is its subject."""
    while place.opener is None and place.before is not None:
        place = place.before
    opener = place.opener
    return opener is not None and tree.tags[opener] == "PRELS" and tree.deps[opener].startswith("nsubj")


def _owners(tree: Tree, begin: int, end: int, drafts: list[Draft]) -> dict[int, Draft | None]:
    """The clause that each token belongs to: that of the nearest verb group above it."""
    owner: dict[int, Draft | None] = {}
    for draft in drafts:
        for part in draft.group.parts:
            owner.setdefault(part, draft)
    for i in range(begin, end):
        path = []
        at = i
        while at not in owner:
            path.append(at)
            if tree.heads[at] == at:
                owner[at] = None
                break
            at = tree.heads[at]
        found = owner[at]
        for node in path:
            owner[node] = found
    return owner


def _relate(tree: Tree, draft: Draft) -> None:
    group = draft.group
    draft.marker = relations.marker(tree, group, draft.own)
    if draft.finite:
        draft.relation = relations.relation(tree, group, draft.own, draft.marker, draft.parent is not None)
        if draft.relation == "main":
            draft.parent = None
        return
    dep = tree.deps[group.predicate]
    if dep == "conj" and draft.parent is not None:
        draft.relation = "coordinated"
    elif (dep in ("advcl", "parataxis") and not _has_zu(tree, group)) or (
        draft.marker is not None and tree.tags[draft.marker] == "KOUI"
    ):
        draft.relation = "adverbial"
    elif (
        dep in ("acl", "acl:relcl")
        and tree.tags[group.predicate] in ("VVPP", "VAPP")
        and not _has_zu(tree, group)
    ):
        draft.relation = "relative"
    else:
        draft.relation = "infinitive"


def _has_zu(tree: Tree, group: Group) -> bool:
    return group.zu is not None or tree.tags[group.predicate] == "VVIZU"


def _share_subject(tree: Tree, draft: Draft, depth: int) -> None:
    """Give a coordinated or infinitive clause the subject that grammar shares with it."""
    if draft.arguments.subject is not None or draft.parent is None or depth > 50:
        return
    parent = draft.parent
    if draft.finite and draft.relation != "coordinated":
        return
    _share_subject(tree, parent, depth + 1)
    shared = parent.arguments.subject
    if not draft.finite and draft.relation == "infinitive":
        lemma = verb_groups.verb_lemma(tree, parent.group)
        people = [i for i in parent.arguments.objects if i != parent.arguments.reflexive]
        if lemma in words().control_verbs and people:
            shared = people[0]
        owner = owner_before(tree, draft.own)
        shared = shared if owner is None else owner
    if draft.relation == "relative":
        shared = tree.heads[draft.group.predicate]
    if shared is not None and shared not in draft.own:
        draft.arguments.subject = shared
        draft.subject_shared = True


def _clause(tree: Tree, draft: Draft, asked: bool) -> Clause:
    doc, group, found = tree.doc, draft.group, draft.arguments

    def token(i: int | None) -> Token | None:
        return None if i is None else doc[i]

    source = _with_shared(draft)
    modals = verb_groups.modals(tree, source)
    orders = _orders(tree, draft)
    made = Clause(doc[group.predicate], verb_groups.verb_lemma(tree, group))
    made.finite = token(group.finite)
    if draft.subject_shared:
        made.shared_subject = token(found.subject)
    else:
        made.subject = token(found.subject)
    made.objects = [doc[i] for i in found.objects]
    made.reflexive = token(found.reflexive)
    made.obliques = [Oblique(doc[preposition], doc[noun]) for preposition, noun in found.obliques]
    made.prefix, made.copula = token(group.prefix), token(group.copula)
    made.negation = [doc[i] for i in negations(tree, group, draft.own, draft.marker)]
    made.modals = [doc[i] for i in modals]
    made.auxiliaries = [doc[i] for i in source.chain if i not in modals and i != group.copula]
    made.perfect_infinitive = verb_groups.perfect_infinitive(tree, source)
    made.voice, made.tense = verb_groups.voice(tree, source), verb_groups.tense(tree, source)
    made.mood = "imperative" if orders else _mood(tree, source)
    made.question = asked and draft.relation in ("main", "coordinated")
    made.relation = "content" if orders and draft.relation == "conditional" else draft.relation
    made.marker, made.tokens = token(draft.marker), draft.own
    return made


def _with_shared(draft: Draft) -> Group:
    """The verbs of a clause with those that it shares: a participle or infinitive joined by *und* has the ones that stand
    around the first of them."""
    first: Draft | None = draft
    while (
        first is not None and not first.finite and first.relation == "coordinated" and not first.group.chain
    ):
        first = first.parent
    if first is None or first is draft:
        return draft.group
    return Group(draft.group.predicate, first.group.finite, first.group.chain)


_MOODS: Final[dict[str, ClauseMood]] = {"Imp": "imperative", "Ind": "indicative"}


def _orders(tree: Tree, draft: Draft) -> bool:
    """Whether the clause begins with its verb and ends in "!": *Zieht die Truppen ab!*, *Ziehen Sie ab!*.

    No morphology tells such a plural from the indicative.
    """
    finite, subject, own = draft.group.finite, draft.arguments.subject, draft.own
    if finite is None or next((i for i in own if tree.tags[i][:1] != "$"), -1) != finite:
        return False
    polite = subject == finite + 1 and tree.words[subject] == "Sie"
    if subject is not None and not polite and (tree.tags[subject] != "NN" or tree.tags[finite][:2] != "VV"):
        return False  # a noun may be the object: *Zieht die Truppen ab!*
    last = next((i for i in reversed(own) if tree.tags[i][:1] != "$"), finite)
    return any(tree.words[i] == "!" for i in range(last + 1, min(last + 3, tree.n)))


def _mood(tree: Tree, group: Group) -> ClauseMood:
    """The mood of the finite verb, as morphology marks it."""
    if group.finite is None:
        return "indicative"
    features = tree.morph[group.finite]
    if tree.tags[group.finite] in FINITE and features.get("Mood") == "Sub":
        return "konjunktiv2" if features.get("Tense") == "Past" else "konjunktiv1"
    if features.get("MoodAmbiguous") == "Yes":
        return "ambiguous"
    return _MOODS.get(features.get("Mood", "Ind"), "indicative")
