"""Bytes to text, for files of every office program: byte-order marks, UTF-16 without one, UTF-8, Chinese (`chinese`), cp1252."""

from __future__ import annotations

import codecs

from debadge.sources.chinese import chinese_encoding, sample_of

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_SAMPLE = 4096  # bytes looked at for the pattern of UTF-16


def encoding_of(head: bytes) -> str:
    """The encoding that the first bytes speak for; ``utf-8`` unless something says otherwise."""
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    sample = head[:_SAMPLE]
    if len(sample) >= 4:
        low, high = sample[0::2].count(0), sample[1::2].count(0)
        if high > 0.3 * len(sample) / 2 and low < high / 4:
            return "utf-16-le"
        if low > 0.3 * len(sample) / 2 and high < low / 4:
            return "utf-16-be"
    beyond = sample_of(head)
    return "utf-8" if not beyond or _is_utf8(beyond) else chinese_encoding(beyond) or "utf-8"


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def decode(content: bytes) -> tuple[str, str, bool]:
    """(text, encoding, whether some bytes could not be read and stand as U+FFFD).

    Bytes that are not UTF-8 are cp1252, as spreadsheets of Western Europe and Canada write it, unless most of the text
    beyond ASCII is sound UTF-8: then the file is UTF-8 with damage.
    """
    encoding = encoding_of(content)
    try:
        return content.decode(encoding), encoding.removesuffix("-sig"), False
    except UnicodeDecodeError:
        pass
    if not encoding.startswith("utf-8"):
        return content.decode(encoding, "replace"), encoding, True
    text = content.decode(encoding, "replace")
    damaged = text.count("\ufffd")
    sound = sum(1 for c in text if ord(c) > 127) - damaged
    if sound > damaged:
        return text, "utf-8", True
    western = content.decode("cp1252", "replace")
    return western, "cp1252", "\ufffd" in western


def head_as_utf8(head: bytes) -> bytes:
    """The first bytes of a text, as UTF-8 without a mark; other bytes unchanged."""
    encoding = encoding_of(head)
    return head if encoding == "utf-8" else head.decode(encoding, "replace").encode("utf-8", "replace")
