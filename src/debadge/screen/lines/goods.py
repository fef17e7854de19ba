"""Goods of a line: the names and numbers that stand together and may be of one maker, with what the line does with them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from debadge.identify.rules import Rules
from debadge.screen.lines.actions import Actions
from debadge.screen.lines.namings import NAME, NUMBER, PROGRAM, Naming, small
from debadge.screen.lines.others_parts import OthersParts, Part
from debadge.screen.lines.products import Products
from debadge.screen.lines.respell import Mended
from debadge.screen.lines.role import PART, PUT_UP, Role
from debadge.screen.lines.specifications import Specified

_TOGETHER = re.compile(
    r"\s?[\u3400-\u9fff]{0,8}[\s,:(/#*=<\[\"'«“-]{0,3}(?:(?:[^\W\d_][\w/.-]{0,14}|\d{2}(?=\s(?i:series)))[\s,(/-]{1,2}){0,4}$"
)
"""What may stand between a name and its number beside specifications: a few Chinese signs, a mark, up to four words."""
_NOTHING = " \"'(-:"  # before the first word of a line
_STATED = re.compile(r"(?<![\w.-])\d{1,4}(?![\w.-])")
"""A number by itself: so many are put up, and paid for."""
_FEW = 3  # words: a text as short is nothing but what is bought

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Good:
    """Goods that a line names, and what it does with them."""

    namings: tuple[Naming, ...]
    makers: frozenset[str]  # in question by the namings
    text: str  # the part of the line that names them, mended: what `identify` reads
    around: str  # the line from the goods before to those behind, in plain small letters: where they are counted
    role: Role
    guessed: bool = False  # a name was mended: it may be somebody else
    is_own: bool = False  # a program or part that its maker alone makes, by its name or number
    is_for: bool = False  # a part that is for a thing of the maker: somebody else may have made it

    @property
    def says(self) -> tuple[object, ...]:
        """All but where it stands: equal goods of a text are identified once."""
        named = tuple((one.kind, one.key, one.text) for one in self.namings)
        return (self.text, self.role.action, self.role.word, self.guessed, self.is_own, self.is_for, named)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A line, and all that stands in it."""

    text: str  # as written, mended
    line: str  # the same in plain small letters, sign for sign
    named: Spans  # of all names and numbers, those that mean nobody as well
    things: Spans  # of words for kinds of equipment
    mended: Sequence[Mended]


@dataclass(frozen=True, slots=True)
class _Group:
    """Names and numbers that stand together."""

    own: list[Naming]
    lent: list[Naming]  # names of the goods before, whose maker made these, too: "Hikvision DS-... and DS-..."


class GoodsReader:
    """Puts goods together."""

    def __init__(
        self,
        rules: Rules,
        actions: Actions,
        products: Products,
        others: OthersParts,
        specified: Specified,
        count_of: Callable[[str], int | None],
    ) -> None:
        """Take the knowledge; ``count_of`` tells how many units a text speaks of."""
        self._rules, self._actions, self._products, self._others = rules, actions, products, others
        self._specified, self._count_of = specified, count_of

    def read(self, told: Told, meant: Sequence[Naming]) -> Iterator[Good]:
        """The goods of a line, in its order, of the names that mean somebody."""
        groups = self._groups(told, meant)
        begins = [0, *(group.own[-1].end for group in groups)]
        ends = [*(group.own[0].start for group in groups[1:]), len(told.line)]
        for group, begin, end in zip(groups, begins, ends, strict=False):
            yield self._good(told, group, meant, told.line[begin:end].strip())

    def _groups(self, told: Told, meant: Sequence[Naming]) -> list[_Group]:
        groups: list[_Group] = []
        for one in meant:
            last = groups[-1].own if groups else []
            if not last or not _agree(last, one) or not self._joins(told, last[-1], one):
                groups.append(_Group([one], []))
            elif self._is_another(told, last, one) or self._is_exchanged(told, last, one):
                lent = [*groups[-1].lent, *last] if one.kind == NUMBER else []
                groups.append(_Group([one], [name for name in lent if name.kind == NAME]))
            else:
                last.append(one)
        return groups

    def _is_another(self, told: Told, group: Sequence[Naming], one: Naming) -> bool:
        """Whether a name or number is that of other goods: another number, or another badge's name before a number."""
        numbers = [naming for naming in group if naming.kind == NUMBER and naming.is_sure]
        if not numbers:
            return False
        if one.kind == NUMBER:
            return one.is_sure and not any(are_alike(one.text, number.text) for number in numbers)
        keys = {naming.key for naming in group if naming.kind == NAME}
        return bool(keys) and one.key not in keys and self._products.behind(told.text, one.end, ()) is not None

    def _is_exchanged(self, told: Told, group: Sequence[Naming], one: Naming) -> bool:
        """Whether one goes and the other comes: "replace the Hikvision cameras with Hikvision DS-..."."""
        spans = ((group[0].start, group[-1].end), (one.start, one.end))
        return self._actions.are_exchanged(told.line, *spans, told.named)

    def _joins(self, told: Told, last: Naming, one: Naming) -> bool:
        """Whether what stands between a name and a number leaves them together: no action, and little but specifications."""
        gap = told.line[last.end : one.start]
        if not (_TOGETHER.fullmatch(gap) or _TOGETHER.fullmatch(self._specified.between(gap))):
            return False
        if not self._actions.speaks(gap):
            return True
        things = [(s - last.end, e - last.end) for s, e in told.things if last.end <= s and e <= one.start]
        return not self._actions.parts(gap, things, is_own=self._is_own((last, one)))

    def _good(self, told: Told, group: _Group, meant: Sequence[Naming], around: str) -> Good:
        own, namings = group.own, [*group.lent, *group.own]
        role, is_own = self._role(told, own, around), self._is_own(own)
        part = Part(told.line, own, meant, told.named, role)
        is_part = role.action == PART and not is_own
        if is_part and self._others.is_others(part):
            role = Role("mention", role.word, "close")
        return Good(
            namings=tuple(namings),
            makers=_shared(namings) or frozenset().union(*(one.makers for one in namings)),
            text=f"{self._said(told, namings)} {_kind(told, own[-1].end)}".strip(),
            around=around,
            role=role,
            is_own=is_own,
            is_for=is_part and self._others.is_for(part),
            guessed=all(one.kind == NAME and _is_guessed(one, told.mended) for one in namings),
        )

    def _role(self, told: Told, group: Sequence[Naming], around: str) -> Role:
        is_counted = self._is_product(told, group) and self._count_of(around) is not None
        span = group[0].start, group[-1].end
        role = self._actions.role(told.line, span, told.named, told.things, is_counted=is_counted)
        if role.action == "buy" and self._is_own(group):
            return Role(PART, small(group[-1].text), None)
        if role.place == PUT_UP and (_STATED.search(told.line) or self._is_product(told, group)):
            return Role("buy", None, None)
        if role.place is None and role.word is None and not self._shows_goods(told, group):
            return Role("mention", None, None)
        return role

    def _is_product(self, told: Told, group: Sequence[Naming]) -> bool:
        """Whether a number of a product stands there."""
        return any(one.kind != NAME for one in group) or self._products.behind(told.text, group[-1].end, ()) is not None

    def _said(self, told: Told, group: Sequence[Naming]) -> str:
        """What names them, names first, with the product number behind a name."""
        if len(group) > 1:
            return " ".join(one.text for one in sorted(group, key=lambda one: one.kind != NAME))
        product = self._products.behind(told.text, group[-1].end, told.named) if group[-1].kind == NAME else None
        return f"{group[0].text} {' '.join(product[0].split())}" if product else group[0].text

    def _is_own(self, group: Sequence[Naming]) -> bool:
        """Whether a program is named, or the number is of a bracket or box that the maker makes itself."""
        return any(one.kind == PROGRAM for one in group) or any(
            signal.says.get("aside") == "own"
            for one in group
            if one.kind == NUMBER
            for signal, start, _ in self._rules.places("description", small(one.text))
            if start == 0
        )

    def _shows_goods(self, told: Told, group: Sequence[Naming]) -> bool:
        """Whether anything shows goods, and not only a name: a number, a kind, a specification, a line that begins so."""
        return (
            bool(told.things)
            or any(one.kind != NAME for one in group)
            or self._specified.stands_in(told.text)
            or not told.text[: group[0].start].strip(_NOTHING)
            or len(told.text.split()) <= _FEW
            or self._products.behind(told.text, group[-1].end, ()) is not None
            or self._products.ahead(told.text, group[0].start)
        )


def _kind(told: Told, end: int) -> str:
    """The word for the kind of equipment: the next one, or the first of the line."""
    behind = (told.line[s:e] for s, e in sorted(told.things) if s >= end)
    return next(behind, None) or next((told.line[s:e] for s, e in told.things), "")


def _is_guessed(one: Naming, mended: Sequence[Mended]) -> bool:
    return any(slip.is_guess and slip.read == one.text for slip in mended)


def are_alike(one: str, other: str) -> bool:
    """Whether two numbers are one, of which one may be cut off at either end."""
    shorter, longer = sorted((re.sub(r"[\W_]", "", text).upper() for text in (one, other)), key=len)
    return shorter in longer


def _shared(group: Sequence[Naming]) -> frozenset[str]:
    return frozenset.intersection(*(one.makers for one in group))


def _agree(group: Sequence[Naming], one: Naming) -> bool:
    """Whether a name or number may be of the maker of a group."""
    return bool(_shared(group) & one.makers)
