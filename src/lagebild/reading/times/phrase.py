"""The small language in which the rules of the lexicon write phrases, and its way to a regular expression.

``{slot}`` is any form of a table; ``[…]`` may be left out; ``(a|b)`` one of several; ``<…>`` the part
that is the expression, where the phrase needs words beside it. A blank stands for any white space.
A word in small letters may begin with a capital.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, cast

from lagebild.errors import LexiconError

_PIECE: Final = re.compile(r"\{(\w+)\}|([\[\](|)<>])|(\s+)|([^\s{}\[\](|)<>]+)")

_BLANK: Final = r"\s+"

Node = tuple[str, object]


def compile_phrase(phrase: str, slots: Mapping[str, str]) -> re.Pattern[str]:
    """The regular expression of a phrase; each slot becomes a named group.

    A slot's name may end in a digit when a phrase holds it twice (``{number}``, ``{number2}``).
    Raises LexiconError for an unknown slot, one held twice under one name, or brackets that do not close.
    """
    pieces = [match.groups("") for match in _PIECE.finditer(phrase)]
    nodes, rest = _sequence(pieces, 0, phrase)
    if rest != len(pieces):
        raise LexiconError(f"times: a bracket too many in the phrase {phrase!r}")
    try:
        return re.compile(_regex(nodes, slots, phrase) + r"(?!\w|-[^\W\d])")
    except re.error as error:
        raise LexiconError(f"times: the phrase {phrase!r} cannot be read: {error}") from error


def firsts(phrase: str) -> list[str]:
    """What a phrase may begin with: ``{slot}`` names (without digits) and words in small letters."""
    nodes, _ = _sequence([match.groups("") for match in _PIECE.finditer(phrase)], 0, phrase)
    found: list[str] = []
    _add_firsts(nodes, found)
    return found


def _add_firsts(nodes: list[Node], found: list[str]) -> bool:
    """Add what ``nodes`` may begin with; whether they may be nothing at all."""
    for kind, content in nodes:
        if kind in ("maybe", "either"):
            empty = [_add_firsts(option, found) for option in cast("list[list[Node]]", content)]
            if kind == "either" and not any(empty):
                return False
        elif kind in ("slot", "word"):
            word = str(content)
            found.append("{" + word.rstrip("0123456789") + "}" if kind == "slot" else word.lower())
            return False
    return True


def needed(phrase: str) -> tuple[str, ...]:
    """Texts of which every text that the phrase matches holds one; none where the phrase has no word of its own.

    >>> needed("[{approx}] {number} {unit} (später|danach)"), needed("{number} {unit}")
    (('päter', 'anach'), ())
    """
    nodes, _ = _sequence([match.groups("") for match in _PIECE.finditer(phrase)], 0, phrase)
    return _needed(nodes)


def _needed(nodes: list[Node]) -> tuple[str, ...]:
    """The alternatives of the node whose shortest one is the longest."""
    found: list[tuple[str, ...]] = []
    for kind, content in nodes:
        if kind == "word":
            word = str(content)
            found.append((word[1:] if word[0].islower() else word,))  # the first letter may be a capital
        elif kind == "either":
            options = [_needed(option) for option in cast("list[list[Node]]", content)]
            if all(options):
                found.append(tuple(text for option in options for text in option))
    return max(found, key=lambda texts: min(len(text) for text in texts), default=())


def _sequence(pieces: list[tuple[str, ...]], at: int, phrase: str) -> tuple[list[Node], int]:
    nodes: list[Node] = []
    while at < len(pieces):
        slot, sign, blank, word = pieces[at]
        at += 1
        if slot:
            nodes.append(("slot", slot))
        elif blank:
            nodes.append(("blank", None))
        elif word:
            nodes.append(("word", word))
        elif sign in "<>":
            nodes.append((sign, None))
        elif sign in "[(":
            options, at = _options(pieces, at, "]" if sign == "[" else ")", phrase)
            nodes.append(("maybe" if sign == "[" else "either", options))
        else:
            return nodes, at - 1
    return nodes, at


def _options(pieces: list[tuple[str, ...]], at: int, close: str, phrase: str) -> tuple[list[list[Node]], int]:
    options = []
    while True:
        nodes, at = _sequence(pieces, at, phrase)
        options.append(nodes)
        if at >= len(pieces):
            raise LexiconError(f"times: a bracket is left open in the phrase {phrase!r}")
        sign = pieces[at][1]
        at += 1
        if sign == close:
            return options, at
        if sign != "|":
            raise LexiconError(f"times: brackets cross in the phrase {phrase!r}")


def _regex(nodes: list[Node], slots: Mapping[str, str], phrase: str) -> str:
    """A part that may be left out takes the blank after it along, at the end of a phrase the one before."""
    out = ""
    skip = False
    for n, (kind, content) in enumerate(nodes):
        if skip:
            skip = False
            continue
        if kind == "blank":
            loose = n + 1 < len(nodes) and nodes[n + 1][0] == "maybe" and _trails(nodes, n + 1)
            out += "" if loose else r"\s+"
        elif kind in ("maybe", "either"):
            inner = "|".join(_regex(option, slots, phrase) for option in cast("list[list[Node]]", content))
            before = kind == "maybe" and _trails(nodes, n) and n > 0 and nodes[n - 1][0] == "blank"
            skip = kind == "maybe" and _leads(nodes, n)
            out += f"(?:{_BLANK if before else ''}(?:{inner}){_BLANK if skip else ''})"
            out += "?" if kind == "maybe" else ""
        else:
            out += _atom(kind, content, slots, phrase)
    return out


def _leads(nodes: list[Node], n: int) -> bool:
    """Whether a part that may be left out stands apart from what comes before it and after it."""
    apart = n == 0 or nodes[n - 1][0] in ("blank", "<")
    return apart and not _trails(nodes, n) and nodes[n + 1][0] == "blank"


def _trails(nodes: list[Node], n: int) -> bool:
    """Whether nothing that a phrase must have comes after the part at ``n``."""
    return all(kind in ("maybe", "blank", ">") for kind, _ in nodes[n + 1 :])


def _atom(kind: str, content: object, slots: Mapping[str, str], phrase: str) -> str:
    if kind == "<":
        return "(?P<span>"
    if kind == ">":
        return ")"
    word = str(content)
    if kind == "word":
        return _literal(word)
    table = word.rstrip("0123456789")
    if table not in slots:
        raise LexiconError(f"times: unknown slot {{{word}}} in the phrase {phrase!r}")
    return f"(?P<{word}>{slots[table]})"


def _literal(word: str) -> str:
    first = word[0]
    if first.isalpha() and first.islower():
        return f"[{first}{first.upper()}]{re.escape(word[1:])}"
    return re.escape(word)


def forms(words: Mapping[str, object] | list[str]) -> str:
    """The alternation of the forms of a table, the longest first, blanks of any kind."""
    ordered = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(r"\s+".join(_literal(part) for part in word.split()) for word in ordered)
