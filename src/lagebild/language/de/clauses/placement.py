"""Parents and relations of finite clauses by their place in the sentence.

The opener of a subordinate clause says what it is; main clauses side by side are told apart by word order:
a saying behind or inside what is said (*…, berichtet X*), a clause said without *dass* (*…, das Treffen
erfolge am Mittwoch*), a condition with its verb first (*Sollte es dazu kommen, würden …*).
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.arguments import accusative_nouns
from lagebild.language.de.clauses.draft import Draft
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.openers import relation_by_opener, says
from lagebild.language.de.clauses.tree import PUNCTUATION, Tree

_CLOSING: Final = frozenset(["“", "”", "''", '"', "«", "»", "‘", "'"])
_OPENING: Final = frozenset(["„", "``", "»", "‚"])
_SO: Final = frozenset(["so", "dann", "je"])
_THAT: Final = frozenset(["das", "dies"])
#: Verbs that open a condition behind the main clause, whatever mood they were tagged with.
_SHOULD: Final = frozenset(["sollte", "sollten"])
_BEGIN_NOUN = frozenset(["NE", "NN", "ART", "PPER", "ADJA", "PPOSAT", "PIAT", "PIS", "PDAT", "PDS", "CARD"])
_JOINING: Final = frozenset(["und", "oder", "denn"])
_EMBEDDED: Final = frozenset(["complement", "subject", "content"])


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
            self._go_on(draft)
        for draft in self.drafts:
            _cut_circle(draft)

    def _go_on(self, draft: Draft) -> None:
        """Join to who speaks what the teller goes on with in the indicative, behind words in the Konjunktiv: *Putin sagte,
        Russland habe gesiegt, und drohte Kiew*."""
        said = draft.parent
        above = said.parent if said is not None else None
        if draft.relation != "coordinated" or draft.arguments.subject is not None:
            return
        if said is None or above is None or said.relation != "complement":
            return
        if all(each.finite for each in (draft, said, above)):
            moods = [self._mood(each)[0] for each in (draft, said, above)]
            if moods == ["Ind", "Sub", "Ind"]:
                draft.parent = above

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
        twin = self._joined_to(draft, place)
        if twin is not None:
            draft.relation, draft.parent = "coordinated", twin
            return
        draft.relation = relation_by_opener(self.tree, draft, place, outer)
        if draft.parent is None and draft.relation in ("complement", "relative"):
            draft.relation = "adverbial" if draft.relation == "complement" else "relative"

    def _joined_to(self, draft: Draft, place: Field) -> Draft | None:
        """The clause with the same opener that *und* joins this one to: *sagte, dass A, und dass B*."""
        lower, opener = self.tree.lower, draft.marker
        assert opener is not None
        if not place.begin or self.tree.tags[place.begin - 1] != "KON":
            return None
        for other in reversed(self.drafts):
            if other.marker is None or other.marker >= opener or lower[other.marker] != lower[opener]:
                continue
            assert other.place is not None
            # Behind ", und" the first clause is still open, so that the second one may stand inside it.
            if place.outer is other.place or place.outer is other.place.outer:
                return other if other.relation in _EMBEDDED else None
        return None

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
        self._follow(draft, place, before)

    def _follow(self, draft: Draft, place: Field, before: Draft) -> None:
        """Settle a main clause behind another one."""
        first, verb_first = self.tree.lower[place.first_word], self._verb_first(draft, place)
        draft.relation, draft.parent = "coordinated", before
        if self.tree.tags[place.first_word] == "KON" or first in _JOINING:
            return
        quoted = self._behind_colon(place) and self._opened(place)
        if quoted and self._may_quote(before, place):
            draft.relation = "complement"
        elif verb_first and first in _SHOULD and self._noun_behind(place.first_word):
            draft.relation = "conditional"  # *droht mit Sanktionen, sollte Kiew …*
        elif verb_first and self._trails(draft, before):
            draft.relation, draft.parent = "main", None
        elif verb_first and self._has_subject(draft) and self._mood(draft) == ("Sub", "Past"):
            draft.relation = "conditional"
        elif not verb_first and first not in _SO:
            nearer = self._saying_before(place)
            if nearer is not None and (self._mood(draft)[0] == "Sub" or not says(self.tree, before)):
                draft.relation, draft.parent = "complement", nearer
            elif self._mood(draft) == ("Sub", "Pres") or self._may_quote(before, place):
                draft.relation = "complement"

    def _noun_behind(self, verb: int) -> bool:
        """Whether what begins right behind the verb can be its subject: *sollte Kiew …*, not *sollte aber …*."""
        return verb + 1 < self.tree.n and self.tree.tags[verb + 1] in _BEGIN_NOUN

    def _saying_before(self, place: Field) -> Draft | None:
        """The verb-last clause of saying whose verbs stand right before a clause without *dass*: *die sagen, es sei …*."""
        tree, comma = self.tree, place.first_word - 1
        if tree.tags[comma] != "$,":
            return None
        for other in self.drafts:
            if other.place is None or other.place.kind != "subordinate" or not says(tree, other):
                continue
            if max(other.group.parts) == comma - 1 and not _has_object(tree, other):
                return other
        return None

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
            content = self._whole(before)
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

    def _whole(self, last: Draft) -> Draft:
        """The clause that heads what was said up to `last`: no further back than an opening quotation mark or a colon."""
        places, at = self._main_places(), last
        while at.parent is not None and at.parent.place in places:
            assert at.place is not None
            behind = at.relation == "conditional" and at.parent.group.predicate < at.group.predicate
            if not behind and at.relation not in ("coordinated", "complement"):
                break
            if self._opened(at.place) or self._behind_colon(at.place):
                break
            at = at.parent
        return at

    def _conditional(self, before: Draft) -> bool:
        """Whether the clause before begins with its verb, and so is rather a condition than something said."""
        place = before.place
        return place is not None and place.before is None and self._verb_first(before, place)

    def _opened(self, place: Field) -> bool:
        return self.tree.words[place.first_word - 1] in _OPENING

    def _behind_colon(self, place: Field) -> bool:
        return ":" in self.tree.words[max(0, place.first_word - 2) : place.first_word]

    def _may_quote(self, before: Draft, place: Field) -> bool:
        """Whether what follows a verb of saying behind a comma or colon is what is said, if that is not said yet."""
        tree, border = self.tree, place.first_word - 1
        if not says(tree, before) or tree.tags[border] not in PUNCTUATION or tree.words[border] == ";":
            return False
        pointing = any(tree.lower[i] in _THAT for i in before.arguments.objects)  # *bestätigte das, …*
        if not self._behind_colon(place) and (pointing or accusative_nouns(tree, before.arguments)):
            return False
        return not any(
            other.parent is before and other.relation == "complement" and other.marker is not None
            for other in self.drafts
        )

    def _trails(self, draft: Draft, before: Draft) -> bool:
        """Whether a clause with its verb first tells who said the one before; it names the speaker itself."""
        finite = draft.group.finite
        assert finite is not None
        quoted = self.tree.tags[finite - 1] == "$," and self.tree.words[finite - 2] in _CLOSING
        if quoted and says(self.tree, draft):
            return True
        return self._has_subject(draft) and (says(self.tree, draft) or self._cites(draft, before))

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

    def _verb_first(self, draft: Draft, place: Field) -> bool:
        """Whether the finite verb comes first; behind a clause in its prefield (*Wer kommt, gewinnt*) it is second."""
        tags = self.tree.tags
        for i in place.own:
            if tags[i] != "KON":
                return i == draft.group.finite and all(
                    tags[k] in PUNCTUATION or tags[k] == "KON" for k in range(place.begin, i)
                )
        return False


def _has_object(tree: Tree, draft: Draft) -> bool:
    """Whether the verb has what it says already: a noun, *das*, *was*."""
    return any(tree.tags[i] not in ("PPER", "PRF") for i in draft.arguments.objects)


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
