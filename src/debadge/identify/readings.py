"""Reading texts that people write, and what devices call themselves: names first, then numbers, then kinds of things."""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.identify.asides import Asides, Line
from debadge.identify.fired import Hit
from debadge.identify.names import Named, Names
from debadge.identify.own_words import OwnWords, is_company, own_words
from debadge.identify.rules import Rules
from debadge.text.folding import plain, tidy
from debadge.text.models import candidates, numbers, without_remark

EDITED = frozenset({"device_name", "dhcp_hostname"})  # names that owners give
BEFORE, BEHIND = 3, 4  # words around a name in which a kind of device says that the name is its maker's
_PRODUCT = re.compile(r"(?=\S*[A-Z])(?=\S*\d)[A-Z0-9][A-Z0-9/-]{4,}")  # and not "H265", "2nd" or "19inch"
_NUMBER = re.compile(r"(?:^|\s)(?=\S*\d{3})[A-Z0-9][A-Z0-9/-]{2,}\s+$")  # at the end of what stands before a name
_ITEM = re.compile(
    r"^(?:[\"'(\[«“]|\d{1,3}[.)]\s|[-*•]\s|(?:marque|brand|make|fabricant|manufacturer|maker)\s*:)+\s*", re.IGNORECASE
)
"""What a line of a list begins with."""
_END = " \"'»”;!,"
_COUNT = re.compile(
    r"^\s*(?:(?:refurb\w*|used|new|usag\w+|neu\w+|recondition\w+|spare)\s+)?"
    r"(?:\d{1,5}\s*(?:x|×|pcs|pieces|units?|unités|pièces)?\s+)?",
    re.IGNORECASE,
)


class Readings:
    """How cells, running text and a device's own words are read."""

    def __init__(self, rules: Rules, names: Names) -> None:
        self._rules, self._names, self._asides = rules, names, Asides(rules)

    def cell(self, channel: str, text: str) -> Iterator[Hit]:
        """A brand or model cell: perhaps a name, perhaps a number behind it, perhaps words about what it is."""
        text = _bare(text)
        named = self._names.leading(text)
        rest = named.rest if named else text
        word = named.text if named else next(iter(numbers(text)), "")
        line = self._asides.line(text)
        if word and (line.names_nothing or line.turns_away(text.find(word), text.find(word) + len(word))):
            named, rest = None, ""
        if named:
            number = text if rest.startswith("-") else rest  # BCS-TIP3401 is one number
            yield _hit(named, model=without_remark(number) if numbers(number) else "")
        elif channel == "brand_string" and not self._names.is_nothing(text):
            yield Hit("brand:other", "brand:other", (("brand", text[:80]),))
        if rest and (named or channel == "model_string"):
            yield from self._model(rest)
        yield from self._rules.search("device_class_string", text.encode())

    def _model(self, text: str) -> Iterator[Hit]:
        """The hits on the first word of a known grammar, else on the first that means something on some badge."""
        told = [(w, hits) for w in candidates(text) if (hits := tuple(self._rules.search("model_string", w.encode())))]
        word, hits = next(
            (pair for pair in told if not all(self._is_line(hit) for hit in pair[1])), (told or [("", ())])[0]
        )
        yield from (Hit(hit.fired, hit.signal, (*hit.captures, ("model", word))) for hit in hits)

    def _is_line(self, hit: Hit) -> bool:
        return self._rules.signal_of(hit).strength == "line"

    def own(self, channel: str, text: str) -> Iterator[Hit]:
        """What a device calls itself, in whatever part of a value it does so. What its owner calls it is a mention."""
        tag = "@mention" if channel in EDITED else ""
        for told in own_words(channel, text):
            yield from self._own(told, tag)

    def _own(self, told: OwnWords, tag: str) -> Iterator[Hit]:
        """A name, else a number of a grammar that is one maker's alone: both in one text are one witness, not two halves."""
        leading = self._names.leading(told.text)
        inside = self._names.inside(told.text)
        others = (
            n
            for n in inside
            if told.is_signed
            or is_company(n.text, n.rest)
            or (not n.before and (told.is_machine or (self._names.is_unlisted(n) and _is_word(n, told.text))))
        )
        every = dict.fromkeys((*((leading,) if leading else ()), *others))
        named = [n for n in every if told.is_field or not self._is_everyday(n)]
        yield from (_hit(one, tag) for one in named)
        for word in () if named else numbers(told.text):
            for hit in self._rules.search("model_string", word.encode()):
                if self._rules.signal_of(hit).strength == "model":
                    yield Hit(hit.fired + tag, hit.signal, (*hit.captures, ("model", word)))

    def prose(self, text: str) -> Iterator[Hit]:
        """Free text: a name counts as a mention, unless the words around it are about another thing."""
        text = _bare(text)
        yield from self._rules.search("device_class_string", text.encode())
        words = [self._rules.signal_of(hit) for hit in self._rules.search("description", text.encode())]
        line = self._asides.line(text)
        mentions = [None] if line.names_nothing else list(self._mentions(text, line))
        turned = None in mentions  # words that turn names away are evidence where they do
        yield from (Hit(word.id, word.id) for word in words if turned or "aside" not in word.says)
        yield from (hit for hit in mentions if hit)

    def _mentions(self, text: str, line: Line) -> Iterator[Hit | None]:
        """The names and numbers of a line; None for each that is of another thing than the line."""
        gone = []
        for named in self._names.inside(text):
            start, end = len(named.before), len(named.before) + len(named.text)
            if line.turns_away(start, end):
                gone.append(line.clause(end))
                yield None
            elif self._has_model(named) or (not self._is_everyday(named) and self._is_of_a_thing(named, text)):
                yield _hit(named, "@mention", next(iter(numbers(named.rest.partition(" ")[0])), ""))
        for word in numbers(text):
            start = text.find(word)
            of_another = line.turns_away(start, start + len(word)) or any(plain(word) in clause for clause in gone)
            for hit in self._rules.search("model_string", word.encode()):
                yield None if of_another else Hit(f"{hit.fired}@mention", hit.signal, (*hit.captures, ("model", word)))

    def _has_model(self, named: Named) -> bool:
        """Whether a number of the maker's own grammar follows: "Axis P3265-LVE" is no axis of anything."""
        number = next(iter(numbers(named.rest.partition(" ")[0])), "")
        return any(
            self._rules.signal_of(hit).maker == named.key for hit in self._rules.search("model_string", number.encode())
        )

    def _is_of_a_thing(self, named: Named, text: str) -> bool:
        """Whether the line is about something of this name: it begins as a cell would, or a kind of device stands beside.

        A name in brackets is a remark: "RJ45 connectors (Dahua camera project)".
        """
        if named.before.count("(") > named.before.count(")"):
            return False
        near = " ".join((*named.before.split()[-BEFORE:], *named.rest.split()[:BEHIND])).encode()
        if _PRODUCT.fullmatch(named.rest.partition(" ")[0]) or self._ends_with(named):
            near = text.encode()  # "IMOU TA32CP-L", "VIP 3830 INTELBRAS": the name is of what the line is about
        if self._names.leading(_COUNT.sub("", text)) or any(self._rules.search("device_class_string", near)):
            return True
        return any(self._rules.signal_of(hit).says.get("thing") for hit in self._rules.search("description", near))

    def _ends_with(self, named: Named) -> bool:
        """Whether the line ends with the name, right behind a product number or after it began with a kind of device."""
        first = " ".join(named.before.split()[:1]).encode()
        began = any(self._rules.search("device_class_string", first))
        return not named.rest and (began or bool(_NUMBER.search(named.before)))

    def _is_everyday(self, named: Named) -> bool:
        """Whether the name is an everyday word here: "axis of rotation", and not "Axis P3265" or "Brother DS-640"."""
        follows = named.rest.partition(" ")[0]
        has_number = not named.before and any(c.isdigit() for c in follows) and any(c.isalpha() for c in follows)
        return self._rules.is_word("stop_word", named.text) and not has_number and not self._has_model(named)


def _bare(text: str) -> str:
    """The text in one form, without quotes, the number or mark of an item, and a label such as "Brand:"."""
    return _ITEM.sub("", tidy(text)).rstrip(_END)


def _is_word(named: Named, text: str) -> bool:
    """Whether a name at the beginning is a word of its own, and no part of the name of a host."""
    return not text[len(named.text) :].startswith(("-", "."))


def _hit(named: Named, tag: str = "", model: str = "") -> Hit:
    kind = f"{'badge' if named.is_badge else 'name'}:{named.key}"
    return Hit(kind + tag, kind, (("brand", named.text), *([("model", model)] if model else [])))
