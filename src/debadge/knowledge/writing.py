"""Fact files written as people write them: short things on one line, days bare, texts in blocks."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import yaml

ONE_LINE = 140  # columns that a mapping or list may fill before it is spread over lines
NEVER_BROKEN = 1_000_000  # columns; a sentence stays on its line
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, which stands bare; what only looks like one is quoted."""
    try:
        return bool(_DAY.fullmatch(text)) and date.fromisoformat(text) is not None
    except ValueError:
        return False


class _Short(dict[str, Any]):
    """A mapping for one line."""


class _Few(list[Any]):
    """A list for one line."""


class _Writer(yaml.SafeDumper):
    """The safe dumper with the house's habits."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002  # the base class calls it so
        """Lists stand inside their key."""
        super().increase_indent(flow, False)  # noqa: FBT003  # the base class takes it so

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  # asked of each value; our reader takes no aliases
        """Equal parts are written out."""
        return True


_Writer.add_representer(_Short, lambda out, one: out.represent_mapping("tag:yaml.org,2002:map", one.items(), True))  # noqa: FBT003
_Writer.add_representer(_Few, lambda out, one: out.represent_sequence("tag:yaml.org,2002:seq", one, True))  # noqa: FBT003
_Writer.add_representer(
    str,
    lambda out, one: out.represent_scalar(
        "tag:yaml.org,2002:timestamp" if _is_day(one) else "tag:yaml.org,2002:str", one
    ),
)


def written(value: dict[str, Any], comment: Sequence[str] = ()) -> str:
    """A fact file; `parse_yaml` reads the same value back.

    Args:
        value: Plain mappings, lists, texts, numbers; days are ISO text.
        comment: Lines above it.
    """
    spread = {key: _styled(part) for key, part in value.items()}
    text = yaml.dump(spread, Dumper=_Writer, sort_keys=False, allow_unicode=True, width=NEVER_BROKEN)
    return "".join(f"# {line}\n" for line in comment) + text


def _styled(value: Any) -> Any:
    if not isinstance(value, dict | list):
        return value
    if len(json.dumps(value, ensure_ascii=False).replace('"', "")) <= ONE_LINE:
        return _on_one_line(value)
    if isinstance(value, dict):
        return {key: _styled(part) for key, part in value.items()}
    return [_styled(part) for part in value]


def _on_one_line(value: Any) -> Any:
    if isinstance(value, dict):
        return _Short({key: _on_one_line(part) for key, part in value.items()})
    return _Few(_on_one_line(part) for part in value) if isinstance(value, list) else value
