"""YAML files read strictly: no key twice, bounded size, days as ISO text. The same reader serves our facts and org.yaml."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from debadge.model.errors import DebadgeError, KnowledgeError

MAX_BYTES = 8_000_000  # our largest fact file is a tenth of this; a facts.yaml of a user rarely has a hundredth
MAX_DEPTH = 40  # nothing we read nests deeper than 9


class _Strict(yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader):  # type: ignore[misc]  # chosen at import
    """The safe loader without double keys."""


def _mark(event: yaml.Event) -> Any:
    return event.start_mark


def _bounded(content: bytes) -> None:
    """Refuse depth and aliases (which can blow a small file up) before anything is built: the C parser recurses unguarded."""
    depth = 0
    for event in yaml.parse(content, Loader=_Strict):
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(
                problem="aliases (*name) are not read; write the value out", problem_mark=_mark(event)
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise yaml.MarkedYAMLError(problem=f"nested deeper than {MAX_DEPTH} levels", problem_mark=_mark(event))


def _mapping(loader: Any, node: Any) -> dict[Any, Any]:
    loader.flatten_mapping(node)
    told: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int | bool | date):
            raise yaml.constructor.ConstructorError(None, None, "a key must be a word", key_node.start_mark)
        if key in told:
            raise yaml.constructor.ConstructorError(None, None, f"the key `{key}` stands twice", key_node.start_mark)
        told[key] = loader.construct_object(value_node, deep=True)
    return told


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path, error: type[DebadgeError] = KnowledgeError) -> Any:
    """The one document of a file, days turned into ISO text.

    Raises:
        error: Not readable, too large, not YAML, a key twice; names file and line.
    """
    try:
        content = path.read_bytes()
    except OSError as bad:
        raise error(f"{path}: cannot be read ({bad.strerror or bad})") from bad
    return parse_yaml(content, str(path), error)


def parse_yaml(content: bytes, place: str, error: type[DebadgeError] = KnowledgeError) -> Any:
    """As `read_yaml`, from bytes."""
    if len(content) > MAX_BYTES:
        raise error(f"{place}: {len(content):,} bytes is more than the {MAX_BYTES:,} that this kind of file may have")
    try:
        _bounded(content)
        return plain(yaml.load(content, Loader=_Strict))  # noqa: S506  # a subclass of the safe loader
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError, ValueError) as bad:
        mark = getattr(bad, "problem_mark", None)
        where = f"{place}:{mark.line + 1}" if mark else place
        raise error(f"{where}: not readable as YAML ({getattr(bad, 'problem', None) or bad})") from bad


def plain(value: Any) -> Any:
    """The same value with days as ISO text, as it stands in the pack."""
    match value:
        case dict():
            return {str(k): plain(v) for k, v in value.items()}
        case list():
            return [plain(v) for v in value]
        case datetime():
            return value.isoformat()
        case date():
            return value.isoformat()
        case _:
            return value
