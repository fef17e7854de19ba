"""Party and maker files into model types."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.regimes import read_sources
from debadge.model.party import UNKNOWN_HOLDER, WHOLE, Identifier, Maker, Party, Supply, Tie
from debadge.model.source import Source
from debadge.parties.identifiers import SCHEMES, mistake

RELATIONS = ("subsidiary", "affiliate")  # of an owner; `former_` before them: it has ended
SUPPLIES = ("made_by", "continuing_oem_of")
_FORMER = "former_"
Sources = Mapping[str, Source]


def read_party(id_: str, value: Any, place: str) -> Party:
    """A legal person, who owns and directs it, whose goods it sells, and by which numbers registers know it.

    Raises:
        KnowledgeError: Anything missing, misspelt, twice or impossible; names place and remedy.
    """
    node = Node(value, place)
    sources = read_sources(node)
    party = Party(
        id=id_,
        name=node.text("name"),
        country=_country(node),
        native_names=node.raw("native_names", None) or {},
        aliases=node.words("aliases", None, ()),
        ties=tuple(_ties(id_, node, sources)),
        supplies=tuple(_supply(kind, item, sources) for kind in SUPPLIES for item in node.each(kind, [])),
        identifiers=tuple(_identifier(item, sources) for item in node.each("identifiers", [])),
        source=source_of(node, sources),
    )
    node.done()
    _check_stakes(party.ties, node)
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


def _ties(owned: str, node: Node, sources: Sources) -> Iterable[Tie]:
    """Owners, those who direct without a share, and whose organ or mere brand it is."""
    for item in node.each("owned_by", []):
        yield _owned(owned, item, sources)
    for key, relation in (("controlled_by", "controlled"), ("organ_of", "organ"), ("brand_of", "brand")):
        for item in node.each(key, []):
            yield _tie(item, sources, owner=item.text("party"), owned=owned, relation=relation)


def _owned(owned: str, node: Node, sources: Sources) -> Tie:
    if "owner" not in node.left:
        raise node.fail("`owner` is missing; write null for a holder whom nobody has named")
    relation = node.text("relation")
    if relation.removeprefix(_FORMER) not in RELATIONS:
        allowed = (*RELATIONS, *(_FORMER + word for word in RELATIONS))
        raise node.fail(f"relation `{relation}` is not one of {', '.join(allowed)}")
    share, at_least, at_most = _share(node)
    told = node.text("share_source", None)
    return _tie(
        node,
        sources,
        owner=node.text("owner", None) or UNKNOWN_HOLDER,
        owned=owned,
        relation=relation.removeprefix(_FORMER),
        share=share,
        at_least=at_least,
        at_most=at_most,
        share_as_of=node.day("share_as_of", None),
        share_source=_named(told, node, sources) if told else None,
        former=relation.startswith(_FORMER),
    )


def _tie(node: Node, sources: Sources, **told: Any) -> Tie:
    """What every tie has, with what its kind has besides."""
    verified = node.flag("verified")
    start, until = span_of(node)
    tie = Tie(
        **{"share": None, **told},
        start=start,
        until=until,
        verified=verified,
        share_verified=node.flag("share_verified", default=verified),
        source=source_of(node, sources),
        note=node.texts("note", None),
        denied=node.texts("denied", None),
    )
    node.done()
    return tie


def _share(node: Node) -> tuple[float | None, float | None, float | None]:
    """(exact, at least, at most), in percent."""
    if not isinstance(node.left.get("share"), dict):
        share = node.number("share", None)
        if share is not None and not 0 < share <= WHOLE:
            raise node.fail(f"share {share} is not a percentage")
        return share, None, None
    bounds = node.sub("share")
    low, high = bounds.number("at_least", None), bounds.number("at_most", None)
    bounds.done()
    if not 0 <= (low or 0) <= (WHOLE if high is None else high) <= WHOLE or low is high is None:
        raise bounds.fail("give at_least, at_most or both, as percentages in this order")
    return None, low, high


def _supply(kind: str, node: Node, sources: Sources) -> Supply:
    start, until = span_of(node)
    supply = Supply(
        maker=node.text("maker"),
        kind=kind,
        start=start,
        until=until,
        verified=node.flag("verified"),
        source=source_of(node, sources),
        note=node.texts("note", None),
    )
    node.done()
    return supply


def _identifier(node: Node, sources: Sources) -> Identifier:
    scheme, value = node.text("scheme"), node.text("value")
    if scheme not in SCHEMES:
        raise node.fail(f"scheme `{scheme}` is not one of {', '.join(SCHEMES)}")
    if wrong := mistake(scheme, value):
        raise node.fail(wrong)
    told = Identifier(scheme=scheme, value=value, verified=node.flag("verified"), source=source_of(node, sources))
    node.done()
    return told


def _check_stakes(ties: Sequence[Tie], node: Node) -> None:
    """No holder twice on one day, and no day on which more than all is held."""
    for one, other in combinations(ties, 2):
        if one.owner == other.owner != UNKNOWN_HOLDER and any(
            one.holds(day) and other.holds(day) for day in (one.start or date.min, other.start or date.min)
        ):
            raise node.fail(f"two ties to `{one.owner}` hold on the same day; end one before the other begins")
    for day in {tie.start or date.min for tie in ties}:
        held = sum(tie.bounds()[0] for tie in ties if tie.holds(day))
        if held > WHOLE + 1e-6:  # a sum of decimal fractions is not exact
            raise node.fail(f"on {day} known holders have {held:g} percent together; one of the shares is wrong")


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


def source_of(node: Node, sources: Mapping[str, Source]) -> Source:
    """The source that an entry names, of those of its file."""
    return _named(node.text("source"), node, sources)


def _named(key: str, node: Node, sources: Sources) -> Source:
    if key not in sources:
        raise node.fail(f"source `{key}` is not among the sources of this file")
    return sources[key]
