"""What the columns of somebody's table mean: headings matched with targets, the header found by its content."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from debadge.text.folding import fold
from debadge.text.secrets import Secrets

HEADER_SEARCH_ROWS = 60  # title blocks and logos above a header are shorter than one printed page
_HALVES = re.compile(r"\s*[/|\n\r;]\s*|\s+[-–—]\s+")
_ALNUM = re.compile(r"[^\W_]")
_NUMBER = re.compile(r"\d{2}")
_BRACKETS = re.compile(r"[(\[（]([^()\[\]（）]*)[)\]）]")


def is_nothing(text: str, nothing: Collection[str]) -> bool:
    """Whether a cell or a fact says that there is nothing: blank, ``-``, ``N/A``, ``inconnu``.

    Args:
        text: As people wrote it.
        nothing: Folded words that say nothing.
    """
    return not _ALNUM.search(text) or fold(text) in nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something a column can tell us."""

    name: str  # the word a person uses in --map: "maker"
    field: str | None  # the field of the observation, None if only a key or read for its own sake
    key: str | None  # the key of the subject that it fills
    form: str  # text | code | mac | ip | day | count
    names_thing: bool  # a table without any of these says nothing about devices
    many: bool  # several columns may have it
    headings: Mapping[str, int]  # folded heading -> rank; the lower rank wins
    below: frozenset[str] = (
        frozenset()
    )  # folded keys below which any key is one of it: "identifiers" of "identifiers.cnpj"
    but: frozenset[str] = frozenset()  # last words of such keys that only tell about it: "scheme"


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownLayout:
    """A table of some system or publisher, known by its headings."""

    id: str  # "ca-canadabuys"
    signs: frozenset[str]  # folded headings, all of which such a table has
    is_verified: bool  # the headings were read in a source


@dataclass(frozen=True, slots=True)
class TableKnowledge:
    """The targets of one kind of table."""

    targets: Mapping[str, Target]
    words: Mapping[str, frozenset[str]] = field(
        default_factory=dict
    )  # what cells say, folded: "goods" -> {"goods", "gd"}
    layouts: tuple[KnownLayout, ...] = ()

    def above(self, heading: str) -> str | None:
        """The key that a folded heading stands below, for targets whose keys are anybody's."""
        first, _, rest = heading.partition(" ")
        if not rest:
            return None
        targets = (target for target in self.targets.values() if first in target.below)
        return next((first for target in targets if rest.rpartition(" ")[2] not in target.but), None)

    def means(self, heading: str) -> Iterator[tuple[bool, int, str]]:
        """(by a part only, rank, target) for every target that the heading may stand for; a bilingual one by either half."""
        for place, part in enumerate(_parts(heading)):
            for target in self.targets.values():
                if (rank := target.headings.get(part)) is not None:
                    yield place > 0, rank, target.name


@dataclass(frozen=True, slots=True)
class Columns:
    """Everything we know about columns: see knowledge/data/columns/."""

    tables: Mapping[str, TableKnowledge]  # "inventory", "sadp", "purchases", "parties"
    secrets: Secrets
    words: Mapping[str, frozenset[str]]  # totals, notes, nothing, no_brand, no_owner, quantity, personal; folded


@dataclass(frozen=True, slots=True)
class Layout:
    """Which column is what, in one table."""

    row: int  # index of the header among the rows looked at
    headings: tuple[str, ...]
    of: Mapping[int, Target]  # column -> target
    secret: tuple[int, ...] = ()  # columns that are cut
    left: tuple[int, ...] = field(default=())  # columns with a heading that nothing is known of

    def heading(self, column: int) -> str:
        """The heading, or the column's letter where it has none."""
        told = self.headings[column] if column < len(self.headings) else ""
        return " ".join(told.split()) or f"({letters(column)})"

    def has(self, *targets: str) -> bool:
        """Whether the table has one of these."""
        return any(target.name in targets for target in self.of.values())

    def column(self, target: str) -> int | None:
        """The column of a target."""
        return next((column for column, told in self.of.items() if told.name == target), None)


def letters(column: int) -> str:
    """A column's name as spreadsheets print it: 0 is A, 26 is AA."""
    told = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(65 + rest) + told
    return told


def find_layout(
    rows: Sequence[Sequence[str]], table: TableKnowledge, secrets: Secrets, mapping: Mapping[str, str]
) -> Layout | None:
    """The header among the first rows: the row that names most targets, one of which names things.

    Args:
        rows: The first rows as text.
        table: What we look for.
        secrets: Names of columns to cut.
        mapping: Target -> heading, as chosen by a person; it outranks what we know.

    Returns:
        The layout, or None if no row will do.
    """
    best: Layout | None = None
    for number, row in enumerate(rows[:HEADER_SEARCH_ROWS]):
        layout = lay_out(number, row, table, secrets, mapping)
        if _will_do(layout, mapping) and (best is None or _score(layout) > _score(best)):
            best = layout
    return best


def lay_out(
    number: int, row: Sequence[str], table: TableKnowledge, secrets: Secrets, mapping: Mapping[str, str]
) -> Layout:
    """Read one row as if it were the header."""
    headings = tuple(row)
    secret = {c for c, told in enumerate(headings) if told.strip() and secrets.is_secret(told)}
    if secret:
        secret |= {c for c, told in enumerate(headings) if any(secrets.is_beside(part) for part in _parts(told))}
    of: dict[int, Target] = dict(_chosen(headings, table, mapping, secret))
    taken = {target.name for target in of.values()}
    order = {name: place for place, name in enumerate(table.targets)}
    wanted = sorted(
        (part, order[name], rank, column, name)
        for column, told in enumerate(headings)
        if told.strip() and column not in secret
        for part, rank, name in table.means(told)
    )
    for *_, column, name in wanted:
        target = table.targets[name]
        if column not in of and (target.many or name not in taken):
            of[column] = target
            taken.add(name)
    _settle_seller(headings, of, table, mapping)
    left = tuple(c for c, told in enumerate(headings) if told.strip() and c not in of and c not in secret)
    return Layout(number, headings, dict(sorted(of.items())), tuple(sorted(secret)), left)


def _settle_seller(
    headings: Sequence[str], of: dict[int, Target], table: TableKnowledge, mapping: Mapping[str, str]
) -> None:
    """A ``Vendor`` beside an order or beside goods in words may be the seller: what it says is then only a mention."""
    names = {target.name for target in of.values()}
    bought = bool(names & {"order_number", "order_line", "ordered"}) or "model" not in names
    if "maker" in mapping or not bought or not names & {"item", "description"}:
        return
    for column, target in of.items():
        if target.name == "maker" and fold(headings[column]) in table.targets["supplier"].headings:
            of[column] = table.targets["description"]


def _chosen(
    headings: Sequence[str], table: TableKnowledge, mapping: Mapping[str, str], secret: set[int]
) -> Iterator[tuple[int, Target]]:
    for name, heading in mapping.items():
        for column, told in enumerate(headings):
            if (
                column not in secret
                and told.strip()
                and (fold(told) == fold(heading) or told.strip() == heading.strip())
            ):
                yield column, table.targets[name]
                break


def _will_do(layout: Layout, mapping: Mapping[str, str]) -> bool:
    if mapping and any(layout.has(name) for name in mapping):
        return True
    things = [target for target in layout.of.values() if target.names_thing]
    if not things or len({target.name for target in layout.of.values()}) >= 2:
        return bool(things)
    filled = [
        told for told in layout.headings if told.strip()
    ]  # one heading that we know: the row must look like headings
    return len(filled) == 1 or (not things[0].many and all(may_be_heading(told) for told in filled))


def may_be_heading(text: str) -> bool:
    """Whether a cell could be a heading: a few words, no number of two digits, hence no address, day or serial number."""
    return any(c.isalpha() for c in text) and len(text) <= 60 and not _NUMBER.search(text)


def _score(layout: Layout) -> int:
    return len({target.name for target in layout.of.values()}) + len(layout.secret)


@lru_cache(maxsize=4096)
def _parts(heading: str) -> tuple[str, ...]:
    """The folded heading, then its halves and what stands in and outside brackets."""
    outside, inside = _BRACKETS.sub(" ", heading), _BRACKETS.findall(heading)
    pieces = [
        heading,
        outside,
        *_HALVES.split(outside),
        *inside,
        *(half for text in inside for half in _HALVES.split(text)),
    ]
    return tuple(dict.fromkeys(folded for piece in pieces if (folded := fold(piece))))
