"""CSV in every dialect, and plain text with one thing a line, as batches."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from debadge.model.observation import Reject, Skip
from debadge.sources.delimited import lines_of, looks_even, separator_of
from debadge.sources.interface import ReadContext
from debadge.sources.limits import MAX_CELL
from debadge.sources.streaming.batch import RowLayout, Rows, Told
from debadge.sources.streaming.checking import Checker, text_of_row
from debadge.sources.streaming.cutting import Broken, Cut, Cutter
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.opening import Opened
from debadge.sources.streaming.settling import no_columns, plain_layout, settle
from debadge.sources.streaming.texts import Blocks
from debadge.text.tables import HEADER_SEARCH_ROWS, may_be_heading

_SAMPLE_ROWS = 2_000  # at most, from which the order of days is settled
_NO_SEPARATOR = "\x1f"  # the unit separator of ASCII: in no table that people write
_ENDINGS = (".csv", ".tsv", ".tab")  # whoever calls a file so says that it is a table
_PACKINGS = (".gz", ".zst", "")


def read_table(opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """The rows of a table, or the lines of a text that is none.

    Args:
        opened: What to read.
        kind: Of table.
        context: What the person said.

    Raises:
        FileError: A table without a column that says what was bought, or damaged; what came before has been given.
    """
    text = Blocks(opened, context)
    if context.format == "text":
        yield from _lines(text, opened.name, plain_layout(kind, opened.name, context), context)
    else:
        yield from _cut(text, opened, kind, context)
    text.check()


def _cut(text: Blocks, opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    head = opened.head.decode("utf-8", "replace")
    separator, named = separator_of(head)
    prose = head.replace(", ", " ")  # in prose and names a blank follows a comma
    is_even = context.format == "csv" or looks_even(prose)
    begun = _Begun(iter(text), Cutter(separator or ",", named))
    settled = settle(begun.sample, kind.name, opened.name, context, only_first=not is_even)
    if (
        settled is not None and settled.row.width == 1 and separator and not named
    ):  # what stands in its lines separates nothing
        begun = _Begun(begun.again(), Cutter(_NO_SEPARATOR, 0))
        settled = settle(begun.sample, kind.name, opened.name, context, only_first=not is_even)
    sample = begun.sample
    if settled is None:
        top = next((row for row in sample if any(cell.strip() for cell in row)), [])
        is_named = opened.name.lower().endswith(tuple(e + p for e in _ENDINGS for p in _PACKINGS))
        if context.mapping or is_named or (is_even and all(map(may_be_heading, filter(str.strip, top)))):
            text.check()
            raise no_columns(top, kind, context)
        yield from _lines(begun.again(), opened.name, plain_layout(kind, opened.name, context), context)
        return
    begun.cutter.settle(settled.row.width)
    body = [row for row in sample[settled.row_index + 1 :] if any(row)]
    checker = Checker(settled, body[:HEADER_SEARCH_ROWS], context, kind)
    yield from _table(begun.cuts(), settled.row_index, checker, f"{opened.name}:", context)


class _Begun:
    """A text of which the first blocks are cut, as many as it takes to see the header and some rows."""

    def __init__(self, blocks: Iterator[str | None], cutter: Cutter) -> None:
        self.cutter, self._rest = cutter, blocks
        self._seen: list[str | None] = []  # since they may be no table
        self._cuts = cutter.cut(chain(self._kept(), blocks))
        self._first: list[Cut] = []
        rows: list[list[str]] = []
        for cut in self._cuts:
            self._first.append(cut)
            rows += cut.rows
            if len(rows) > HEADER_SEARCH_ROWS or len(self._seen) > 4:  # blocks
                break
        self.sample = rows[:_SAMPLE_ROWS]

    def cuts(self) -> Iterator[Cut]:
        """All that is cut, and will be."""
        return chain(self._first, self._cuts)

    def again(self) -> Iterator[str | None]:
        """The blocks from the first one on."""
        return chain(self._seen, self._rest)

    def _kept(self) -> Iterator[str | None]:
        for block in self._rest:
            self._seen.append(block)
            yield block
            if (
                sum(len(text or "") for text in self._seen) > 1 << 18
            ):  # characters; more than any header and its first rows
                return


def _table(cuts: Iterable[Cut], header: int, checker: Checker, prefix: str, context: ReadContext) -> Iterator[Rows]:
    above = header + 1  # rows that are still to be passed over, the header last
    for cut in cuts:
        if above:
            taken = min(above, len(cut.rows))
            count = taken if above > taken else taken - 1  # the last one is the header
            titles = _titles(cut, count, prefix, checker.layout.cut)
            above -= taken
            cut = _rest_of(cut, taken)  # noqa: PLW2901  # what is left of it
            if titles:
                yield _only_told(checker, prefix, titles)
        if cut.rows or cut.broken:
            ends = len(cut.rows[-1]) if cut.rows else checker.width
            made = checker.batch(prefix, cut.rows, cut.lines, [(i, _broken(prefix, one)) for i, one in cut.broken])
            yield made
            if not cut.has_end and 0 < ends < checker.width:
                place = f"{prefix}{cut.lines[-1]}"
                context.report.note(place, "last_line_short", cells=str(ends), columns=str(checker.width))


def _broken(prefix: str, broken: Broken) -> Reject:
    return Reject(
        locator=f"{prefix}{broken.line}", reason=broken.reason, given={"last": str(broken.last), "limit": str(MAX_CELL)}
    )


def _titles(cut: Cut, count: int, prefix: str, knife: Callable[[str], str]) -> list[Told]:
    return [
        (0, Skip(locator=f"{prefix}{cut.lines[index]}", reason="title_row", texts=(text_of_row(row, knife),)))
        for index, row in enumerate(cut.rows[:count])
        if any(cell.strip() for cell in row)
    ]


def _only_told(checker: Checker, prefix: str, told: Sequence[Told]) -> Rows:
    return Rows(layout=checker.layout, rows=[], prefix=prefix, places=(), first=checker.number, told=tuple(told))


def _rest_of(cut: Cut, taken: int) -> Cut:
    """Without its first rows; a line above the header that could not be read stands before the first row."""
    broken = [(max(index - taken, 0), one) for index, one in cut.broken]
    return Cut(cut.rows[taken:], cut.lines[taken:], broken, cut.has_end)


def _lines(blocks: Iterable[str | None], name: str, layout: RowLayout, context: ReadContext) -> Iterator[Rows]:
    """Plain text: every line that is not blank is one row of one cell."""
    line, number = 1, 1
    for block in blocks:
        rows: list[list[str]] = []
        places: list[int] = []
        told: list[Told] = []
        if block is None:
            told.append((0, Reject(locator=f"{name}:{line}", reason="row_unreadable", given={"last": str(line)})))
            line += 1
        else:
            for text in lines_of(block):
                if cell := text.strip():
                    rows.append([_unquoted(cell)])
                    places.append(line)
                line += 1
        made = Rows(layout=layout, rows=rows, prefix=f"{name}:", places=places, first=number, told=tuple(told))
        number += made.count
        context.report.read += len(rows)
        yield made


def _unquoted(text: str) -> str:
    """Without quotation marks around the whole."""
    inside = text[1:-1]
    return inside if len(text) > 2 and text[0] == text[-1] == '"' and '"' not in inside else text
