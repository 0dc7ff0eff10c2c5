"""Bytes become text: UTF-8, UTF-16 and Windows-1252, by their bytes and not by their name."""

import codecs
import unicodedata

from errors import FixTheFile


def decode(data: bytes) -> str:
    """NFC text with "\\n" line ends. Raises FixTheFile (`not_this_type`) for bytes that are no text."""
    text = _decode(data)
    sample = text[:20_000]
    strange = sum(unicodedata.category(char) == "Cc" and char not in "\t\n\r\f\v" for char in sample)
    if strange > 0.05 * max(len(sample), 1):
        raise FixTheFile("", "not_this_type")
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\v", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    return unicodedata.normalize("NFC", text)


def _decode(data: bytes) -> str:
    if data.startswith(codecs.BOM_UTF8):
        return data.decode("utf-8-sig", errors="replace")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    head = data[:2000]
    if len(head) >= 8 and head.count(0) > 0.3 * len(head):
        zeros_first = head[0::2].count(0) > head[1::2].count(0)
        return data.decode("utf-16-be" if zeros_first else "utf-16-le", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
