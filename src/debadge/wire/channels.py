"""The channels that a recorder lists: one text for each, whatever form the list has.

ISAPI lists ``InputProxyChannel`` elements; LAPI and exports of client libraries list JSON objects with a model each. A text
that holds one channel is given back as it is. Source: the fact base on protocols (Uniview LAPI) and on fingerprints
(maciej-or/hikvision_next f6dac0d, fixture DS-7732NI-M4), read 2026-11-22.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from debadge.wire.answers import decode

MAX_TEXT = 65_536  # characters, as much as a value may have
MAX_CHANNELS = 512
MAX_DEPTH = 8
_ELEMENT = re.compile(
    r"<(?:\w{1,20}:)?InputProxyChannel\b[^<>]{0,2048}>.*?</(?:\w{1,20}:)?InputProxyChannel>", re.DOTALL
)
_MODELS = frozenset({"model", "devicemodel"})
_LISTS = frozenset({"InputProxyChannel", "DetailInfos", "channels", "Channels"})
"""One channel stands there without a list."""
_NUMBERS = ("id", "channel", "channelid", "no")


def split_channels(text: str) -> tuple[str, ...]:
    """One text a channel, in the order of the list; the text itself where it is no list."""
    body = text[:MAX_TEXT]
    elements = [found[0] for _, found in zip(range(MAX_CHANNELS), _ELEMENT.finditer(body), strict=False)]
    if elements:
        return tuple(elements)
    loaded = _loaded(body)
    listed = [one for one in _listed(loaded, 0, in_list=False) if one is not loaded][:MAX_CHANNELS]
    return tuple(json.dumps(one, ensure_ascii=False) for one in listed) or (text,)


def channel_number(text: str) -> str | None:
    """Which channel of its recorder it is, as the recorder counts; None if the text does not say."""
    answer = decode("nvr_channel", text)
    return next((answer[name] for name in _NUMBERS if answer.get(name)), None)


def _loaded(body: str) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _listed(value: Any, depth: int, *, in_list: bool) -> list[dict[str, Any]]:
    """The objects of the lists in a value that name a model; an object that holds such a list is a recorder, and no channel."""
    if depth > MAX_DEPTH:
        return []
    if isinstance(value, list):
        return [one for inner in value[: MAX_CHANNELS * 2] for one in _listed(inner, depth + 1, in_list=True)]
    if not isinstance(value, dict):
        return []
    numbered = bool(value) and all(str(name).isdigit() for name in value)
    below = [
        one for name, inner in value.items() for one in _listed(inner, depth + 1, in_list=numbered or name in _LISTS)
    ]
    if below:
        return below
    return [value] if in_list and _MODELS & {str(name).lower() for name in _flat(value)} else []


def _flat(value: dict[str, Any]) -> Iterator[str]:
    """Names of plain members, also one object further down: the model stands in the description of the source."""
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from (key for key, deep in inner.items() if not isinstance(deep, dict | list))
        elif not isinstance(inner, list):
            yield name
