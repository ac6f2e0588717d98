"""Where: the places of an article with country and coordinates.

A place counts where the text uses its name as a place: behind a preposition (*in Moskau*), a word
for places (*der Bahnhof Chasan*), in a dateline (*Kiew (dpa) –*). Coordinates come from
``lexicon/places`` and from the cities of GeoNames (`cities`); names that several cities share are
settled by the countries of the article and the number of inhabitants.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from lagebild.language.tokens import words_of
from lagebild.reading.actors.cities import City, all_cities
from lagebild.reading.actors.scan import scan
from lagebild.reading.analysis import PlaceFound
from lagebild.reading.places.adjectives import local_adjectives
from lagebild.reading.places.atlas import Atlas
from lagebild.reading.places.search import Search

__all__ = ["City", "Places", "all_cities"]


@Language.factory("lagebild_places", assigns=["doc._.places", "doc._.local_at"])
def create(nlp: Language, name: str) -> Places:
    return Places()


class Places:
    """The places of an article, in the order of their first mention."""

    def __init__(self) -> None:
        self.atlas = Atlas()

    def __call__(self, doc: Doc) -> Doc:
        found: dict[tuple[str, str | None], PlaceFound] = {}
        words = words_of(doc)
        for start, stop, spot in Search(words, scan(words), self.atlas).run():
            place = found.setdefault(
                (spot.name, spot.country), PlaceFound(spot.name, spot.country, spot.lat, spot.lon)
            )
            place.mentions.append((start, stop))
        doc._.places = list(found.values())
        doc._.local_at = local_adjectives(words, self.atlas, doc._.places)
        return doc
