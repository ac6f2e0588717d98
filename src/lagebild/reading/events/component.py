"""The component: drafts of verbs and nouns, their unsaid sides, one event a trigger."""

from __future__ import annotations

from spacy.tokens import Doc

from lagebild.language.tokens import Words, sentence, words_of
from lagebild.reading.analysis import EventFound
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.again import again, as_well, struck
from lagebild.reading.events.attributive import participle_drafts
from lagebild.reading.events.bodies import meetings_of_bodies
from lagebild.reading.events.callings import stopped
from lagebild.reading.events.circumstances import (
    circumstances,
    freed,
    freed_there,
    out_of_question,
    tried_for,
)
from lagebild.reading.events.clausal import clausal
from lagebild.reading.events.content import embed, share_again
from lagebild.reading.events.continued import acted_on_before, attackers, continued
from lagebild.reading.events.courts import courts, same_case
from lagebild.reading.events.custody import custody
from lagebild.reading.events.deals import barter
from lagebild.reading.events.draft import Draft
from lagebild.reading.events.finished import finished, place_of
from lagebild.reading.events.harm import explain, without_hazards
from lagebild.reading.events.headlines import headline_talks, told_in_body
from lagebild.reading.events.letters import addressed
from lagebild.reading.events.lifted import lifted
from lagebild.reading.events.makers import of_their_makers
from lagebild.reading.events.merging import merged
from lagebild.reading.events.nouns import carry, carry_before, carry_people, carry_relative, noun_drafts
from lagebild.reading.events.occasions import occasions
from lagebild.reading.events.parties import outsiders
from lagebild.reading.events.phases import carry_phase
from lagebild.reading.events.protests import in_words
from lagebild.reading.events.rebuttals import deny, rebut
from lagebild.reading.events.responses import in_return, respond, thank
from lagebild.reading.events.retorts import retorts
from lagebild.reading.events.ruled_out import ruled_out, without_refusals, without_rehearsals
from lagebild.reading.events.selection import counted, first_of_each, muted, plain, political, private, rooted
from lagebild.reading.events.sides import Places
from lagebild.reading.events.soil import at_home, judged, on_its_soil
from lagebild.reading.events.subjects import Subject, of_powers, subject
from lagebild.reading.events.successes import succeed
from lagebild.reading.events.together import of_talks, together, without_interviews
from lagebild.reading.events.topics import topics
from lagebild.reading.events.troops import senders
from lagebild.reading.events.two_sides import two_sides
from lagebild.reading.events.unsaid import (
    expelled,
    forces,
    rally,
    recall,
)
from lagebild.reading.events.verbs import announced, verb_drafts
from lagebild.reading.events.verdicts import about, blame
from lagebild.reading.events.weighing import Standing, settle_parts, told, weigh
from lagebild.reading.events.weighing.scene import Scene
from lagebild.reading.events.weighing.weights import Question
from lagebild.reading.events.works import in_titles


class Events:
    """Sets ``doc._.events``: the events of the sixteen PLOVER types with trigger, sides and place.

    Reads the clauses and the actors; time, factuality and attribution are left to the certainty step.
    """

    def __init__(self, weights: dict[str, Question]) -> None:
        lexicon.verbs()
        lexicon.nouns()
        self.weights = weights

    def __call__(self, doc: Doc) -> Doc:
        doc._.events = find(words_of(doc), self.weights)
        return doc


def find(doc: Words, weights: dict[str, Question]) -> list[EventFound]:
    """The events of a Doc in text order."""
    places = Places(doc)
    found = standings(doc, places)
    scene = Scene(doc)
    drafts = likely(found, scene, places, weights)
    settle_parts(drafts, scene, weights)
    drafts = told(drafts)
    barter(drafts)
    return finished(drafts, places)


def likely(found: list[Standing], scene: Scene, places: Places, weights: dict[str, Question]) -> list[Draft]:
    """The drafts that are likely events, each told once, with the sides that the rules know."""
    drafts = merged(counted(weigh(found, scene, weights)))
    for draft in drafts:
        on_its_soil(draft, place_of(draft, places), places)
    freed_there(drafts)
    return drafts


def standings(doc: Words, places: Places) -> list[Standing]:
    """The drafts of a Doc in text order with their sides, and for what the rules take each."""
    silent = muted(doc)
    if silent is None:
        return []
    titles = in_titles(doc)
    drafts = [
        draft
        for draft in _drafts(doc, places)
        if sentence(draft.token).start not in silent and draft.token.i not in titles
    ]
    drafts = without_rehearsals(without_refusals(without_hazards(drafts, doc)))
    drafts.sort(key=lambda d: d.words[0].i)
    _take_up(drafts, places)
    drafts = without_interviews(drafts)
    _fill_sides(drafts, places)
    about = subject(doc)
    among_states = political(doc)
    return [Standing(draft, _taken_for(draft, places, about, among_states), about) for draft in drafts]


def _taken_for(draft: Draft, places: Places, about: Subject, among_states: bool) -> str:
    """What the rules take a draft for: an event that is *held*, *plain* or *rooted*, or none, and why."""
    if private(draft) and not about.steeped:
        return "private"
    if draft.held:
        stands = "held"
    elif (among_states or about.steeped) and plain(draft, among_states):
        stands = "plain"
    else:
        stands = "rooted" if rooted(draft, places) else "unheld"
    everyday = stands != "unheld" and about.everyday(among_states) and not of_powers(draft)
    return "everyday" if everyday else stands


def _drafts(doc: Words, places: Places) -> list[Draft]:
    """What verbs, nouns and announcements tell, each with the sides of its own sentence."""
    verbs = first_of_each([*participle_drafts(doc, places), *verb_drafts(doc, places)])
    taken = {word.i for draft in verbs for word in draft.words if draft.held or draft.predicate.fixed}
    drafts = [*verbs, *noun_drafts(doc, places, taken)]
    return [*drafts, *announced(doc, places, drafts)]


def _take_up(drafts: list[Draft], places: Places) -> None:
    """Sides that a word for the event takes up from where it was told before: *Der Angriff …*, *die Gespräche*."""
    for draft in drafts:
        carry_before(draft, places)
        carry_people(draft, places)
        carry_phase(draft, places)
        carry(draft, places)
        succeed(draft, places)
    carry_relative(drafts, places)
    in_words(drafts)
    custody(drafts, places)
    of_talks(drafts, places)
    together(drafts, places)
    addressed(drafts, places)
    meetings_of_bodies(drafts)
    topics(drafts)


def _fill_sides(drafts: list[Draft], places: Places) -> None:
    """Sides that only the events around show; each rule sees what those before it have found."""
    explain(drafts, places)
    lifted(drafts)
    embed(drafts)
    blame(drafts)
    circumstances(drafts)
    out_of_question(drafts)
    occasions(drafts, places)
    clausal(drafts, places)
    forces(drafts, places)
    rally(drafts, places)
    continued(drafts)
    headline_talks(drafts)
    told_in_body(drafts)
    struck(drafts, places)
    senders(drafts, places)
    expelled(drafts)
    recall(drafts)
    again(drafts)
    as_well(drafts)
    tried_for(drafts)
    attackers(drafts, places)
    two_sides(drafts)
    at_home(drafts, places)
    rebut(drafts)
    respond(drafts)
    in_return(drafts)
    thank(drafts)
    same_case(drafts)
    courts(drafts, places)
    freed(drafts)
    outsiders(drafts)
    about(drafts)
    of_their_makers(drafts, places)
    retorts(drafts)
    deny(drafts)
    told_in_body(drafts)
    judged(drafts, places)
    lifted(drafts)
    acted_on_before(drafts)
    share_again(drafts)
    stopped(drafts)
    meetings_of_bodies(drafts)
    ruled_out(drafts)
