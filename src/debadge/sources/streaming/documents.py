"""One JSON object that holds rows: a download with its ``results``, an order with its ``lines``, or a single row."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from debadge.model.errors import FileError
from debadge.sources.interface import Part, ReadContext
from debadge.sources.limits import MAX_DEPTH
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.checking import MAX_ECHO
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
    keys = row_lists_of(value, context.columns.tables[kind.name].words["row_lists"])
    rest = {key: told for key, told in value.items() if isinstance(told, list) and key not in keys} if keys else {}
    context.report.parts += parts_of(rest, name, context, are_things=True)
    return Gatherer(name, kind, context).rows(_items(value, keys))


def row_lists_of(value: dict[str, Any], names: Collection[str]) -> list[str]:
    """The keys of the lists whose members are rows; none if the object is a row itself.

    Several are all read; but beside objects a list of texts tells something else.

    Args:
        value: An object.
        names: Folded names of such lists.
    """
    lists = [key for key, told in value.items() if isinstance(told, list) and told and fold_name(key) in names]
    return [key for key in lists if any(isinstance(one, dict) for one in value[key])] or lists


def parts_of(value: dict[str, Any], name: str, context: ReadContext, *, are_things: bool) -> Iterator[Part]:
    """What stands in an object that is not read: each text of it by its place."""
    cut = context.columns.secrets.cut
    for key, one in value.items():
        for place, text in _texts(one, str(key)):
            yield Part(locator=f"{name}:{place}", name=str(key), text=cut(text)[:MAX_ECHO], is_thing=are_things)


def _texts(value: object, place: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    match value:
        case str() if value.strip():
            yield place, value.encode("utf-8", "replace").decode()
        case dict() if depth <= MAX_DEPTH:
            for key, one in value.items():
                yield from _texts(one, f"{place}.{key}" if place else str(key), depth + 1)
        case list() if depth <= MAX_DEPTH:
            for index, one in enumerate(value):
                yield from _texts(one, f"{place}[{index}]", depth + 1)


def _items(value: dict[str, Any], keys: Collection[str]) -> Iterator[Item]:
    if not keys:
        yield Item("1", value)
        return
    shared = {k: v for k, v in value.items() if not isinstance(v, list)}
    for key in keys:
        for index, one in enumerate(value[key]):
            yield Item(f"{key}[{index}]", {**shared, **one} if isinstance(one, dict) else one)
