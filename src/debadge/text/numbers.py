"""Numbers as people and spreadsheets write them. What lost digits, or can be read two ways, is not read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from debadge.text.folding import fold

MAX_UNITS = 10_000_000  # one row for more units than that is a slip of a column, not a lot
EXACT_DIGITS = 15  # a spreadsheet keeps 15 digits of a number; the rest of a longer serial is gone

_PARTS = re.compile(r"(?P<before>[^\d]*)(?P<number>\d(?:[\d\s.,'\u2019]*\d)?)(?P<after>[^\d]*)")
_GROUPED = re.compile(r"\d{1,3}(?:[\s'\u2019]\d{3})+")
_MARKED = re.compile(r"\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+")
_NUMBER = re.compile(r"\d(?:[\d\s.,'\u2019]*\d)?")
_CUT = {  # mark of decimals -> (the whole, in groups of one kind or none), (the decimals)
    mark: re.compile(rf"(\d+|\d{{1,3}}(?:([{other}\s'\u2019])\d{{3}})(?:\2\d{{3}})*)(?:\{mark}(\d{{1,6}}))?")
    for mark, other in ((",", "."), (".", ","))
}
_TWO_WAYS = re.compile(r"\d{1,3}[.,]000")
_WHOLE = re.compile(r"(\d+)(?:[.,]0+)?")
_MARKS = re.compile(r"[\s:.=×*()\[\]°º]*")
_LETTERS = re.compile(r"[^\W\d_]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{1,3}")


def read_quantity(text: str, words: Collection[str] = ()) -> int | None:
    """How many units: ``40``, ``40,0``, ``Qté 40``, ``40 units``, ``1 200``.

    Args:
        text: As seen.
        words: Folded words that may stand beside the number ("qte", "units").

    Returns:
        The count; None if this is no whole count, or could be two: ``1,000`` is one or a thousand, ``1,200`` is no fraction.
    """
    found = _PARTS.fullmatch(text.strip())
    if not found or not (_only(found["before"], words) and _only(found["after"], words)):
        return None
    number = found["number"]
    if _GROUPED.fullmatch(number) or (_MARKED.fullmatch(number) and not _TWO_WAYS.fullmatch(number)):
        number = re.sub(r"\D", "", number)
    whole = _WHOLE.fullmatch(number)
    if not whole or _TWO_WAYS.fullmatch(number) or len(whole[1]) > EXACT_DIGITS:
        return None
    count = int(whole[1])
    return count if count <= MAX_UNITS else None


def read_decimal(text: str, words: Collection[str] = (), mark: str | None = None) -> float | None:
    """A number with a mark of decimals: ``1.200,000`` is 1200 whoever wrote it, ``3,000`` is 3 beside it.

    Args:
        text: As seen.
        words: Folded words that may stand beside the number.
        mark: Of decimals in the whole column, comma or point; None if nobody knows.

    Returns:
        The number; None if it does not say which of its marks begins the decimals, and the column does not either.
    """
    found = _PARTS.fullmatch(text.strip())
    if not found or not (_only(found["before"], words) and _only(found["after"], words)):
        return None
    number = found["number"]
    told = decimal_mark(number) or mark
    if told is None or not (cut := _CUT[told].fullmatch(number)):
        return None
    value = float(f"{re.sub(r'[^0-9]', '', cut[1])}.{cut[3] or 0}")
    return int(value) if value == int(value) else value


def decimal_mark(text: str) -> str | None:
    """The mark of decimals, comma or point, of a number that can be read in one way only; None of any other."""
    fits = {mark for mark, cut in _CUT.items() if (found := cut.fullmatch(text)) and _can_be(found)}
    return fits.pop() if len(fits) == 1 and set(text) & set(".,") else None


def settle_mark(texts: Iterable[str]) -> str | None:
    """The one mark of decimals of a column, if its numbers agree on one."""
    found = (_NUMBER.search(text) for text in set(texts))
    told = {mark for number in found if number and (mark := decimal_mark(number[0]))}
    return told.pop() if len(told) == 1 else None


def _can_be(found: re.Match[str]) -> bool:
    """``0,500`` is no five hundred."""
    return not (found[1].startswith("0") and not found[1].isdigit())


def _only(text: str, words: Collection[str]) -> bool:
    """Whether nothing stands here but known words and harmless marks."""
    return bool(_MARKS.fullmatch(_LETTERS.sub("", text))) and all(
        word in words for word in fold(text).split() if word != "no"
    )


def number_text(value: float) -> str | None:
    """A spreadsheet number as its cell would read it, without ``.0``; None if digits of it are gone."""
    if abs(value) >= 10**EXACT_DIGITS or value != value:  # noqa: PLR0124  # not a number is not equal to itself
        return None
    return str(int(value)) if value == int(value) else repr(value)


def is_scientific(text: str) -> bool:
    """Whether a spreadsheet has turned a long number into ``1.23E+11``."""
    return _SCIENTIFIC.fullmatch(text.strip()) is not None
