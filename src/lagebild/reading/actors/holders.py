"""Several holders of an office as one group: *die EU-Außenminister*, *europäische Verteidigungsminister*."""

from __future__ import annotations

from lagebild.language.columns import columns
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.titles import Title

#: Beginnings of adjectives of a part of the world: whose ministers are of many states.
_REGIONAL = ("europäisch", "westlich", "arabisch", "afrikanisch", "asiatisch", "lateinamerikanisch", "westafrikanisch",
             "südamerikanisch", "ostasiatisch", "südostasiatisch", "ausländisch")  # fmt: skip


def several(cast: Cast, title: Title) -> bool:
    """Whether several hold the office; a state has one president and one foreign minister."""
    office, words = title.office, columns(cast.doc).words
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
    one = office.rank == "head" or office.word.lower().endswith("nminister")
    return not of_state or not one or bool(_region(cast, title))


def take(cast: Cast, title: Title, stop: int) -> bool:
    """Make them one group of the country that the words say, and note where it is mentioned; False for none."""
    words, at, start = columns(cast.doc).words, title.token, title.start
    word, region = _office(cast, at), _region(cast, title)
    country = title.country
    if region:
        word, country = f"{region}e {word}", None
    elif title.entries:
        entry = title.entries[0]
        adjective = cast.known.adjective_of.get(entry.key, "")
        if adjective:
            word = f"{adjective}{'' if adjective[0].isupper() else 'e'} {word}"
        elif "-" not in word:
            word = " ".join([word, *words[at + 1 : stop]])
    elif at > 2 and words[at - 1] == "und" and words[at - 2].endswith("-"):
        start, word = at - 2, f"{words[at - 2]} und {word}"
    else:
        return False
    actor = cast.body(f"holders:{country}:{word}", word, "group", country, title.office.sector or None, "p")
    cast.mention(actor, start, at + 1)
    return True


def _region(cast: Cast, title: Title) -> str:
    """The stem of the adjective of a part of the world before the office; "" for none."""
    before = columns(cast.doc).lowers[title.start : title.token]
    return next((stem for word in before for stem in _REGIONAL if word.startswith(stem)), "")


def _office(cast: Cast, at: int) -> str:
    """The office word at the token in the nominative plural."""
    word = columns(cast.doc).words[at]
    dative = word.endswith(("ern", "eln")) and cast.doc[at].morph.get("Case", []) == ["Dat"]
    adjectival = word.endswith(("ordneten", "sitzenden", "tragten", "sandten"))
    return word[:-1] if dative or adjectival else word
