"""A clause in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from lagebild.language.clause import Clause, Relation
from lagebild.language.de.clauses.arguments import Arguments
from lagebild.language.de.clauses.fields import Field
from lagebild.language.de.clauses.groups import Group


@dataclass(slots=True, eq=False)
class Draft:
    """A clause while its parts are still token indices."""

    group: Group
    arguments: Arguments
    own: list[int] = field(default_factory=list)
    parent: Draft | None = None
    relation: Relation = "main"
    marker: int | None = None
    subject_shared: bool = False
    place: Field | None = None
    clause: Clause | None = None

    @property
    def finite(self) -> bool:
        return self.group.finite is not None
