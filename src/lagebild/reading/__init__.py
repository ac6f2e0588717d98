"""Doc → Record: times, places, actors, speech, events, certainty, figures, links."""

import lagebild.language  # noqa: F401  (imports spaCy as it should be imported, before the steps do)
from lagebild.reading.reader import STEPS, Reader

__all__ = ["STEPS", "Reader"]
