"""The answers for purchase lines as JSON lines, as fast as they are read: equal cells are answered and written once.

Byte for byte what `Screened.plain` gives; a test holds both to the same files.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from json.encoder import encode_basestring as quoted
from operator import itemgetter

from debadge.flow.line_cells import NUMBERS, READ
from debadge.flow.screen_lines import CIRCUMSTANCES, LineScreening
from debadge.model.ids import canonical
from debadge.model.observation import Reject
from debadge.model.screened import NOTHING_NAMED, Screened
from debadge.model.supplier import Supplier
from debadge.sources.interface import ReadContext
from debadge.sources.purchases.lines import LineReader
from debadge.sources.purchases.read import read_rows
from debadge.sources.streaming.amounts import read_amount
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.cells import RowCells
from debadge.sources.streaming.opening import Source

MAX_CACHED = 5_000  # kept answers and amounts: some 20 MB; then all are forgotten
_HOLES = (
    "line",
    "locator",
    "model",
    "quantity",
    "supplier",
)  # what differs between equal cells, in the order of the keys
_MARK = "\ue000"  # no text holds it: private use

Pieces = tuple[str, str, str, str, str, str]
"""A line as JSON around its number, its place, its model, its quantity and its supplier."""


def json_lines(screening: LineScreening, source: Source, context: ReadContext) -> Iterator[str]:
    """The answers for every line of a source, in its order, a piece for each batch.

    Raises:
        FileError: The source cannot be read; what was read before has been given.
    """
    writer = _Writer(screening, context)
    for rows in read_rows(source, context):
        if told := writer.lines(rows):
            yield "\n".join(told) + "\n"
    screening.close(context)


@dataclass(frozen=True, slots=True)
class _Known:
    """The answer for equal cells, as it is written."""

    pieces: Pieces
    model: str | None  # JSON; None: the part number of the line, whatever it is
    quantity: str  # JSON, of the text; counts where the column says nothing
    screened: Screened  # to be counted
    is_listed: bool  # a rule names its maker


class _Amounts(dict[str, str]):
    """Cells of quantities -> JSON."""

    def __init__(self, units: frozenset[str], mark: str | None) -> None:
        super().__init__()
        self._units, self._mark = units, mark

    def __missing__(self, text: str) -> str:
        told = self[text] = canonical(read_amount(text, self._units, self._mark))
        return told


class _Writer:
    """What is remembered from one batch to the next."""

    def __init__(self, screening: LineScreening, context: ReadContext) -> None:
        self._screening, self._context, self._reader = screening, context, LineReader(context)
        self._nobody = Screened(number=0, locator="", answer=NOTHING_NAMED, quantity=None, line=None, judgement=None)
        self._silent = _pieces(self._nobody)
        self._known: dict[tuple[str, ...], _Known] = {}
        self._amounts: dict[str | None, _Amounts] = {}  # by mark of decimals

    def lines(self, rows: Rows) -> list[str]:
        """The lines of a batch."""
        keys, amounts, suppliers = self._keys(rows), self._quantities(rows), self._suppliers(rows)
        named = self._screening.named(rows, self._context)
        numbers = self._numbers(rows)
        told = self._nobodies(rows, numbers, amounts, suppliers)
        for index in compress(range(len(named)), named):
            told[index] = self._named(keys(index), rows, index, numbers[index], amounts[index], suppliers[index])
        if self._screening.is_watched:
            for index, (one, supplier) in enumerate(zip(named, suppliers, strict=True)):
                if not one:
                    self._watched(self._nobody, rows, index, numbers[index], supplier, is_listed=False)
        return self._with_rejects(told, rows) if rows.told else told

    def _suppliers(self, rows: Rows) -> Sequence[Supplier | None]:
        return self._screening.suppliers_of(rows, self._reader)

    def _numbers(self, rows: Rows) -> Sequence[int]:
        """The number of every row."""
        if not rows.told:
            return range(rows.first, rows.first + len(rows.rows))
        return [number for number, told in rows.answers() if not isinstance(told, Reject)]

    def _nobodies(
        self, rows: Rows, numbers: Sequence[int], amounts: Sequence[str], suppliers: Sequence[Supplier | None]
    ) -> list[str]:
        """Every row as if it named nobody."""
        begin, place, model, amount, seller, end = self._silent
        before, behind = f"{place}{quoted(rows.prefix)[:-1]}", f'"{model}null{amount}'
        return [
            f"{begin}{number}{before}{where}{behind}{count}{seller}{one.text if one else 'null'}{end}"
            for number, where, count, one in zip(numbers, rows.places, amounts, suppliers, strict=True)
        ]

    def _with_rejects(self, told: list[str], rows: Rows) -> list[str]:
        """With what is told of rows that could not be read, in their place."""
        lines: list[str] = []
        for number, index in rows.answers():
            if isinstance(index, Reject):
                self._screening.watcher.rejected(index)
                lines.append(canonical({"line": number, "rejected": index.plain()}))
            else:
                lines.append(told[index])
        return lines

    def _watched(
        self, one: Screened, rows: Rows, index: int, number: int, supplier: Supplier | None, *, is_listed: bool
    ) -> None:
        if one.answer.main or (supplier and supplier.shows):
            shown = replace(one, number=number, locator=rows.locator(index), supplier=supplier)
            self._screening.watcher.named(shown, is_listed=is_listed)

    def _named(
        self, key: tuple[str, ...], rows: Rows, index: int, number: int, quantity: str, supplier: Supplier | None
    ) -> str:
        key = (*key, quantity[:1]) if quantity.startswith("-") else key  # what goes back is another answer
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MAX_CACHED:
                self._known.clear()
            screened = self._screening.answered(self._reader.line(rows, index, number), None)
            is_listed = any(map(self._screening.is_listed, screened.answer.goods))
            known = self._known[key] = _known(screened, is_listed=is_listed)
        else:
            self._screening.tally.count(known.screened, is_listed=known.is_listed)
        if self._screening.is_watched:
            self._watched(known.screened, rows, index, number, supplier, is_listed=known.is_listed)
        begin, place, model, amount, seller, end = known.pieces
        told = self._number(rows, index) if known.model is None else known.model
        count = known.quantity if quantity == "null" else quantity
        sold = supplier.text if supplier else "null"
        where = f"{begin}{number}{place}{quoted(rows.locator(index))}"
        return f"{where}{model}{told}{amount}{count}{seller}{sold}{end}"

    def _keys(self, rows: Rows) -> Callable[[int], tuple[str, ...]]:
        """The cells of a row that its answer hangs on; a part number that names nobody is none of them."""
        of = rows.layout.columns
        asked = (*CIRCUMSTANCES, "ordered") if self._screening.judges else ()
        columns = [
            column for target in (*READ, "commodity", *asked) if target not in NUMBERS for column in of.get(target, ())
        ]
        numbers = [column for target in NUMBERS for column in of.get(target, ())]
        layout = str(id(rows.layout))
        if not numbers:
            return lambda index: (layout, *[rows.rows[index][column] for column in columns])
        named = self._screening.may_name([" ".join([row[column] for column in numbers]) for row in rows.rows])

        def key(index: int) -> tuple[str, ...]:
            row = rows.rows[index]
            return (layout, *[row[column] for column in columns], *([row[n] for n in numbers] if named[index] else ()))

        return key

    def _number(self, rows: Rows, index: int) -> str:
        """The part number of a line as JSON."""
        cells = RowCells(rows.layout, rows.rows[index], rows.locator(index), self._context)
        return canonical(cells.text("part_number") or cells.text("model") or cells.text("item_number"))

    def _quantities(self, rows: Rows) -> Sequence[str]:
        """The quantity of every row as JSON."""
        column = rows.layout.column("quantity")
        if column is None:
            return ["null"] * len(rows.rows)
        mark = rows.layout.marks.get(column)
        amounts = self._amounts.setdefault(mark, _Amounts(self._screening.units, mark))
        if len(amounts) >= MAX_CACHED:
            amounts.clear()
        return list(map(amounts.__getitem__, map(itemgetter(column), rows.rows)))


def _known(screened: Screened, *, is_listed: bool) -> _Known:
    takes = (
        screened.answer.main is not None and screened.answer.main.of_cells and screened.answer.main.found.model is None
    )
    quantity = canonical(screened.answer.quantity)
    return _Known(_pieces(screened), None if takes else canonical(screened.model), quantity, screened, is_listed)


def _pieces(screened: Screened) -> Pieces:
    whole = canonical({**screened.plain(), **dict.fromkeys(_HOLES, _MARK)})
    begin, place, model, amount, seller, end = whole.split(quoted(_MARK))
    return begin, place, model, amount, seller, end
