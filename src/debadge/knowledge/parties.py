"""Party and maker files into model types."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.regimes import read_sources
from debadge.model.party import Maker, Party, Tie
from debadge.model.source import Source

RELATIONS = frozenset({"subsidiary", "affiliate"})


def read_party(id_: str, value: Any, place: str) -> Party:
    """A legal person and who owns it."""
    node = Node(value, place)
    sources = read_sources(node)
    source_of(node, sources)
    party = Party(
        id=id_,
        name=node.text("name"),
        country=_country(node),
        native_names=node.raw("native_names", None) or {},
        aliases=node.words("aliases", None, ()),
        ties=tuple(_tie(id_, item, sources) for item in node.each("owned_by", [])),
    )
    node.done()
    return party


def _country(node: Node) -> str | None:
    country: str | None = node.text("country", None)
    if country is not None and not re.fullmatch("[A-Z]{2}", country):
        raise node.fail(f"country `{country}` is not a code of ISO 3166, such as GB")
    return country


def span_of(node: Node) -> tuple[date | None, date | None]:
    """From and until, in order."""
    start, until = node.day("from", None), node.day("until", None)
    if start and until and until < start:
        raise node.fail(f"until {until} is before from {start}")
    return start, until


def _tie(owned: str, node: Node, sources: dict[str, Source]) -> Tie:
    relation, verified = node.text("relation"), node.flag("verified")
    start, until = span_of(node)
    if relation not in RELATIONS:
        raise node.fail(f"relation `{relation}` is not one of {', '.join(sorted(RELATIONS))}")
    tie = Tie(
        owner=node.text("owner"),
        owned=owned,
        relation=relation,
        share=node.number("share", None),
        start=start,
        until=until,
        verified=verified,
        share_verified=node.flag("share_verified", default=verified),
        source=source_of(node, sources),
    )
    if tie.share is not None and not 0 < tie.share <= 100:
        raise node.fail(f"share {tie.share} is not a percentage")
    node.done()
    return tie


def read_maker(id_: str, value: Any, place: str) -> Maker:
    """Whose engineering and factory."""
    node = Node(value, place)
    sources = read_sources(node)
    maker = Maker(
        id=id_,
        name=node.text("name"),
        entity=node.text("entity", None),
        brands=tuple(
            dict.fromkeys((id_, *node.words("brands", None, ()), *(a.lower() for a in node.words("aliases", None, ()))))
        ),
        source=source_of(node, sources),
    )
    node.done()
    return maker


def source_of(node: Node, sources: dict[str, Source]) -> Source:
    """The source that an entry names, of those of its file."""
    key = node.text("source")
    if key not in sources:
        raise node.fail(f"source `{key}` is not among the sources of this file")
    return sources[key]
