"""Events in the columns of a GDELT 2.0 event table, tab-separated, with a header line.

One row an event however many articles tell it. ``EventCode`` is the CAMEO root code that
the PLOVER type stands for; columns that GDELT fills by means we do not have (``AvgTone``,
actor religion …) are left out. Codes: CAMEO manual 1.1b3; columns: GDELT Event Codebook 2.0.
"""

from __future__ import annotations

from collections.abc import Iterator

from lagebild.dossier import Event, Mention, events, mentions
from lagebild.dossier.goldstein import WEIGHTS
from lagebild.dossier.series import is_exact
from lagebild.record import QUAD
from lagebild.store import Store

#: PLOVER type → CAMEO root code.
CAMEO = {
    "AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08",
    "REQUEST": "10", "ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15",
    "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}  # fmt: skip

COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "Actor1Name", "Actor1CountryCode", "Actor2Name",
    "Actor2CountryCode", "EventCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions", "NumSources",
    "NumArticles", "ActionGeo_FullName", "DATEADDED", "SOURCEURL", "Status", "EDTF",
)  # fmt: skip


def lines(store: Store) -> Iterator[str]:
    """The table, line by line: only events dated to the month at least; ``SQLDATE`` is the first day of it.

    A row of GDELT is taken for an event of that day: a war or a century has none. ``EDTF`` has the date as known.
    """
    yield "\t".join(COLUMNS) + "\n"
    uris = {row["id"]: row["uri"] for row in store.rows("SELECT id, uri FROM documents")}
    for event in events(mentions(store)):
        if is_exact(event):
            yield "\t".join(_cell(value) for value in _row(event, uris)) + "\n"


def _row(event: Event[Mention], uris: dict[str, str]) -> list[object]:
    lead, day = event.lead, event.first_day
    assert day is not None
    # A mutual event has both sides as sources; GDELT wants one of them second.
    names, codes = list(lead.source_names), list(lead.source_countries)
    seconds = list(lead.target_names) or names[1:]
    second_codes = list(lead.target_countries) or codes[1:]
    added = min((m.published for m in event.mentions if m.published), default=None)
    return [
        f"{lead.document}#{lead.id}", f"{day:%Y%m%d}", f"{day:%Y%m}", day.year,
        names[0] if names else "", (codes[0] if codes else "") or "",
        seconds[0] if seconds else "", (second_codes[0] if second_codes else "") or "",
        CAMEO[event.type], CAMEO[event.type], QUAD[event.type], WEIGHTS[event.type],
        len(event.mentions), event.independent, event.articles, event.place or "",
        f"{added:%Y%m%d}" if added else "", uris.get(lead.document, ""), event.status, event.edtf,
    ]  # fmt: skip


def _cell(value: object) -> str:
    """A cell without tabs and line breaks."""
    return " ".join(str(value).split())
