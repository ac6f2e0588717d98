"""Questions asked of a store: dossiers on pairs of actors, timelines, ledgers, series, networks, search."""

from lagebild.dossier.answer import (
    SECTIONS,
    Answer,
    Section,
    answer_actors,
    answer_dossier,
    answer_ledger,
    answer_network,
    answer_search,
    answer_series,
    answer_timeline,
    title_of,
)
from lagebild.dossier.dossier import Dossier, Part, asked_events, dossier, dossier_of, timeline
from lagebild.dossier.events import Event, events
from lagebild.dossier.ledger import Entry, ledger, steps
from lagebild.dossier.lines import Line, Report, line, names, report
from lagebild.dossier.mentions import Mention, Period, between, involving, latest, mentions
from lagebild.dossier.party import Party, country_name, place_name, resolve
from lagebild.dossier.search import Hits, Query, search
from lagebild.dossier.series import Edge, around, monthly, months, network, settle

__all__ = [
    "SECTIONS",
    "Answer",
    "Dossier",
    "Edge",
    "Entry",
    "Event",
    "Hits",
    "Line",
    "Mention",
    "Part",
    "Party",
    "Period",
    "Query",
    "Report",
    "Section",
    "answer_actors",
    "answer_dossier",
    "answer_ledger",
    "answer_network",
    "answer_search",
    "answer_series",
    "answer_timeline",
    "around",
    "asked_events",
    "between",
    "country_name",
    "dossier",
    "dossier_of",
    "events",
    "involving",
    "latest",
    "ledger",
    "line",
    "mentions",
    "monthly",
    "months",
    "names",
    "network",
    "place_name",
    "report",
    "resolve",
    "search",
    "settle",
    "steps",
    "timeline",
    "title_of",
]
