"""Doc → Record: times, places, actors, speech, events, certainty, figures, links."""

from lagebild.reading.reader import STEPS, Reader

__all__ = ["STEPS", "Reader"]
