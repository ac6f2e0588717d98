"""Parents and relations of finite clauses by their place in the sentence.

The opener of a subordinate clause says what it is; main clauses side by side are told apart by word order:
a saying behind or inside what is said (*…, berichtet X*), a clause said without *dass* (*…, das Treffen
erfolge am Mittwoch*), a condition with its verb first (*Sollte es dazu kommen, würden …*).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lagebild.language.clause import Relation
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import verb_lemma
from lagebild.language.de.clauses.tree import PUNCTUATION, Tree
from lagebild.language.de.clauses.words import words

if TYPE_CHECKING:
    from lagebild.language.de.clauses.builder import Draft

_QUESTION = frozenset(["PWS", "PWAV", "PWAT"])
_CLOSING = frozenset(["“", "”", "''", '"', "«", "»", "‘", "'"])
_SO = frozenset(["so", "dann", "je"])
_AS_MUCH = frozenset(["so", "genauso", "ebenso", "solch", "derart"])
_PLACES = frozenset(
    [
        "wo",
        "wohin",
        "woher",
        "worin",
        "wobei",
        "wodurch",
        "womit",
        "wofür",
        "wogegen",
        "woran",
        "worauf",
        "wonach",
    ]
)


class Placement:
    """Settles parent and relation of the drafts of one sentence that have a field."""

    def __init__(self, tree: Tree, drafts: list[Draft], question: bool) -> None:
        self.tree = tree
        self.question = question
        self.by_place = {id(draft.place): draft for draft in drafts if draft.place is not None}
        self.drafts = [draft for draft in drafts if draft.place is not None]

    def settle(self) -> None:
        """Set ``parent`` and ``relation`` of every draft."""
        for draft in self.drafts:
            assert draft.place is not None
            if draft.place.kind == "subordinate":
                self._subordinate(draft, draft.place)
            else:
                self._main(draft, draft.place)
        for draft in self.drafts:
            self._beside(draft)
        for draft in self.drafts:
            _cut_circle(draft)

    def _draft_of(self, place: Field | None) -> Draft | None:
        while place is not None:
            found = self.by_place.get(id(place))
            if found is not None:
                return found
            place = place.outer or place.before
        return None

    def _subordinate(self, draft: Draft, place: Field) -> None:
        if place.opener is None:
            draft.parent = self._draft_of(place.before)
            draft.relation = "coordinated" if draft.parent is not None else "main"
            return
        outer = self._draft_of(place.outer)
        inside = draft.parent
        # An infinitive inside the outer clause may be the nearer parent (ohne zu wissen, dass …), or a clause whose
        # verbs stand right before this one (bei dem gesagt wurde, dass …).
        nearer = (
            inside is not None
            and inside.group.predicate < place.opener
            and (not inside.finite or self._right_behind(inside, place.opener))
        )
        if not nearer:
            draft.parent = outer or inside
        draft.marker = self._opener(draft, place)
        draft.relation = self._by_opener(draft, place)
        if draft.parent is None and draft.relation in ("complement", "relative"):
            draft.relation = "adverbial" if draft.relation == "complement" else "relative"

    def _right_behind(self, above: Draft, opener: int) -> bool:
        """Whether only a comma parts the opener of a clause from the verbs of a verb-last clause before it."""
        verb_last = above.place is not None and above.place.kind == "subordinate"
        return verb_last and max(above.group.parts) == opener - 2 and self.tree.tags[opener - 1] == "$,"

    def _opener(self, draft: Draft, place: Field) -> int:
        opener = place.opener
        assert opener is not None
        # als ob, als wenn, so dass: the second word decides.
        after = opener + 1
        if after < self.tree.n and self.tree.tags[after] == "KOUS" and after in draft.own:
            return after
        return opener

    def _by_opener(self, draft: Draft, place: Field) -> Relation:
        tree, opener = self.tree, draft.marker
        assert opener is not None
        tag, word = tree.tags[opener], tree.lower[opener]
        dep = tree.deps[draft.group.predicate]
        if tag in ("PRELS", "PRELAT"):
            free = word == "was" and (dep in ("ccomp", "csubj") or self._in_prefield(draft, place))
            return "complement" if free else "relative"
        if tag in _QUESTION:
            if word in ("wer", "wen", "wem") and self._in_prefield(draft, place) and dep != "ccomp":
                return "relative"
            says = self._outer_says(place)
            if word in _PLACES and (not says if dep != "ccomp" else self._behind_noun(place) and not says):
                return "relative"
            if word == "was" and self._behind_noun(place) and not says:
                return "relative"
            if word == "wie" and self._compares(place):
                return "adverbial"
            return (
                "relative"
                if dep in ("acl", "acl:relcl") and word not in ("was", "wer", "warum", "weshalb")
                else "complement"
            )
        known = words().subordinators.get(word, "open")
        if known == "open":
            return "complement" if dep in ("ccomp", "csubj") else "adverbial"
        if known == "complement" and tree.lower[opener - 1 : opener] == ["als"]:
            return "adverbial"
        if known == "complement" and self._of_purpose(opener):
            return "adverbial"
        return known  # type: ignore[return-value]

    def _of_purpose(self, opener: int) -> bool:
        """*so dass, ohne dass, statt dass* are no complements."""
        return opener > 0 and self.tree.lower[opener - 1] in (
            "so",
            "ohne",
            "statt",
            "anstatt",
            "außer",
            "derart",
            "dadurch",
        )

    def _outer_says(self, place: Field) -> bool:
        outer = self._draft_of(place.outer)
        return outer is not None and self._says(outer)

    def _compares(self, place: Field) -> bool:
        """*so schnell, wie wir dachten*: the clause says how far, not what."""
        at = place.begin - 2
        while at >= 0 and self.tree.tags[at] not in PUNCTUATION:
            if self.tree.lower[at] in _AS_MUCH:
                return True
            at -= 1
        return False

    def _in_prefield(self, draft: Draft, place: Field) -> bool:
        outer = self._draft_of(place.outer)
        return (
            outer is not None
            and outer.group.finite is not None
            and outer.group.finite > draft.group.predicate
        )

    def _behind_noun(self, place: Field) -> bool:
        at = place.first_word - 1
        while at >= 0 and self.tree.tags[at] in PUNCTUATION:
            at -= 1
        return at >= 0 and self.tree.tags[at] in ("NN", "NE")

    def _main(self, draft: Draft, place: Field) -> None:
        if place.kind == "inserted":
            draft.relation, draft.parent = "parenthetical", None
            host = self._draft_of(place.outer)
            if host is not None:
                host.relation, host.parent = "complement", draft
            return
        if (
            draft.relation == "complement"
            and draft.parent is not None
            and draft.parent.relation == "parenthetical"
        ):
            return
        draft.relation, draft.parent = "main", None
        before = self._draft_of(place.before)
        if before is None or before is draft:
            return
        first = self.tree.lower[place.first_word]
        if self.tree.tags[place.first_word] == "KON" or self.tree.lower[place.first_word] in (
            "und",
            "oder",
            "denn",
        ):
            draft.relation, draft.parent = "coordinated", before
        elif self._verb_first(draft, place) and self._trails(draft, before):
            pass
        elif (
            self._verb_first(draft, place)
            and self._has_subject(draft)
            and self._mood(draft) == ("Sub", "Past")
        ):
            draft.relation, draft.parent = "conditional", before
        elif self._second(draft, place, first) and (
            self._mood(draft) == ("Sub", "Pres") or self._may_quote(before, draft, place)
        ):
            draft.relation, draft.parent = "complement", before
        else:
            draft.relation, draft.parent = "coordinated", before

    def _beside(self, draft: Draft) -> None:
        """The clause before a trailing saying is its content; one with its verb first before another is its condition."""
        place = draft.place
        assert place is not None
        if place.kind != "main" or place.before is None:
            return
        before = self._draft_of(place.before)
        if before is None or before is draft or before.parent is draft:
            return
        verb_first = self._verb_first(draft, place)
        trailing = draft.relation == "main" and self._trails(draft, before)
        if verb_first and trailing and not self._conditional(before):
            content = before
            while (
                content.relation in ("coordinated", "complement")
                and content.parent is not None
                and content.parent.place in self._main_places()
            ):
                content = content.parent
            if content is not draft and content.relation in ("main", "coordinated"):
                draft.relation, draft.parent = "parenthetical", None
                content.relation, content.parent = "complement", draft
            return
        if (
            before.place is None
            or self.question
            or before.place.kind != "main"
            or before.place.before is not None
        ):
            return
        answers = verb_first or self.tree.lower[place.first_word] in _SO
        if answers and self._verb_first(before, before.place) and self.tree.tags[place.first_word] != "KON":
            before.relation, before.parent = "conditional", draft
            draft.relation, draft.parent = "main", None

    def _conditional(self, before: Draft) -> bool:
        """Whether the clause before begins with its verb, and so is rather a condition than something said."""
        place = before.place
        return place is not None and place.before is None and self._verb_first(before, place)

    def _may_quote(self, before: Draft, draft: Draft, place: Field) -> bool:
        """Whether what follows a verb of saying behind a comma or colon is what is said, if that is not said yet."""
        if not self._says(before) or self.tree.tags[place.first_word - 1] not in PUNCTUATION:
            return False
        return not any(
            other.parent is before and other.relation == "complement" and other.marker is not None
            for other in self.drafts
        )

    def _second(self, draft: Draft, place: Field, first: str) -> bool:
        return not self._verb_first(draft, place) and first not in _SO

    def _trails(self, draft: Draft, before: Draft) -> bool:
        """Whether a clause with its verb first tells who said the one before; it names the speaker itself."""
        return self._has_subject(draft) and (self._says(draft) or self._cites(draft, before))

    def _cites(self, draft: Draft, before: Draft) -> bool:
        """A verb first with its own subject behind what stands in quotation marks or in Konjunktiv I."""
        finite = draft.group.finite
        assert finite is not None
        quoted = any(self.tree.words[k] in _CLOSING for k in range(max(0, finite - 3), finite))
        return quoted or self._mood(before) == ("Sub", "Pres")

    def _has_subject(self, draft: Draft) -> bool:
        subject = draft.arguments.subject
        return subject is not None and draft.group.finite is not None and subject > draft.group.finite

    def _mood(self, draft: Draft) -> tuple[str, str]:
        assert draft.group.finite is not None
        features = self.tree.morph[draft.group.finite]
        return features.get("Mood", "Ind"), features.get("Tense", "Pres")

    def _main_places(self) -> list[Field]:
        return [
            draft.place for draft in self.drafts if draft.place is not None and draft.place.kind == "main"
        ]

    def _says(self, draft: Draft) -> bool:
        """A verb of saying or thinking."""
        return verb_lemma(self.tree, draft.group) in words().speech_inserts

    def _verb_first(self, draft: Draft, place: Field) -> bool:
        """Whether the finite verb comes first; behind a clause in its prefield (*Wer kommt, gewinnt*) it is second."""
        tags = self.tree.tags
        for i in place.own:
            if tags[i] != "KON":
                return i == draft.group.finite and all(
                    tags[k] in PUNCTUATION or tags[k] == "KON" for k in range(place.begin, i)
                )
        return False


def _cut_circle(draft: Draft) -> None:
    """No clause is its own ancestor."""
    seen = {id(draft)}
    at = draft
    while at.parent is not None:
        if id(at.parent) in seen:
            at.parent, at.relation = None, "main"
            return
        at = at.parent
        seen.add(id(at))
