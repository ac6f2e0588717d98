"""Holders of offices that are told without a name: several (*die EU-Außenminister*, *die Minister* of those named before),
who held it at the time, or somebody unknown (*der iranische Vizeminister*)."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Words
from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import declined
from lagebild.reading.actors.gazetteer import Entry
from lagebild.reading.actors.owners import listed
from lagebild.reading.actors.roles import role_of
from lagebild.reading.actors.scan import Scan
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.actors.titles import Title
from lagebild.reading.analysis import ActorFound

#: Beginnings of adjectives of a part of the world: whose ministers are of many states.
_REGIONAL = ("europäisch", "westlich", "arabisch", "afrikanisch", "asiatisch", "lateinamerikanisch", "westafrikanisch",
             "südamerikanisch", "ostasiatisch", "südostasiatisch", "ausländisch")  # fmt: skip

#: Who acts for a body and no more, and the kinds of bodies for which they do.
_SPEAKING: Final = "Vertreter"
_BODIES: Final = frozenset({"international", "organisation"})
#: Classes of offices that somebody holds for a state.
_OF_A_STATE: Final = frozenset({"head", "minister", "military"})
#: How many sentences back those may be named whom a plural takes up, and what says behind it that others are meant.
_BACK: Final = 2
_OWNED: Final = frozenset({"der", "des", "von", "aus", "für", "im", "in", "beim", "beider"})


def told(cast: Cast, title: Title, sentences: Sentences) -> list[ActorFound]:
    """The holders of the office named right before, whom *die Minister*, *die Präsidenten* takes up; none for one."""
    doc, at = cast.doc, title.token
    words = doc.lowers
    if (
        title.entries
        or title.country
        or at != title.start + 1
        or words[title.start] not in ("die", "den", "der")
    ):
        return []
    behind = doc.words[at + 1 : at + 3]
    met = behind[:1] == ["in"] and behind[1:] and behind[1][0].isupper()  # *die Minister trafen sich in Wien*
    if behind and behind[0] in _OWNED and not met:
        return []
    first, office = sentences.first(sentences.of(at) - _BACK), titles.office_key(title.office.word)
    found = [
        actor
        for actor in cast.actors
        if actor.kind == "person"
        and any(first <= start < at for start, _ in actor.mentions)
        and any(titles.same_office(office, titles.office_key(w)) for w in cast.titles.get(actor, ()))
    ]
    return found if len({actor.country for actor in found}) > 1 else []


def several(cast: Cast, title: Title) -> bool:
    """Whether several hold the office."""
    office, words = title.office, cast.doc.words
    article = words[title.start].lower()
    if office.rank == "other":
        return False
    # *der europäischen Minister*: the forms of article and adjective are those of a genitive plural
    genitive = article == "der" and bool(_region(cast, title)) and words[title.token - 1].endswith("en")
    if cast.doc[title.token].morph.get("Number", []) != ["Plur"] and not genitive:
        return False
    if article in ("des", "dem") or article.startswith("ein"):
        return False
    of_state = title.country is not None and all(e.kind == "state" for e in title.entries)
    return not of_state or not office.sole or bool(_region(cast, title))


def take(cast: Cast, title: Title, stop: int, sentences: Sentences) -> bool:
    """Note who they are: those named before, else one group of the country that the words say; False for none."""
    named = told(cast, title, sentences)
    if named:
        cast.mention(named, title.start, title.token + 1)
        return True
    words, at, start = cast.doc.words, title.token, title.start
    word, region = _office(cast, at), _region(cast, title)
    country = title.country
    if word == _SPEAKING and len(title.entries) == 1 and title.entries[0].kind in _BODIES and not region:
        cast.mention(cast.entry(title.entries[0]), start, at + 1)  # *Vertreter von Greenpeace* speak for it
        return True
    joined = at > 2 and words[at - 1] == "und" and words[at - 2].endswith("-")
    if joined:  # *die Staats- und Regierungschefs der EU*
        start, word = at - 2, f"{words[at - 2]} und {word}"
        if title.entries and words[at + 1 : at + 2] and words[at + 1] in ("der", "des"):
            word = " ".join([word, *words[at + 1 : stop]])
    elif region:
        word, country = f"{region}e {word}", None
    elif title.entries:
        entry = title.entries[0]
        adjective = cast.known.adjective_of.get(entry.key, "")
        if adjective:
            word = f"{adjective}{'' if adjective[0].isupper() else 'e'} {word}"
        elif "-" not in word:
            word = " ".join([word, *words[at + 1 : stop]])
    else:
        return False
    actor = cast.body(f"holders:{country}:{word}", word, "group", country, title.office.sector or None, "p")
    actor.abroad = title.international
    cast.mention(actor, start, at + 1)
    return True


def _region(cast: Cast, title: Title) -> str:
    """The stem of the adjective of a part of the world before the office; "" for none."""
    before = cast.doc.lowers[title.start : title.token]
    return next((stem for word in before for stem in _REGIONAL if word.startswith(stem)), "")


def _office(cast: Cast, at: int) -> str:
    """The office word at the token in the nominative plural."""
    word = cast.doc.words[at]
    dative = word.endswith(("ern", "eln")) and cast.doc[at].morph.get("Case", []) == ["Dat"]
    weak = word.endswith("en") and declined(word)
    return word[:-1] if dative or weak else word


def in_office(cast: Cast, title: Title) -> ActorFound | None:
    """Who held the office at the article's date: only with a country or body in the text.

    Nobody where there are many of the kind, whom the who's-who has as such, too: *der CDU-Politiker*, *die Aktivistin*.
    """
    if title.country is None or cast.date is None or title.office.rank in ("mp", "other"):
        return None
    word = titles.office_key(title.office.word)
    person = cast.known.holder(title.country, word, title.office.rank, cast.date)
    return cast.entry(person) if person else None


def unnamed(cast: Cast, title: Title) -> ActorFound | None:
    """*der iranische Vizeminister* whom the text never names: somebody of that state, not the last one named."""
    states = [e for e in title.entries if e.kind == "state"]
    if not title.entries and title.country and not title.federal:  # der Papst
        states = [cast.known.states[title.country]]
    if len(states) != 1 or title.office.rank not in _OF_A_STATE:
        return None
    feminine = titles.feminine(title.office.word)
    role = role_of(cast, title, feminine)
    actor = cast.body(
        f"office:{states[0].key}:{titles.office_key(title.office.word)}",
        role,
        "person",
        title.country,
        title.office.sector or None,
        "f" if feminine else "m",
    )
    cast.titles.setdefault(actor, []).append(title.office.word)
    return actor


def gathered(doc: Words, title: Title, owners: list[Entry], stop: int) -> bool:
    """Whether the state behind the office is only where its holders, who are of several, meet: *die Außenminister in Wien*.

    ``owners`` are the states or bodies behind the office, up to ``stop``.
    """
    word, article = doc[title.token], doc.lowers[title.start]
    masculine = not titles.feminine(word.text) and not declined(word.text)
    several = word.morph.get("Number", []) == ["Plur"] or (article == "die" and masculine)
    placed = not titles.PLACED.isdisjoint(doc.lowers[title.token + 1 : stop])
    return several and placed and title.office.sole and all(owner.kind == "state" for owner in owners)


def several_states(doc: Words, scan: Scan, title: Title, owners: list[Entry], stop: int) -> list[Entry]:
    """The states of *die Außenminister der USA, Frankreichs und Polens*, whose first one ends before ``stop``.

    Nothing for an office of one state: the words are then one person's, whatever number the tagger gives.
    """
    word, article = doc[title.token], scan.words[title.start].lower()
    plural = "Plur" in word.morph.get("Number", []) or (
        article in ("die", "den") and not titles.feminine(word.text)
    )
    if not plural or not owners or owners[0].kind != "state" or article in ("des", "dem"):
        return []
    found = listed(scan, owners[0], stop)
    return found if len(found) > 1 else []
