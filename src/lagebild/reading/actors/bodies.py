"""Bodies named by common words: governments, armies, ministries, rebels – and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Doc, Token

from lagebild import lexicon
from lagebild.language.de.spelling import standard
from lagebild.language.de.suffixes import Endings
from lagebild.reading.actors.cast import Cast, family_key
from lagebild.reading.actors.forms import STRONG, Gender, adjective_stems, fold
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.leads import leads
from lagebild.reading.actors.owners import ARTICLES, listed, owner_after
from lagebild.reading.actors.scan import Scan
from lagebild.reading.analysis import ActorFound
from lagebild.record import ActorKind


@dataclass(frozen=True, slots=True)
class Body:
    """A word for a body as the lexicon has it; ``word`` in its dictionary form."""

    word: str
    kind: ActorKind
    sector: str
    gender: Gender


#: The first member of a compound has so many letters at least.
_FIRST_MEMBER = 3


@cache
def _bodies() -> tuple[dict[str, Body], Endings[Body]]:
    """Bodies by every folded form, and those that count as last members of compounds."""
    whole: dict[str, Body] = {}
    last: dict[str, Body] = {}
    columns = ["word", "kind", "sector", "gender", "forms"]
    for row in lexicon.table("actors/bodies.tsv", columns, optional=1):
        word = row["word"].lstrip("-")
        body = Body(word, row["kind"], row["sector"], row["gender"])  # type: ignore[arg-type]
        forms = [word, *(f.strip() for f in row["forms"].split(",") if f.strip())]
        if not row["forms"]:
            forms += [word + "n", word + "en"] if body.gender in ("f", "p") else [word + "s", word + "es"]
        for form in forms:
            whole.setdefault(form.lower(), body)
            if row["word"].startswith("-"):
                last.setdefault(form.lower(), body)
    return whole, Endings(last, shortest=4)


@lru_cache(maxsize=16384)
def body_of(word: str) -> Body | None:
    """The body that a word names: ``Außenministeriums`` is a Ministerium with its own word.

    >>> body_of("Außenministeriums").word
    'Außenministerium'
    """
    if not word[:1].isalpha() or word == word.lower():
        return None
    whole, compound = _bodies()
    member = standard(word.rsplit("-", 1)[-1])
    found = whole.get(member.lower())
    if found is not None:
        return found
    small = member.lower()
    ending = compound.find(small, _FIRST_MEMBER)
    if ending is None:
        return None
    begin, found = ending
    if small.startswith(("land", "stadt", "bezirk", "kreis", "gemeinde")) and found.kind == "state":
        return None
    # the lexicon's own form in place of the inflected end
    return Body(member[:begin] + found.word.lower(), found.kind, found.sector, found.gender)


@cache
def _telling_adjectives() -> frozenset[str]:
    return frozenset(fold(r["stem"]) for r in lexicon.table("actors/group_adjectives.tsv", ["stem"]))


@dataclass(slots=True)
class Phrase:
    """A body in the text: its tokens and the states or bodies it belongs to.

    ``foreign`` people are not of the country where they are: *ausländische Journalisten*.
    """

    body: Body
    token: int
    start: int
    stop: int
    owners: list[Entry]
    definite: bool
    foreign: bool


def phrase_at(doc: Doc, scan: Scan, token: int) -> Phrase | None:
    """The body whose word is at the token, with its attributes before and its owner behind it."""
    if token in scan.covered:
        return None
    body = body_of(scan.words[token])
    if body is None:
        return None
    owners = list(scan.parts.get(token, ()))
    i = token - 1
    while i >= 0 and token - i < 5 and (i in scan.parts or _adjective(doc[i])) and i not in scan.covered:
        owners += [e for e in scan.parts.get(i, ()) if e not in owners]
        i -= 1
    i = _joined_owners(doc, scan, i, owners) if owners else i
    start, stop = i + 1, token + 1
    article = doc[i].lower_ if i >= 0 else ""
    if body.gender == "p" and article in ARTICLES and doc[token].morph.get("Number", []) == ["Sing"]:
        return None  # der Angreifer; without an article it is a plural, whatever the tagger says
    if i in scan.covered and not owners and scan.covered[i].use in ("name", "capital"):
        acronym = i == token - 1 and scan.words[i].isupper()  # die US Botschaft
        if acronym or _is_genitive(scan.words[i]):  # Israels Armee
            owners.append(scan.covered[i].entry)
    foreign = any(w.lower().startswith(_FOREIGN) for w in scan.words[start:token]) or (
        body.sector == "MIL" and scan.words[token].lower().startswith(FOREIGN_FORCES)
    )
    foreign = foreign or of_many(scan.words[token + 1 : token + 4])
    if foreign and not owners:
        _joined_owners(doc, scan, i, owners)  # afghanische und ausländische Soldaten: both
    if not owners and not foreign and not _abroad(body, scan.words[token + 1 : token + 2]):
        owners, stop = owner_after(scan, token + 1)
        stop = max(stop, token + 1)
        if owners and owners[0].kind == "state" and doc[token].morph.get("Number", []) == ["Plur"]:
            owners = listed(scan, owners[0], stop)  # die Regierungen von Italien und Malta
    definite = article in ARTICLES and not article.startswith("ein")
    return Phrase(body, token, start, stop, owners, definite, foreign)


def of_many(behind: list[str]) -> bool:
    """*Aktivisten aus sechs Nationen*, *Soldaten aus mehreren Ländern*."""
    first, last = (behind[0].lower(), behind[-1].lower()) if behind else ("", "")
    return first == "aus" and last in ("nationen", "ländern", "staaten")


def _joined_owners(doc: Doc, scan: Scan, i: int, owners: list[Entry]) -> int:
    """Add the states of adjectives joined to the one behind ``i``: *russische, syrische und iranische Truppen*.

    Each may have its own article. Gives the token before the first of them.
    """
    while i > 0:
        comma = i - 1 if doc[i].tag_ == "ART" else i
        if doc[comma].lower_ not in _BETWEEN or comma == 0:
            return i
        hit = scan.covered.get(comma - 1)
        if hit is not None and doc[comma - 1].text.endswith("-"):
            found = [hit.entry]
        elif comma - 1 in scan.parts and (
            doc[comma - 1].tag_ in _JOINED or doc[comma - 1].text.endswith("-")
        ):
            found = scan.parts[comma - 1]
        else:
            return i
        owners[:0] = [e for e in found if e not in owners]
        i = comma - 2
    return i


#: What stands between joined adjectives, and their tags: *afghanische und NATO-Truppen*, *US- und russische Soldaten*.
_BETWEEN = frozenset({"und", "sowie", "oder", ",", "wie"})
_JOINED = frozenset({"ADJA", "TRUNC", ""})


def _abroad(body: Body, follows: list[str]) -> bool:
    """Whether the country behind the word is only where they are: *Diplomaten in Kiew*, *die Botschaft in Riad*."""
    sent = (body.kind == "group" and body.sector == "GOV") or body.word.endswith(("otschaft", "onsulat"))
    return sent and follows in (["in"], ["im"])


#: Sectors of people and bodies that are of the country where they act, when the text does not say otherwise.
LOCAL = frozenset({"REB", "CVL", "OPP", "MIL", "LAB", "REL", "COP", "JUD", "LEG"})
_FOREIGN = (
    "ausländisch",
    "international",
    "fremd",
    "westlich",
    "europäisch",
    "arabisch",
    "afrikanisch",
    "pro-",
)


#: Beginnings of words for soldiers that are not of the country where they are.
FOREIGN_FORCES = (
    "koalition", "besatzung", "besatzer", "invasion", "intervention", "friedens", "blauhelm", "schutztruppe",
    "eingreif", "bodentruppe", "stabilisierung", "allianz", "bündnis",
)  # fmt: skip


def _adjective(token: Token) -> bool:
    text = token.text
    if token.tag_:
        return token.tag_ == "ADJA"
    return (
        (text[:1].islower() or token.i == 0 or token.nbor(-1).text in ".!?:")
        and len(text) > 4
        and text.endswith(("e", "en", "er", "em", "es"))
        and text.lower() not in ARTICLES
        and text not in _NOT_ADJECTIVES
    )


_NOT_ADJECTIVES = frozenset({
    "haben", "hatte", "hatten", "wurde", "wurden", "werden", "gegen", "durch", "ohne", "unter", "zwischen", "wegen",
    "sagte", "sagten", "erklärte", "heute", "gestern", "neben", "sowie", "oder", "weder", "worden", "können", "konnte",
    "sollen", "sollte", "wollen", "wollte", "müssen", "musste", "ihren", "ihrer", "seine", "seiner", "seinen", "welche",
    "welcher", "derer", "deren", "aber", "mehrere", "einige", "viele", "beide", "beiden", "etwa", "mehr", "über",
    "keine", "keiner", "keinen", "diese", "dieser", "diesen", "jeder", "immer", "wieder",
})  # fmt: skip


def _is_genitive(text: str) -> bool:
    return text.endswith(("s", "'", "’"))


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
        for i, word in enumerate(self.words):
            if (not word[0].isupper() and "-" not in word) or body_of(word) is None or i in self.cast.at:
                continue
            phrase = phrase_at(self.doc, self.scan, i)
            if phrase is not None and not self._names_next(phrase):
                self._take(phrase)

    def _organs(self) -> None:
        """*Kommission der Europäischen Union*: the organ that the lists have as *EU-Kommission*."""
        for hit in self.scan.hits:
            short, at = _SHORT.get(hit.entry.name), hit.start - 2
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
        """*die Regierung Bush*, *Bush-Regierung*: the state of the person."""
        person = self.cast.one_at(phrase.token + 1) if phrase.token + 1 < len(self.doc) else None
        text = self.words[phrase.token]
        if person is None and "-" in text:
            bearers = self.cast.families.get(family_key(text.rsplit("-", 1)[0]), ())
            person = next((a for _, a in bearers), None)
        if person is None or person.kind != "person" or person.country is None:
            return None
        return self.cast.known.states.get(person.country)

    def _state(self, phrase: Phrase, entry: Entry) -> None:
        """An army or government of a state is the state; one of a body (*Nato-Truppen*) is that body."""
        actors = [self.cast.entry(e) for e in phrase.owners or [entry]]
        if phrase.foreign and phrase.owners:
            actors.append(self._made(phrase, None, None))
        self.cast.mention(actors if len(actors) > 1 else actors[0], phrase.start, phrase.token + 1)

    def telling(self, phrase: Phrase) -> str:
        """The adjective that tells which body it is, in the nominative: *westliche*, *prorussische*; "" for none."""
        if phrase.token == phrase.start:
            return ""
        adjective = self.words[phrase.token - 1]
        for stem in adjective_stems(fold(adjective)):
            sided = stem.startswith(("pro", "anti")) and leads().adjective(
                stem.removeprefix("pro").removeprefix("anti").lstrip("-")
            )
            if stem in _telling_adjectives() or sided or stem.endswith(_STANDS):
                return f"{adjective[: len(stem)].lower()}e"
        return ""

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
            name = body.word if named else f"{_SHORT.get(entry.name, entry.name)}-{body.word}"
        else:
            telling = self.telling(phrase)
            name = f"{telling} {self.words[phrase.token]}" if telling else body.word
        listed = self.cast.known.named(name)
        if listed is not None and listed.kind != "state":
            return self.cast.entry(listed)
        kind: ActorKind = "group" if body.kind == "state" else body.kind
        key = f"body:{country or (entry.key if entry else '')}:{name if ' ' in name and entry is None else body.word}"
        return self.cast.body(key, name, kind, country, body.sector or None, body.gender)


#: How bodies of states are called in the names of their organs: *UN-Sicherheitsrat*.
_SHORT = {"Vereinte Nationen": "UN", "Europäische Union": "EU", "Afrikanische Union": "AU"}
#: How many tokens behind a body's word its name in quotation marks may end.
_NAME = 7
#: Words that mean a body only where the text says whose: *die russische Seite*, not *auf der anderen Seite*.
_NOBODYS = frozenset({
    "Seite", "Delegation", "Diplomatie", "Truppe", "Flotte", "Artillerie", "Gruppe", "Gruppen", "Gruppierung",
    "Gruppierungen",
})  # fmt: skip
#: Ends of adjectives that say what a group is for or against: *regierungskritische*, *schwulenfeindliche Gruppen*.
_STANDS = ("feindlich", "kritisch", "treu", "nah")
_QUOTES = frozenset("„“”\"'»«‚‘›‹")
