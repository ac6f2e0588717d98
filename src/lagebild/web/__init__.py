"""The web pages of a store."""

from lagebild.web.app import create_app

__all__ = ["create_app"]
