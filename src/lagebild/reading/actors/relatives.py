"""Relative pronouns: the actor of the noun that their clause hangs on."""

from __future__ import annotations

from typing import Final

from lagebild.language.tokens import Token
from lagebild.reading.actors.agreement import agrees, is_plural
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import Gender

RELATIVE: Final = frozenset(
    {"der", "die", "das", "den", "dem", "dessen", "deren", "denen", "welcher", "welche", "welches"}
)
#: What a relative pronoun may take up.
_GENDERS: Final[dict[str, tuple[Gender, ...]]] = {
    "der": ("m", "f", "p"),
    "die": ("f", "p"),
    "das": ("n",),
    "den": ("m",),
    "dem": ("m", "n"),
    "dessen": ("m", "n"),
    "deren": ("f", "p"),
    "denen": ("p",),
}


class Relatives:
    """Resolves one relative pronoun at a time; ``tagged`` says whether the Doc has tags."""

    def __init__(self, cast: Cast, tagged: bool) -> None:
        self.cast = cast
        self.doc = cast.doc
        self.tagged = tagged

    def is_one(self, token: Token) -> bool:
        """Whether the token is a relative pronoun."""
        if token.lower_ not in RELATIVE or token.i == 0:
            return False
        if token.tag_ in ("PRELS", "PRELAT"):
            return True
        before = (self.doc[token.i - 1].text, self.doc[max(0, token.i - 2)].text)
        return token.lower_ in ("dessen", "deren") and "," in before

    def resolve(self, token: Token) -> None:
        """Give it the actor of the noun before the comma, or the one that the tree hangs the clause on."""
        i = token.i
        comma = next((j for j in range(i - 1, max(-1, i - 4), -1) if self.doc[j].text == ","), None)
        verb = token
        for _ in range(6):
            if verb.dep_.startswith("acl"):
                owner = self._owner(token, verb.head, comma) or self._holder(verb.head, comma)
                self._points_to(token, verb.head.i if owner is None else owner)
                return
            if verb.head == verb:
                break
            verb = verb.head
        if comma:
            self._points_to(token, self._officer(comma - 1))

    def _officer(self, i: int) -> int:
        """The office before a state's genitive, which the pronoun takes up rather than the state: *der Präsident Malis*."""
        name, at = self.doc[i], self.cast.at
        if i == 0 or name.tag_ != "NE" or name.text[-1] != "s" or i not in at or at[i][0].kind != "state":
            return i
        before = at.get(i - 1)
        return i - 1 if before and before[0].kind == "person" else i

    def _owner(self, relative: Token, noun: Token, comma: int | None) -> int | None:
        """*die Politik Meiers, der*: the person before the comma where the noun owned has another gender."""
        if not comma or comma - 1 <= noun.i or noun.i in self.cast.at:
            return None
        found = self.cast.at.get(comma - 1)
        wanted = relative.morph.get("Gender", [])
        other = bool(wanted) and wanted != noun.morph.get("Gender", wanted)
        return comma - 1 if other and found and found[0].kind == "person" else None

    def _holder(self, office: Token, comma: int | None) -> int | None:
        """*Minister Meier, dessen Regierung*: the person named between the office and the comma."""
        if not comma or comma - 1 <= office.i or office.i in self.cast.at:
            return None
        found = self.cast.at.get(comma - 1)
        if not found or found[0].kind != "person":
            return None
        name = next(i for i in range(comma - 1, -1, -1) if self.cast.at.get(i - 1) != found)
        return name if self.doc[name].head.i == office.i else None

    def _points_to(self, relative: Token, i: int) -> None:
        """Give a relative pronoun the actor at ``i``, or before the place there: *Präsident Meier in Prag, der …*."""
        while i > 0 and (i in self.cast.placed or self.doc[i].pos_ == "ADP") and i not in self.cast.at:
            i -= 1
        found = self.cast.at.get(i)
        if not found:
            return
        genders = _GENDERS.get(relative.lower_, ("m", "f", "n", "p"))
        if relative.lower_ == "die" and relative.dep_.startswith("nsubj") and is_plural(relative):
            genders = ("p",)  # not *Angebote an Iran, die*
        unsure = not self.tagged or found[0].kind in ("organisation", "international")
        if unsure or agrees(self.cast, found, genders, self.doc[i]):
            self.cast.mention(found, relative.i, relative.i + 1)
