"""Rules of certainty: which fits the features of a clause, and what it gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from lagebild.lexicon import rules

FILES = ("modality", "mood", "clause", "negation", "governors", "noun", "speech", "assertion")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the features it wants (each one of several values), and what it gives."""

    name: str
    when: tuple[tuple[str, frozenset[Any]], ...]
    gives: Mapping[str, Any]

    def fits(self, features: Mapping[str, Any]) -> bool:
        """Whether the features are what the rule wants."""
        for key, wanted in self.when:  # noqa: SIM110  (asked some twenty times a clause: a generator costs double)
            if features.get(key) not in wanted:
                return False
        return True


@cache
def rule_file(name: str) -> tuple[Rule, ...]:
    """The rules of ``lexicon/certainty/<name>.toml``, in order."""
    return tuple(
        Rule(
            rule["name"],
            tuple(
                (key, frozenset(wanted if isinstance(wanted, list) else [wanted]))
                for key, wanted in rule.get("when", {}).items()
            ),
            rule.get("gives", {}),
        )
        for rule in rules(f"certainty/{name}.toml")
    )


def first(name: str, features: Mapping[str, Any]) -> Rule | None:
    """The first rule of a file that fits."""
    for rule in rule_file(name):
        if rule.fits(features):
            return rule
    return None
