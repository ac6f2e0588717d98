"""Who of the article bears an office told without a name: *der Staatschef*, *der Nato-Chef*, *die Ministerin*."""

from __future__ import annotations

from typing import Final

from lagebild.reading.actors import titles
from lagebild.reading.actors.cast import Cast
from lagebild.reading.actors.forms import declined, fold, narrower
from lagebild.reading.actors.gazetteer import MEANS, Entry, Person
from lagebild.reading.actors.sentences import Sentences
from lagebild.reading.actors.titles import Title
from lagebild.reading.analysis import ActorFound

#: What papers call who leads a body, and the offices (as `titles.office_key` has them) from which bodies are led.
_LEADERS: Final[tuple[str, ...]] = ("chef", "chefin", "prasident", "prasidentin")
_LEADING: Final[tuple[str, ...]] = (
    *_LEADERS, "generalsekretar", "generalsekretarin", "generaldirektor", "generaldirektorin", "direktor",
    "direktorin", "exekutivdirektor", "exekutivdirektorin", "vorsitzender", "vorsitzende", "vorsitzenden", "fuhrer",
    "fuhrerin", "anfuhrer",
)  # fmt: skip
#: How many sentences back somebody may be named whom another word for the office takes up.
_REACH: Final = 3


class Bearers:
    """Looks among the persons of the article for who bears an office or has left it."""

    def __init__(self, cast: Cast, sentences: Sentences) -> None:
        self.cast = cast
        self.sentences = sentences

    def named(self, title: Title) -> ActorFound | None:
        """Who bears the office, or has left it: the one mentioned last before, else first after."""
        word = titles.office_key(title.office.word)
        best: tuple[int, ...] | None = None
        found: ActorFound | None = None
        for actor in self.cast.actors:
            if actor.kind != "person" or not actor.mentions or not self._gender_fits(actor, title):
                continue
            if title.country and actor.country != title.country:
                continue
            borne = self.cast.left if title.left else self.cast.titles
            words = {titles.office_key(w) for w in borne.get(actor, ())}
            same = any(titles.same_office(word, w) and not narrower(word, w) for w in words)
            heads = (title.office.rank == "head" or word == "kremlchef") and self._is_head(actor)
            heads = heads and not title.left and bool(title.country or title.entries)
            before = [s for s, _ in actor.mentions if s < title.token]
            if not same and not heads and not (before and self._alike(title, actor, max(before))):
                continue
            if not before and actor not in self.cast.told and title.office.rank != "head":
                continue  # an office that only the who's-who knows, of somebody yet to come
            # Of two in one sentence another word for the office means its subject: *Macron traf Putin. Der Staatschef …*
            near = self._nearness(title, max(before)) if before and not same else ()
            rank = (0 if same else 1, 0 if before else 1, *near, title.token - max(before) if before else 0)
            if best is None or rank < best:
                best, found = rank, actor
        return found

    def _nearness(self, title: Title, last: int) -> tuple[int, int]:
        away = self.sentences.of(title.token) - self.sentences.of(last)
        return away, 0 if self.sentences.subject(last) else 1

    def _alike(self, title: Title, actor: ActorFound, last: int) -> bool:
        """Whether another word for the actor's office, named at token ``last``, is the title's: *der Staatschef* is the
        president, *der Nato-Chef* its secretary general."""
        if title.left or self.sentences.of(title.token) - self.sentences.of(last) > _REACH:
            return False
        offices = self._offices(actor)
        if title.entries:
            return any(leads(self.cast, title, office) for office in offices)
        means = MEANS.get(titles.office_key(title.office.word), ())
        return any(titles.office_key(office.split()[0]) in means for office in offices)

    def _offices(self, actor: ActorFound) -> list[str]:
        """The offices that the text and the who's-who give the actor, these with whose they are."""
        entry = self.cast.entry_of(actor)
        term = entry.term(self.cast.date) if isinstance(entry, Person) else None
        return [*self.cast.titles.get(actor, ()), *([term.office] if term is not None else [])]

    def _is_head(self, actor: ActorFound) -> bool:
        ranks = [titles.office(w) for w in self.cast.titles.get(actor, ())]
        return any(o is not None and o.rank == "head" for o in ranks[:1])

    def _gender_fits(self, actor: ActorFound, title: Title) -> bool:
        """Of *Vorsitzende* the article shows it: *die Vorsitzende*, *der Vorsitzende*; *den*, *der Vorsitzenden* do not."""
        word = title.office.word
        if declined(word):
            article = self.cast.doc.lowers[title.start]
            shown = {"die": "f", "des": "m", "dem": "m"}.get(article, "m" if word.endswith("e") else None)
            return shown is None or shown == self.cast.gender[actor]
        return (self.cast.gender[actor] == "f") == titles.feminine(word)


def leads(cast: Cast, title: Title, office: str) -> bool:
    """Whether the office, as the who's-who writes it, is from where the title's body is led.

    *Präsidentin der EU-Kommission* is the *EU-Kommissionspräsidentin*, not the *EU-Ratspräsident*.
    """
    body, word = title.entries[0], titles.office_key(title.office.word)
    if body.kind == "state" or not _names(cast, office, body):
        return False
    held = titles.office_key(office.split()[0])
    if word in MEANS:
        return held in MEANS[word] or (word in _LEADERS and held.endswith(_LEADING))
    ending = next((end for end in sorted(_LEADERS, key=len, reverse=True) if word.endswith(end)), None)
    if ending is None or not held.endswith(_LEADING):
        return False
    return word.removesuffix(ending).removesuffix("s") in fold(office)


def _names(cast: Cast, office: str, body: Entry) -> bool:
    """Whether the words of an office name the body: *Nato-Generalsekretär*, *Präsidentin der EU-Kommission*."""
    pieces = office.replace("-", " ").split()
    return any(cast.known.named(piece) is body for piece in pieces)
