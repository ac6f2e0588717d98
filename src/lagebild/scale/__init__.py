"""The same reading over whole archives: many processes, stopped and resumed at any point."""

from lagebild.scale.ingest import Summary, ingest

__all__ = ["Summary", "ingest"]
