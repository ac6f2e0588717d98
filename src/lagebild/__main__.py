"""``python -m lagebild`` is ``lagebild``."""

from lagebild.cli import main

main()
