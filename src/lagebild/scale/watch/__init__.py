"""Watching feeds: polite polling, every new entry read and stored once, alerts on new events."""

from lagebild.scale.watch.health import Health, serve
from lagebild.scale.watch.settings import Alert, Feed, Settings, load
from lagebild.scale.watch.watch import Watch

__all__ = ["Alert", "Feed", "Health", "Settings", "Watch", "load", "serve"]
