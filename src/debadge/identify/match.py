r"""`match`: which signals fire on one value of one channel, and what they capture. Pure, cached per distinct value.

Rules search bytes, so that ``.`` and ``\w`` mean the same in every engine, and see no more of a value than their cap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from debadge.identify.channels import READS_AS, group_of
from debadge.identify.fired import Hit
from debadge.identify.names import Named, Names
from debadge.identify.own_words import OwnWords, is_company, own_words
from debadge.identify.prefixes import look_up
from debadge.model.signal import CAPTURES, Prefixes, Signal
from debadge.text.models import candidates, numbers, without_remark
from debadge.wire.answers import STRUCTURED, decode

MAX_CACHED = 200_000  # values; about 100 MB at the most
MAX_DECODED = 65_536  # bytes of a structured answer
BEFORE, BEHIND = 3, 4  # words around a name in which a kind of device says that the name is its maker's
_NO_BREAK = "\u00a0".encode()


@dataclass(frozen=True, slots=True)
class _Rule:
    signal: Signal
    patterns: tuple[re.Pattern[bytes], ...]
    elements: tuple[tuple[str, re.Pattern[bytes]], ...]


class Matcher:
    """All rules, compiled channel by channel as the channels turn up."""

    def __init__(self, signals: Iterable[Signal], prefixes: Prefixes, names: Names) -> None:
        self._by_field: dict[str, list[Signal]] = {}
        for signal in signals:
            self._by_field.setdefault(signal.field, []).append(signal)
        self._compiled: dict[str, tuple[_Rule, ...]] = {}
        self._cache: dict[tuple[str, bytes], tuple[Hit, ...]] = {}
        self._texts: dict[tuple[str, str], tuple[Hit, ...]] = {}
        self._prefixes, self._names = prefixes, names
        self._signals = {signal.id: signal for several in self._by_field.values() for signal in several}

    def match(self, field: str, value: bytes) -> tuple[Hit, ...]:
        """The hits on one value, in the order of the rules; none for a field that is no channel."""
        key = (field, value)
        hits = self._cache.get(key)
        if hits is None:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            hits = self._cache[key] = tuple(dict.fromkeys(self._match(field, value))) if group_of(field) else ()
        return hits

    def match_text(self, field: str, value: str) -> tuple[Hit, ...]:
        """As `match`, for a value that is text already."""
        hits = self._texts.get((field, value))
        if hits is None:
            if len(self._texts) >= MAX_CACHED:
                self._texts.clear()
            hits = self._texts[field, value] = self.match(field, value.encode("utf-8", "replace"))
        return hits

    def _match(self, field: str, value: bytes) -> Iterator[Hit]:
        channel = READS_AS.get(field, field)
        match channel:
            case "mac_oui":
                if signal := look_up(self._prefixes, _text(value)):
                    yield Hit(signal, signal)
            case "brand_string" | "model_string":
                yield from self._cell(channel, _text(value))
            case "description":
                yield from self._prose(_text(value))
            case _:
                yield from self.search(channel, value)
                for words in own_words(channel, _text(value[:MAX_DECODED])):
                    yield from self._own(words)

    def _rules(self, channel: str) -> tuple[_Rule, ...]:
        rules = self._compiled.get(channel)
        if rules is None:
            rules = self._compiled[channel] = tuple(map(_compile, self._by_field.get(channel, ())))
        return rules

    def search(self, channel: str, value: bytes) -> Iterator[Hit]:
        """The hits of one channel's rules, without reading names or cells."""
        value = value.replace(_NO_BREAK, b" ")  # some factory certificates join words by no-break spaces
        answer = decode(channel, _text(value[:MAX_DECODED])) if channel in STRUCTURED else {}
        for rule in self._rules(channel):
            captures = _found(rule, value, answer)
            if captures is not None:
                yield Hit(rule.signal.id, rule.signal.id, tuple(sorted(captures.items())))
                if brand := captures.get("brand"):
                    yield self._stated(brand)

    def _stated(self, brand: str) -> Hit:
        """A badge that the device itself states."""
        known = self._names.resolve(brand)
        kind = "brand:other" if known is None else f"badge:{known[0]}" if known[1] else f"name:{known[0]}"
        return Hit(kind, kind, (("brand", brand),))

    def _cell(self, channel: str, text: str) -> Iterator[Hit]:
        """A brand or model cell: perhaps a name, perhaps a number behind it, perhaps words about what it is."""
        named = self._names.leading(text)
        if named:
            yield _hit(named, model=without_remark(named.rest) if numbers(named.rest) else "")
        elif channel == "brand_string" and text.strip():
            yield Hit("brand:other", "brand:other", (("brand", text.strip()[:80]),))
        rest = named.rest if named else text
        if rest and (named or channel == "model_string"):
            yield from self._model(rest)
        yield from self.search("device_class_string", text.encode())

    def _model(self, text: str) -> Iterator[Hit]:
        """The hits on the first word of a known grammar, else on the first that means something on some badge."""
        told = [(w, hits) for w in candidates(text) if (hits := tuple(self.search("model_string", w.encode())))]
        word, hits = next(
            (pair for pair in told if not all(self._is_line(hit) for hit in pair[1])), (told or [("", ())])[0]
        )
        yield from (Hit(hit.fired, hit.signal, (*hit.captures, ("model", word))) for hit in hits)

    def _is_line(self, hit: Hit) -> bool:
        return self._signals[hit.signal].strength == "line"

    def _own(self, told: OwnWords) -> Iterator[Hit]:
        """What a device calls itself: a name, and a number of a grammar that is one maker's alone."""
        named = self._names.leading(told.text)
        inside = self._names.inside(told.text)
        others = (
            n for n in inside if told.is_signed or is_company(n.text, n.rest) or (told.is_machine and not n.before)
        )
        for one in dict.fromkeys((*((named,) if named else ()), *others)):
            if not self._is_everyday(one):
                yield _hit(one)
        numbered = self._model(named.rest if named else told.text)
        yield from (hit for hit in numbered if self._signals[hit.signal].strength == "model")

    def _prose(self, text: str) -> Iterator[Hit]:
        """Free text: a name counts as a mention, unless the words around it are about another thing."""
        yield from self.search("device_class_string", text.encode())
        words = {hit.signal for hit in self.search("description", text.encode())}
        yield from (Hit(word, word) for word in sorted(words))
        if words & self._says("description", "aside"):
            return
        for named in self._names.inside(text):
            if self._has_model(named) or (not self._is_everyday(named) and self._is_of_a_thing(named, text)):
                yield _hit(named, "@mention", next(iter(numbers(named.rest.partition(" ")[0])), ""))
        for word in numbers(text):
            for hit in self.search("model_string", word.encode()):
                yield Hit(f"{hit.fired}@mention", hit.signal, (*hit.captures, ("model", word)))

    def _has_model(self, named: Named) -> bool:
        """Whether a number of the maker's own grammar follows: "Axis P3265-LVE" is no axis of anything."""
        number = next(iter(numbers(named.rest.partition(" ")[0])), "")
        return any(self._signals[hit.signal].maker == named.key for hit in self.search("model_string", number.encode()))

    def _is_of_a_thing(self, named: Named, text: str) -> bool:
        """Whether the line is about something of this name: it begins as a cell would, or a kind of device stands beside.

        A name in brackets is a remark: "RJ45 connectors (Dahua camera project)".
        """
        if named.before.count("(") > named.before.count(")"):
            return False
        near = " ".join((*named.before.split()[-BEFORE:], *named.rest.split()[:BEHIND]))
        return bool(self._names.leading(text)) or any(self.search("device_class_string", near.encode()))

    def _is_everyday(self, named: Named) -> bool:
        """Whether the name is an everyday word here: "axis of rotation", and not "Axis P3265" or "Brother DS-640"."""
        follows = named.rest.partition(" ")[0]
        has_number = not named.before and any(c.isdigit() for c in follows) and any(c.isalpha() for c in follows)
        is_word = any(rule.patterns[0].fullmatch(named.text.encode()) for rule in self._rules("stop_word"))
        return is_word and not has_number and not self._has_model(named)

    def _says(self, channel: str, word: str) -> frozenset[str]:
        return frozenset(r.signal.id for r in self._rules(channel) if word in r.signal.says)


def _hit(named: Named, tag: str = "", model: str = "") -> Hit:
    kind = f"{'badge' if named.is_badge else 'name'}:{named.key}"
    return Hit(kind + tag, kind, (("brand", named.text), *([("model", model)] if model else [])))


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
    return {k: _text(v) for k, v in caught.items() if v and k in CAPTURES}


def _text(value: bytes) -> str:
    return value.decode("utf-8", "replace")
