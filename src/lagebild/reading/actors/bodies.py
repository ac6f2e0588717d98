"""Bodies named by common words: governments, armies, ministries, rebels – and whose they are."""

from __future__ import annotations

from functools import cache
from typing import Final

from lagebild import lexicon
from lagebild.reading.actors.body_phrases import Phrase, phrase_at
from lagebild.reading.actors.body_words import SHORT, body_of
from lagebild.reading.actors.cast import Cast, family_key
from lagebild.reading.actors.forms import STRONG, adjective_stems, fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.leads import leads
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.titles import office
from lagebild.reading.analysis import ActorFound
from lagebild.record import ActorKind


@cache
def _telling_adjectives() -> frozenset[str]:
    return frozenset(fold(r["stem"]) for r in lexicon.table("actors/group_adjectives.tsv", ["stem"]))


class Bodies:
    """Finds bodies and joins each with its state, or makes it an actor of its own."""

    def __init__(self, cast: Cast, scan: Scan) -> None:
        self.cast = cast
        self.scan = scan
        self.doc = cast.doc
        self.words = scan.words
        #: state bodies and organisations whose owner the phrase does not name
        self.open: list[Phrase] = []

    def run(self) -> None:
        self._organs()
        for i in self.doc.marked:
            if body_of(self.words[i]) is None or i in self.cast.at:
                continue
            phrase = phrase_at(self.doc, self.scan, i)
            if phrase is not None and not self._names_next(phrase):
                self._take(phrase)

    def _organs(self) -> None:
        """*Kommission der Europäischen Union*: the organ that the lists have as *EU-Kommission*."""
        for hit in self.scan.hits:
            short, at = SHORT.get(hit.entry.name), hit.start - 2
            if short is None or at < 0 or self.words[at + 1] != "der" or at in self.cast.at:
                continue
            word = self.words[at]
            forms = [word, *(word.removesuffix(end) for end in ("s", "es") if word.endswith(end))]
            organ = next((e for f in forms if (e := self.cast.known.named(f"{short}-{f}")) is not None), None)
            if organ is not None and organ is not hit.entry:
                self.cast.mention(self.cast.entry(organ), at, at + 1)

    def _names_next(self, phrase: Phrase) -> bool:
        """*die Agentur Interfax*: the common word means the actor that is named behind it."""
        at = phrase.token + 1
        while at < len(self.doc) and self.words[at] in _QUOTES:
            at += 1
        actor = self.cast.one_at(at)
        if actor is None or actor.kind in ("state", "person") or at - phrase.token > 2:
            return False
        self.cast.mention(actor, phrase.start, phrase.token + 1)
        return True

    def _take(self, phrase: Phrase) -> None:
        if self._quoted(phrase):
            return
        entry = phrase.owners[0] if phrase.owners else self._leader(phrase)
        if entry is None and phrase.local:
            self._of_town(phrase, phrase.local)
            return
        if entry is None and phrase.body.word in _NOBODYS and not self.telling(phrase):
            return
        if phrase.body.kind == "state":
            if entry is None:
                self.open.append(phrase)
                return
            self._state(phrase, entry)
        elif entry is None:
            self.open.append(phrase)
        else:
            made = [self._made(phrase, e.country, e) for e in phrase.owners or [entry]]
            self.cast.mention(made, phrase.start, phrase.token + 1)

    def _of_town(self, phrase: Phrase, country: str) -> None:
        """The body of a town or region is its own; troops and governments are their state."""
        state = self.cast.known.states.get(country)
        if phrase.body.kind == "state" and state is not None:
            self._state(phrase, state)
        else:
            self.own(phrase, country)

    def _quoted(self, phrase: Phrase) -> bool:
        """*die Zeitung „Abendblatt“*: an unknown name in quotation marks right behind the word is the body's."""
        at, words = phrase.token + 1, self.words
        if phrase.body.kind == "state" or words[at : at + 1] == [] or words[at] not in _QUOTES:
            return False
        close = next((i for i in range(at + 2, min(len(words), at + _NAME)) if words[i] in _QUOTES), None)
        if close is None or not words[at + 1][:1].isupper():
            return False
        name, country = " ".join(words[at + 1 : close]), next((e.country for e in phrase.owners), None)
        body = phrase.body
        actor = self.cast.body(
            f"name:{fold(name)}", name, body.kind, country, body.sector or None, body.gender
        )
        self.cast.mention(actor, phrase.start, close)
        self.cast.named.add(actor)
        return True

    def _leader(self, phrase: Phrase) -> Entry | None:
        """*die Regierung Bush*, *Bush-Regierung*, *die Regierung von Präsident Bush*: the state of the person."""
        person = self.cast.one_at(phrase.token + 1) if phrase.token + 1 < len(self.doc) else None
        person = person or self._led_by(phrase.token + 1)
        text = self.words[phrase.token]
        if person is None and "-" in text:
            bearers = self.cast.families.get(family_key(text.rsplit("-", 1)[0]), ())
            person = next((a for _, a in bearers), None)
        if person is None or person.kind != "person" or person.country is None:
            return None
        return self.cast.known.states.get(person.country)

    def _led_by(self, i: int) -> ActorFound | None:
        """The person behind what says of whom the body is, with his office or without: *unter General Meier*."""
        if i >= len(self.doc) or self.doc.lowers[i] not in _LED_BY:
            return None
        for k in range(i + 1, min(i + _OFFICE, len(self.doc))):
            actor = self.cast.one_at(k)
            if actor is not None:
                return actor
            if self.doc.tags[k] not in ("ADJA", "NN") or (
                self.doc.tags[k] == "NN" and not office(self.words[k])
            ):
                return None
        return None

    def _state(self, phrase: Phrase, entry: Entry) -> None:
        """An army or government of a state is the state; one of a body (*Nato-Truppen*) is that body."""
        actors = [self.cast.entry(e) for e in phrase.owners or [entry]]
        if phrase.foreign and phrase.owners:
            actors.append(self._made(phrase, None, None))
        self.cast.mention(actors if len(actors) > 1 else actors[0], phrase.start, phrase.token + 1)

    def highest(self, phrase: Phrase) -> bool:
        """Whether it is the highest court of a state: *der Oberste Gerichtshof*."""
        return phrase.body.sector == "JUD" and self.words[phrase.token - 1].lower().startswith("oberst")

    def telling(self, phrase: Phrase) -> str:
        """The adjective that tells which body it is, in the nominative: *westliche*, *prorussische*; "" for none."""
        if phrase.token == phrase.start:
            return ""
        if town := self._town(phrase):
            return town
        if self.highest(phrase):
            return f"Oberst{STRONG[phrase.body.gender]}"
        adjective = self.words[phrase.token - 1]
        for stem in adjective_stems(fold(adjective)):
            sided = stem.startswith(("pro", "anti")) and leads().adjective(
                stem.removeprefix("pro").removeprefix("anti").lstrip("-")
            )
            if stem in _telling_adjectives() or sided or stem.endswith(_STANDS):
                return f"{adjective[: len(stem)].lower()}e"
        return ""

    def _town(self, phrase: Phrase) -> str:
        """*Kölner*, *New Yorker*, *bayerisches*; "" without such an adjective, as with *dortig*."""
        at = [self.words[i] for i in range(phrase.start, phrase.token) if i in self.doc._.local_at]
        if not at or phrase.owners or at[-1].startswith("dortig"):
            return ""
        opens = self.doc[phrase.start].is_sent_start and at[-1].lower().find("isch") > 0
        if at[-1][:1].isupper() and not opens:
            return " ".join(at)
        word = at[-1].lower()
        stem = next((s for s in adjective_stems(word) if s.endswith("isch")), word)
        return f"{stem}{STRONG[phrase.body.gender]}"

    def longer(self, phrase: Phrase) -> ActorFound | None:
        """The body named last whose name ends in this word: *das Ministerium* is the *Verteidigungsministerium*.

        Of a body of states the word may stand apart: *das Parlament* is the *Europäisches Parlament*.
        """
        end, at = phrase.body.word.lower(), phrase.token
        found: ActorFound | None = None
        last = -1
        for actor in self.cast.actors:
            name = actor.name.lower()
            if actor.kind not in ("organisation", "international") or not name.endswith(end):
                continue
            if not name[: -len(end)].split(" ")[-1] and (actor.kind == "organisation" or name == end):
                continue
            nearest = max((start for start, _ in actor.mentions if start < at), default=-1)
            if nearest > last:
                last, found = nearest, actor
        return found

    def told_again(self, phrase: Phrase) -> ActorFound | None:
        """The armed group or the civilians told before by the same word, wherever they are told of again: *Separatisten …
        die Separatisten*, *irakische Zivilisten … Zivilisten*; None where those told before were several."""
        sector = phrase.body.sector
        bare = phrase.start == phrase.token or (sector == _CIVILIANS and not self.telling(phrase))
        if sector not in _TOLD_AGAIN or not bare or phrase.foreign:
            return None
        word = phrase.body.word
        told = [
            a
            for a in self.cast.actors
            if a.kind == "group" and a.country and a.mentions
            if a.name == word or (sector == _CIVILIANS and a.name.endswith(f" {word}"))
        ]
        return told[0] if len(told) == 1 else None

    def own(self, phrase: Phrase, country: str | None, entry: Entry | None = None) -> None:
        """Make the body an actor and note its mention; ``country`` and ``entry`` as in `_made`."""
        self.cast.mention(self._made(phrase, country, entry), phrase.start, phrase.token + 1)

    def _made(self, phrase: Phrase, country: str | None, entry: Entry | None) -> ActorFound:
        """The body as an actor, named in the nominative: *chinesisches Außenministerium*.

        ``entry`` is whose it is by the text; ``country`` without it is where it must be from: no part of its name.
        """
        body = phrase.body
        adjective = self.cast.known.adjective_of.get(entry.key, "") if entry is not None else ""
        if entry is not None and adjective:
            ending = "" if adjective[0].isupper() else STRONG[body.gender]
            name = f"{adjective}{ending} {body.word}"
        elif entry is not None:
            named = fold(body.word).startswith(fold(entry.name))  # Talibankämpfer
            name = body.word if named else f"{SHORT.get(entry.name, entry.name)}-{body.word}"
        else:
            telling, word = self.telling(phrase), self.words[phrase.token]
            word = body.word if word == f"{body.word}n" else word  # *den kurdischen Kämpfern*
            name = f"{telling} {word}" if telling else body.word
        listed = self.cast.known.named(name)
        if listed is not None and listed.kind != "state":
            return self.cast.entry(listed)
        kind: ActorKind = "group" if body.kind == "state" else body.kind
        key = f"body:{country or (entry.key if entry else '')}:{name if ' ' in name and entry is None else body.word}"
        return self.cast.body(key, name, kind, country, body.sector or None, body.gender)


#: Sectors of groups in arms, of which an article mostly tells of one by one word.
_ARMED: Final = frozenset({"REB", "UAF"})
_CIVILIANS: Final = "CVL"
_TOLD_AGAIN: Final = _ARMED | {_CIVILIANS}
#: What stands between a body and whoever leads it, and within how many tokens the name follows.
_LED_BY: Final = frozenset({"von", "unter", "um", "des", "der"})
_OFFICE: Final = 4
#: How many tokens behind a body's word its name in quotation marks may end.
_NAME: Final = 7
#: Words that mean a body only where the text says whose: *die russische Seite*, not *auf der anderen Seite*.
_NOBODYS: Final = frozenset({
    "Seite", "Delegation", "Diplomatie", "Truppe", "Flotte", "Artillerie", "Gruppe", "Gruppen", "Gruppierung",
    "Gruppierungen",
})  # fmt: skip
#: Ends of adjectives that say what a group is for or against: *regierungskritische*, *schwulenfeindliche Gruppen*.
_STANDS: Final[tuple[str, ...]] = ("feindlich", "kritisch", "treu", "nah")
_QUOTES: Final = frozenset("„“”\"'»«‚‘›‹")
