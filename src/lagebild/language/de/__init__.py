"""The German pack. The door: `base` gives its pipeline."""

from lagebild.language.de.pipeline import base

__all__ = ["base"]
