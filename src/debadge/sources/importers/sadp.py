"""The device list that Hikvision's SADP tool exports. Each row is the answer of a device, as the maker's own tool heard it.

The tool also lists units sold under other names, so a row here is evidence of the maker whatever its model says; that
judgement is a fingerprint's, not ours. Columns: fact base on formats, section 5; the set varies with version and language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from debadge.model.errors import FileError
from debadge.model.ids import canonical, digest_bytes
from debadge.model.observation import Observation, Origin, Reject, Skip, Subject
from debadge.sources.cells import BadRow, RowReader, Told
from debadge.sources.decode import decode
from debadge.sources.delimited import records, separator_of, text_of_file
from debadge.sources.interface import EvidenceFile, Item, ReadContext
from debadge.sources.limits import MAX_ROWS
from debadge.sources.rows import too_many
from debadge.sources.values import is_blank
from debadge.text.folding import fold
from debadge.text.tables import Layout, lay_out

NAME = "sadp"
DESCRIPTION = "format_sadp"
GENERAL = False
_MARKS = (
    ("device serial n", "software version", "mac address"),
    ("serie de l appareil", "version", "adresse mac"),  # unverified: no French export was seen
)
_SEARCH_LINES = 10  # the list begins at once; some versions may put a title above
_FIELDS = (("device_type", "model_string"), ("serial", "serial_string"), ("firmware", "firmware_string"))
_ANSWER = (("device_type", "DeviceDescription"), ("serial", "DeviceSN"), ("firmware", "SoftwareVersion"))


def sniff(head: bytes, name: str) -> bool:  # noqa: ARG001  # a name proves nothing
    """Whether one of the first lines has the headings of the list."""
    text, _, _ = decode(head)
    return any(
        all(mark in fold(line) for mark in marks)
        for line in text.splitlines()[:_SEARCH_LINES]
        for marks in _MARKS
        if len(line) < 4096 and not line.lstrip().startswith(("<", "{"))
    )


def read(file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
    """Four kinds of observation a row: the answer as a whole, and the model, serial number and version in it.

    Raises:
        FileError: No row has the headings of the list.
    """
    text = text_of_file(file, context)
    separator, named = separator_of(text)
    reader: RowReader | None = None
    for count, record in enumerate(records(text, separator or ",", named)):
        locator = f"{file.name}:{record.line}"
        if count > MAX_ROWS:
            raise too_many()
        if record.broken:
            yield Reject(locator=locator, reason=record.broken, given={"last": str(record.last)})
        elif is_blank(record.cells):
            continue
        elif reader is None:
            reader = _reader(record.cells, file.name, context)
            if reader is None:
                yield Skip(locator=locator, reason="title_row")
        elif [fold(cell) for cell in record.cells] == [fold(cell) for cell in reader.layout.headings]:
            yield Skip(locator=locator, reason="repeated_header")
        else:
            yield from _row(locator, record.cells, reader)
    if reader is None:
        raise FileError("sadp_without_headings")


def _reader(cells: list[str], name: str, context: ReadContext) -> RowReader | None:
    layout = lay_out(0, cells, context.columns.tables["sadp"], context.columns.secrets, {})
    if not (layout.has("serial", "mac") and layout.has("device_type", "firmware")):
        return None
    cut, report = context.columns.secrets.cut, context.report
    report.understood.update({cut(layout.heading(c)): target.name for c, target in layout.of.items()})
    report.dropped.update(layout.heading(c) for c in layout.secret)
    report.left_over.update(cut(layout.heading(c))[:120] for c in layout.left)
    return RowReader(
        layout=layout, context=context, place=lambda number: f"{name}:{number}", orders={}, tool="sadp-tool"
    )


def _row(locator: str, cells: list[str], reader: RowReader) -> Iterator[Item]:
    try:
        told = _told(locator, cells, reader)
    except BadRow as bad:
        given = {k: reader.context.columns.secrets.cut(v)[:80] for k, v in bad.given.items()}
        yield Reject(locator=locator, reason=bad.reason, given=given)
        return
    reader.context.report.read += 1
    yield from _observations(locator, told)


def _told(locator: str, cells: list[str], reader: RowReader) -> Told:
    width = len(reader.layout.headings)
    if not is_blank(cells[width:]):
        raise BadRow("more_cells_than_columns", cells=str(len(cells)), columns=str(width))
    told = reader.told(locator, _without_secrets(cells, reader.layout))
    reader.check_keys(locator, told)
    if told.first("serial") is None and told.first("device_type") is None:
        raise BadRow("sadp_without_answer")
    return told


def _observations(locator: str, told: Told) -> Iterator[Observation]:
    answer = ";".join(f"{name}={_flat(value)}" for target, name in _ANSWER if (value := told.first(target)))
    raw = digest_bytes(canonical([[target.name, text] for target, text in told.cells]).encode("utf-8", "replace"))
    subject = Subject(row=locator, **told.keys())
    origin = Origin(tool="sadp-tool", method="import", locator=locator)
    values = [("sadp_export", answer), *((field, value) for target, field in _FIELDS if (value := told.first(target)))]
    for field, value in values:
        yield Observation(subject=subject, field=field, value=value, origin=origin, collected=None, raw=raw)


def _flat(value: str) -> str:
    """A value without the mark that parts the answer."""
    return re.sub(r"[;\r\n]+", " ", value)


def _without_secrets(cells: list[str], layout: Layout) -> list[str]:
    return ["" if column in layout.secret else cell for column, cell in enumerate(cells)]
