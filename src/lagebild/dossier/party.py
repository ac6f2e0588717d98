"""Whom a question asks about: a country with all its actors, or one actor by identity."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

import pycountry
from babel import Locale

from lagebild.errors import UnknownActor
from lagebild.record import Language
from lagebild.store import Store, fold, has


@dataclass(frozen=True)
class Party:
    """One side of a question.

    ``country`` (alpha-3) stands for the state and every actor of it; else ``keys`` are the
    identities meant. ``members`` are what it is called in the pairs of a store: its country, or
    the identities of actors without one. ``name`` is what to call it.
    """

    name: str
    members: tuple[str, ...]
    country: str | None = None
    keys: tuple[str, ...] = ()

    def condition(self, side: str) -> tuple[str, list[object]]:
        """SQL over an extract, true where this party stands on ``side`` (``source`` or ``target``), and its parameters."""
        if self.country:
            return has({"source": "acting", "target": "acted_on"}[side]), [self.country]
        return f"({' OR '.join([has(f'{side}_keys')] * len(self.keys))})", list(self.keys)

    def stands(self) -> tuple[str, list[object]]:
        """SQL over an extract, true where this party stands on either side, and its parameters."""
        if self.country:
            return has("sides"), [self.country]
        (source, keys), (target, same) = self.condition("source"), self.condition("target")
        return f"({source} OR {target})", [*keys, *same]

    def covers(self, key: str, country: str | None) -> bool:
        """Whether an actor of this identity and country belongs to the party."""
        return country == self.country if self.country else key in self.keys


#: Countries without a code in ISO 3166-1, by the codes that others agree on (World Bank, CLDR): Kosovo.
_UNLISTED = {"XKX": "XK"}


@cache
def countries() -> dict[str, str]:
    """Folded country name, German or English, or code → alpha-3 (names of CLDR and ISO 3166-1)."""
    found: dict[str, str] = {}
    german, english = Locale("de").territories, Locale("en").territories
    for code, region in _UNLISTED.items():
        found |= {fold(name): code for name in (code, german[region], english[region])}
    for country in pycountry.countries:
        names = [country.alpha_3, country.name, getattr(country, "common_name", country.name)]
        names += [locale[country.alpha_2] for locale in (german, english) if country.alpha_2 in locale]
        found |= {fold(name): country.alpha_3 for name in names}
    return found


@cache
def country_name(code: str, language: Language = "de") -> str:
    """The name of a country in German (``de``) or English (``en``), the code itself where there is none."""
    region = alpha_2(code)
    return str(Locale(language).territories.get(region, code)) if region else code


@cache
def alpha_2(code: str) -> str | None:
    """The two letters of a country, None where there are none."""
    country = pycountry.countries.get(alpha_3=code)
    return str(country.alpha_2) if country else _UNLISTED.get(code)


def place_name(name: str | None, language: Language | None) -> str | None:
    """What a place is called in a language: a country by its name there, others as the articles call them."""
    code = countries().get(fold(name)) if name and language else None
    return country_name(code, language) if code and language else name


#: SQL of what to call an actor of the table ``actors``, by identity: a state by its commonest name, for it has many,
#: others by the longest, which is the fullest.
NAME = (
    "CASE WHEN min(kind) = 'state' THEN mode(name ORDER BY name) ELSE arg_max(name, (length(name), name)) END"
)


def resolve(store: Store, asked: str, language: Language = "de") -> Party:
    """The party that a code, a name or an actor's identity means.

    Names of countries, German or English, mean the country; other names every stored actor
    of that name. ``language`` is that in which to call a country. Raises UnknownActor when it is
    in neither gazetteer nor store.
    """
    wanted = fold(asked)
    if not asked.strip():
        raise UnknownActor("name an actor: a code like RUS, or a name", "no-actor-named", asked)
    code = countries().get(wanted)
    if code:
        return Party(country_name(code, language), (code,), country=code)
    found = store.rows(
        f"SELECT key, {NAME} AS name, list(DISTINCT name) AS names, min(country) AS country, min(kind) AS kind, "
        "list(DISTINCT coalesce(country, key)) AS members, count(*) AS n "
        "FROM actors WHERE key = ? OR lower(strip_accents(name)) LIKE ? GROUP BY key ORDER BY n DESC, key",
        [asked, f"%{wanted.split()[-1] if wanted else asked}%"],
    )
    exact = [row for row in found if row["key"] == asked or wanted in map(fold, row["names"])]
    states = [row["country"] for row in exact if row["kind"] == "state" and row["country"]]
    if states:
        return Party(country_name(states[0], language), (states[0],), country=states[0])
    # A surname is enough where it means one person alone.
    partial = [row for row in found if wanted and set(wanted.split()) <= set(fold(row["name"]).split())]
    chosen = exact or (partial if len({row["key"] for row in partial}) == 1 else [])
    if chosen:
        members = sorted({member for row in chosen for member in row["members"]})
        return Party(chosen[0]["name"], tuple(members), keys=tuple(sorted(row["key"] for row in chosen)))
    near = [row["name"] for row in (partial or found)[:5]] or _alike(store, wanted, language)
    hint = (
        f"; did you mean {', '.join(near)}?" if near else "; `lagebild search --actors` lists who is stored"
    )
    raise UnknownActor(
        f"{asked!r} is no country and no actor of this store{hint}", "unknown-actor", asked, near
    )


def _alike(store: Store, wanted: str, language: Language) -> list[str]:
    """Countries and actors that are written about like that."""
    codes = (countries()[name] for name in get_close_matches(wanted, countries(), cutoff=0.75))
    stored = store.tuples(
        "SELECT name FROM actors GROUP BY name HAVING jaro_winkler_similarity(lower(strip_accents(name)), ?) > 0.9 "
        "ORDER BY count(*) DESC, name LIMIT 3",
        [wanted],
    )
    return list(dict.fromkeys([*(country_name(code, language) for code in codes), *(n for (n,) in stored)]))
