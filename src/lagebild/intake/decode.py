"""Bytes to characters, as a browser would do it (WHATWG Encoding and HTML standards)."""

from __future__ import annotations

import codecs
import re

from lagebild.errors import InputError

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.I)
_XML = re.compile(rb"^\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{2,40})", re.I)
#: The standard reads a declared Latin-1 or ASCII as windows-1252, and a declared UTF-16 in a page that
#: could be read far enough to see the declaration as UTF-8.
_LABELS = {
    "iso-8859-1": "cp1252", "iso8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "l1": "cp1252",
    "us-ascii": "cp1252", "ascii": "cp1252", "windows-1252": "cp1252", "x-cp1252": "cp1252",
    "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8", "unicode": "utf-8",
    "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "iso-8859-9": "cp1254", "ks_c_5601-1987": "cp949",
}  # fmt: skip
#: Python codecs that are no character encodings, or unsafe to let a page choose.
_REFUSED = frozenset(
    {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"}
)
_MAGIC = (
    (b"%PDF", "a PDF, not text; convert it first"),
    (b"PK\x03\x04", "a ZIP archive (or Office document); unpack it first"),
    (b"\x89PNG", "an image, not text"),
    (b"\xff\xd8\xff", "an image, not text"),
    (b"GIF8", "an image, not text"),
    (b"\x1f\x8b", "gzip inside gzip; unpack it first"),
    (b"\x7fELF", "a program, not text"),
    (b"BZh", "bzip2 data; unpack it first"),
    (b"\xfd7zXZ", "xz data; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "zstd data; unpack it first"),
)
#: Characters that no writing holds; in UTF-8 they are one byte each, and such a byte is nothing else.
_CONTROL = bytes([*range(0x01, 0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])


def decode(raw: bytes, charset: str | None = None, markup: bool = False) -> str:
    """The characters of ``raw``: byte order mark, then transport header, then declaration, then guess.

    ``charset`` is the transport header's; ``markup`` says whether a ``<meta charset>`` or XML
    declaration may speak. Without any of these the text is UTF-8 where it is valid as
    UTF-8, else windows-1252. Raises InputError when the bytes are no text.
    """
    refuse_binary(raw)
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _checked(raw[len(mark) :].decode(encoding, "replace"))
    declared = _known(charset)
    if declared is None and markup:
        found = _XML.search(raw[:1024]) or _META.search(raw[:4096])
        declared = _known(found.group(1).decode("ascii")) if found else None
    if declared == "cp1252":
        return _checked(_cp1252(raw))
    if declared:
        return _checked(raw.decode(declared, "replace"))
    try:
        return _checked(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(raw) - 3 and error.reason == "unexpected end of data":
            return _checked(raw[: error.start].decode("utf-8") + "\ufffd")
        return _checked(_cp1252(raw))


def refuse_binary(raw: bytes) -> None:
    """Raise InputError when the first bytes are those of a known binary format, or hold a zero byte."""
    for magic, what in _MAGIC:
        if raw.startswith(magic):
            raise InputError(f"this is {what}")
    if b"\0" in raw and not raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise InputError("this is binary data, not text")


def refuse_noise(text: str) -> None:
    """Raise InputError when ``text`` is empty or too full of control characters to be writing."""
    if not text or text.isspace():
        raise InputError("the input is empty")
    sample = text[:100_000].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if "\0" in text or controls > 0.02 * min(len(text), 100_000):
        raise InputError("this is binary data, not text")


def _checked(text: str) -> str:
    refuse_noise(text)
    return text


def _cp1252(raw: bytes) -> str:
    """windows-1252 with the five bytes that Python leaves undefined read as C1 controls, as browsers do."""
    return raw.decode("cp1252", "lagebild_c1")


def _c1(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("lagebild_c1", _c1)


def _known(label: str | None) -> str | None:
    """The Python codec for an encoding label, or None where a browser would not know the label either."""
    if not label:
        return None
    name = label.strip().strip("\"'").lower()
    name = _LABELS.get(name, name)
    try:
        codec = codecs.lookup(name)
        known = codec.name not in _REFUSED and isinstance(b"".decode(name), str)
    except (LookupError, TypeError, ValueError, AssertionError):
        return None
    return codec.name if known else None
