"""A clause in the making."""

from __future__ import annotations

from lagebild.language.clause import Clause, Relation
from lagebild.language.de.clauses.arguments import Arguments
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import Group


class Draft:
    """A clause while its parts are still token indices."""

    def __init__(self, group: Group, arguments: Arguments, place: Field | None) -> None:
        self.group = group
        self.arguments = arguments
        self.place = place
        self.own: list[int] = []
        self.parent: Draft | None = None
        self.relation: Relation = "main"
        self.marker: int | None = None
        self.subject_shared = False
        self.clause: Clause | None = None

    @property
    def finite(self) -> bool:
        return self.group.finite is not None
