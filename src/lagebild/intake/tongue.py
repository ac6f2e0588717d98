"""Which language a text is in, by its function words and script; enough to refuse what is not read."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from lagebild.errors import LanguageError
from lagebild.lexicon import table

#: Below this many words (or letters of a foreign script) a text is too short to refuse.
_ENOUGH = 40
#: With this share of German function words a text is German; others have less than a third of it.
_SURE = 0.2
#: Characters that are looked at.
_SAMPLE = 6_000
_FOREIGN_LETTERS = re.compile("[\u0370-\U0010ffff]")
_SCRIPTS = {
    "CYRILLIC": "Russian or another language in Cyrillic script", "ARABIC": "Arabic or Persian", "GREEK": "Greek",
    "HEBREW": "Hebrew", "CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean",
    "DEVANAGARI": "Hindi", "THAI": "Thai", "GEORGIAN": "Georgian", "ARMENIAN": "Armenian",
}  # fmt: skip


@cache
def _profiles() -> dict[str, frozenset[str]]:
    rows = table("furniture/languages.tsv", ("language", "words"))
    return {row["language"]: frozenset(row["words"].split()) for row in rows}


def require_german(text: str) -> None:
    """Raise LanguageError when ``text`` is clearly in a language other than German; short texts pass."""
    other = foreign(text)
    if other:
        raise LanguageError(f"language {other} is not read yet; Lagebild reads German")


def foreign(text: str) -> str | None:
    """The English name of the language of ``text`` where it is surely not German, else None."""
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script:
        return script
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _ENOUGH:
        return None
    profiles = _profiles()
    german = sum(word in profiles["German"] for word in words) / len(words)
    if german > _SURE:
        return None
    shares = {name: sum(word in profile for word in words) / len(words) for name, profile in profiles.items()}
    best = max(shares, key=lambda name: (shares[name], name))
    return best if shares[best] > 0.12 and shares[best] > 2 * german else None


def _script(sample: str) -> str | None:
    if len(_FOREIGN_LETTERS.findall(sample)) < _ENOUGH:
        return None
    letters = [c for c in sample if c.isalpha()]
    foreign_letters = Counter(
        unicodedata.name(c, "?").split()[0].split("-")[0] for c in letters if ord(c) > 0x36F
    )
    if not foreign_letters:
        return None
    name, count = max(foreign_letters.items(), key=lambda item: (item[1], item[0]))
    if count < _ENOUGH or sum(foreign_letters.values()) < 0.5 * len(letters):
        return None
    if foreign_letters["HIRAGANA"] + foreign_letters["KATAKANA"] > 0.1 * len(letters):
        return "Japanese"
    return _SCRIPTS.get(name, "in " + name.title() + " script")
