"""The errors a user can meet. Each message is one line and says what to do next."""

from collections.abc import Iterable


class LagebildError(Exception):
    """Base of all errors that Lagebild raises on purpose."""


class InputError(LagebildError):
    """An input that cannot be read: empty, binary, too large, not an article."""


class LanguageError(InputError):
    """The article is in a language that has no pack yet."""


class FetchError(InputError):
    """A URL that could not be, or must not be, fetched.

    ``status`` is the server's answer where there was one, ``retry_after`` the seconds for which it asks to be left alone.
    """

    def __init__(self, message: str, status: int | None = None, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after


class SettingsError(LagebildError):
    """A settings file that cannot be understood; names the file and the key."""


class StoreError(LagebildError):
    """A store that cannot be opened, is damaged, newer than this program, or being written to."""


class StartError(LagebildError):
    """The processes that read, or the cluster that shall, cannot start."""


class QuestionError(LagebildError):
    """A question that no store can answer: a date that is none, a type that is not known.

    ``reason`` is the key of the message in ``view/words.toml``, where a page has it in its own language;
    ``asked`` is the value that is wrong, ``known`` what could be meant.
    """

    def __init__(self, message: str, reason: str, asked: str, known: Iterable[str] = ()) -> None:
        super().__init__(message)
        self.reason = reason
        self.asked = asked
        self.known = tuple(known)


class UnknownActor(QuestionError):
    """A code or name that is in neither gazetteer nor store."""


class LexiconError(LagebildError):
    """A lexicon file with a line that cannot be read; names the file and the line."""
