"""The trained network as a spaCy component: tags, features, heads, relations and names in one pass."""

from __future__ import annotations

from .component import LagebildNetwork, create

__all__ = ["LagebildNetwork", "create"]
