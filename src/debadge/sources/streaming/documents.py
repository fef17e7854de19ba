"""One JSON object that holds rows: a download with its ``results``, an order with its ``lines``, or a single row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from debadge.model.errors import FileError
from debadge.sources.interface import ReadContext
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.json_values import BadValue, Item, parse
from debadge.sources.streaming.kind import Kind
from debadge.sources.streaming.objects import Gatherer
from debadge.sources.streaming.opening import Opened
from debadge.text.folding import fold_name


def whole_object(opened: Opened) -> dict[str, Any]:
    """The one object of a file.

    Raises:
        FileError: Not one JSON object, too deep or too large.
    """
    try:
        value = parse(opened.whole().decode(opened.encoding))
    except (BadValue, UnicodeDecodeError) as bad:
        raise FileError("json_unread") from bad
    if not isinstance(value, dict):
        raise FileError("json_unread")
    return value


def read_object(opened: Opened, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """The rows of the list in the object, each with what the object says of all of them; without a list, itself."""
    return rows_in(whole_object(opened), opened.name, kind, context)


def rows_in(value: dict[str, Any], name: str, kind: Kind, context: ReadContext) -> Iterator[Rows]:
    """The same, of an object that is at hand."""
    return Gatherer(name, kind, context).rows(_items(value, context.columns.tables[kind.name].words["row_lists"]))


def holds_rows(value: dict[str, Any], names: Collection[str]) -> str | None:
    """The key of the list whose members are rows, the longest if there are several; None if the object is a row itself.

    Args:
        value: An object.
        names: Folded names of such lists.
    """
    lists = {k: len(v) for k, v in value.items() if isinstance(v, list) and v and fold_name(k) in names}
    return max(lists, key=lambda key: lists[key], default=None)


def _items(value: dict[str, Any], names: Collection[str]) -> Iterator[Item]:
    key = holds_rows(value, names)
    if key is None:
        yield Item("1", value)
        return
    shared = {k: v for k, v in value.items() if not isinstance(v, list)}
    for index, one in enumerate(value[key]):
        yield Item(f"{key}[{index}]", {**shared, **one} if isinstance(one, dict) else one)
