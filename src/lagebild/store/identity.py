"""Who is who across articles."""

from __future__ import annotations

import re
import unicodedata

from lagebild.record import Actor

_WORD = re.compile(r"\w+")


def fold(name: str) -> str:
    """A name for comparing: lower case, no accents, hyphens as blanks."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_WORD.findall(plain.lower()))


def actor_key(actor: Actor) -> str:
    """The identity of an actor across articles: a state's alpha-3, else kind and folded name.

    Persons of one name in two countries stay two.
    """
    if actor.kind == "state" and actor.country:
        return actor.country
    country = f"@{actor.country}" if actor.country and actor.kind != "international" else ""
    return f"{actor.kind}:{fold(actor.known or actor.name)}{country}"
