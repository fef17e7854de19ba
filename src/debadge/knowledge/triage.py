"""The points of priorities into model types: knowledge/data/triage/priority.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debadge.knowledge.fingerprints import cited_of
from debadge.knowledge.node import Node
from debadge.model.triage import Term, Weights


def read_weights(files: Mapping[str, Any]) -> Weights:
    """The points, by the file's own order.

    Raises:
        KnowledgeError: A file that does not load; names place and remedy.
    """
    node = Node(files.get("triage/priority"), "triage/priority.yaml")
    levels = sorted(_points(node, "levels").items(), key=lambda one: -one[1])
    if levels[-1][1] != 0:
        raise node.fail("levels: the lowest has to begin at 0")
    told = Weights(
        outcome=_points(node, "outcome"),
        grade=_points(node, "grade"),
        site_class=_points(node, "site_class"),
        device_class=_points(node, "device_class"),
        reach=_points(node, "reach"),
        due=_terms(node, "due"),
        renewal=_terms(node, "renewal"),
        returned=node.number("returned"),
        levels=tuple(levels),
        source=cited_of(node.sub("source")),
    )
    node.done()
    return told


def _points(node: Node, key: str) -> dict[str, int]:
    below = node.sub(key)
    return {name: below.number(name) for name in list(below.left)}


def _terms(node: Node, key: str) -> tuple[Term, ...]:
    several = [Term(one.number("within"), one.number("points")) for one in node.each(key)]
    if several != sorted(several):
        raise node.fail(f"{key}: the shortest term first")
    return tuple(several)
