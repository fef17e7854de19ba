"""Names that are other firms, words or people as well: they mean a maker where something shows it, or where they stand alone."""

from __future__ import annotations

import re
from collections.abc import Callable

from debadge.model.screening import Spellings
from debadge.screen.lines.namings import Naming
from debadge.screen.lines.products import Products

SHORT = 3  # letters: behind a name as short, words before a number make it another thing's: "LTS tapes LTO-8"
_WORDS = re.compile(r"[^\W\d_]{2,}")


class Homonyms:
    """Ready to be asked."""

    def __init__(self, spellings: Spellings, products: Products, speaks: Callable[[str], bool]) -> None:
        """Take the words; ``speaks`` tells whether a text has words for an action."""
        self._names, self._given, self._firm = map(frozenset, (spellings.homonyms, spellings.given, spellings.firm))
        self._doubtful, self._products, self._speaks = frozenset(spellings.doubtful), products, speaks
        families = "|".join(spellings.families)
        self._after_family = re.compile(rf"(?<!\w)(?:{families}),?\s+$")
        self._before_family = re.compile(rf",?\s+(?:{families})(?!\w)")
        self._other_goods = re.compile(rf",?(?:\s+\w+){{0,2}}?\s+(?:{'|'.join(spellings.other_goods)})(?!\w)")

    def has(self, one: Naming) -> bool:
        """Whether a name is that of others as well."""
        if " " in one.text:  # "Imou Life"
            return False
        return one.key in self._names if one.text.isascii() else one.text in self._doubtful

    def is_person(self, line: str, one: Naming) -> bool:
        """Whether the name is a given name beside a family name: "Zhao Dahua"."""
        if one.key not in self._given or not one.text.isascii():
            return False
        is_after = self._after_family.search(line[: one.start]) is not None
        return is_after or self._before_family.match(line, one.end) is not None

    def is_of_others(self, text: str, line: str, one: Naming, *, is_listed: bool) -> bool:
        """Whether a name with no equipment beside it is somebody else's.

        Args:
            text: As written.
            line: The same in plain small letters.
            one: The name.
            is_listed: A rule names whoever it is of: words for an action are enough beside it.
        """
        if not self.has(one) or one.key in self._given:
            return self.has(one) and self.is_of_other_goods(line, one)
        if (is_listed and self._speaks(line)) or self._has_product(text, one):
            return False
        rest = line[: one.start] + " " + line[one.end :]
        return any(word not in self._firm for word in _WORDS.findall(rest))

    def is_of_other_goods(self, line: str, number: Naming) -> bool:
        """Whether goods of another trade stand right behind a number."""
        return self._other_goods.match(line, number.end) is not None

    def _has_product(self, text: str, one: Naming) -> bool:
        """Whether a product number stands right beside the name, or behind words with capitals: "Imou Bullet 2C"."""
        found = self._products.behind(text, one.end, ())
        if found is None:
            return self._products.ahead(text, one.start)
        between = found[0].split()[:-1]
        return not between or (len(one.text) > SHORT and all(word.istitle() for word in between))
