"""How many units a line speaks of, where no column says it: "12 x", "Qty 12", "12 caméras", "20台", "lot of 25", "ten"."""

from __future__ import annotations

import re

from debadge.model.screening import Counting

_BESIDE = r"(?<![\w.,/-])"  # no part of a longer number or of a model
_SIZE = r"(?![x×]\s?\d{3})"  # "1920 x 1080"
_MODEL = r"(?=[a-z]{2,4}-\w*\d)"  # "10 DS-2CD2143G2-I"
_ENDED = r"(?=\s*(?:$|[,;.)/]|-\s))"
_THOUSANDS = re.compile(r"(?<![\w.,/-])([1-9]\d{0,2})[, ](\d{3})(?=\s[^\W\d_]{3})")
_SIGNS = "一二三四五六七八九"
_CHINESE = re.compile(r"(?:([一二三四五六七八九]?)十)?([一二三四五六七八九两兩]?)")


class Counter:
    """The forms in which people write it, compiled."""

    def __init__(self, told: Counting) -> None:
        """Compile them, the surest first."""
        said, units, ahead, signs = map("|".join, (told.said, told.units, told.ahead, told.classifiers))
        counted = rf"(?!(?:{'|'.join((*told.measures, *told.packs))})(?!\w))(?=[^\W\d_]{{3}})"
        self._forms = tuple(
            re.compile(form)
            for form in (
                rf"(?:{said})[\s.:=]{{0,3}}(\d{{1,5}})(?![\d/-]|[.,]\d)",
                rf"{_BESIDE}(\d{{1,5}})(?:\.0{{1,2}})?\s?(?:{_SIZE}(?:{units})(?!\w)|(?:{signs}))",
                rf"(?<=\D),(\d{{1,5}})\s?(?:{signs})",
                r"[^\W\d_][\w)./-]*(?:\sx|\s?[×*])\s?(\d{1,3})(?=\s*(?:$|[,;)(]|/\s))",
                r"\s\((\d{1,2})\)$",
                rf"^\(?(\d{{1,4}})\)?\s+(?:{counted}|{_MODEL})",
                rf"^[^\d:;,]*(?::\s?|\s[-\u2013\u2014]\s)(\d{{1,4}})\s+{counted}",
                rf"(?<=\w\s)\((\d{{1,4}})\)\s+(?:{counted}|{_MODEL})",
                rf"(?:{ahead})\s(\d{{1,4}})\s+(?:{counted}|{_MODEL})",
            )
        )
        zooms, edge = "|".join(told.zooms), r"(?<![\w.,/-])"
        behind = rf"(?<!\w)(?:{zooms})(?:[\s,]+[^\W\d_][\w-]*){{0,2}}[\s,]+"  # "PTZ camera 25x"
        self._zooms = re.compile(rf"(?:{behind}|{edge}(?=\d+x\s(?:{zooms})(?!\w)))\d{{1,3}}x(?!\w)")
        self._counts = re.compile(rf"(?:^\W*|(?<!\w)(?:{ahead}|{said})[\s.:=]+)$")
        port = rf"(?:{'|'.join(told.ports)})(?!\w)\+*"
        ports, at_end = rf"{port}(?:[\s/]+{port})*", r"(?=\s*(?:$|[,;.:()/&|]|\d))"
        self._ports = re.compile(
            rf"(?<=[^\s(])[\s,(]+(?:\d{{1,3}}\s?[x×]\s?{ports}{at_end}|{ports}\s?[x×*]\s?\d{{1,3}}{at_end})"
        )
        packs = rf"(?<!\w)(?:(\d{{1,3}})\s?(?:x\s)?)?(?:{'|'.join(told.packs)})(?:\s(?:of|de|d.)\s?|/)(\d{{1,4}})"
        self._pack = re.compile(packs)
        self._packs = re.compile(rf"{packs}{_ENDED}|^{packs}\s{counted}")
        self._numerals = dict(told.numerals)
        self._words = re.compile(rf"(?:^|(?<=\W))({'|'.join(self._numerals)})(?=\s(?:{units}|{counted}\w+))")
        self._signs = re.compile(rf"(?<!第)([一二两兩三四五六七八九十]{{1,3}})(?=(?:{signs}))")
        self._year = re.compile(told.years)

    def count_of(self, line: str) -> int | None:
        """The number of units that a text in plain small letters tells; None where it tells none, or none at all.

        Of several it is the surest, or the first: "10 cameras, 2 recorders" is 10. Packs are counted by what is in them.
        """
        if not line.isascii():
            line = self._signs.sub(_in_digits, line)
        line = self._words.sub(self._in_digits_at_begin, _THOUSANDS.sub(r"\1\2", line))
        if packed := self._packs.search(line):
            times, each = (packed[1], packed[2]) if packed[2] else (packed[3], packed[4])
            return int(times or 1) * int(each) or None
        line = self._pack.sub(" ", line)  # of something else: "with a pack of 4 screws"
        line = self._zooms.sub(self._without_zoom, line) if "x" in line else line
        line = self._ports.sub(" ", line)
        for form in self._forms:
            found = form.search(line)
            if found and int(found[1]) > 0 and not self._year.fullmatch(found[1]):
                return int(found[1])
        return None

    def _without_zoom(self, hit: re.Match[str]) -> str:
        """A blank for a zoom, "PTZ 25x"; "supply of 2x PTZ" counts."""
        return hit[0] if self._counts.search(hit.string[: hit.start()]) and hit[0][0].isdigit() else " "

    def _in_digits_at_begin(self, hit: re.Match[str]) -> str:
        return self._numerals[hit[1]] if not hit.string[: hit.start()].strip(" (\"'*-") else hit[0]


def _in_digits(hit: re.Match[str]) -> str:
    """A Chinese number under 100 in digits: 十五 is 15."""
    told = _CHINESE.fullmatch(hit[1])
    if told is None:
        return hit[0]
    tens = _SIGNS.find(told[1]) + 1 if told[1] else int("十" in hit[1])
    ones = (2 if told[2] in "两兩" else _SIGNS.find(told[2]) + 1) if told[2] else 0
    return f" {tens * 10 + ones}"
