"""The rules of the fingerprint files, compiled channel by channel as the channels turn up, and searched for in bytes.

Rules see no more of a value than their cap, so that confirmation stays linear in any engine.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from debadge.identify.beginnings import FAR, LENGTH, beginnings
from debadge.identify.fired import Hit
from debadge.identify.names import Names
from debadge.model.signal import CAPTURES, Signal
from debadge.text.folding import plain
from debadge.wire.answers import STRUCTURED, decode

MAX_DECODED = 65_536  # bytes of a structured answer
_OBJECTS = frozenset({"snmp_sysobjid", "snmp_oid_value"})
_TREE = re.compile(rb"^(?:OID: )?\.?(?:(?:SNMPv2-SMI::)?enterprises|(?:iso|1)\.3\.6\.1\.4\.1)\.")
"""The tree of enterprises as tools print it: by number, by name, by the name of its module."""
_NUMBERS = frozenset({"model_string"})
"""Channels with many rules that are anchored at the beginning."""
_PLAIN = frozenset({"description", "device_class_string"})
"""Words of people: their rules are written in plain letters."""
_NO_BREAK = "\u00a0".encode()


@dataclass(frozen=True, slots=True)
class _Rule:
    signal: Signal
    patterns: tuple[re.Pattern[bytes], ...]
    elements: tuple[tuple[str, re.Pattern[bytes]], ...]


class Rules:
    """All rules by channel; holds what it has compiled, and nothing of what it has seen."""

    def __init__(self, signals: Iterable[Signal], names: Names) -> None:
        self._by_field: dict[str, list[Signal]] = {}
        for signal in signals:
            self._by_field.setdefault(signal.field, []).append(signal)
        self._compiled: dict[str, tuple[_Rule, ...]] = {}
        self._begun: dict[str, tuple[Mapping[str, frozenset[int]], frozenset[int]]] = {}
        self._told: dict[tuple[str, tuple[str, str]], tuple[re.Pattern[bytes], ...]] = {}
        self._signals = {signal.id: signal for several in self._by_field.values() for signal in several}
        self._names = names

    def signal_of(self, hit: Hit) -> Signal:
        """The signal behind a hit of `search`."""
        return self._signals[hit.signal]

    def starts(self, channel: str, says: tuple[str, str], text: str) -> Iterator[int]:
        """Where in a text the rules of a channel that say this are met."""
        told = text.encode()
        for pattern in self._saying(channel, says):
            yield from (len(told[: hit.start()].decode()) for hit in pattern.finditer(told))

    def blank(self, channel: str, says: tuple[str, str], text: str, sign: str) -> str:
        """The text with a sign for each sign where the rules of a channel that say this are met; places stay the same."""
        told = text.encode()
        for pattern in self._saying(channel, says):
            told = pattern.sub(lambda hit: (sign * len(hit[0].decode())).encode(), told)
        return told.decode()

    def _saying(self, channel: str, says: tuple[str, str]) -> tuple[re.Pattern[bytes], ...]:
        known = self._told.get((channel, says))
        if known is None:
            rules = [rule for rule in self._of(channel) if says in rule.signal.says.items()]
            known = self._told[channel, says] = tuple(pattern for rule in rules for pattern in rule.patterns)
        return known

    def places(self, channel: str, text: str) -> Iterator[tuple[Signal, int, int]]:
        """Where in a text the rules of a channel are met: (signal, from, to), rule by rule."""
        told = text.encode()
        for rule in self._of(channel):
            for hit in (hit for pattern in rule.patterns for hit in pattern.finditer(told[: rule.signal.cap])):
                start = len(told[: hit.start()].decode("utf-8", "replace"))
                yield rule.signal, start, start + len(hit[0].decode("utf-8", "replace"))

    def is_word(self, channel: str, text: str) -> bool:
        """Whether the whole text is one of the words that a channel lists."""
        return any(p.fullmatch(text.encode()) for rule in self._of(channel) for p in rule.patterns)

    def _of(self, channel: str) -> tuple[_Rule, ...]:
        rules = self._compiled.get(channel)
        if rules is None:
            rules = self._compiled[channel] = tuple(map(_compile, self._by_field.get(channel, ())))
        return rules

    def search(self, channel: str, value: bytes) -> Iterator[Hit]:
        """The hits of one channel's rules, in their order; a badge that an answer states is a hit as well."""
        if channel in _OBJECTS:
            value = _TREE.sub(b"1.3.6.1.4.1.", value, count=1)
        value = value.replace(_NO_BREAK, b" ")  # some factory certificates join words by no-break spaces
        if channel in _PLAIN:
            value = plain(text_of(value)).encode()
        answer = decode(channel, text_of(value[:MAX_DECODED])) if channel in STRUCTURED else {}
        for rule in self._that_may_hold(channel, value):
            captures = _found(rule, value, answer)
            if captures is not None:
                yield Hit(rule.signal.id, rule.signal.id, tuple(sorted(captures.items())))
                if brand := captures.get("brand"):
                    yield self._stated(brand)

    def _that_may_hold(self, channel: str, value: bytes) -> Iterable[_Rule]:
        """The rules of a channel, in their order; of model numbers those alone that begin as the value does."""
        rules = self._of(channel)
        if channel not in _NUMBERS:
            return rules
        known = self._begun.get(channel)
        if known is None:
            known = self._begun[channel] = _by_beginning(rules)
        of, anywhere = known
        head = text_of(value[: 4 * LENGTH])[:LENGTH].upper()
        numbers = anywhere.union(*(of.get(head[:length], frozenset()) for length in range(LENGTH + 1)))
        return [rules[number] for number in sorted(numbers)]

    def number_beginnings(self, counts: Callable[[Signal], bool]) -> Iterator[str]:
        """With which signs, in capitals, a model number begins of any grammar that counts: `FAR` of them, or `LENGTH`.

        Raises:
            ValueError: A grammar tells nothing of it, so that a number may begin with anything.
        """
        for rule in filter(lambda rule: counts(rule.signal), self._of("model_string")):
            told = [one for one in map(beginnings, rule.signal.patterns) if one is not None]
            if not told:
                raise ValueError(f"{rule.signal.id} is not anchored at the beginning")
            yield from beginnings(rule.signal.patterns[0], FAR) or told[0]

    def _stated(self, brand: str) -> Hit:
        """A badge that the device itself states."""
        known = self._names.resolve(brand)
        kind = "brand:other" if known is None else f"badge:{known[0]}" if known[1] else f"name:{known[0]}"
        return Hit(kind, kind, (("brand", brand),))


def _by_beginning(rules: Sequence[_Rule]) -> tuple[Mapping[str, frozenset[int]], frozenset[int]]:
    """Beginning -> places of the rules that it may hold for, and the places of those that tell nothing of theirs."""
    of: dict[str, set[int]] = {}
    anywhere: set[int] = set()
    for number, rule in enumerate(rules):
        told = [beginnings(pattern) for pattern in rule.signal.patterns]
        known = [one for one in told if one is not None]
        if not known:  # elements, or patterns that hold anywhere
            anywhere.add(number)
        for beginning in known[0] if known else ():
            of.setdefault(beginning, set()).add(number)
    return {beginning: frozenset(numbers) for beginning, numbers in of.items()}, frozenset(anywhere)


def _compile(signal: Signal) -> _Rule:
    return _Rule(
        signal,
        tuple(re.compile(p.encode()) for p in signal.patterns),
        tuple((name.lower(), re.compile(p.encode())) for name, p in signal.elements),
    )


def _found(rule: _Rule, value: bytes, answer: Mapping[str, str]) -> dict[str, str] | None:
    """What the named groups caught, if every part of the rule holds."""
    cap, caught = rule.signal.cap, {}
    for pattern in rule.patterns:
        hit = pattern.search(value[:cap])
        if hit is None:
            return None
        caught.update(hit.groupdict())
    for name, pattern in rule.elements:
        hit = pattern.search(answer[name].encode()[:cap]) if name in answer else None
        if hit is None:
            return None
        caught.update(hit.groupdict())
    return {k: text_of(v) for k, v in caught.items() if v and k in CAPTURES}


def text_of(value: bytes) -> str:
    """The text of a value or capture."""
    return value.decode("utf-8", "replace")
