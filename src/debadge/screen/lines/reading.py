"""From the cells of a purchase line to the goods that it names, each with what the line does with them."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from debadge.identify.asides import Asides
from debadge.identify.identify import Identifier
from debadge.model.screening import LineWords
from debadge.screen.lines.actions import PART, Actions, Role
from debadge.screen.lines.glance import Glance, tells_alone
from debadge.screen.lines.namings import NAME, NUMBER, PROGRAM, Naming, Namings, small
from debadge.screen.lines.respell import Mended, Respelling
from debadge.screen.lines.separators import Separators
from debadge.text.folding import tidy

LONG = 7  # letters and digits: a number of a known grammar that is as long means nothing else
SHORT = 3  # letters: a name as short is a word of many meanings
MAX_TEXT = 512  # characters of a cell that are read, as everywhere in `identify`
_BEHIND_NAME = re.compile(r"[\u3400-\u9fff]{0,8}[\s,:(/-]{0,3}(?:[^\W\d_][\w/.-]{0,14}[\s,(/-]{1,2}){0,4}$")
_PRODUCT = re.compile(
    r"(?:\s+[^\W_][\w-]{1,14}){0,3}?,?\s+(?=[0-9/.()-]*[A-Za-z])(?=[0-9A-Za-z/.()-]*\d)([0-9A-Za-z][0-9A-Za-z/.()-]{2,})"
)
_PRODUCT_AHEAD = re.compile(
    r"(?<![^\s,;(])(?=[0-9/.()-]*[A-Z])(?=[0-9A-Z/.()-]*\d)[0-9A-Z][0-9A-Z/.()-]{4,}[\s,(]{1,2}$"
)
_LINK = re.compile(r"(?i)\s(?:with|and|or|for|to|in|on|avec|et|ou|pour|de|by|par)\s")
_BESIDE = re.compile(r"(?<=[\u3400-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u3400-\u9fff])")
_BEFORE_STREET = re.compile(
    r"(?<!\w)(?:rue|avenue|av|boul\w*|chemin|place|route|quai|ecole|hopital|hotel|m|mr|mrs|ms|mme|dr|prof|arret|stop|bus|abribus),? ?(?:terminal )?\.? ?(?:de la |de |du |des )?$"
)
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
        suppliers = {
            badge.id: frozenset(edge.maker for edge in badge.edges) or frozenset((badge.id,))
            for badge in identifier.badges.values()
        }
        self._namings = Namings(self._names, self._rules, suppliers, tuple(words.spellings.heads))
        self._respelling = Respelling(
            words.spellings, self._namings.reads, self._names.spellings, Separators(identifier.signals.values())
        )
        self._glance = Glance(self._names, self._rules, self._respelling, words.spellings)
        self._actions = Actions(words.rules, words.places, Asides(self._rules))
        self._elsewhere = re.compile(r"\s+(?:" + "|".join(words.spellings.elsewhere) + ")")
        self._elsewhere_signs = re.compile("|".join(words.spellings.elsewhere_signs))
        self._words_behind = re.compile(rf"\s+(?:{'|'.join(words.spellings.words_behind)})(?!\w)", re.IGNORECASE)
        self._spellings = words.spellings
        self._vague = frozenset(words.spellings.vague)
        self._vaguest = frozenset(words.spellings.vaguest)
        self._heads = tuple(words.spellings.heads)
        self._listed = frozenset(listed)
        self._distinct = frozenset(identifier.makers) | {
            badge.id for badge in identifier.badges.values() if badge.entity in self._listed
        }
        self._suppliers: Mapping[str, frozenset[str]] = suppliers

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody; where it is said not to, reading it finds nothing."""
        return self._glance.may_name(texts)

    def read(self, text: str, commodity: str = "") -> Reading:
        """The goods of one text; ``commodity`` tells the kind of goods and names nobody."""
        told, mended = self._respelling.respell(_BESIDE.sub(" ", tidy(text[:MAX_TEXT])))
        line = small(told)
        namings = self._namings.find(told)
        things = self._things(line)
        shown = any(line[start:end] not in self._vague for start, end in things)
        kinds = self._kinds(line) | self._kinds(small(commodity[:MAX_TEXT]))
        kept = self._kept(told, line, namings, kinds, is_shown=shown or self._names_things(commodity))
        spans = [(one.start, one.end) for one in namings]
        goods = tuple(self._good(told, line, group, spans, things, mended) for group in self._groups(kept, line))
        goods = tuple(one for one in goods if shown or not one.guessed or self._is_followed(told, one.namings[-1]))
        return Reading(line=line, goods=goods, mended=mended)

    def respelled(self, number: str) -> str:
        """A part number as its maker writes it."""
        return self._respelling.respell(tidy(number[:MAX_TEXT]))[0]

    def number_of(self, cell: str, texts: str, *, alone: bool) -> str | None:
        """The number in a cell that names somebody beside a maker that nobody has described, or beside none (``alone``)."""
        shown, least = alone and self._is_shown(small(tidy(texts[:MAX_TEXT]))), LONG if alone else sys.maxsize
        found = self._namings.find(cell)
        return next((one.text for one in found if self._is_number(one, is_shown=shown, least=least)), None)

    def _is_shown(self, line: str) -> bool:
        return any(line[start:end] not in self._vague for start, end in self._things(line))

    def _things(self, line: str) -> list[tuple[int, int]]:
        """Where kinds of equipment are named."""
        things = [(start, end) for _, start, end in self._rules.places("device_class_string", line)]
        return things + [
            (start, end) for signal, start, end in self._rules.places("description", line) if signal.says.get("thing")
        ]

    def role_of_cell(self, text: str) -> Role:
        """What a line does with the goods that its cells name, by a text that need not name them."""
        line = small(tidy(text[:MAX_TEXT]))
        things = [(start, end) for _, start, end in self._rules.places("device_class_string", line)]
        place = min(things, default=(len(line), len(line)))
        return self._actions.role(line, place, (), [one for one in things if one != place])

    def _names_things(self, text: str) -> bool:
        return bool(text) and any(self._rules.search("device_class_string", text[:MAX_TEXT].encode()))

    def _kinds(self, line: str) -> frozenset[str]:
        return frozenset(signal.says["device_class"] for signal, *_ in self._rules.places("device_class_string", line))

    def _kept(
        self, text: str, line: str, namings: Sequence[Naming], kinds: frozenset[str], *, is_shown: bool
    ) -> list[Naming]:
        kept: list[Naming] = []
        for number, one in enumerate(namings):
            before = namings[number - 1] if number else None
            follows = namings[number + 1] if number + 1 < len(namings) else None
            is_kept = (
                self._is_of_name(one, before)
                or self._is_of_name(one, follows)
                or self._is_number(one, is_shown=is_shown)
                or any(tells_alone(signal) and signal.says.get("device_class") in kinds for signal in one.signals)
                if one.kind == NUMBER
                else one.kind == PROGRAM or self._is_name(text, line, one, follows, is_shown=is_shown)
            )
            if is_kept and not (one.kind == NUMBER and self._is_of_another(text, one, before)):
                kept.append(one)
        return kept

    def _is_of_name(self, number: Naming, beside: Naming | None) -> bool:
        return beside is not None and beside.kind == NAME and bool(beside.makers & number.makers)

    def _is_of_another(self, text: str, number: Naming, before: Naming | None) -> bool:
        """Whether a number stands right behind the name of another maker, whose it is: "HPE S5720"."""
        if before is None or before.kind != NAME or before.makers & number.makers:
            return False
        return not text[before.end : number.start].strip(" ,:-")

    def _is_number(self, one: Naming, *, is_shown: bool, least: int = LONG) -> bool:
        """Whether a number names somebody alone: by its long fixed head, or beside a word for a kind of equipment."""
        squeezed = re.sub(r"[^0-9A-Z]", "", one.text.upper())
        return squeezed.startswith(self._heads) or (one.is_sure and (is_shown or len(squeezed) >= least))

    def _is_name(self, text: str, line: str, one: Naming, follows: Naming | None, *, is_shown: bool) -> bool:
        behind, before = line[one.end :], line[: one.start]
        has_number = follows is not None and follows.kind == NUMBER and bool(follows.makers & one.makers)
        if has_number and follows is not None and not line[one.end : follows.start].strip(" ,:-"):
            return True
        if self._elsewhere.match(behind) or _BEFORE_STREET.search(before):
            return False
        if not one.text.isascii():
            return self._is_chinese_name(text, one, is_shown=is_shown or has_number)
        product = _product(text, one.end, ((follows.start, follows.end),) if follows else ())
        ahead = _PRODUCT_AHEAD.search(text, 0, one.start)
        has_product = (
            product is not None and (one.text[:1].isupper() or text.islower()) and len(product[1]) >= SHORT
        ) or (ahead is not None and len(one.text) > SHORT)
        begins = not before.strip(" \"'(-:*")
        if self._namings.is_everyday(one.text):
            beside = one.text[:1].isupper() and self._is_beside(line[one.end :][:20].partition(",")[0], before[-12:])
            return beside or (is_shown and begins) or (has_product and (is_shown or begins)) or has_number
        if len(one.text) <= SHORT and one.text.lower() != one.key:
            return is_shown or has_number or (has_product and begins)
        if one.key in self._listed and one.key in self._distinct:
            return True
        if one.key in self._suppliers and one.key not in self._distinct:
            return is_shown or has_number or has_product
        return is_shown or has_number or has_product or (begins and self._names.leading(text[one.start :]) is not None)

    def _is_beside(self, *texts: str) -> bool:
        """Whether a kind of equipment is named in texts right beside a name, be it as vague as "scanner"."""
        return any(text[start:end] not in self._vaguest for text in texts for start, end in self._things(text))

    def _is_chinese_name(self, text: str, one: Naming, *, is_shown: bool) -> bool:
        """Whether the signs are a name here: few, they stand in other words as well."""
        around = text[max(0, one.start - 2) : one.end + 2]
        if self._elsewhere_signs.match(text, one.end) or any(word in around for word in self._spellings.inside):
            return False
        return is_shown or one.text not in self._spellings.doubtful or self._is_followed(text, one)

    def _is_followed(self, text: str, one: Naming) -> bool:
        """Whether what stands right behind a name shows that a maker is meant."""
        if self._words_behind.match(text, one.end):
            return True
        rest = text[one.end :].lstrip()
        return rest.startswith(self._spellings.signs_behind) or (
            not one.text.isascii() and rest[:1].isascii() and rest[:2].isupper()
        )

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
        if group[-1].kind == NAME and (product := _product(text, end, spans)):
            said += product[0]
        kind = next((line[s:e] for s, e in sorted(things) if s >= end), None) or next(
            (line[s:e] for s, e in things), ""
        )
        common = frozenset.intersection(*(one.makers for one in group)) or frozenset().union(
            *(one.makers for one in group)
        )
        if role.place is None and role.word is None and not self._shows_goods(text, group, things):
            role = Role("mention", None, None)
        return Good(
            namings=tuple(group),
            makers=common,
            text=f"{said} {kind}".strip(),
            role=role,
            guessed=all(one.kind == NAME for one in group)
            and all(any(slip.is_guess and slip.read == one.text for slip in mended) for one in group),
        )

    def _groups(self, namings: Sequence[Naming], line: str) -> list[list[Naming]]:
        """Names and numbers that stand together and may be of one maker."""
        groups: list[list[Naming]] = []
        for one in namings:
            last = groups[-1] if groups else None
            gap = line[last[-1].end : one.start] if last else ""
            if last and _BEHIND_NAME.fullmatch(gap) and not self._actions.speaks(gap) and _agree(last, one):
                last.append(one)
            else:
                groups.append([one])
        return groups

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
        return (
            bool(things)
            or any(one.kind != NAME for one in group)
            or not text[: group[0].start].strip(" \"'(-:")
            or len(text.split()) <= 3
            or _product(text, group[-1].end, ())
            or _PRODUCT_AHEAD.search(text, 0, group[0].start)
        )


def _product(text: str, end: int, others: Iterable[tuple[int, int]]) -> re.Match[str] | None:
    """The product number behind a name: "Xerox AltaLink C8155"; not that of somebody else who is named next."""
    found = _PRODUCT.match(text, end)
    if found is None or _LINK.search(found[0]) or any(end <= start < found.end() for start, _ in others):
        return None
    return found


def _agree(group: Sequence[Naming], one: Naming) -> bool:
    makers = frozenset.intersection(*(naming.makers for naming in group))
    return bool(makers & one.makers) and (
        one.kind != NAME or all(naming.kind != NAME or naming.key == one.key or makers & one.makers for naming in group)
    )
