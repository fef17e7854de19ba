"""Where a purchase line names somebody: a maker or badge, a number of a known grammar, a program; in Latin or Chinese."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from debadge.identify.names import Names
from debadge.identify.rules import Rules
from debadge.model.signal import Signal
from debadge.text.folding import plain

NAME, NUMBER, PROGRAM = "name", "number", "program"
_WORD = re.compile(r"[^\s,;()\[\]<>{}=\"（）「」。，；、|\u3400-\u9fff]+")  # a bracket or a Chinese sign ends a number
_EDGE = "_,;:.!?\"'«»“”*#-/"
_SIGN = re.compile(r"[\u3400-\u9fff]")
_TELLS = frozenset({"model", "brand", "name", "weak"})
_READS_A_NUMBER = _TELLS | {"line", "shape"}
_PHRASE = re.compile(r"[,;()（），；\u3400-\u9fff]")
_NOT_LETTERS = re.compile(r"[^0-9A-Z]")
MAX_PHRASE, MOST_WORDS = 48, 4  # characters and words of a number of several: "VIP 3230 B"
LEAST = 3  # signs of a number


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One place where somebody is named."""

    start: int
    end: int
    text: str
    kind: str  # NAME | NUMBER | PROGRAM
    key: str | None  # maker or badge that the name means; None for a number
    makers: frozenset[str]  # whoever it speaks for, or may have made what carries it
    signals: tuple[Signal, ...] = ()  # of a number or program

    @property
    def is_sure(self) -> bool:
        """Whether the number is of one maker's or badge's grammar, and not of a shape that others use too."""
        return any(signal.strength != "shape" for signal in self.signals)

    def is_of(self, makers: frozenset[str]) -> bool:
        """Whether this is a number of a grammar of one of some makers."""
        return self.kind == NUMBER and not makers.isdisjoint(self.makers)


class Namings:
    """Everything that names somebody, ready to be looked for."""

    def __init__(
        self, names: Names, rules: Rules, makers_of: Mapping[str, frozenset[str]], heads: tuple[str, ...]
    ) -> None:
        """Take the names and grammars of `identify`, the makers of each badge, and the heads of numbers without separators."""
        self._names, self._rules, self._makers_of, self._heads = names, rules, makers_of, heads

    def find(self, text: str) -> tuple[Naming, ...]:
        """Every naming, in the order of the text; a number inside a name is none."""
        found = sorted(
            (*self._named(text), *self._in_chinese(text), *self._programs(text)), key=lambda one: one.start - one.end
        )
        taken: list[Naming] = []
        for one in (*found, *self._numbers(text)):
            if all(one.end <= other.start or other.end <= one.start for other in taken):
                taken.append(one)
        return tuple(sorted(taken, key=lambda one: one.start))

    def reads(self, word: str) -> bool:
        """Whether a grammar reads a number that is not only a shape, or a line of one badge."""
        return any(signal.strength in _TELLS for signal in self._signals(word))

    def is_everyday(self, name: str) -> bool:
        """Whether a name is an everyday word as well: "axis", "hunt"."""
        return self._rules.is_word("stop_word", name)

    def _named(self, text: str) -> Iterator[Naming]:
        for named in self._names.every(text):
            start = len(named.before)
            yield self._name(start, start + len(named.text), named.text, named.key)

    def _in_chinese(self, text: str) -> Iterator[Naming]:
        if not _SIGN.search(text):
            return
        for hit in self._chinese.finditer(text):
            key, _ = self._names.spellings[hit[0]]
            yield self._name(hit.start(), hit.end(), hit[0], key)

    @cached_property
    def _chinese(self) -> re.Pattern[str]:
        names = sorted(
            (name for name in self._names.spellings if _SIGN.match(name)), key=lambda name: (-len(name), name)
        )
        return re.compile("|".join(map(re.escape, names)) or r"(?!)")

    def _name(self, start: int, end: int, text: str, key: str) -> Naming:
        makers = self._makers_of.get(key, frozenset((key,)))
        return Naming(start=start, end=end, text=text, kind=NAME, key=key, makers=makers)

    def _programs(self, text: str) -> Iterator[Naming]:
        for signal, start, end in self._rules.places("software_name", text):
            if signal.maker and signal.strength == "strong":
                makers = frozenset((signal.maker,))
                yield Naming(
                    start=start, end=end, text=text[start:end], kind=PROGRAM, key=None, makers=makers, signals=(signal,)
                )

    def _numbers(self, text: str) -> Iterator[Naming]:
        for begun, word in ((hit.start(), hit[0]) for hit in _WORD.finditer(text)):
            start = begun + len(word) - len(word.lstrip(_EDGE))
            bare = word.strip(_EDGE)
            if len(bare) < LEAST:
                continue
            if any(map(str.isdigit, bare)):
                at = next((at for at in self._beginnings(bare) if any(True for _ in self._signals(bare[at:]))), 0)
                yield from self._number(start + at, bare[at:])
            elif bare[0].isupper():  # "HoloSens SDC", "CloudEngine S5735", "VIP 3260"
                yield from self._phrase(start, text[start : start + MAX_PHRASE])

    def _phrase(self, start: int, text: str) -> Iterator[Naming]:
        """A number of several words: as many of them as tell more than fewer do."""
        words = _PHRASE.split(text, maxsplit=1)[0].split(" ")[:MOST_WORDS]
        best, most = "", 0
        for count in range(2, len(words) + 1):
            told = " ".join(words[:count]).rstrip(_EDGE)
            signals = len({signal.id for signal in self._signals(told)}) if any(map(str.isdigit, told)) else 0
            if signals > most:
                best, most = told, signals
        if not self._is_line_of_another(best):
            yield from self._number(start, best)

    def _is_line_of_another(self, phrase: str) -> bool:
        """Whether a phrase is only a line of one badge, and holds a number: "Performance Series HBD3PR1" has two badges."""
        if any(signal.strength != "line" for signal in self._signals(phrase)):
            return False
        return any(
            any(map(str.isdigit, word)) and any(True for _ in self._signals(word)) for word in phrase.split()[1:]
        )

    def _beginnings(self, word: str) -> Iterator[int]:
        """Where in a word a number may begin: a dealer puts a code of his own before it, "ADI-DS-2CD2143G2-I"."""
        yield 0
        for at in (place + 1 for place, sign in enumerate(word) if sign in "-/:"):
            if _NOT_LETTERS.sub("", word[at:].upper()).startswith(self._heads):
                yield at

    def _number(self, start: int, word: str) -> Iterator[Naming]:
        signals = tuple(self._signals(word)) if word else ()
        if signals:
            end = start + len(word)
            makers = frozenset(_makers(signals, self._makers_of))
            yield Naming(start=start, end=end, text=word, kind=NUMBER, key=None, makers=makers, signals=signals)

    def _signals(self, word: str) -> Iterator[Signal]:
        for hit in self._rules.search("model_string", word.encode()):
            signal = self._rules.signal_of(hit)
            if signal.strength in _READS_A_NUMBER and not hit.fired.startswith(("name:", "badge:", "brand:")):
                yield signal


def _makers(signals: Iterable[Signal], makers_of: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """The makers that signals speak for, by their own word or by the badge that they state."""
    for signal in signals:
        if signal.maker:
            yield signal.maker
        elif badge := signal.says.get("brand") or signal.says.get("badge"):
            yield from makers_of.get(badge, ())


def small(text: str) -> str:
    """The text in plain small letters, sign for sign."""
    return plain(text)
