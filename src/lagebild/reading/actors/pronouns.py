"""Personal, possessive and demonstrative pronouns: the actor they stand for, by gender, number and salience."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.de.clauses.words import words
from lagebild.language.tokens import Token
from lagebild.reading.actors.agreement import (
    agrees,
    befalls_people,
    is_plural,
    noun_between,
    subject_verb,
)
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.charges import charged
from lagebild.reading.actors.clausemates import same_clause, subject_actors, verb_of
from lagebild.reading.actors.forms import Gender
from lagebild.reading.actors.owned import of_another, owner_by_verb, owns_land
from lagebild.reading.actors.people_again import taken_up
from lagebild.reading.actors.relatives import RELATIVE, Relatives
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.actors.speaking_on import speaking_on
from lagebild.reading.actors.titles import office
from lagebild.reading.analysis import ActorFound

_PERSONAL: Final[dict[str, tuple[Gender, ...]]] = {
    "er": ("m",),
    "ihn": ("m",),
    "ihm": ("m", "n"),
    "sie": ("f", "p"),
    "ihr": ("f",),
    "ihnen": ("p",),
    "es": ("n",),
    "dieser": ("m",),
    "diese": ("f", "p"),
    "dessen": ("m", "n"),
    "deren": ("f", "p"),
}
#: Verbs whose *es* stands for nothing.
_EMPTY: Final = frozenset({
    "geben", "gehen", "heißen", "sein", "kommen", "werden", "handeln", "scheinen", "bleiben", "gelten", "gelingen",
    "bestehen", "stehen", "regnen", "schneien", "mangeln", "fehlen", "bedürfen", "liegen", "dauern", "stimmen",
})  # fmt: skip
_EMPTY_FORMS: Final[tuple[str, ...]] = (
    "geb", "gib", "gab", "geh", "ging", "heiß", "hieß", "ist", "war", "sei", "komm", "kam", "wird", "wurde", "handel",
    "schein", "bleib", "gilt", "galt", "gelang", "gelung", "lieg", "lag", "kann", "könn", "muss", "soll", "darf",
)  # fmt: skip
#: Tags of the pronouns that may stand for an actor.
_TAGS: Final = frozenset({"PPER", "PPOSAT", "PDS", "PDAT", "PRELS", "PRELAT"})
_OBJECTS: Final = frozenset({"obj", "iobj", "obl:arg"})
#: What the agent of a passive loses beside those who suffered the deed.
_DONE_TO: Final = 4.0
#: What the subject of a possessive's own clause has before whoever speaks in the clause above.
_OWN: Final = 5.0
#: Relations of clauses through which an accusation goes on.
_TOLD: Final = frozenset({"complement", "infinitive", "relative", "coordinated"})
#: Relations of clauses that *es* may stand for.
_ANNOUNCED: Final = frozenset({"ccomp", "csubj", "xcomp"})
#: How many sentences back an antecedent may stand.
_REACH: Final = 2
#: Tokens to look back through at most, where a sentence has no end.
_FARTHEST: Final = 200


@dataclass(slots=True)
class _Candidate:
    actors: list[ActorFound]
    token: int
    score: float


class Pronouns:
    """Resolves one pronoun at a time from the mentions before it."""

    def __init__(self, cast: Cast, sentences: Sentences, words: list[str], tags: list[str]) -> None:
        self.cast = cast
        self.words, self.tags = words, tags
        self.doc = cast.doc
        self.sentences = sentences
        self.tagged = self.doc.has_annotation("TAG")
        self.relatives = Relatives(cast, self.tagged)

    def resolve(self, i: int) -> None:
        """Give the token, one of `PRONOUNS`, its actor, if it stands for one here."""
        word = self.words[i].lower()
        if self.tagged and self.tags[i] not in _TAGS and word not in ("es", "dessen", "deren"):
            return  # the article *der*, *die*, *das*, mostly
        token = self.doc[i]
        if self.relatives.is_one(token):
            self.relatives.resolve(token)
            return
        possessive = self._possessive(word, token)
        genders = ("m", "n") if word.startswith("sein") and possessive else _PERSONAL.get(word)
        if possessive and word.startswith("ihr"):
            genders = ("f", "p")
        if genders is None or not self._stands(token, word):
            return
        if word in ("sie", "diese"):
            genders = ("p",) if is_plural(token) else ("f",)
        if possessive and self._own_subject(token) and not of_another(token):
            return
        if token.tag_ == "PDS" or word in ("dessen", "deren"):
            best = self._nearest(token, genders)
        elif possessive:
            whom = owner_by_verb(self.cast, token) if self.sentences.tree else None
            if whom is not None and self._is_nobody(whom, genders):
                return
            several = self._several(token) if "p" in genders else []
            best = several or (whom and self._owns(token, whom, genders)) or self._later(token, genders)
            best = best or self._best(token, genders, possessive)
        else:
            best = self._told_of(token, genders) or speaking_on(self.cast, self.sentences, token, genders)
            best = best or self._best(token, genders, possessive)
        if best is not None:
            self.cast.mention(best, i, i + 1)

    def takes_up(self, i: int) -> ActorFound | None:
        """The person whom the word at the token describes, which is noted as a mention: *die CDU-Politikerin*."""
        gender = taken_up(self.doc, i)
        found = self._best(self.doc[i], (gender,), possessive=False) if gender is not None else None
        if not found or found[0].kind != "person":
            return None
        self.cast.mention(found, i, i + 1)
        return found[0]

    def _possessive(self, word: str, token: Token) -> bool:
        if word.startswith("sein"):
            return word in _HIS and token.tag_ in ("PPOSAT", "")
        if word.startswith("ihr") and word != "ihrerseits":
            # *sagte ihr Hilfe zu*, whatever the tag: the clauses have hung it on the verb
            return (token.tag_ == "PPOSAT" and token.dep_ not in _OBJECTS) or (
                not token.tag_ and word in _HER
            )
        return False

    def _stands(self, token: Token, word: str) -> bool:
        if word == "es":
            return self._full(token)
        if token.tag_ and token.tag_ not in ("PPER", "PPOSAT", "PDS", "PRELAT", "PDAT"):
            return False
        if word in ("dieser", "diese"):
            return token.tag_ == "PDS"
        polite = token.text in ("Sie", "Ihr", "Ihre", "Ihnen") and token.i > 0 and not token.is_sent_start
        return not polite

    def _full(self, token: Token) -> bool:
        """Whether *es* can stand for a state: subject of a verb that asks for an agent."""
        if not self.sentences.tree or not self._subject(token):
            return False
        verb = token.head
        if verb.pos_ not in ("VERB", "AUX") or verb.lemma_ in _EMPTY or verb.lower_.startswith(_EMPTY_FORMS):
            return False
        # *hielt es besetzt* announces no clause.
        return all(c.dep_ not in _ANNOUNCED or c.tag_ in ("VVPP", "ADJD") for c in verb.children)

    def _subject(self, token: Token) -> bool:
        """Whether *es* is a subject; inside a clause it is one where there is no other, whatever the parser says."""
        if token.dep_ != "expl":
            return token.dep_ == "nsubj"
        others = (child.dep_ for child in token.head.children)
        return not token.is_sent_start and not any(dep.startswith("nsubj") for dep in others)

    def _own_subject(self, token: Token) -> bool:
        """Whether the clause has a subject before the possessive that is a common noun: it is meant, and no actor."""
        if not self.sentences.tree:
            return False
        verb = verb_of(token)
        if verb is None:
            return False
        for child in verb.children:
            if child.dep_.startswith("nsubj") and child.i < token.i and child.pos_ == "NOUN":
                named = child.i in self.cast.at or child.i + 1 in self.cast.at  # Außenminister Meier
                return not named and token.head != child
        return False

    def _several(self, token: Token) -> list[ActorFound]:
        """Those whom a plural subject before the possessive names: *Die Täter Meier und Maas wohnten vor ihrer Tat hier*."""
        verb = verb_of(token) if self.sentences.tree else None
        for child in verb.children if verb is not None else ():
            if child.dep_.startswith("nsubj") and child.i < token.i and child.pos_ == "NOUN":
                at = [self.cast.at[t.i] for t in child.subtree if t.i in self.cast.at and t.i < token.i]
                named = list(dict.fromkeys(a for found in at for a in found if a.kind == "person"))
                return named if is_plural(child) and len(named) > 1 and child.i + 1 in self.cast.at else []
        return []

    def _later(self, token: Token, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
        """*Bei ihrem Besuch sagte Rice*: a possessive at the head of a sentence may point to its subject."""
        if not self.sentences.tree or not self._opens(token.i) or self.doc[token.i - 1].pos_ != "ADP":
            return None
        verb = verb_of(token)
        children = list(verb.children) if verb is not None else []
        if not any(child.dep_.startswith("nsubj") for child in children):
            # What follows the verb right away is the subject, whatever the parser made of it.
            children = [c for c in children if verb is not None and c.i == verb.i + 1 and c.dep_ == "obj"]
            roles: tuple[str, ...] = ("obj",)
        else:
            roles = ("nsubj", "nsubj:pass")
        for child in children:
            if child.dep_ not in roles or child.i < token.i:
                continue
            found = next((self.cast.at[j] for j in range(child.i, child.i + 3) if j in self.cast.at), None)
            if found and agrees(self.cast, found, genders, child):
                return found
        return None

    def _told_of(self, token: Token, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
        """Whom the clause above speaks of: *X warf Y vor, es habe Waffen geliefert*, *…, Waffen zu liefern, die es habe*.

        It is Y whose deed is told, by grammar the object of X's verb and the subject of an infinitive.
        """
        verb = verb_of(token) if self.sentences.tree and token.dep_.startswith(("nsubj", "expl")) else None
        if verb is None:
            return None
        whom = charged(token, verb)
        if whom is not None:
            return self._if_agrees(whom, genders)
        clause = next((c for c in self.doc._.clauses if c.predicate.i == verb.i), None)
        for _ in range(3):
            above = clause.parent if clause is not None else None
            if clause is None or above is None or clause.relation not in _TOLD:
                return None
            if clause.relation == "infinitive":
                whom = clause.shared_subject
                if whom is not None and whom.i in {t.i for t in above.objects}:
                    return self._if_agrees(whom, genders)
            elif clause.relation == "complement" and above.lemma in words().control_verbs:
                whom = next((t for t in above.objects if t.tag_ != "PRF"), None)
                return None if whom is None else self._if_agrees(whom, genders)
            clause = above
        return None

    def _is_nobody(self, noun: Token, genders: tuple[Gender, ...]) -> bool:
        """Whether the noun fits and is no actor: *forderte die Bürger auf, ihre Häuser zu verlassen*."""
        if noun.pos_ != "NOUN" or noun.i in self.cast.at or noun_phrases.apposition(noun) is not None:
            return False
        if noun.morph.get("Number", []) == ["Plur"]:
            return "p" in genders
        return {"Masc": "m", "Fem": "f", "Neut": "n"}.get("".join(noun.morph.get("Gender", []))) in genders

    def _owns(self, token: Token, whom: Token, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
        found = self._if_agrees(whom, genders)
        return None if found and found[0].kind != "person" and owns_land(token) else found

    def _if_agrees(self, noun: Token, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
        name = noun if noun.i in self.cast.at else noun_phrases.apposition(noun)
        found = self.cast.at.get(name.i) if name is not None else None
        return found if found and agrees(self.cast, found, genders, noun) else None

    def _nearest(self, token: Token, genders: tuple[Gender, ...]) -> list[ActorFound] | None:
        """*Dieser*, *diese*, *dessen Armee*: the actor named last before it that is not the subject of its verb, unless a
        common noun that fits stands nearer."""
        first = self.sentences.first(self.sentences.of(token.i) - 1)
        wanted = {"m": ["Masc"], "f": ["Fem"], "n": ["Neut"]}.get(genders[0])
        i = token.i - 1
        while i >= first:
            found = self.cast.at.get(i)
            if found:
                while i > first and self.cast.at.get(i - 1) is found:
                    i -= 1
                subject = token.tag_ != "PDS" and self._its_subject(token, i)
                if agrees(self.cast, found, genders, self.doc[i]) and not subject:
                    return found
            elif self.doc[i].pos_ == "NOUN":
                number, gender = (self.doc[i].morph.get(name, []) for name in ("Number", "Gender"))
                if number == ["Plur"] if wanted is None else (number == ["Sing"] and gender == wanted):
                    return None
            i -= 1
        return None

    def _its_subject(self, token: Token, i: int) -> bool:
        """Whether the word is the subject that the verb of the token has or shares."""
        verb = verb_of(token) if self.sentences.tree else None
        other = self.doc[i]
        return (
            verb is not None and other.dep_.startswith("nsubj") and other.head in (verb, subject_verb(verb))
        )

    def _best(self, token: Token, genders: tuple[Gender, ...], possessive: bool) -> list[ActorFound] | None:
        here = self.sentences.of(token.i)
        best: _Candidate | None = None
        body: list[ActorFound] | None = None
        beside = frozenset() if possessive else self._offices_beside(token)
        others = token.head if possessive and of_another(token) else token
        subjects = subject_actors(self.cast, others) if self.sentences.tree else []
        of_people = possessive and befalls_people(token)
        seen = token.i
        for i in range(token.i - 1, max(self.sentences.first(here - _REACH), token.i - _FARTHEST) - 1, -1):
            found = self.cast.at.get(i)
            if not found or (i + 1 < token.i and self.cast.at.get(i + 1) is found):
                continue
            distance = here - self.sentences.of(i)
            if distance == 0 and not possessive:
                if noun_between(self.cast, (i + 1, seen), genders, token.lower_ == "ihn"):
                    return best.actors if best else body
                seen = i + 1
            actors = self._coordinated(i, found) if genders == ("p",) else found
            joined = genders == ("p",) and self._joined(i)
            if of_people and found[0].kind != "person":
                continue
            if not (joined or agrees(self.cast, actors, genders, self.doc[i])) or (
                not possessive and self.sentences.tree and same_clause(self.cast, token, i)
            ):
                continue
            if any(actor in subjects for actor in actors):
                continue  # *Macron warnte ihn*, however often he was named before
            if beside and not beside.isdisjoint(self.cast.titles.get(actors[0], ())):
                continue
            score = self._score(token, i, distance, actors, possessive)
            if not self._strong(actors[0], i, genders, possessive):
                continue
            if genders == ("m",) and not possessive and actors[0].kind not in ("person", "state"):
                body = body or actors  # *der Bundestag … er*, where nobody else can be *er*
            elif best is None or score > best.score:
                best = _Candidate(actors, i, score)
        return best.actors if best else body

    def _offices_beside(self, token: Token) -> frozenset[str]:
        """The offices of those to whom the subject does something, who are others: *Er warf dem Minister vor, …*."""
        verb = verb_of(token) if self.sentences.tree and token.dep_ == "nsubj" else None
        return frozenset(
            held.word
            for child in (verb.children if verb is not None else ())
            if child.i != token.i and child.tag_ == "NN" and child.dep_ in _OBJECTS
            if (held := office(child.text)) is not None
            and any(article.lower_ in ("den", "dem", "die", "der") for article in child.children)
        )

    def _strong(self, actor: ActorFound, i: int, genders: tuple[Gender, ...], possessive: bool) -> bool:
        """Whether the actor is named prominently enough: what is no person takes a subject to be *er*, *sie*, *es*."""
        if actor.kind == "person" or genders == ("p",) or possessive or not self.sentences.tree:
            return True
        return self.sentences.subject(i)

    def _score(
        self, token: Token, i: int, distance: int, actors: list[ActorFound], possessive: bool
    ) -> float:
        score = 10.0 - 4.0 * distance + i / 100_000
        if self.sentences.subject(i) or (
            self.doc[i].tag_ in ("PPER", "PRELS") and self.doc[i].dep_.startswith("nsubj")
        ):
            score += 3.0
        if actors[0].kind == "person":
            # *er* is hardly ever a country, though some are masculine: *sagte er*.
            score += 4.0 if token.lower_ == "er" else 2.0
        elif actors[0].kind == "group" and token.tag_ == "PPER":
            score += 1.0  # *sie* are people rather than a body
        if possessive and distance == 0 and self.sentences.subject(i):
            verb = verb_of(token)
            own = verb is not None and self.doc[i].head == subject_verb(verb)
            score += _OWN if own else 1.0  # *Tusk sagte, Polen behalte seine Truppen*
        if self.doc[i].dep_ == "nmod" and self.doc[i].morph.get("Case", []) == ["Gen"]:
            score -= 1.5  # *der Terror Meiers*: he is named in passing
        if self._opens(i):
            score += 1.0
        if token.dep_ == "nsubj:pass" and self.doc[i].dep_ == "obl:agent":
            score -= _DONE_TO  # who did it is not the one to whom more is done
        return score

    def _opens(self, i: int) -> bool:
        """Whether the mention stands at the head of its sentence."""
        sentence = self.sentences.of(i)
        return i < 4 or self.sentences.of(i - 4) != sentence

    def _joined(self, i: int) -> bool:
        """Whether somebody who is no actor is joined to the named subject: *Meier und sein Sohn*."""
        if not self.sentences.tree or not self.sentences.subject(i):
            return False
        return any(child.dep_ == "conj" and child.tag_ == "NN" for child in self.doc[i].children)

    def _coordinated(self, i: int, found: list[ActorFound]) -> list[ActorFound]:
        """*Putin und Kim*: with the actors that the tree joins by *und*."""
        if not self.sentences.tree:
            return found
        word = self.doc[i]
        while word.dep_ in ("flat", "flat:name", "conj") and word.head.i < word.i:
            word = word.head
        joined = list(self.cast.at.get(word.i, found))
        for child in word.subtree:
            if child.dep_ == "conj":
                joined += [a for a in self.cast.at.get(child.i, ()) if a not in joined]
        return joined


_HIS: Final = frozenset({"sein", "seine", "seinen", "seinem", "seiner", "seines"})
_HER: Final = frozenset({"ihre", "ihren", "ihrem", "ihrer", "ihres"})
#: All words, small, that `Pronouns.resolve` may give an actor.
PRONOUNS: Final = frozenset(_PERSONAL) | RELATIVE | _HIS | _HER
