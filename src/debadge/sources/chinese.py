"""Whether bytes that are no UTF-8 are Chinese in an older encoding: GB18030 of the mainland, Big5 of Taiwan and Hong Kong.

Strict, since any bytes can be read as some Chinese: everything has to decode, the signs have to stand side by side, as those of
letters with accents do not, and to lie where the common ones lie. What is neither is left to others, and is told.
"""

from __future__ import annotations

import codecs
import re

_SAMPLE = 65_536  # bytes looked at, from the first that is no ASCII
_HIGH = re.compile(rb"[\x80-\xff]")
_RUNS = re.compile(rb"[\x80-\xff]+")
_PAIRS = re.compile(rb"[\x81-\xfe][\x40-\xfe]")
_PAIRS_RUN = re.compile(rb"(?:[\x81-\xfe][\x40-\xfe])+")  # the second byte of Big5 may be ASCII
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")  # bytes of programs, no text
_LEAST = 4  # different signs; fewer may be anything
_BESIDE = 0.7  # share of bytes beyond ASCII that stand beside another one
_COMMON = 0.9  # share of signs among the common ones
_FULL = 0x80  # characters of a row of GB 2312 stand from here on, of Big5 below as well
_KOREAN = 0xC8  # the last row of Hangul in EUC-KR, which decodes as GB 18030 too; common Chinese signs go on to 0xD7
_CAPITALS = range(0xC0, 0xE0)  # Russian capitals of Windows, of which a heading may be made whole
_KANA = (0xA4, 0xA5)  # rows of hiragana and katakana, of which a Japanese text is full


def sample_of(content: bytes) -> bytes:
    """The bytes to look at: from the first one that is no ASCII on; none where there is no such byte, or they are no text."""
    first = _HIGH.search(content)
    sample = content[first.start() : first.start() + _SAMPLE] if first else b""
    return b"" if _CONTROLS.search(sample) or _CONTROLS.search(content[:_SAMPLE]) else sample


def chinese_encoding(sample: bytes) -> str | None:
    """``gb18030``, ``big5``, or None if the bytes are surely neither; they begin with the first byte of a sign."""
    if not (stand_together(sample) or _share_of_runs(_PAIRS_RUN, sample, 2) >= _BESIDE):
        return None
    pairs = [(pair[0], pair[1]) for pair in _PAIRS.findall(sample)]
    if len(set(pairs)) < _LEAST:
        return None
    if _is_of_gb(pairs) and _decodes(sample, "gb18030"):
        return "gb18030"
    return "big5" if _is_of_big5(pairs) and _decodes(sample, "big5") else None


def stand_together(sample: bytes) -> bool:
    """Whether most of the bytes beyond ASCII stand beside another one, as in no text of a Western language."""
    return _share_of_runs(_RUNS, sample, 1) >= _BESIDE


def _share_of_runs(runs: re.Pattern[bytes], sample: bytes, size: int) -> float:
    """How much of what a pattern finds stands beside another such sign of ``size`` bytes; 0 where there is too little to tell."""
    found = [len(run) for run in runs.findall(sample)]
    return sum(run for run in found if run > size) / sum(found) if sum(found) >= 2 * _LEAST else 0.0


def _is_of_gb(pairs: list[tuple[int, int]]) -> bool:
    common = sum(trail > 0xA0 and (0xA1 <= lead <= 0xA3 or 0xB0 <= lead <= 0xD7) for lead, trail in pairs)
    low = sum(trail < _FULL for _, trail in pairs)
    kana = sum(lead in _KANA for lead, _ in pairs)
    if all(trail in _CAPITALS for _, trail in pairs) or all(lead <= _KOREAN for lead, _ in pairs):
        return False
    return kana <= (1 - _COMMON) * len(pairs) and common >= _COMMON * len(pairs) and low <= (1 - _COMMON) * len(pairs)


def _is_of_big5(pairs: list[tuple[int, int]]) -> bool:
    common = sum(0xA1 <= lead <= 0xC6 and (trail < 0x7F or trail > 0xA0) for lead, trail in pairs)
    return common >= _COMMON * len(pairs) and any(trail < _FULL for _, trail in pairs)


def _decodes(sample: bytes, encoding: str) -> bool:
    """Whether all of it is sound; a last sign may be cut."""
    try:
        codecs.getincrementaldecoder(encoding)("strict").decode(sample)
    except UnicodeDecodeError:
        return False
    return True
