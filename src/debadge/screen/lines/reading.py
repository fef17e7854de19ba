"""From the cells of a purchase line to the goods that it names, each with what the line does with them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from debadge.identify.asides import Asides
from debadge.identify.identify import Identifier
from debadge.model.screening import LineWords
from debadge.screen.lines.actions import PART, Actions, Role
from debadge.screen.lines.namings import NAME, NUMBER, PROGRAM, Naming, Namings, small
from debadge.screen.lines.respell import Mended, Respelling
from debadge.text.folding import tidy

LONG = 8  # letters and digits: a number of a known grammar that is as long means nothing else
SHORT = 3  # letters: a name as short is a word of many meanings
MAX_TEXT = 512  # characters of a cell that are read, as everywhere in `identify`
_BEHIND_NAME = re.compile(r"[\u3400-\u9fff]{0,8}[\s,:(/-]{0,3}(?:[^\W\d_][\w/.-]{0,14}[\s,(/-]{1,2}){0,4}$")
_PRODUCT = re.compile(r"\s+(?=\S*\d)([0-9A-Za-z][0-9A-Za-z/.()-]{2,})")
_BEFORE_STREET = re.compile(r"(?<!\w)(?:rue|avenue|av|boul\w*|chemin|place|route|quai|parc|ecole|hopital|hotel|m|mr|mrs|ms|mme|dr|prof)\.? (?:de la |de |du |des )?$")
_OWN_WORDS = re.compile(r"\s*[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """Goods that a line names, and what it does with them."""

    namings: tuple[Naming, ...]
    makers: frozenset[str]  # in question by the namings
    text: str  # the part of the line that names them, mended: what `identify` reads
    role: Role
    guessed: bool = False  # a name was mended: it may be somebody else


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says."""

    line: str  # in plain small letters, mended
    goods: tuple[Good, ...]
    mended: tuple[Mended, ...]


class LineReader:
    """Names, grammars and action words, ready to read lines; holds nothing of what it has read."""

    def __init__(self, identifier: Identifier, words: LineWords, listed: Collection[str]) -> None:
        """Take the knowledge.

        Args:
            identifier: Names, grammars, badges.
            words: Action words and spellings.
            listed: Makers and parties that some rule names: their names are looked for everywhere.
        """
        matcher = identifier.matcher
        self._rules, self._names = matcher.rules, matcher.names
        suppliers = {badge.id: frozenset(edge.maker for edge in badge.edges) or frozenset((badge.id,)) for badge in identifier.badges.values()}
        self._namings = Namings(self._names, self._rules, suppliers)
        self._respelling = Respelling(words.spellings, self._namings.reads, self._names.spellings)
        self._actions = Actions(words.rules, Asides(self._rules))
        self._elsewhere = re.compile(r"^\s+(?:(?:\w+\s+)?" + "|".join(words.spellings.elsewhere) + ")", re.IGNORECASE)
        self._elsewhere_signs = tuple(words.spellings.elsewhere_signs)
        self._vague = frozenset(words.spellings.vague)
        self._heads = tuple(words.spellings.heads)
        self._listed = frozenset(listed)
        self._distinct = frozenset(identifier.makers) | {badge.id for badge in identifier.badges.values() if badge.entity in self._listed}
        self._suppliers: Mapping[str, frozenset[str]] = suppliers

    def read(self, text: str, commodity: str = "") -> Reading:
        """The goods of one text; ``commodity`` tells the kind of goods and names nobody."""
        told, mended = self._respelling.respell(tidy(text[:MAX_TEXT]))
        line = small(told)
        namings = self._namings.find(told)
        things = [(start, end) for _, start, end in self._rules.places("device_class_string", line)]
        things += [(start, end) for signal, start, end in self._rules.places("description", line) if signal.says.get("thing")]
        shown = any(line[start:end] not in self._vague for start, end in things)
        kept = self._kept(told, line, namings, is_shown=shown or self._names_things(commodity))
        spans = [(one.start, one.end) for one in namings]
        goods = tuple(self._good(told, line, group, spans, things, mended) for group in _groups(kept, line))
        goods = tuple(one for one in goods if shown or not one.guessed)
        return Reading(line=line, goods=goods, mended=mended)

    def respelled(self, number: str) -> str:
        """A part number as its maker writes it."""
        return self._respelling.respell(tidy(number[:MAX_TEXT]))[0]

    def role_of_cell(self, text: str) -> Role:
        """What a line does with the goods that its cells name, by a text that need not name them."""
        line = small(tidy(text[:MAX_TEXT]))
        things = [(start, end) for _, start, end in self._rules.places("device_class_string", line)]
        place = min(things, default=(len(line), len(line)))
        return self._actions.role(line, place, (), [one for one in things if one != place])

    def _names_things(self, text: str) -> bool:
        return bool(text) and any(self._rules.search("device_class_string", text[:MAX_TEXT].encode()))

    def _kept(self, text: str, line: str, namings: Sequence[Naming], *, is_shown: bool) -> list[Naming]:
        kept: list[Naming] = []
        for number, one in enumerate(namings):
            before = namings[number - 1] if number else None
            follows = namings[number + 1] if number + 1 < len(namings) else None
            is_kept = (
                self._is_of_name(text, one, before) or self._is_number(one, is_shown=is_shown)
                if one.kind == NUMBER
                else one.kind == PROGRAM or self._is_name(text, line, one, follows, is_shown=is_shown)
            )
            if is_kept and not (one.kind == NUMBER and self._is_of_another(text, one, before)):
                kept.append(one)
        return kept

    def _is_of_name(self, text: str, number: Naming, before: Naming | None) -> bool:
        return before is not None and before.kind == NAME and bool(before.makers & number.makers)

    def _is_of_another(self, text: str, number: Naming, before: Naming | None) -> bool:
        """Whether a number stands right behind the name of another maker, whose it is: "HPE S5720"."""
        if before is None or before.kind != NAME or before.makers & number.makers:
            return False
        return not text[before.end : number.start].strip(" ,:-")

    def _is_number(self, one: Naming, *, is_shown: bool) -> bool:
        """Whether a number names somebody alone: by its long fixed head, or beside a word for a kind of equipment."""
        squeezed = re.sub(r"[^0-9A-Z]", "", one.text.upper())
        return squeezed.startswith(self._heads) or (one.is_sure and (is_shown or len(squeezed) >= LONG))

    def _is_name(self, text: str, line: str, one: Naming, follows: Naming | None, *, is_shown: bool) -> bool:
        behind, before = line[one.end :], line[: one.start]
        has_number = follows is not None and follows.kind == NUMBER and bool(follows.makers & one.makers)
        if has_number and follows is not None and not line[one.end : follows.start].strip(" ,:-"):
            return True
        if self._elsewhere.match(behind) or _BEFORE_STREET.search(before) or text[one.end :].startswith(self._elsewhere_signs):
            return False
        if self._namings.is_everyday(one.text):
            product = _PRODUCT.match(text, one.end)
            return is_shown and (has_number or (product is not None and any(map(str.isalpha, product[1]))))
        if len(one.text) <= SHORT and one.text.isascii() and not one.text.isupper():
            return is_shown
        if one.key in self._listed and one.key in self._distinct:
            return True
        leading = self._names.leading(text[one.start :]) if one.start == 0 else None
        if one.key in self._suppliers and one.key not in self._distinct:
            return is_shown or has_number
        return is_shown or has_number or leading is not None

    def _good(
        self,
        text: str,
        line: str,
        group: Sequence[Naming],
        spans: Sequence[tuple[int, int]],
        things: Sequence[tuple[int, int]],
        mended: Sequence[Mended],
    ) -> Good:
        start, end = group[0].start, group[-1].end
        role = self._actions.role(line, (start, end), spans, things)
        if role.action == "buy" and (any(one.kind == PROGRAM for one in group) or self._is_own_part(group)):
            role = Role(PART, small(group[-1].text), None)
        said = text[start:end]
        if group[-1].kind == NAME and (product := _PRODUCT.match(text, end)):
            said += product[0]
        kind = next((line[s:e] for s, e in sorted(things) if s >= end), None) or next((line[s:e] for s, e in things), "")
        common = frozenset.intersection(*(one.makers for one in group)) or frozenset().union(*(one.makers for one in group))
        if role.place is None and role.word is None and not self._shows_goods(text, group, things):
            role = Role("mention", None, None)
        return Good(
            namings=tuple(group),
            makers=common,
            text=f"{said} {kind}".strip(),
            role=role,
            guessed=all(one.kind == NAME for one in group) and any(slip.read == one.text for slip in mended for one in group),
        )

    def _is_own_part(self, group: Sequence[Naming]) -> bool:
        """Whether the number is of a bracket or box that the maker makes itself."""
        return any(
            signal.says.get("aside") == "own"
            for one in group
            if one.kind == NUMBER
            for signal, start, _ in self._rules.places("description", small(one.text))
            if start == 0
        )

    def _shows_goods(self, text: str, group: Sequence[Naming], things: Sequence[tuple[int, int]]) -> bool:
        """Whether anything shows goods, and not only a name: a number, a kind of equipment, a line that begins with the name."""
        return bool(things) or any(one.kind != NAME for one in group) or not text[: group[0].start].strip(" \"'(-:") or len(text.split()) <= 3


def _groups(namings: Sequence[Naming], line: str) -> list[list[Naming]]:
    """Names and numbers that stand together and may be of one maker."""
    groups: list[list[Naming]] = []
    for one in namings:
        last = groups[-1] if groups else None
        if last and _together(last[-1], one, line) and _agree(last, one):
            last.append(one)
        else:
            groups.append([one])
    return groups


def _together(last: Naming, one: Naming, line: str) -> bool:
    return _BEHIND_NAME.fullmatch(line[last.end : one.start]) is not None


def _agree(group: Sequence[Naming], one: Naming) -> bool:
    makers = frozenset.intersection(*(naming.makers for naming in group))
    return bool(makers & one.makers) and (one.kind != NAME or all(naming.kind != NAME or naming.key == one.key or makers & one.makers for naming in group))

