"""The table of registered MAC blocks, joined with the signals that its holders speak through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from debadge.knowledge.node import Node
from debadge.model.signal import Prefixes, Signal

_BLOCK = re.compile(r"^[0-9a-f]{6}(?:[0-9a-f](?:[0-9a-f]{2})?)?$")


def read_prefixes(files: Mapping[str, Any], signals: Iterable[Signal]) -> Prefixes:
    """The blocks of all files, path -> plain value; a later path overrides an earlier one (an operator's own file).

    Raises:
        KnowledgeError: A block that is none, twice in one file, or whose holder no signal of `mac_oui` describes.
    """
    rules = [(signal, re.compile(signal.registrant)) for signal in signals if signal.registrant]
    blocks: dict[str, str] = {}
    holders: dict[str, str] = {}
    day = ""
    for path, value in sorted(files.items()):
        node = Node(value, path)
        day = max(day, str(node.raw("built")))
        node.raw("sources")
        own: set[str] = set()
        for item in node.each("blocks"):
            organisation, signal = _holder(item, rules)
            for block in item.text("prefixes").split():
                if not _BLOCK.match(block) or block in own:
                    raise item.fail(f"`{block}` is no block of 6, 7 or 9 lower-case hex digits, or stands twice")
                own.add(block)
                blocks[block], holders[block] = signal, organisation
        node.done()
    return Prefixes(blocks, holders, day)


def _holder(item: Node, rules: list[tuple[Signal, re.Pattern[str]]]) -> tuple[str, str]:
    organisation = item.text("organisation")
    item.raw("source", None)
    found = [signal.id for signal, pattern in rules if pattern.search(organisation)]
    if len(found) != 1:
        raise item.fail(f"{len(found)} signals of mac_oui describe the holder {organisation!r}; there must be one")
    if left := set(item.left) - {"prefixes"}:
        raise item.fail(f"unknown key `{min(left)}`")
    return organisation, found[0]
