"""From the cells of a purchase line to the goods that it names, each with what the line does with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from debadge.identify.asides import Asides
from debadge.identify.identify import Identifier
from debadge.model.screening import LineWords
from debadge.screen.lines.actions import Actions
from debadge.screen.lines.counts import Counter
from debadge.screen.lines.glance import Glance
from debadge.screen.lines.glued import Glued
from debadge.screen.lines.goods import Good, GoodsReader, Told
from debadge.screen.lines.homonyms import Homonyms
from debadge.screen.lines.items import BREAK, itemised
from debadge.screen.lines.letters import settled
from debadge.screen.lines.makers import MakerCells
from debadge.screen.lines.meant import LONG, Meant
from debadge.screen.lines.namings import Namings, small
from debadge.screen.lines.others_parts import OthersParts
from debadge.screen.lines.products import Products
from debadge.screen.lines.respell import Mended, Respelling
from debadge.screen.lines.role import PART, Role
from debadge.screen.lines.separators import Separators
from debadge.screen.lines.specifications import Specified
from debadge.screen.lines.stretches import MAX_TEXT, stretches
from debadge.screen.lines.things import Things
from debadge.text.folding import tidy

_BESIDE = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")
"""Between a Chinese sign and a Latin letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says."""

    line: str  # in plain small letters, mended; of a long text the stretch that names the first goods
    named: tuple[tuple[int, int], ...]  # where names and numbers stand in it
    goods: tuple[Good, ...]
    mended: tuple[Mended, ...]
    is_shown: bool = False  # whether it speaks of a kind of equipment
    stretches: tuple[Reading, ...] = ()  # of a long text


class LineReader:
    """Names, grammars and action words, ready to read lines; holds nothing of what it has read."""

    def __init__(self, identifier: Identifier, words: LineWords, listed: Collection[str]) -> None:
        """Take the knowledge.

        Args:
            identifier: Names, grammars, badges.
            words: Action words and spellings.
            listed: Makers and parties that some rule names: their names are looked for everywhere.
        """
        spellings = words.spellings
        rules, names = identifier.matcher.rules, identifier.matcher.names
        suppliers = {
            badge.id: frozenset(edge.maker for edge in badge.edges) or frozenset((badge.id,))
            for badge in identifier.badges.values()
        }
        self._namings = Namings(names, rules, suppliers, tuple(spellings.heads))
        self._respelling = Respelling(
            spellings, self._namings.reads, names.spellings, Separators(identifier.signals.values())
        )
        self._glued = Glued(spellings, self._namings.reads)
        self._glance = Glance(names, rules, self._respelling, spellings, self._glued)
        self._actions = Actions(words, Asides(rules))
        specified = Specified(spellings.specifications)
        self._things, products = Things(rules, spellings), Products(spellings.links, specified)
        homonyms = Homonyms(spellings, products, self._actions.speaks)
        self._meant = Meant(identifier, spellings, listed, suppliers, self._namings, self._things, products, homonyms)
        self._makers = MakerCells(names, rules, spellings, self._namings, self._things, self._actions, self._meant)
        others = OthersParts(words.connectives, spellings)
        self._counter = Counter(spellings.counting)
        self._goods = GoodsReader(rules, self._actions, products, others, specified, self.count_of)

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody; where it is said not to, reading it finds nothing."""
        return self._glance.may_name(texts)

    def read(self, text: str, commodity: str = "", makers: frozenset[str] = frozenset()) -> Reading:
        """The goods of one text.

        Args:
            text: As the cells have it.
            commodity: Tells the kind of goods, and names nobody.
            makers: Whom the column for makers names: their numbers count anywhere.
        """
        told, mended = self._respelled(itemised(text))
        commodity = commodity[:MAX_TEXT]
        return (self._short if len(told) <= MAX_TEXT else self._long)(told, commodity, makers, mended)

    def _short(self, told: str, commodity: str, makers: frozenset[str], mended: tuple[Mended, ...]) -> Reading:
        """Of a text, or one stretch, that was mended."""
        line = small(told)
        namings, places = self._namings.find(told), self._things.places(line)
        shown = self._things.are_shown(line, places)
        kinds = self._things.kinds(line) | self._things.kinds(small(commodity))
        is_shown = shown or self._things.is_commodity(commodity)
        meant = self._meant.of(told, line, namings, kinds, is_shown=is_shown, makers=makers)
        named = [(one.start, one.end) for one in namings]
        goods = self._goods.read(Told(text=told, line=line, named=named, things=places, mended=mended), meant)
        kept = (one for one in goods if shown or not one.guessed or self._meant.is_followed(told, one.namings[-1]))
        return Reading(line=line, named=tuple(named), goods=tuple(kept), mended=mended, is_shown=is_shown)

    def _long(self, told: str, commodity: str, makers: frozenset[str], mended: tuple[Mended, ...]) -> Reading:
        """Of a long text: stretch by stretch, those alone in which somebody may be named."""
        parts = list(stretches(told))
        read: list[Reading] = []
        goods: dict[tuple[object, ...], tuple[Good, Reading]] = {}  # what is named again says nothing new
        done = 0  # up to where goods were found
        for part, may_name in zip(parts, self.may_name([part.text for part in parts]), strict=True):
            silent = Reading(line=small(part.text), named=(), goods=(), mended=())
            reading = self._short(part.text, commodity, makers, mended) if may_name else silent
            read.append(reading)
            for good in reading.goods:
                start, end = part.at + good.namings[0].start, part.at + good.namings[-1].end
                if end > part.begin and part.end > start >= done:
                    goods.setdefault(good.says, (good, reading))
                    done = end
        first = next((reading for _, reading in goods.values()), read[0])
        found = tuple(good for good, _ in goods.values())
        shown = any(reading.is_shown for reading in read)
        return Reading(
            line=first.line, named=first.named, goods=found, mended=mended, is_shown=shown, stretches=tuple(read)
        )

    def respelled(self, number: str) -> str:
        """A part number as its maker writes it."""
        return self._respelling.respell(self._glued.apart(tidy(settled(number[:MAX_TEXT]))))[0]

    def _respelled(self, text: str, *, is_field: bool = False) -> tuple[str, tuple[Mended, ...]]:
        """A text in one form, mended, with what was mended."""
        return self._respelling.respell(_BESIDE.sub(" ", self._glued.apart(tidy(settled(text)))), is_field=is_field)

    def makers_of(self, cell: str, texts: str) -> tuple[str, ...]:
        """The makers or badges in the column for makers, as `identify` reads them.

        Args:
            cell: Of that column.
            texts: All other cells: a kind of equipment there lets a name count that is another word, too.
        """
        told = self._respelled(cell[:MAX_TEXT], is_field=True)[0]
        return self._makers.read(told, is_shown=self._are_shown(texts))

    def is_of(self, number: str, maker: str) -> bool:
        """Whether a number may be of the maker or badge that a cell names."""
        return bool(self.whose(maker) & self.whose(number))

    def whose(self, cell: str) -> frozenset[str]:
        """Every maker that a cell speaks for, by name or number."""
        return frozenset[str]().union(*(one.makers for one in self._namings.find(cell[:MAX_TEXT])))

    def number_of(self, cell: str, texts: str, *, alone: bool) -> str | None:
        """The number in a cell that names somebody.

        Args:
            cell: Of the column for part numbers.
            texts: All other cells: a kind of equipment there lets a short number count.
            alone: No maker stands beside it; else one that nobody has described, which only a long head outweighs.
        """
        shown = alone and self._are_shown(texts)
        found, least = self._namings.find(cell), LONG if alone else sys.maxsize
        if alone and any(self._meant.begins_cell(cell, one, is_shown=shown) for one in found[:1]):
            return cell  # "AXIS Q6135-LE"
        return next((one.text for one in found if self._meant.is_number(one, is_shown=shown, least=least)), None)

    def _are_shown(self, texts: str) -> bool:
        """Whether a kind of equipment stands anywhere in the other cells."""
        lines = (part.text for part in stretches(small(tidy(texts))))
        return any(self._things.are_shown(line, self._things.places(line)) for line in lines)

    def role_of_cell(self, reading: Reading, said: Role | None, *, is_stated: bool) -> Role:
        """What a line does with the goods that its cells name.

        Args:
            reading: Of the text, which need not name them, and may name others.
            said: What the text does with them where it names them, too.
            is_stated: Both maker and number have cells: only words that clearly take away just that outweigh them.
        """
        if said is not None and not (is_stated and said.action == "mention"):
            return said
        roles = self._roles(reading, is_stated=is_stated)
        first = next(roles)
        if is_stated and first.action == "removal":
            return next((one for one in roles if one.action != "removal"), first)
        return first

    def _roles(self, reading: Reading, *, is_stated: bool) -> Iterator[Role]:
        """What a text does with each kind of equipment that it names; with itself where it names none."""
        shown = [one for one in reading.stretches or (reading,) if self._things.classes(one.line)]
        for one in shown or [reading]:
            line, things = one.line, sorted(self._things.classes(one.line))
            places = things or [(len(line), len(line))]
            if one.named and one.named[0] < places[0]:
                places = [(0, 0)]  # "bracket compatible with Hikvision dome": the dome is not theirs
            for place in places:
                yield self._role_at(one, place, things, is_stated=is_stated)

    def _role_at(
        self, reading: Reading, place: tuple[int, int], things: Sequence[tuple[int, int]], *, is_stated: bool
    ) -> Role:
        others = [one for one in things if one != place]
        role = self._actions.role(reading.line, place, reading.named, others, is_counted=is_stated)
        role = self._actions.stated(role) if is_stated else role
        if place == (0, 0) and (role.action == "mention" or role.word is None):  # "Bosch-compatible mount"
            end = (len(reading.line), len(reading.line))
            part = self._actions.role(reading.line, end, reading.named, things)
            return part if part.action == PART else Role("buy", None, None)
        return role

    def count_of(self, line: str) -> int | None:
        """How many units a text in plain small letters speaks of: as a whole, or the first of its items that tells it."""
        counts = map(self._counter.count_of, (line, *line.split(BREAK)))
        return next((count for count in counts if count is not None), None)
