"""The tables of a store as Arrow schemas. Any Parquet reader can read each of them alone.

Every table but ``documents`` has ``document`` (the article's id). Spans are code points of
``documents.text``. ``month`` is the partition, the month of publication (``unknown`` when
the article has no date).
"""

from __future__ import annotations

import pyarrow as pa

#: Raised when a column is renamed, removed or changes its meaning; see ``migrate``.
VERSION = 3

_text = pa.string()
_texts = pa.list_(pa.string())
_int = pa.int32()
_spans = pa.list_(pa.struct([("begin", _int), ("end", _int)]))
_holdings = pa.list_(pa.struct([("actor", _text), ("name", _text), ("what", _text)]))
_evidence = pa.list_(pa.struct([("rule", _text), ("begin", _int), ("end", _int)]))
_replies = pa.list_(
    pa.struct([(name, _text) for name in ("kind", "id", "said_by", "factuality", "author", "status", "text")])
)
_numbers = pa.list_(
    pa.struct(
        [("text", _text), ("value", pa.float64()), ("unit", _text), ("approx", pa.bool_()), ("of", _text)]
    )
)


def _schema(**columns: pa.DataType) -> pa.Schema:
    return pa.schema(list(columns.items()))


# Actors by identity (``*_keys``), name and country; ``parties`` are both sides as countries, or identities
# where an actor has none. ``first_day`` and ``last_day`` bound the event's date, both null when it is not
# said. ``status`` is what the statement says of its event, ``voucher`` who stands behind it where that is not
# the paper (both: ``told``). Title (else first words), publisher and date of the article, the place's
# coordinates, the figures, and what other statements of the article reply (denials, confirmations) stand
# here again, so that a question need not join.
_statements = _schema(
    document=_text, id=_text, begin=_int, end=_int, text=_text, trigger=_text, type=_text, mode=_text,
    contexts=_texts, quad=pa.int8(), source=_texts, source_keys=_texts, source_names=_texts,
    source_countries=_texts, target=_texts, target_keys=_texts, target_names=_texts, target_countries=_texts,
    parties=_texts, place=_text, place_country=_text, lat=pa.float64(), lon=pa.float64(), edtf=_text,
    first_day=pa.date32(), last_day=pa.date32(), tense=_text, factuality=_text, author=_text, status=_text,
    attribution=_texts, attribution_keys=_texts, voucher=_text, evidence=_evidence, gives=_holdings,
    receives=_holdings, replies=_replies, figures=_numbers, title=_text, publisher=_text, published=pa.date32(),
)  # fmt: skip

TABLES: dict[str, pa.Schema] = {
    # ``record`` is the whole record as JSON; ``minhash`` the signature by which copies are
    # found, ``credits`` the agencies that the page names as where its text is from.
    "documents": _schema(
        id=_text, uri=_text, publisher=_text, published=pa.date32(), published_from=_text, retrieved=_text,
        title=_text, text=_text, language=_text, digest=_text, words=_int, minhash=pa.list_(pa.uint32()),
        credits=_texts, warnings=_texts, record=_text,
    ),
    "sentences": _schema(document=_text, number=_int, begin=_int, end=_int, text=_text),
    "actors": _schema(
        document=_text, id=_text, key=_text, name=_text, kind=_text, country=_text, role=_text, sector=_text,
        mentions=_spans,
    ),
    "places": _schema(
        document=_text, id=_text, name=_text, country=_text, lat=pa.float64(), lon=pa.float64(), mentions=_spans
    ),
    "times": _schema(
        document=_text, id=_text, begin=_int, end=_int, text=_text, type=_text, value=_text, edtf=_text
    ),
    "quotes": _schema(
        document=_text, id=_text, type=_text, quote=_text, speaker=_text, cue=_text, spans=_spans,
        speaker_actor=_text, speaker_key=_text,
    ),
    "statements": _statements,
    # The statements that pass between two parties, once for each pair of them (``a`` before ``b``), in one
    # folder and sorted by pair: what is asked most is read from few places. A party is a country, or the
    # identity of an actor that has none.
    "pairs": pa.schema([("a", _text), ("b", _text), *_statements]),
    "attributions": _schema(document=_text, statement=_text, depth=_int, name=_text, actor=_text, key=_text),
    "figures": _schema(
        document=_text, id=_text, begin=_int, end=_int, text=_text, value=pa.float64(), unit=_text,
        approx=pa.bool_(), of=_text, statement=_text,
    ),
    "links": pa.schema([("document", _text), ("kind", _text), ("from", _text), ("to", _text)]),
    # Texts that a newer one replaced: what a reader once could see stays provable.
    "history": _schema(
        document=_text, uri=_text, digest=_text, replaced_by=_text, replaced_at=_text, text=_text, record=_text
    ),
}  # fmt: skip

#: Tables with one or more rows an article, in the order in which they are written.
CURRENT = tuple(name for name in TABLES if name != "history")

#: Tables that lie in one folder rather than by month.
WHOLE = ("pairs",)

#: The column that names the article.
KEY = dict.fromkeys(TABLES, "document") | {"documents": "id"}
