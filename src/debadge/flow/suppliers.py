"""The suppliers of purchase lines, each distinct one screened once; the answer stands beside every line that names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from debadge.flow.countries import Countries
from debadge.flow.world import World
from debadge.model.ids import canonical
from debadge.model.purchase import PurchaseLine
from debadge.model.query import Query
from debadge.model.supplier import TOLD, WORST, Supplier, SupplierTally
from debadge.sources.purchases.lines import LineReader
from debadge.sources.streaming.batch import RowLayout, Rows

if TYPE_CHECKING:  # the matcher is loaded only where a file has suppliers
    from datetime import date

    from debadge.flow.decisions import Desk
    from debadge.flow.screening import Against, NameScreen
    from debadge.model.decision import Decision
    from debadge.model.listing import Snapshot
    from debadge.screen.names.answer import NameAnswer

MAX_CACHED = 100_000  # suppliers kept: some 100 MB at the most; then all are forgotten
COLUMNS = ("supplier", "supplier_country", "uei", "duns", "lei", "business_number", "cage")
"""Columns on which the answer about a supplier hangs; a buyer's own number for it is no number of a register."""
Named = tuple[tuple[str, ...], str | None, tuple[str, ...]]
"""Names, country as written, and numbers of registers."""


class Suppliers:
    """Screens suppliers; the index is made when the first one is asked for."""

    def __init__(
        self,
        world: World,
        day: date,
        load: Callable[[], tuple[Snapshot, ...]] = tuple,
        decisions: Path | None = None,
        home: Path | None = None,
        jurisdiction: str | None = None,
    ) -> None:
        """Take the facts, the day, what loads the lists, the file of decisions, the home of the lists, the place of who asks."""
        self._world, self._day, self._load, self._decisions = world, day, load, decisions
        self._countries, self._home, self._place = Countries(world), home, jurisdiction
        self._screen: NameScreen | None = None
        self._desk: Desk | None = None
        self._known: dict[Named, Supplier] = {}
        self._of_cells: dict[tuple[int, ...], dict[Any, Supplier | None]] = {}  # columns -> cells -> answer
        self.snapshots: tuple[Snapshot, ...] = ()
        self._tally, self._counted = SupplierTally(), Counter[Supplier | None]()

    @property
    def against(self) -> Against | None:
        """With what was compared; None where no supplier was asked for."""
        return self._screen.against if self._screen else None

    @property
    def tally(self) -> SupplierTally:
        """What the suppliers came to, by lines."""
        self._add_up()
        return self._tally

    @property
    def in_force(self) -> Mapping[str, tuple[Decision, int]]:
        """Decisions that were laid beside answers, by their ids, each with its number of distinct suppliers."""
        return self._desk.in_force if self._desk else {}

    def of_line(self, line: PurchaseLine) -> Supplier | None:
        """The answer for the supplier of a record, counted; None where it names none."""
        names = tuple(name for name in (line.supplier, *line.supplier_names) if name)
        numbers = tuple(value for scheme, value in line.supplier_ids if scheme != "own")
        found = self._of((names, line.supplier_country, numbers))
        self._count((found,))
        return found

    def of_rows(self, rows: Rows, reader: LineReader) -> list[Supplier | None]:
        """The answers for all rows of a batch, counted; equal cells are read once."""
        found: list[Supplier | None] = [None] * len(rows.rows)
        if rows.layout.columns.get("supplier"):
            columns = _columns(rows.layout)
            cells = list(map(itemgetter(*columns), rows.rows))
            known = self._of_cells.setdefault(columns, {})
            if len(known) >= MAX_CACHED:
                known.clear()
            new = set(cells).difference(known)
            for index, cell in enumerate(cells) if new else ():
                if cell in new and cell not in known:
                    known[cell] = self._of_row(rows, index, reader)
            found = list(map(known.__getitem__, cells))
        self._count(found)
        return found

    def _count(self, found: Iterable[Supplier | None]) -> None:
        self._counted.update(found)
        if len(self._counted) >= MAX_CACHED:
            self._add_up()

    def _add_up(self) -> None:
        for one, lines in self._counted.items():
            self._tally.count(one, lines)
        self._counted.clear()

    def _of_row(self, rows: Rows, index: int, reader: LineReader) -> Supplier | None:
        names, country, ids = reader.supplier(rows, index)
        self._countries.of_cell(country, reader.context, rows.locator(index))
        return self._of((names, country, tuple(n for scheme, n in ids if scheme != "own")))

    def _of(self, named: Named) -> Supplier | None:
        if not named[0]:
            return None
        if named not in self._known:
            if len(self._known) >= MAX_CACHED:
                self._known.clear()
            self._known[named] = self._worst(*named)
        return self._known[named]

    def _worst(self, names: tuple[str, ...], country: str | None, numbers: tuple[str, ...]) -> Supplier:
        place = self._countries.of_cell(country, None, "")
        told = [self._answer(Query(text=name, country=place, identifiers=numbers)) for name in dict.fromkeys(names)]
        of_names = [_supplier(one) for one in told]
        return min(of_names, key=lambda one: (not one.asks, not one.shows, WORST.index(one.answer)))

    def _answer(self, query: Query) -> NameAnswer:
        screen = self._screen or self._made()
        return self._desk.of_row(query, screen.each(query)) if self._desk else screen.screen(query)

    def _made(self) -> NameScreen:
        from debadge.flow.decisions import Rows as ListRows  # noqa: PLC0415  # loads the matcher
        from debadge.flow.decisions import desk_of  # noqa: PLC0415  # as above
        from debadge.flow.screening import NameScreen  # noqa: PLC0415  # as above

        self.snapshots = self._load()
        self._screen = NameScreen(
            self._world, self.snapshots, as_of=self._day, home=self._home, jurisdiction=self._place
        )
        self._desk = desk_of(self._decisions, self._screen, ListRows(self._world, self.snapshots))
        return self._screen


def _columns(layout: RowLayout) -> tuple[int, ...]:
    return tuple(column for target in COLUMNS for column in layout.columns.get(target, ()))


def _supplier(told: NameAnswer) -> Supplier:
    plain = told.plain()
    kept = {key: plain[key] for key in TOLD}
    return Supplier(plain=kept, text=canonical(kept))
