"""The two powers of an article's war: who attacks without being told whom attacks the other of them.

*Russische Raketenangriffe*, *die Kämpfe um Bachmut*, *Kiews Offensive*: where the whole article tells of force between two
countries alone, and names these two most, the side that a mention leaves out is the other one.
"""

from __future__ import annotations

from collections import Counter
from typing import Final

from lagebild.language.tokens import Words, sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.actors.scene import TELLERS
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.lists import states_or_bodies

#: How often each of the two must be named in the article.
_NAMED: Final = 2
#: Of which share of all force the two must be told.
_MOSTLY: Final = 0.6
#: How often force of one against the other must be told for a deed without a doer to be the one's.
_ONE_SIDED: Final = 2

#: What the two of them do to each other.
_FIGHTS: Final = frozenset(["Kampf", "umkämpfen", "Kampfhandlung", "Gefecht", "Schlacht", "Feuergefecht"])


def two_sides(drafts: list[Draft]) -> None:
    """Give attacks, fights and conquests that name one of the two powers the other, and fights that name neither both."""
    if not drafts:
        return
    doc = drafts[0].token.doc
    told = _force(drafts)
    pair = _pair(doc, told)
    if pair is None:
        return
    for draft in drafts:
        if _may_share(draft) and _named_here(draft) <= pair:
            _complete(draft, pair, told)


def _force(drafts: list[Draft]) -> Counter[tuple[str, str]]:
    """How often force of one country against another is told in the article."""
    found: Counter[tuple[str, str]] = Counter()
    for draft in drafts:
        if not draft.predicate.by_force:
            continue
        source, target = states_or_bodies(draft.sides.source), states_or_bodies(draft.sides.target)
        if draft.sides.mutual and len(source) == 2:
            one, other = source
            found[one, other] += 1
            found[other, one] += 1
        elif len(source) == len(target) == 1 and source != target:
            found[source.pop(), target.pop()] += 1
    return found


def _pair(doc: Words, told: Counter[tuple[str, str]]) -> frozenset[str] | None:
    """The two countries between which nearly all force is told, if they are those that the article names most."""
    pairs: Counter[frozenset[str]] = Counter()
    for sides, times in told.items():
        pairs[frozenset(sides)] += times
    if not pairs:
        return None
    ((pair, times),) = pairs.most_common(1)
    if times <= _MOSTLY * pairs.total():
        return None
    named: Counter[str] = Counter()
    for actor in doc._.actors:
        if actor.country and actor.sector != TELLERS:
            named[actor.country] += len(actor.mentions)
    most = named.most_common(3)
    if len(most) < 2 or {code for code, _ in most[:2]} != pair or most[1][1] < _NAMED:
        return None
    return pair if len(most) < 3 or most[2][1] < most[1][1] else None


def _may_share(draft: Draft) -> bool:
    kind, sides = draft.predicate.type, draft.sides
    if kind != "ASSAULT" and draft.predicate.mode != "seize":
        return False
    if sides.mutual:
        return len(sides.source) == 1 or (not sides.source and _fought_now(draft))
    return bool(draft.predicate.frame.target) and len(sides.source) + len(sides.target) > 0


def _fought_now(draft: Draft) -> bool:
    """Whether it is fighting of the article's own war: *Kämpfe um Bachmut*, not another war by its name, *Weltkrieg*."""
    return draft.predicate.text in _FIGHTS and not draft.slots.get("gen")


def _named_here(draft: Draft) -> set[str]:
    """The countries that the sentence names, and those of the sides that are known."""
    at, within = draft.token.doc._.actor_at, sentence(draft.token)
    here = {code for i in range(within.start, within.stop) if i in at and (code := at[i].country)}
    return here | states_or_bodies([*draft.sides.source, *draft.sides.target])


def _by_mention(doc: Words, pair: frozenset[str]) -> list[str]:
    """The two countries in the order in which the article names them."""
    return list(dict.fromkeys(a.country for _, a in sorted(doc._.actor_at.items()) if a.country in pair))


def _complete(draft: Draft, pair: frozenset[str], told: Counter[tuple[str, str]]) -> None:
    sides = draft.sides
    known = states_or_bodies([*sides.source, *sides.target])
    if sides.mutual and not sides.source:
        sides.source += [
            s
            for code in _by_mention(draft.token.doc, pair)
            if (s := state_actor(draft.token.doc, code)) is not None
        ]
        draft.note("sides:powers-of-the-war", draft.token)
        return
    if len(known) != 1 or (sides.source and sides.target):
        return
    (mine,) = known
    (other,) = pair - {mine}
    state = state_actor(draft.token.doc, other)
    if state is None:
        return
    if sides.mutual:
        sides.source.append(state)
    elif sides.source:
        sides.target.append(state)
    elif told[other, mine] >= _ONE_SIDED and not told[mine, other]:
        sides.source.append(state)
    else:
        return
    draft.note("sides:other-power-of-the-war", draft.token)
