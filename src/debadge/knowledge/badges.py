"""Relabel files into badges: who supplied them, when, and which model numbers tell the suppliers apart."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from debadge.knowledge.fingerprints import examples_of, regex_of, texts_of
from debadge.knowledge.node import Node
from debadge.knowledge.parties import source_of, span_of
from debadge.knowledge.regimes import read_sources
from debadge.model.party import Badge, Edge
from debadge.model.signal import Cited, Signal
from debadge.model.source import Source

ASKS = ("hardware_revision", "fcc_id", "ic_number")  # what would settle the maker of a relabelled thing
SHARES = ("large", "small")  # of what carries the badge; the maker of a small share is asked about and not named
_STATUS = {"A": "verified", "B": "verified", "C": "single-source", "U": "unverified"}
"""Confidence of an edge or a line -> how far it was checked."""


def read_badge(id_: str, value: Any, place: str) -> Badge:
    """A brand that other makers supply, or that has a legal person of its own."""
    node = Node(value, place)
    sources = read_sources(node)
    node.raw("note", None)
    edges = tuple(_edge(item, sources) for item in node.each("made_by", []))
    makers = frozenset(edge.maker for edge in edges)
    badge = Badge(
        id=id_,
        name=node.text("name"),
        aliases=tuple(a.lower() for a in node.words("aliases", None, ())),
        entity=node.text("entity", None),
        asks=node.words("asks", frozenset(ASKS), ()) if node.left.get("asks") else _no_asks(node),
        edges=edges,
        all_goods=node.flag("all_goods"),
        lines=tuple(
            _line(item, id_, number, sources, makers) for number, item in enumerate(node.each("models", []), start=1)
        ),
    )
    node.done()
    return badge


def _no_asks(node: Node) -> tuple[str, ...]:
    node.raw("asks", None)
    return ()


def _edge(node: Node, sources: dict[str, Source]) -> Edge:
    start, until = span_of(node)
    edge = Edge(
        maker=node.text("maker"),
        scope=node.text("scope"),
        share=_share(node),
        start=start,
        until=until,
        confidence=_confidence(node),
        source=source_of(node, sources),
        lines_only=node.flag("lines_only"),
    )
    node.raw("note", None)
    node.done()
    return edge


def _line(node: Node, badge: str, number: int, sources: dict[str, Source], makers: Collection[str]) -> Signal:
    """A rule on model numbers: this maker made them, or did not."""
    maker, excluded = node.text("maker", None), node.text("not_maker", None)
    confidence, source = _confidence(node), source_of(node, sources)
    if (maker is None) is (excluded is None):
        raise node.fail("give one of maker, not_maker")
    if maker and maker not in makers:
        raise node.fail(f"`{maker}` is not in made_by of this badge")
    line = Signal(
        id=f"line-{badge}-{number}",
        field="model_string",
        strength="line",
        says={"badge": badge, "maker" if maker else "not_maker": maker or excluded, "confidence": confidence},
        cited=_cited(source, _STATUS[confidence]),
        why="the model numbers of one line of the badge",
        patterns=(regex_of(node, f"(?i){node.text('pattern')}"),),
        examples=tuple(examples_of(node)),
        counter_examples=tuple(texts_of(node, "not")),
    )
    node.done()
    return line


def _cited(source: Source, status: str) -> Cited:
    published = source.published.isoformat() if source.published else None
    return Cited(title=source.title, url=source.url, read=source.read.isoformat(), status=status, published=published)


def _share(node: Node) -> str:
    share: str = node.text("share")
    if share not in SHARES:
        raise node.fail(f"share `{share}` is not one of {', '.join(SHARES)}")
    return share


def _confidence(node: Node) -> str:
    confidence: str = node.text("confidence")
    if confidence not in _STATUS:
        raise node.fail(f"confidence `{confidence}` is not one of A, B, C, U")
    return confidence
