"""Who can answer what into model types: knowledge/data/questions/who.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debadge.knowledge.fingerprints import cited_of
from debadge.knowledge.node import Node
from debadge.model.question import HOLDS, TEXT, WHO, Answerers, Answering


def read_answerers(files: Mapping[str, Any], facts: frozenset[str]) -> Answerers:
    """Who can answer, for each fact.

    Args:
        files: Of the family.
        facts: Every fact of a situation: each needs somebody.

    Raises:
        KnowledgeError: A file that does not load, a fact that nobody answers; names place and remedy.
    """
    node = Node(files.get("questions/who"), "questions/who.yaml")
    of = {name: _answering(below) for name, below in node.items("facts")}
    if missing := sorted(facts - of.keys()):
        raise node.fail(f"facts: nobody answers `{missing[0]}`")
    if strange := sorted(of.keys() - facts):
        raise node.fail(f"facts: `{strange[0]}` is no fact of a situation")
    told = Answerers(
        of={**of, TEXT: _answering(node.sub("text"))},
        landlord=frozenset(node.words("landlord", frozenset(WHO))),
        source=cited_of(node.sub("source")),
    )
    node.done()
    return told


def _answering(node: Node) -> Answering:
    told = Answering(node.text("who"), node.text("holds"))
    if told.who not in WHO or told.holds not in HOLDS:
        raise node.fail(f"who is one of {', '.join(WHO)}; holds one of {', '.join(HOLDS)}")
    node.done()
    return told
