"""Topological fields: which finite verb opens or closes which stretch of the sentence.

German marks its clauses by position: a subordinate clause runs from its opener (conjunction, relative or
question word) to the finite verb at its end, a main clause has its finite verb second or first and the
rest of its verbs at the right bracket. One pass over the words with a stack of open clauses finds them,
from the tags alone; the parser's tree is then held against it (`repair`).
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.borders import (
    first_below,
    goes_on_behind_comma,
    inserted_in_bracket,
    joins_phrases,
)
from lagebild.language.de.clauses.tree import FINITE, NONFINITE, PUNCTUATION, SUBSTANTIVES, Tree, relemma
from lagebild.language.de.clauses.words import words

_RELATIVE: Final = frozenset(["PRELS", "PRELAT"])
_QUESTION: Final = frozenset(["PWS", "PWAV", "PWAT"])
_CONJUNCTIONS: Final = frozenset(["KOUS"])
#: Tags at which the pass does anything but put the word into the open clause.
_MOVING: Final = _CONJUNCTIONS | _RELATIVE | _QUESTION | FINITE | PUNCTUATION | {"VVINF"}
_CORE: Final = frozenset(["nsubj", "nsubj:pass", "obj", "dep"])
_AUXILIARY: Final = frozenset(["VAFIN", "VMFIN"])
#: Relations of words inside a phrase: a finite verb with one is none, unless it has a subject.
_INSIDE_PHRASE: Final = frozenset(["amod", "det", "compound", "flat", "case"])
#: Verbs beside which a participle can stand: zeigt sich besorgt, hält sich bedeckt.
_WITH_PARTICIPLE = frozenset(["halten", "zeigen", "bleiben", "geben", "fühlen", "sehen", "wirken", "stehen"])
_JOINTS: Final = NONFINITE | {"KON", "KOUS", "PRELS", "PWS", "PWAV"}
_INFINITIVES: Final = frozenset(["haben", "sein", "werden", "können", "müssen", "wollen", "sollen", "dürfen"])
#: Marks other than comma and point that part clauses; quotation marks and hyphens do not.
_BREAKS: Final = frozenset([":", ";", "–", "—", "--", "(", ")"])


class Field:
    """One clause by position. ``own`` are its words without those of clauses inside it, in text order."""

    def __init__(
        self,
        begin: int,
        opener: int | None = None,
        finite: int | None = None,
        outer: Field | None = None,
        kind: str = "main",
        before: Field | None = None,
    ) -> None:
        self.begin = begin
        self.opener = opener
        self.finite = finite
        self.outer = outer
        #: main | subordinate | inserted
        self.kind = kind
        self.own: list[int] = []
        #: the main clause or subordinate clause that this one is coordinated with or follows
        self.before = before

    @property
    def first_word(self) -> int:
        return self.own[0] if self.own else self.begin


class _Pass:
    """The left-to-right pass over one sentence."""

    def __init__(self, tree: Tree, begin: int, end: int) -> None:
        self.tree = tree
        self.begin, self.end = begin, end
        first = Field(begin)
        self.found = [first]
        self.stack = [first]
        self.last: Field | None = None

    @property
    def top(self) -> Field:
        return self.stack[-1]

    def run(self) -> list[Field]:
        tree, tags = self.tree, self.tree.tags
        for i in range(self.begin, self.end):
            tag = tags[i]
            if tag not in _MOVING:
                self.stack[-1].own.append(i)
                continue
            if self._opens(i):
                self._push(Field(i, opener=i, kind="subordinate"))
            elif tag == "VVINF" and self._so_says(i):
                relemma(tree, i, "VVFIN")
                self._finite(i)
            elif tag in FINITE and (tree.deps[i] not in _INSIDE_PHRASE or self._has_subject(i)):
                self._finite(i)
            elif tag in PUNCTUATION:
                self._border(i)
                continue
            self.top.own.append(i)
        return self.found

    def _push(self, new: Field) -> None:
        new.outer = self.top
        # The preposition before a relative pronoun moves in with it: in dessen Arsenalen.
        own = self.top.own
        if own and own[-1] == new.begin - 1 and self.tree.tags[own[-1]] in ("APPR", "APPRART"):
            new.begin = own.pop()
            new.own.append(new.begin)
        self.found.append(new)
        self.stack.append(new)

    def _opens(self, i: int) -> bool:
        tag = self.tree.tags[i]
        if tag in _CONJUNCTIONS:
            return not (
                self.top.kind == "subordinate" and self.top.finite is None and self.top.begin == i - 1
            )
        if tag in _RELATIVE:
            return self.top.kind != "subordinate" or self.top.finite is not None or self._after_comma(i)
        if tag in _QUESTION and i == self.begin:
            return self._asks_inside(i)
        if tag in _QUESTION:
            border = self._after_comma(i) and not self._asks_itself(i)
            return border or self._joined(i) or self._closed_later(i)
        return False

    def _asks_itself(self, i: int) -> bool:
        """A question as a main clause: *– wo ist dann der Beweis?*, the verb second and more behind it."""
        tags = self.tree.tags
        return i + 2 < self.end and tags[i + 1] in FINITE and tags[i + 2] not in PUNCTUATION

    def _closed_later(self, i: int) -> bool:
        """A question word without a comma opens a clause where a second verb closes it: *hält was es verspricht*."""
        if self.top.finite is None or self.tree.lower[i] == "wie":
            return False
        for k in range(i + 2, self.end):
            if self.tree.tags[k] in FINITE:
                return self._closes(k)
            if self.tree.tags[k] in PUNCTUATION:
                return False
        return False

    def _asks_inside(self, i: int) -> bool:
        """Whether a question word begins a clause inside the sentence: *Wo er ist, sagte sie nicht.*"""
        tags = self.tree.tags
        for k in range(i + 1, self.end - 2):
            if tags[k] in FINITE:
                return tags[k + 1] == "$," and tags[k + 2] in FINITE
        return False

    def _has_subject(self, i: int) -> bool:
        return any(self.tree.deps[child] == "nsubj" for child in self.tree.children[i])

    def _so_says(self, i: int) -> bool:
        tree = self.tree
        so = i - 2 >= self.begin and tree.lower[i - 1] == "so" and tree.tags[i - 2] == "$,"
        return so and tree.lemmas[i] in words().speech_inserts

    def _after_comma(self, i: int) -> bool:
        at = i - 1
        while at >= max(self.begin, i - 2) and self.tree.tags[at] in ("APPR", "APPRART"):
            at -= 1
        return at >= self.begin and self.tree.tags[at] in PUNCTUATION

    def _joined(self, i: int) -> bool:
        """A question word behind *und* goes on with the question word before: *wo und wann*."""
        return self.tree.tags[i - 1] == "KON" and self.top.kind == "main" and self.top.finite is not None

    def _finite(self, i: int) -> None:
        while len(self.stack) > 1 and self.top.finite is not None and not self._goes_on(i):
            self._close(self.stack.pop(), i)
        top = self.top
        if top.finite is None:
            if top.kind == "main" and self._inserted(i, top):
                self._insert(i, top)
                return
            if top.kind == "main" and self._joined_to_last(i, top):
                return
            top.finite = i
            return
        if self._is_inner(i, top) or self._is_participle(i, top):
            return
        if top.kind == "main" and inserted_in_bracket(self.tree, i, top.finite, top.own, self.end):
            self._insert(i, top)
            return
        if not self._continues(i, top):
            self._follow(i, top)

    def _insert(self, i: int, top: Field) -> None:
        """Open a clause of saying inside another one, with the *so* or *wie* before its verb."""
        begin = i - 1 if self.tree.lower[i - 1] in ("so", "wie") else i
        if begin < i and top.own and top.own[-1] == begin:
            top.own.pop()
        new = Field(begin, finite=i, kind="inserted")
        self._push(new)
        new.own.extend(range(begin, i))

    def _close(self, closed: Field, verb: int) -> None:
        """Give what stands behind the comma of a closed clause, joined by *und*, to the clause around it.

        *Der Minister, der kam, und sein Sprecher warteten*: with a verb in the plural it joins the noun before.
        """
        tree, finite, tags = self.tree, closed.finite, self.tree.tags
        if finite is None or closed.opener is None or self.top.finite is not None or finite + 2 >= self.end:
            return
        if tags[finite + 1] != "$," or tags[finite + 2] != "KON":
            return
        behind = [k for k in closed.own if k > finite]
        self.top.own += behind
        closed.own = [k for k in closed.own if k <= finite]
        first, second = closed.begin - 2, next((k for k in behind if tags[k] in SUBSTANTIVES), None)
        if second is None or first < self.begin or tags[first] not in SUBSTANTIVES:
            return
        if tree.morph[verb].get("Number") == "Plur" and tree.deps[second] in _CORE:
            tree.attach(second, tree.heads[first] if tree.deps[first] == "flat" else first, "conj")

    def _joined_to_last(self, i: int, top: Field) -> bool:
        """*Obwohl A kam, um B zu sehen, und gern C getan hätte, …*: the verb closes a clause joined to the last one."""
        last, tags = self.last, self.tree.tags
        if last is None or last.finite is None or i + 2 >= self.end:
            return False
        if tags[i + 1] != "$," or tags[i + 2] not in FINITE:
            return False
        if not any(tags[k] == "KON" for k in top.own if k > last.finite):
            return self._continues(i, top)
        self._join_to_last(i, top, last)
        return True

    def _continues(self, i: int, top: Field) -> bool:
        """*Milizen, die ein Dorf zerstörten, dabei Menschen töteten, flohen*: joined to the last one by a comma alone."""
        last = self.last
        over = last is not None and last.outer is top and self._closes(i)
        if over and last is not None and goes_on_behind_comma(self.tree, last.finite, i):
            self._join_to_last(i, top, last)
            return True
        return False

    def _join_to_last(self, i: int, top: Field, last: Field) -> None:
        """Let what stands behind the last clause be one joined to it, closed by the verb `i`."""
        joined = [k for k in top.own if k > (last.finite or 0)]
        new = Field(joined[0], finite=i, kind="subordinate", outer=top, before=last)
        new.own.extend(joined)
        top.own = [k for k in top.own if k not in joined]
        self.found.append(new)
        self.stack.append(new)

    def _is_inner(self, i: int, top: Field) -> bool:
        """*erreicht haben* tagged finite although a modal or auxiliary governs it from the second place."""
        tree, finite = self.tree, top.finite
        if finite is None or tree.tags[finite] not in _AUXILIARY or tree.tags[i] not in _AUXILIARY:
            return False
        if i == finite + 1 or tree.tags[i - 1] not in NONFINITE or tree.lower[i] not in _INFINITIVES:
            return False
        if any(tree.tags[k] == "KON" or tree.tags[k] == "$," for k in range(finite + 1, i)):
            return False
        tree.tags[i] = "VMINF" if tree.tags[i] == "VMFIN" else "VAINF"
        return True

    def _goes_on(self, i: int) -> bool:
        """Whether a verb behind a finished subordinate clause belongs to one that *und* joins to it."""
        if self.top.kind != "subordinate" or not self._closes(i):
            return False
        finite = self.top.finite
        assert finite is not None
        return any(self.tree.tags[k] == "KON" for k in range(finite + 1, i)) and not any(
            self.tree.tags[k] == "$," for k in range(finite + 1, i) if self.tree.tags[k + 1] not in ("KON",)
        )

    def _closes(self, i: int) -> bool:
        """Whether the clause is over behind this verb."""
        after = i + 1
        return after >= self.end or self.tree.tags[after] in PUNCTUATION or self.tree.tags[after] == "KON"

    def _inserted(self, i: int, top: Field) -> bool:
        """*…, so sagen X, …* and *…, heißt es, …* inside a clause whose own verb is still to come."""
        tree = self.tree
        if i - 1 < self.begin or not top.own:
            return False
        with_so = tree.lower[i - 1] in ("so", "wie") and i - 2 >= self.begin and tree.tags[i - 2] == "$,"
        if not with_so and tree.tags[i - 1] != "$,":
            return False
        if tree.lemmas[i] not in words().speech_inserts or top.begin >= i - 1:
            return False
        if top.own[-1] != i - 2 - with_so and not with_so:
            return False
        for at in range(i + 1, min(self.end - 1, i + 12)):
            if tree.tags[at] == "$,":
                return tree.tags[at + 1] in FINITE or with_so
            if tree.tags[at] in FINITE:
                return False
        return False

    def _is_participle(self, i: int, top: Field) -> bool:
        """A verb tagged finite in the right bracket of an auxiliary that lacks its participle or infinitive."""
        tree = self.tree
        finite = top.finite
        if finite is None or tree.tags[i] != "VVFIN":
            return False
        if tree.tags[finite] not in _AUXILIARY:
            return self._is_adjunct(i, finite)
        between = range(finite + 1, i)
        joined = tree.tags[i - 1] == "KON" and tree.tags[i - 2] in NONFINITE and tree.lower[i].endswith("n")
        if joined and tree.tags[finite] == "VMFIN" and tree.morph[finite].get("Number") == "Sing":
            relemma(tree, i, "VVINF")
            return True
        if any(tree.tags[k] in NONFINITE or tree.tags[k] in PUNCTUATION for k in between):
            return False
        if any(tree.tags[k] == "KON" and not joins_phrases(tree, k) for k in between):
            return False
        word = tree.lower[i]
        if tree.tags[finite] == "VMFIN":
            fits = word.endswith(("en", "ern", "eln"))
        else:
            fits = word.endswith(("t", "en")) and not word.endswith(("te", "ten", "tet"))
        if fits and self._closes(i):
            relemma(tree, i, "VVINF" if tree.tags[finite] == "VMFIN" else "VVPP")
            return True
        return False

    def _is_adjunct(self, i: int, finite: int) -> bool:
        """A second finite verb with no border before it is a participle: *Moskau hält sich bedeckt*."""
        tree = self.tree
        if (
            tree.lemmas[finite] not in _WITH_PARTICIPLE
            or i == finite + 1
            or not self._closes(i)
            or not tree.lower[i].endswith(("t", "en"))
        ):
            return False
        if any(tree.tags[k] in PUNCTUATION or tree.tags[k] in _JOINTS for k in range(finite + 1, i)):
            return False
        relemma(tree, i, "VVPP")
        tree.attach(i, finite, "xcomp")
        for child in list(tree.children[i]):
            tree.attach(child, finite, tree.deps[child])
        return True

    def _follow(self, i: int, top: Field) -> None:
        """A further finite verb on the same level: a clause joined or set beside."""
        begin = self._start(i, top)
        moved = [k for k in top.own if k >= begin]
        top.own = [k for k in top.own if k < begin]
        new = Field(begin, finite=i, kind=top.kind, outer=top.outer, before=top)
        new.own.extend(moved)
        self.found.append(new)
        self.stack[-1] = new

    def _start(self, i: int, top: Field) -> int:
        """Where the clause of the further verb begins: at the last border that joins clauses, not phrases."""
        tree = self.tree
        finite = top.finite if top.finite is not None else self.begin
        last = finite + 1
        bracket = i
        while top.kind == "subordinate" and tree.tags[bracket - 1] in NONFINITE:
            # … und mich dort informieren konnte: its own verbs stand right before a verb that comes last.
            bracket -= 1
        for k in range(bracket - 1, finite, -1):
            tag = tree.tags[k]
            if tag == "KON":
                if not joins_phrases(tree, k):
                    return k
                last = max(last, k)
            elif (tag in ("$,", "$.") or tree.words[k] in _BREAKS) and not self._inside_list(k, i):
                return k + 1
            elif k == i - 1 and tag in NONFINITE and tree.tags[k - 1] in ("$,", "KON"):
                continue  # it stands in the prefield: *…, ausgeliefert wurde er nie*
            elif tag in NONFINITE and tree.deps[k] != "amod":
                # No border was written, but the bracket of the first clause is closed here.
                return k + 1
        return max(last, first_below(tree, i, last))

    def _inside_list(self, comma: int, verb: int) -> bool:
        """Whether the comma stands in an enumeration that goes on with *und*: A, B und C verhandelten."""
        tree = self.tree
        return any(
            tree.tags[k] == "KON" and joins_phrases(tree, k) and tree.heads[tree.heads[k]] < comma
            for k in range(comma + 1, verb)
        )

    def _border(self, i: int) -> None:
        top, tree = self.top, self.tree
        if top.kind == "subordinate" and top.finite is None:
            self._late_finite(top)
        if top.kind in ("subordinate", "inserted") and top.finite is not None:
            if not (i + 1 < self.end and tree.tags[i + 1] == "KON" and tree.tags[i] == "$,"):
                self.last = self.stack.pop()
            return
        if tree.words[i] in (":", ";") and i + 1 < self.end and tree.tags[i] != "$(":
            new = Field(i + 1, before=self.stack[0])
            self.found.append(new)
            self.stack = [new]

    def _late_finite(self, top: Field) -> None:
        """A verb at the end of a subordinate clause that was tagged as infinitive or participle is its finite one."""
        tree = self.tree
        if not top.own or top.opener is None:
            return
        i = top.own[-1]
        verb = tree.tags[i] in ("VVINF", "VVPP") and tree.tags[i - 1] not in ("PTKZU", "VAINF")
        if verb and i > top.opener:
            relemma(tree, i, "VVFIN")
            top.finite = i


def fields(tree: Tree, begin: int, end: int) -> list[Field]:
    """The clauses of a sentence by position, in the order in which they open; those without verb too."""
    return _Pass(tree, begin, end).run()
