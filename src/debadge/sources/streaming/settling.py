"""Which column is what, settled once from the first rows, so that no later row changes the meaning of an earlier one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from debadge.model.errors import FileError
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.batch import RowLayout
from debadge.sources.streaming.kind import Kind
from debadge.text.dates import settle_order
from debadge.text.folding import fold
from debadge.text.numbers import settle_mark
from debadge.text.secrets import Secrets
from debadge.text.tables import (
    HEADER_SEARCH_ROWS,
    Layout,
    TableKnowledge,
    find_layout,
    lay_out,
    letters,
    may_be_heading,
)

_NUMBERED = re.compile(r"[\s._]*\d+(?=[\s._]|$)")
_REMEMBERED = 65_536  # cells; some 20 MB at the most
_SHORT = 256  # characters of a cell that is worth remembering
_LONGEST = 200  # characters of a heading
_FREE = "notes"  # the target of words that stand below no heading
_MAX_SHOWN = 40  # headings that an error repeats


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A layout, and where it was found."""

    table: Layout  # as the tables of inventories have it
    row: RowLayout
    row_index: int  # of the header among the rows looked at


def settle(
    rows: Sequence[Sequence[str]],
    kind: str,
    file: str,
    context: ReadContext,
    *,
    only_first: bool = False,
    is_keys: bool = False,
) -> Settled | None:
    """The layout of a table by its first rows, or None if no row looks like a header.

    Args:
        rows: The first rows, blank ones too; as many as there are at hand.
        kind: Of table: "purchases", "parties".
        file: What notes call it.
        context: What the person said, and what is known of headings.
        only_first: A header can only be the first row that holds something; the file may be no table at all.
        is_keys: The first row holds the keys of objects, which are headings whatever they look like.

    Raises:
        FileError: A column that the person named is not there.
    """
    knowledge = context.columns.tables[kind]
    known = frozenset(heading for target in knowledge.targets.values() for heading in target.headings)
    looked_at = rows[:HEADER_SEARCH_ROWS]
    if only_first:
        start = next((i for i, row in enumerate(looked_at) if any(cell.strip() for cell in row)), len(looked_at))
        looked_at = looked_at[: start + 1]
    top = [[_plain(cell, known, knowledge) for cell in row] for row in looked_at]
    found = find_layout(top, knowledge, context.columns.secrets, context.mapping)
    found = found or _lone(top, knowledge, context, is_keys=is_keys)
    if found is None:
        return None
    _check_mapping(found, rows[found.row], context)
    headings = _told_apart(replace(found, headings=tuple(rows[found.row])))
    _tell_twice(found, headings, known, file, context)
    return Settled(
        table=found, row=row_layout(found, headings, rows[found.row + 1 :], kind, file, context), row_index=found.row
    )


def _told_apart(found: Layout) -> tuple[str, ...]:
    """Every heading; one that stands further left already has the letter of its column, as one that is blank."""
    told = [found.heading(column) for column in range(len(found.headings))]
    first = {heading: column for column, heading in reversed(list(enumerate(told)))}
    return tuple(
        heading if first[heading] == column else f"{heading} ({letters(column)})" for column, heading in enumerate(told)
    )


def _tell_twice(found: Layout, headings: Sequence[str], known: frozenset[str], file: str, context: ReadContext) -> None:
    """Note columns of which nothing is read, since another one has their heading."""
    for column in found.left:
        if headings[column] != found.heading(column) and fold(found.headings[column]) in known:
            context.report.note(file, "heading_twice", column=context.columns.secrets.cut(headings[column]))


def row_layout(
    found: Layout,
    headings: tuple[str, ...],
    sample: Sequence[Sequence[str]],
    kind: str,
    file: str,
    context: ReadContext,
) -> RowLayout:
    """The layout as batches carry it; says in the report what was understood and what was not."""
    knowledge = context.columns.tables[kind]
    columns: dict[str, list[int]] = {}
    for column, target in found.of.items():
        columns.setdefault(target.name, []).append(column)
    for name, told in columns.items():
        ranks = knowledge.targets[name].headings
        told.sort(key=lambda column: ranks.get(fold(found.headings[column]), len(ranks)))
    free = _free_texts(found, sample) if _FREE in knowledge.targets else []
    if free:
        columns[_FREE] = [*columns.get(_FREE, ()), *free]
        context.report.understood.update({context.columns.secrets.cut(headings[column]): _FREE for column in free})
    orders = {
        column: context.dates or settle_order(row[column] for row in sample if column < len(row))
        for column, target in found.of.items()
        if target.form == "day"
    }
    marks = {
        column: settle_mark(row[column] for row in sample if column < len(row))
        for column, target in found.of.items()
        if target.form == "count"
    }
    _report(found, headings, context)
    return RowLayout(
        headings=headings,
        columns={name: tuple(told) for name, told in columns.items()},
        secret=found.secret,
        orders=orders,
        marks=marks,
        words=knowledge.words,
        nothing=context.columns.words["nothing"],
        known=_known(found, knowledge, file, context),
        cut=knife(context.columns.secrets),
    )


def _free_texts(found: Layout, sample: Sequence[Sequence[str]]) -> list[int]:
    """Columns without a heading in which words stand: under a merged heading, or beside the last one."""
    free: list[int] = []
    for column, heading in enumerate(found.headings):
        left = next((c for c in range(column, -1, -1) if found.headings[c].strip()), None)
        if heading.strip() or left in found.secret:
            continue
        if any(column < len(row) and any(map(str.isalpha, row[column])) for row in sample):
            free.append(column)
    return free


def plain_layout(kind: Kind, file: str, context: ReadContext) -> RowLayout:
    """The layout of a text whose lines are each one thing."""
    found = Layout(0, (kind.plain,), {0: context.columns.tables[kind.name].targets[kind.plain]})
    context.report.note(file, "read_as_text")
    return row_layout(found, found.headings, (), kind.name, file, context)


def no_columns(first: Sequence[str], kind: Kind, context: ReadContext, *, is_keys: bool = False) -> FileError:
    """The error for a table without a column that says what was bought, or who it is."""
    cut = context.columns.secrets.cut
    if any(note.reason == "encoding_untold" for note in context.report.notes):
        return FileError("rows_of_no_encoding")
    seen = [cut(" ".join(cell.split())) for cell in first if cell.strip()]
    if seen and (is_keys or all(map(may_be_heading, seen))):
        targets = (one.name for one in context.columns.tables[kind.name].targets.values() if one.names_thing)
        shown, known = ", ".join(seen[:_MAX_SHOWN]), ", ".join(targets)
        return FileError("rows_without_columns", columns=shown, target=kind.plain, example=seen[0], targets=known)
    return FileError("rows_without_header")


@lru_cache(maxsize=8)
def knife(secrets: Secrets) -> Callable[[str], str]:
    """What takes secrets out of cells; cells repeat, and looking for secrets costs a hundred times what reading costs."""
    short = lru_cache(maxsize=_REMEMBERED)(secrets.cut)
    return lambda text: short(text) if len(text) <= _SHORT else secrets.cut(text)


def _plain(cell: str, known: frozenset[str], knowledge: TableKnowledge) -> str:
    """A heading without its number, "Description 2", or the known key above it, unless it is known as it is."""
    if not cell or len(cell) > _LONGEST or fold(cell) in known:
        return cell
    bare = _NUMBERED.sub("", cell) if any(map(str.isdigit, cell)) else cell
    return bare if bare.strip() and fold(bare) in known else knowledge.above(fold(bare)) or cell


def _lone(
    top: Sequence[Sequence[str]], knowledge: TableKnowledge, context: ReadContext, *, is_keys: bool
) -> Layout | None:
    """A header of which only one heading is known, and all others look like headings."""
    for number, row in enumerate(top):
        filled = [cell for cell in row if cell.strip()]
        if not filled or not (is_keys or all(map(may_be_heading, filled))):
            continue
        layout = lay_out(number, row, knowledge, context.columns.secrets, context.mapping)
        if any(target.names_thing for target in layout.of.values()):
            return layout
    return None


def _check_mapping(found: Layout, headings: Sequence[str], context: ReadContext) -> None:
    there = set(map(fold, headings))
    for target, heading in context.mapping.items():
        if not found.has(target) or fold(heading) not in there:
            cut = context.columns.secrets.cut
            seen = ", ".join(cut(" ".join(told.split())) for told in headings if told.strip())
            raise FileError("rows_without_mapped", target=target, heading=cut(heading), columns=seen)


def _known(found: Layout, knowledge: TableKnowledge, file: str, context: ReadContext) -> str | None:
    told = {fold(heading) for heading in found.headings}
    for layout in knowledge.layouts:
        if layout.signs <= told:
            if not layout.is_verified and "layout_unverified" not in {note.reason for note in context.report.notes}:
                context.report.note(file, "layout_unverified", layout=layout.id)
            return layout.id
    return None


def _report(found: Layout, headings: Sequence[str], context: ReadContext) -> None:
    cut, report = context.columns.secrets.cut, context.report
    report.understood.update({cut(headings[c]): target.name for c, target in found.of.items()})
    report.dropped.update(cut(headings[c]) for c in found.secret)
    report.left_over.update(cut(headings[c])[:120] for c in found.left)
