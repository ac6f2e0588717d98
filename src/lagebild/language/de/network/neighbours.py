"""Names that the network hangs on the wrong one of two neighbours.

*Gestern griff der Präsident Israel an*, *sicherte die Regierung Kenia Hilfe zu*: a place right behind an office that stands
behind the verb is what the verb is about. Of a place that an office is of, German has the genitive (*der Präsident Israels*)
or a preposition; so it has of whose statement it is: *griff die Armee nach eigenen Angaben Odessa an*.

*hat nach Angaben Kiews Soldaten verlegt*: the genitive says whose statement it is, not whose soldiers.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from lagebild.lexicon import table

Ints = NDArray[np.int64]

#: How many tokens from each other what hangs together is looked for.
_FAR = 30
#: Last letters by which a name may be a genitive.
_GENITIVE = ("s", "x", "z", "'", "’")


#: Nouns for what somebody says or knows, behind *nach*, in the forms that stand there.
TELLINGS = (
    "Angaben", "Darstellung", "Einschätzung", "Einschätzungen", "Erkenntnissen", "Informationen", "Lesart", "Schätzung",
    "Schätzungen", "Worten", "Aussagen", "Überzeugung", "Ansicht", "Auffassung", "Berechnungen",
)  # fmt: skip


@cache
def _offices() -> tuple[str, ...]:
    return tuple(row["ending"].lower() for row in table("base/office_endings.tsv", ("ending",)))


def is_office(word: str) -> bool:
    """Whether a noun names an office or who governs, by its end: *Außenminister*, *Regierung*."""
    return word.lower().endswith(_offices())


def is_bare(word: str) -> bool:
    """Whether a name does not end as a genitive."""
    return not word.endswith(_GENITIVE)


def free_places(
    heads: Ints,
    deps: NDArray[np.uint64],
    places: Ints,
    verbs: NDArray[np.bool_],
    tellings: NDArray[np.bool_],
    labels: dict[str, np.uint64],
) -> None:
    """Hang places on the verb of the office or telling that they were hung on, as its object, in place; where it has
    one, as whom it is for.

    `heads` are places in the row of tokens; `places` those of bare names right behind an office or telling; `verbs` says
    which tokens are finite verbs, `tellings` which are `TELLINGS`; ``labels`` are the relations ``nsubj``, ``obj``,
    ``obl:arg``, ``appos``, ``flat`` and ``nmod``.
    """
    names = [labels[name] for name in ("appos", "flat", "nmod")]
    for place in places.tolist():
        office = place - 1
        verb = int(heads[office])
        hung = int(heads[place]) == office and deps[place] in names
        if not hung or not (tellings[office] or deps[office] == labels["nsubj"]):
            continue
        if not _behind_verb(heads, verbs, verb, office):
            continue
        near = slice(max(0, min(verb, office)), min(len(heads), max(place, verb) + _FAR))
        taken = bool(((heads[near] == verb) & (deps[near] == labels["obj"])).any())
        heads[place], deps[place] = verb, labels["obl:arg"] if taken else labels["obj"]


def _behind_verb(heads: Ints, verbs: NDArray[np.bool_], verb: int, subject: int) -> bool:
    """Whether the finite verb, or the auxiliary of the verb, stands before its subject."""
    start = max(0, subject - _FAR)
    here = heads[start:subject] == verb
    if start <= verb < subject:
        here[verb - start] = True
    return bool((here & verbs[start:subject]).any())


def own_tellings(
    heads: Ints,
    deps: NDArray[np.uint64],
    tellings: Ints,
    names: NDArray[np.bool_],
    labels: dict[str, np.uint64],
) -> None:
    """Hang a genitive name on the noun for what is told right before it, and what stands behind on the verb, in place.

    `tellings` are the places of such nouns in the row of tokens, `names` says which tokens are names that end as genitives;
    ``labels`` as in `free_places`.
    """
    for telling in tellings.tolist():
        owner, behind = telling + 1, telling + 2
        if behind >= len(heads) or not names[owner] or int(heads[owner]) != behind:
            continue
        heads[owner], deps[owner] = telling, labels["nmod"]
        if int(heads[behind]) == telling:
            heads[behind], deps[behind] = heads[telling], labels["obj"]
