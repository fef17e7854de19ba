"""`debadge screen lines`: one answer for each purchase line, in input order: whose goods, what the line does, what the rules say.

Lines are read in batches and answered one after the other, so a file may be as long as it likes. Most lines name nobody: these
are told by a quick look at the whole batch, and every other line by the same stages as a device (`screen.lines`, `identify`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any, Protocol

from debadge.flow.asking import Asking
from debadge.flow.line_cells import READ, cells_that_tell, makers_of
from debadge.flow.lines_at_hand import LinesAtHand
from debadge.flow.screen_findings import LineJudge
from debadge.flow.suppliers import Suppliers
from debadge.flow.unread import Overlooked
from debadge.flow.world import World
from debadge.model.observation import Reject, Skip
from debadge.model.purchase import PurchaseLine
from debadge.model.screened import MOST_PLACES, NOTHING_NAMED, Aside, Goods, Screened, Unread
from debadge.model.supplier import Supplier
from debadge.screen.lines.screener import LineScreener
from debadge.sources.interface import ReadContext
from debadge.sources.purchases.lines import LineReader
from debadge.sources.purchases.read import read_rows
from debadge.sources.streaming.amounts import read_amount
from debadge.sources.streaming.batch import Rows, Told
from debadge.sources.streaming.opening import Source

CIRCUMSTANCES = ("supplier", "made_in", "ship_from", "contract", "renews")


@dataclass(slots=True)
class Tally:
    """What a screening came to."""

    lines: int = 0
    rejected: int = 0
    unlisted: int = 0  # lines with goods of makers that no rule names
    actions: dict[str, int] = field(default_factory=dict)
    outcomes: set[str] = field(default_factory=set)
    aside: dict[str, Aside] = field(default_factory=dict)  # reason -> rows that are no lines
    makers: set[str] = field(default_factory=set)  # whom the lines name
    unread: list[Unread] = field(default_factory=list)  # what was read as nothing and names somebody, when all is read

    @property
    def is_unread(self) -> bool:
        """Whether rows are there, and none of them could be read."""
        return 0 < self.lines == self.rejected

    def set_aside(self, told: Iterable[Told]) -> None:
        """Take in rows that are no lines; blank ones are nothing that anybody misses."""
        for _, one in told:
            if isinstance(one, Skip) and one.reason != "blank_row":
                kept = self.aside.setdefault(one.reason, Aside(one.reason))
                kept.count += one.units
                if len(kept.places) < MOST_PLACES:
                    kept.places.append(one.locator)

    def count(self, one: Screened, *, is_listed: bool) -> None:
        """Take one answer into account."""
        if one.answer.main:
            self.unlisted += not is_listed
            self.makers.update(makers_of(one.answer))
            self.actions[one.answer.main.action] = self.actions.get(one.answer.main.action, 0) + 1
        if one.judgement:
            self.outcomes |= {finding.outcome.value for finding in one.judgement.findings}


class Watcher(Protocol):
    """Somebody who is shown what a screening finds as it passes, and keeps what is needed of it."""

    def named(self, one: Screened, *, is_listed: bool) -> None:
        """A line that names somebody, or whose supplier somebody has to look at."""

    def rejected(self, one: Reject) -> None:
        """A row that could not be read."""


class Nobody:
    """Watches nothing."""

    def named(self, one: Screened, *, is_listed: bool) -> None:
        """Leave it."""

    def rejected(self, one: Reject) -> None:
        """Leave it."""


class LineScreening:
    """One screening: the facts, the question, and what is remembered of equal lines."""

    def __init__(self, world: World, asking: Asking | None = None, suppliers: Suppliers | None = None) -> None:
        """Take the facts; without a question no line is judged, and nobody's supplier is screened unless it is asked."""
        self.asking, self.pack = asking, world.pack.name
        self._listed = world.law.listed
        self._screener = line_screener(world)
        self._overlooked = Overlooked(self._screener)
        self._judge = LineJudge(asking, world) if asking else None
        self.units = world.columns.words["quantity"]
        self.judges = self._judge is not None
        self.tally = Tally()
        self.suppliers = suppliers
        self.watcher: Watcher = Nobody()
        self.is_watched = False

    def screen(self, line: PurchaseLine) -> Screened:
        """The answer for one line that was read."""
        return self.answered(line, self.suppliers.of_line(line) if self.suppliers else None)

    def answered(self, line: PurchaseLine, supplier: Supplier | None) -> Screened:
        """The answer for one line whose supplier was screened and counted."""
        answer = self._screener.screen(cells_that_tell(line, self._screener))
        judgement = None
        if self._judge and answer.main:
            told = ((name, getattr(line, name)) for name in CIRCUMSTANCES)
            circumstances = tuple((name, text) for name, text in told if text)
            judgement = self._judge.judge(answer.goods, circumstances, line.ordered or line.ordered_as)
        quantity = line.quantity if line.quantity is not None else answer.quantity
        one = Screened(
            number=line.number,
            locator=line.locator,
            answer=answer,
            quantity=quantity,
            line=line,
            judgement=judgement,
            supplier=supplier,
        )
        self.tally.count(one, is_listed=any(map(self.is_listed, answer.goods)))
        return one

    def watch(self, watcher: Watcher) -> None:
        """Show everything that passes from now on to somebody."""
        self.watcher, self.is_watched = watcher, True

    def suppliers_of(self, rows: Rows, reader: LineReader) -> Sequence[Supplier | None]:
        """The supplier of every row of a batch."""
        return self.suppliers.of_rows(rows, reader) if self.suppliers else [None] * len(rows.rows)

    def is_listed(self, goods: Goods) -> bool:
        """Whether a rule names the maker of goods or of candidates, or somebody who stands behind it."""
        found = goods.found
        return not self._listed.isdisjoint(
            {found.maker, found.entity, *(candidate.maker for candidate in found.candidates)}
        )

    def answers(self, source: Source, context: ReadContext) -> Iterator[Screened | Reject]:
        """The answers for every line of a source, rejects in their place.

        Raises:
            FileError: The source cannot be read; what was read before has been given.
        """
        return (one for one in self.everything(source, context) if not isinstance(one, Skip))

    def everything(self, source: Source, context: ReadContext) -> Iterator[Screened | Reject | Skip]:
        """The same, with the rows that are no lines in their place."""
        reader = LineReader(context)
        for rows in read_rows(source, context):
            suppliers, named = self.suppliers_of(rows, reader), self.named(rows, context)
            for number, index in rows.entries():
                if isinstance(index, Skip):
                    yield index
                    continue
                if isinstance(index, Reject):
                    self.watcher.rejected(index)
                    yield index
                    continue
                supplier = suppliers[index]
                if named[index]:
                    one = self.answered(reader.line(rows, index, number), supplier)
                else:
                    one = self._silent(rows, number, index, supplier)
                if one.answer.main or (supplier and supplier.shows):
                    self.watcher.named(one, is_listed=any(map(self.is_listed, one.answer.goods)))
                yield one
        self.close(context)

    def close(self, context: ReadContext) -> None:
        """When all is read: what of it was read as nothing, and names somebody."""
        self._overlooked.parts(context)
        self.tally.unread = self._overlooked.told(self.tally.makers)

    def may_name(self, texts: Sequence[str]) -> list[bool]:
        """Whether each text may name somebody."""
        return self._screener.may_name(texts)

    def named(self, rows: Rows, context: ReadContext) -> list[bool]:
        """Whether each row of a batch may name somebody; the batch is counted, and what is not read of it looked at."""
        columns = [column for target in READ for column in rows.layout.columns.get(target, ())]
        if len(columns) == 1:
            texts = list(map(itemgetter(columns[0]), rows.rows))
        else:
            texts = [" ".join([row[column] for column in columns]) for row in rows.rows]
        self.tally.lines += rows.count
        self.tally.rejected += rows.count - len(rows.rows)
        self.tally.set_aside(rows.told)
        named = self._screener.may_name(texts)
        self._overlooked.rows(rows, texts, named, context)
        return named

    def _silent(self, rows: Rows, number: int, index: int, supplier: Supplier | None) -> Screened:
        column = rows.layout.column("quantity")
        quantity = None
        if column is not None:
            quantity = read_amount(rows.rows[index][column], self.units, rows.layout.marks.get(column))
        place = rows.locator(index)
        return Screened(
            number=number,
            locator=place,
            answer=NOTHING_NAMED,
            quantity=quantity,
            line=None,
            judgement=None,
            supplier=supplier,
        )


def line_screener(world: World) -> LineScreener:
    """The screener with the facts of a world; holds a cache of its own."""
    return LineScreener(world.identifier, world.line_words, world.law.listed)


def screen_lines(
    lines: Iterable[Mapping[str, Any] | str],
    world: World | None = None,
    asking: Asking | None = None,
    suppliers: Suppliers | None = None,
) -> Iterator[dict[str, Any]]:
    """One answer for each line, in order and one at a time, as plain values: for programs that have their lines at hand.

    Args:
        lines: Descriptions, or mappings with any heading that a file may have (`description`, a text or several, `manufacturer`,
            `part_number`, `quantity`, `supplier`, `ordered` …), and `locator`, the place of the line.
        world: The facts; the installed ones if none are given.
        asking: The question, for findings; None for makers and actions only.
        suppliers: What screens suppliers; None leaves them alone.

    Yields:
        `Screened.plain()`, the same as a line of `debadge screen lines --format jsonl`; what is no line is refused in its
        place, as there: ``{"line": 2, "rejected": …}``.

    Raises:
        TypeError: One text or mapping instead of several.
    """
    known = world or World.load()
    screening, at_hand = LineScreening(known, asking, suppliers), LinesAtHand(known)
    return (_told(screening, line, number) for number, line in enumerate(at_hand.lines(lines), 1))


def _told(screening: LineScreening, line: PurchaseLine | Reject, number: int) -> dict[str, Any]:
    if isinstance(line, Reject):
        return {"line": number, "rejected": line.plain()}
    return screening.screen(line).plain()
