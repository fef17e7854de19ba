"""Which of the names and numbers of a line mean a maker: a street, a surname and half the part numbers of the world do not.

A name counts where something shows goods: a kind of equipment, a number of its own, a product number. The name of a maker that a
rule names counts anywhere. A number counts by its long head, by its length, or beside a name or a kind of equipment.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from debadge.identify.identify import Identifier
from debadge.model.screening import Spellings, Streets
from debadge.screen.lines.glance import tells_alone
from debadge.screen.lines.homonyms import Homonyms
from debadge.screen.lines.namings import NAME, NUMBER, PROGRAM, Naming, Namings, small
from debadge.screen.lines.products import Products
from debadge.screen.lines.things import Things

LONG = 7  # letters and digits: a number of a known grammar that is as long means nothing else
SHORT = 3  # letters: a name as short is a word of many meanings
_BESIDE = 20  # characters behind an everyday word in which a kind of equipment shows that it is a name
_BEFORE = 12  # characters before one
_NOTHING = " \"'(-:*"  # before the first word of a line
_MARKS = " ,:-"  # between a name and its own number
_AROUND = 2  # signs beside a Chinese name


class Meant:
    """Ready to be asked."""

    def __init__(
        self,
        identifier: Identifier,
        spellings: Spellings,
        listed: Collection[str],
        suppliers: Mapping[str, frozenset[str]],
        namings: Namings,
        things: Things,
        products: Products,
        homonyms: Homonyms,
    ) -> None:
        """Take the knowledge; of makers and parties that some rule names (``listed``) the names count anywhere."""
        self._names, self._namings, self._things, self._products = identifier.matcher.names, namings, things, products
        self._spellings, self._suppliers, self._heads = spellings, suppliers, tuple(spellings.heads)
        self._elsewhere = re.compile(r"\s+(?:" + "|".join(spellings.elsewhere) + ")")
        self._elsewhere_signs = re.compile("|".join(spellings.elsewhere_signs))
        self._before_street = re.compile(_street(spellings.streets))
        self._words_behind = re.compile(rf"\s+(?:{'|'.join(spellings.words_behind)})(?!\w)", re.IGNORECASE)
        self._distinct = frozenset(identifier.makers) | {
            badge.id for badge in identifier.badges.values() if badge.entity in listed
        }
        self._listed = frozenset(listed) & self._distinct
        self._homonyms = homonyms

    def of(
        self,
        text: str,
        line: str,
        namings: Sequence[Naming],
        kinds: frozenset[str],
        *,
        is_shown: bool,
        makers: frozenset[str] = frozenset(),
    ) -> list[Naming]:
        """Those that count.

        Args:
            text: As written.
            line: The same in plain small letters, sign for sign.
            namings: All that stand there, in order.
            kinds: Device classes that the line or its commodity names.
            is_shown: Something shows that equipment is meant.
            makers: Whom a cell names: numbers of their grammars count.
        """
        kept: list[Naming] = []
        for one, before, follows in zip(namings, (None, *namings), (*namings[1:], None), strict=False):
            if one.kind == NUMBER:
                is_meant = one.is_of(makers) or self._is_meant_number(
                    text, one, before, follows, kinds, is_shown=is_shown
                )
            else:
                is_meant = one.kind == PROGRAM or self._is_meant_name(
                    text,
                    line,
                    one,
                    follows,
                    is_shown=is_shown,
                    is_behind_number=self._is_behind_number(line, one, before),
                )
            if is_meant:
                kept.append(one)
        return kept

    def is_number(self, one: Naming, *, is_shown: bool, least: int = LONG) -> bool:
        """Whether a number names somebody alone: by its long fixed head, or beside a word for a kind of equipment."""
        squeezed = re.sub(r"[^0-9A-Z]", "", one.text.upper())
        return squeezed.startswith(self._heads) or (one.is_sure and (is_shown or len(squeezed) >= least))

    def begins_cell(self, cell: str, one: Naming, *, is_shown: bool) -> bool:
        """Whether a cell for part numbers begins with the name of whoever the number is of."""
        if one.kind != NAME or one.start or not (is_shown or not self._namings.is_everyday(one.text)):
            return False
        return self._names.leading(cell) is not None

    def is_homonym(self, one: Naming) -> bool:
        """Whether a name is that of other firms, things or people as well."""
        return self._homonyms.has(one)

    def is_elsewhere(self, text: str, line: str, one: Naming) -> bool:
        """Whether what stands around a name makes it a street, a person, another firm, or a part of other words."""
        if self._before_street.search(line[: one.start]):
            return True
        if self._elsewhere.match(line[one.end :]) and not self._is_behind_kind(line, one):
            return True
        return not one.text.isascii() and self._is_in_other_words(text, one)

    def _is_behind_kind(self, line: str, one: Naming) -> bool:
        """Whether a kind of equipment stands right before a name: "caméras Dahua école 12" is no school of that name."""
        return any(one.start - end == 1 for _, end in self._things.classes(line))

    def is_followed(self, text: str, one: Naming) -> bool:
        """Whether what stands right behind a name shows that a maker is meant."""
        if self._words_behind.match(text, one.end):
            return True
        rest = text[one.end :].lstrip()
        if rest.startswith(self._spellings.signs_behind):
            return True
        return not one.text.isascii() and rest[:1].isascii() and rest[:2].isupper()

    def _is_meant_number(
        self,
        text: str,
        one: Naming,
        before: Naming | None,
        follows: Naming | None,
        kinds: frozenset[str],
        *,
        is_shown: bool,
    ) -> bool:
        if _is_of_another(text, one, before) or (not is_shown and self._homonyms.is_of_other_goods(small(text), one)):
            return False
        return (
            _is_of_name(one, before)
            or _is_of_name(one, follows)
            or self.is_number(one, is_shown=is_shown)
            or any(tells_alone(signal) and signal.says.get("device_class") in kinds for signal in one.signals)
        )

    def _is_behind_number(self, line: str, one: Naming, before: Naming | None) -> bool:
        """Whether a name stands behind a number of its maker: "IPC2122LB - Uniview", and not "P3343, single axis"."""
        if before is None or not before.is_of(one.makers):
            return False
        if before.is_sure or not self._namings.is_everyday(one.text):
            return True
        return self._products.touch(line, before.end, one.start)

    def _is_meant_name(
        self, text: str, line: str, one: Naming, follows: Naming | None, *, is_shown: bool, is_behind_number: bool
    ) -> bool:
        is_before_number = follows is not None and follows.is_of(one.makers)
        if is_before_number and follows is not None and not line[one.end : follows.start].strip(_MARKS):
            return True
        has_number = is_behind_number or is_before_number
        if self.is_elsewhere(text, line, one):
            return False
        if not one.text.isascii():
            return self._is_chinese_name(text, one, is_shown=is_shown or has_number)
        is_beside = is_shown or has_number
        has_product = self._has_product(text, one, follows)
        begins = not line[: one.start].strip(_NOTHING)
        if not (is_beside or self._things.stand_in(line)) and self._is_of_others(text, line, one):
            return False
        if self._namings.is_everyday(one.text):
            if self._homonyms.has(one):  # "Northern Ontario camera maintenance"
                return has_number or has_product
            return self._is_beside(line, one) or has_number or _at_least_two(is_shown, has_product, begins)
        if len(one.text) <= SHORT and one.text.lower() != one.key:
            return is_beside or (has_product and begins)
        if one.key in self._listed or is_beside or has_product:
            return True
        is_badge = one.key in self._suppliers and one.key not in self._distinct
        return not is_badge and begins and self._names.leading(text[one.start :]) is not None

    def _is_of_others(self, text: str, line: str, one: Naming) -> bool:
        if self._homonyms.is_person(line, one):
            return True
        is_listed = one.key in self._listed and one.key not in self._suppliers
        return not self.is_followed(text, one) and self._homonyms.is_of_others(text, line, one, is_listed=is_listed)

    def _has_product(self, text: str, one: Naming, follows: Naming | None) -> bool:
        """Whether a number that no grammar knows stands beside a name."""
        found = self._products.behind(text, one.end, ((follows.start, follows.end),) if follows else ())
        if found is not None and (one.text[:1].isupper() or text.islower()) and len(found[1]) >= SHORT:
            return True
        return len(one.text) > SHORT and self._products.ahead(text, one.start)

    def _is_beside(self, line: str, one: Naming) -> bool:
        """Whether a kind of equipment stands right beside an everyday word with a capital: "Axis camera"."""
        if not one.text[:1].isupper():
            return False
        behind, before = line[one.end :][:_BESIDE].partition(",")[0], line[: one.start][-_BEFORE:]
        return self._things.stand_in(behind, before)

    def _is_in_other_words(self, text: str, one: Naming) -> bool:
        """Whether the signs of a Chinese name stand in the name of another thing, or are parts of two words."""
        around = text[max(0, one.start - _AROUND) : one.end + _AROUND]
        found = self._elsewhere_signs.match(text, one.end)
        return found is not None or any(word in around for word in self._spellings.inside)

    def _is_chinese_name(self, text: str, one: Naming, *, is_shown: bool) -> bool:
        """Whether the signs are a name here: few mean other things as well."""
        return is_shown or one.text not in self._spellings.doubtful or self.is_followed(text, one)


def _is_of_name(number: Naming, beside: Naming | None) -> bool:
    return beside is not None and beside.kind == NAME and bool(beside.makers & number.makers)


def _is_of_another(text: str, number: Naming, before: Naming | None) -> bool:
    """Whether a number stands right behind the name of another maker, whose it is: "HPE S5720"."""
    if before is None or before.kind != NAME or before.makers & number.makers:
        return False
    return not text[before.end : number.start].strip(_MARKS)


def _at_least_two(*claims: bool) -> bool:
    return sum(claims) > 1


def _street(streets: Streets) -> str:
    words, asides = "|".join(streets.words), "|".join(streets.asides)
    articles = "|".join(f"{article} " for article in streets.articles)
    return rf"(?<!\w)(?:{words}),? ?(?:(?:{asides}) )?\.? ?(?:{articles})?$"
