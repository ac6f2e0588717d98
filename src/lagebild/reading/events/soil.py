"""Deeds that name nobody at all: on whose soil they are done, that state's people or powers are a side.

*Eine Ausgangssperre wurde verhängt*, *es kam zu Unruhen*, *bei Anschlägen*: what a state alone can do, the state of
the place did; who riots, lives there; whom an attack befell, too. The country is that of the place that the event or its
sentence names, else the one that the article is about where the sentence names no other.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import sentence
from lagebild.reading.actors import state_actor
from lagebild.reading.analysis import ActorFound, PlaceFound
from lagebild.reading.events.content import aimed_by_content
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.ruled_out import NOBODYS
from lagebild.reading.events.sides import Places
from lagebild.reading.events.words import classes_of, in_class, is_people

#: Types of what befalls those who are there; all others are done by them.
_BEFALLS: Final = frozenset(["ASSAULT", "ACCUSE"])
#: Types of what is done where it happens, by those at home there; of all others the place says nothing.
_DONE_THERE: Final = frozenset(["COERCE", "PROTEST", "RETREAT", "CONCEDE", *_BEFALLS])
#: Types whose unsaid other side is the country of the article.
_WITH_HOME: Final = frozenset(["AID", "AGREE", "COOPERATE"])
#: Types of what one from elsewhere does to the country of the article.
_JUDGED: Final = frozenset(["ACCUSE", "THREATEN", "SANCTION", "REQUEST"])
#: Modes of what only a state's police, courts and censors do.
_POWERS: Final = frozenset(["arrest", "ban", "censor", "curfew", "deport", "martial-law"])

#: What only a state's prosecutors do where nobody is said to do it: *wird angeklagt*.
_CHARGES: Final = frozenset(["anklagen", "Anklage erheben", "unter Anklage stellen"])
#: What only a state's courts and prisons do for those whom they hold; hostages are freed by others.
_LETTING_GO: Final = frozenset(["Haftentlassung", "Enthaftung", "enthaften"])


def on_its_soil(draft: Draft, at: PlaceFound | None, places: Places) -> None:
    """Give a deed without any side the state on whose soil it is done; ``at`` is the event's own place.

    So are one side the power of the place that arrests or judges, its people who protest against others, and the
    country of the article where those from elsewhere criticise what happens there.
    """
    kind, sides = draft.predicate.type, draft.sides
    if draft.predicate.mode == "deport" and at is not None and _is_destination(at, draft):
        return
    if draft.predicate.mode == "withdraw" and at is not None and _is_left(at, draft, places):
        return
    if _by_nobody(draft) or any(found.rule == NOBODYS for found in draft.evidence):
        return
    if sides.target and not sides.source:
        code = _power(draft, at, places) if _of_a_power(draft) else None
        if kind == "PROTEST":
            code = at.country if at is not None else places.crowd.scene(draft.token)
        if code is not None and (kind != "PROTEST" or all(a.country != code for a in sides.target)):
            for each in _joined(code, at, draft, places):
                _give(draft, sides.source, each)
    elif sides.source and not sides.target and not sides.mutual:
        if kind == "ACCUSE" and not draft.nominal:
            _give(draft, sides.target, _criticised(draft, places))
        elif _abroad(draft, at):
            _give(draft, sides.target, at.country if at is not None else None)
    elif not sides.source and not _protested(draft):
        there = kind in _DONE_THERE or draft.predicate.mode == "weapons"
        own = at.country if at is not None and there else None
        code = own or (_country if kind in _DONE_THERE else _home)(draft, places)
        befalls = kind in _BEFALLS and not sides.mutual and not draft.predicate.legal
        befalls = (
            befalls or "group" in draft.predicate.frame.source
        )  # *der Putschversuch* is against the state
        if kind == "SANCTION" and draft.nominal and draft.predicate.mode is None:
            # *leidet unter dem Embargo*: a state does not cut itself off
            befalls, code = True, code if code in _named(draft) else None
        for each in _joined(code, at, draft, places):
            _give(draft, sides.target if befalls else sides.source, each)


def _is_destination(at: PlaceFound, draft: Draft) -> bool:
    """Whether people are taken to the place: *die Abschiebung nach Tunesien*."""
    doc, within = draft.token.doc, sentence(draft.token)
    return any(doc.lowers[start - 1] == "nach" for start, _ in at.mentions if start - 1 in within)


def _is_left(at: PlaceFound, draft: Draft, places: Places) -> bool:
    """Whether those who withdraw leave the place, whosever they are: *der Abzug aus Afghanistan*."""
    return any(places.at(head) is at for head in draft.slots.get("aus"))


def _joined(code: str | None, at: PlaceFound | None, draft: Draft, places: Places) -> list[str]:
    """The country and, where it is that of the event's place, those of the places joined to it: *In Frankreich und
    Belgien wurden zwei Männer verhaftet*."""
    found = [code] if code else []
    for head in draft.slots.get("in") if at is not None and at.country == code else ():
        if places.at(head) is at:
            beside = [places.at(token) for token in noun_phrases.conjuncts(head)]
            found += [p.country for p in beside if p is not None and p.country and p.country not in found]
    return found


def _by_nobody(draft: Draft) -> bool:
    """Whether the clause says that nobody does it: *In Mali hat niemand Reporter verhaftet*."""
    return any(head.lower_ in ("niemand", "keiner") for head in draft.slots.get("subj"))


def _protested(draft: Draft) -> bool:
    """Whether it is a war that people speak against: *demonstrierten gegen den Krieg* says not whose."""
    cases = (child.lower_ for child in draft.token.lefts if child.dep_ == "case")
    return draft.nominal and draft.predicate.type == "ASSAULT" and "gegen" in cases


def _give(draft: Draft, side: list[ActorFound], code: str | None) -> None:
    state = state_actor(draft.token.doc, code) if code else None
    if state is not None and draft.may_have(state, acts=True):
        side.append(state)
        draft.note("sides:on-its-soil", draft.token)


def _abroad(draft: Draft, at: PlaceFound | None) -> bool:
    """Whether a state uses force in another: *während der deutschen Besatzung in Griechenland*."""
    if at is None or not draft.predicate.by_force:
        return False
    return all(a.kind == "state" and a.country != at.country for a in draft.sides.source)


def _of_a_power(draft: Draft) -> bool:
    """Whether police, courts or censors do it: *Zwei Iraner wurden in Nairobi festgenommen*."""
    kind, mode = draft.predicate.type, draft.predicate.mode
    if kind == "ACCUSE":
        return draft.predicate.legal or draft.predicate.text in _CHARGES
    if draft.predicate.text in _LETTING_GO:
        return True
    return kind == "COERCE" and (mode in _POWERS or mode == "restrict")


def _power(draft: Draft, at: PlaceFound | None, places: Places) -> str | None:
    """The state whose police or court does it to its own people or to foreigners, whose country is known if the place is
    not."""
    unknown = any(a.country is None for a in draft.sides.target)
    if unknown and (at is None or draft.nominal or draft.predicate.mode == "deport"):
        return None
    if draft.predicate.mode == "deport":
        # No state deports its own people: *die Ausweisung des Pakistaners* is of where the article plays.
        away = at.country if at is not None else places.crowd.scene(draft.token) or places.crowd.home
        return None if any(a.country == away for a in draft.sides.target) else away
    if at is not None:
        return at.country
    # A trial of foreigners may be held elsewhere: a noun says only by its place whose it is.
    home = _country(draft, places) or _alone_with(draft, places)
    own = all(a.country == home for a in draft.sides.target)
    if home != places.crowd.home or (not own and draft.nominal) or (own and not _told_of(home, draft)):
        return None
    return home


def _alone_with(draft: Draft, places: Places) -> str | None:
    """The country of the article, where the sentence names only those from elsewhere to whom its verb says that it is
    done: *Der deutsche Reporter wurde verhaftet* in an article about Kenya."""
    suffering = {a.country for a in draft.sides.target}
    if draft.nominal or places.crowd.countries_here(draft.token):
        return None
    return places.crowd.home if _named(draft) <= suffering else None


def _told_of(country: str | None, draft: Draft) -> bool:
    """Whether the article names more of the country than those to whom it is done: one of its places, bodies, people."""
    doc, suffering = draft.token.doc, draft.sides.target
    if any(place.country == country for place in doc._.places):
        return True
    return any(a.country == country and all(a is not t for t in suffering) for a in doc._.actor_at.values())


def _of_its_own(actor: ActorFound) -> bool:
    """A party or court, which speaks to those of its own country where it names no other: *Die Grünen forderten …*."""
    return actor.sector in ("PTY", "JUD") and actor.kind != "international"


def _elsewhere(actor: ActorFound) -> bool:
    """Whether an actor without a country is not of the article's own: a world body, and who speaks for it."""
    return actor.kind == "international" or actor.abroad


def _criticised(draft: Draft, places: Places) -> str | None:
    """The country of the article, where states and groups from elsewhere criticise a thing: *monierten Betrug*."""
    home, sources = places.crowd.home, draft.sides.source
    if any(deed.predicate.by_force for deed in draft.blames):
        return None  # *verurteilte den Anschlag*: not those whom it befell
    if home is None or any(a.country == home or a.kind == "person" for a in sources):
        return None
    if all(_of_its_own(a) for a in sources):
        return None
    if not any(head.tag_ == "NN" or classes_of(head.text) for head in draft.slots.get("acc")):
        return None
    return home if _named(draft) <= {home, *(a.country for a in sources)} else None


def _country(draft: Draft, places: Places) -> str | None:
    here = places.crowd.countries_here(draft.token)
    if not here and places.crowd.home is None:
        # A war is told by its name, not by the scene: *seit dem Zweiten Weltkrieg*.
        war = draft.nominal and draft.predicate.text.lower().endswith("krieg")
        return None if war or _named(draft) else places.crowd.scene(draft.token)
    return _home(draft, places) if not here else here.pop() if len(here) == 1 else None


def _home(draft: Draft, places: Places) -> str | None:
    """The country of the article, where the sentence names no actor of another."""
    return None if _named(draft) - {places.crowd.home} else places.crowd.home


def _named(draft: Draft) -> set[str | None]:
    """The countries of the actors that the sentence names."""
    within, doc = sentence(draft.token), draft.token.doc
    at, parts = doc._.actor_at, doc._.countries_at
    named: set[str | None] = {
        at[i].country for i in range(within.start, within.stop) if i in at and at[i].country
    }
    named.update(*(parts[i] for i in range(within.start, within.stop) if i in parts))
    return named


def at_home(drafts: list[Draft], places: Places) -> None:
    """Help goes to, and what is agreed with or fought against one other side is so by, the article's country."""
    home = places.crowd.home
    if home is None:
        return
    aimed = aimed_by_content(drafts)
    for draft in drafts:
        sides = draft.sides
        if id(draft) in aimed:
            continue
        known = [*sides.source, *sides.target]
        elsewhere = len(known) == 1 and (known[0].country or known[0].kind == "international")
        if not elsewhere or known[0].country == home:
            continue
        at_war = sides.mutual and draft.predicate.type == "ASSAULT"
        if (not at_war and draft.predicate.type not in _WITH_HOME) or not (sides.mutual or sides.source):
            continue
        state = state_actor(draft.token.doc, home)
        if state is not None:
            (sides.source if sides.mutual else sides.target).append(state)
            draft.note("sides:country-of-the-article", draft.token)


def _addressed(draft: Draft) -> bool:
    """Whether the verb names who is asked, whoever that is: *forderte die Mitgliedstaaten auf*."""
    return any(
        is_people(h) or in_class(h, "states")
        for s in draft.predicate.frame.target
        for h in draft.slots.get(s)
    )


def judged(drafts: list[Draft], places: Places) -> None:
    """Who from elsewhere criticises what is nobody's in particular, threatens or cuts off, means the country that the
    article is about: *kritisierte den Verlauf der Wahl*; not one who condemns an attack."""
    home = places.crowd.home
    deeds = {d.token.i for d in drafts if d.nominal and d.predicate.by_force}
    for draft in drafts:
        sides = draft.sides
        if draft.predicate.type not in _JUDGED or sides.target or sides.mutual or not sides.source:
            continue
        if not draft.held:
            continue  # *Warnungen an Verbraucher*: without its own sides it is no such event
        if any(a.country == home or (a.country is None and not _elsewhere(a)) for a in sides.source):
            continue
        if all(_of_its_own(a) for a in sides.source):
            continue
        if draft.predicate.type == "REQUEST" and not draft.nominal and _addressed(draft):
            continue
        about_deed = any(head.i in deeds for heads in draft.slots.heads.values() for head in heads)
        state = state_actor(draft.token.doc, home) if home is not None and not about_deed else None
        if state is not None and draft.may_have(state, acts=False):
            sides.target.append(state)
            draft.note("sides:country-of-the-article", draft.token)
