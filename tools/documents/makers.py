"""One page a maker in docs/makers: who they are, and how their equipment is known."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.flow.world import World
from debadge.model.catalogue import ModelGrammar
from debadge.model.party import Badge, Edge, Maker
from debadge.model.signal import Signal
from tools.documents.markdown import row

FOLDER = "makers"
NOTE = "Made by `make documents` from the files in `src/debadge/knowledge/data`; change those, not this page."


def pages(world: World) -> dict[str, str]:
    """Path below docs -> text of every page."""
    told = {f"{FOLDER}/{maker.id}.md": "\n".join(_page(maker, world)) + "\n" for maker in world.law.makers.values()}
    return {**told, f"{FOLDER}/README.md": "\n".join(_index(world)) + "\n"}


def _index(world: World) -> Iterator[str]:
    yield "# Makers"
    yield ""
    yield f"Who they are and how their equipment is known, a page each. {NOTE}"
    yield ""
    yield "| maker | rules | badges that it supplies |"
    yield "|---|---|---|"
    for maker in sorted(world.law.makers.values(), key=lambda m: m.name.casefold()):
        supplied = sorted(badge.name for badge in _supplied(maker, world))
        yield f"| [{maker.name}]({maker.id}.md) | {len(_signals(maker, world))} | {', '.join(supplied) or '-'} |"


def _page(maker: Maker, world: World) -> Iterator[str]:
    yield f"# {maker.name}"
    yield ""
    yield NOTE
    yield ""
    entity = world.law.parties.get(maker.entity or "")
    yield f"- Legal person: {entity.name if entity else maker.entity or 'none kept'}"
    yield f"- Own names and badges: {', '.join(maker.brands)}"
    yield f"- Source: {maker.source.title}"
    yield from _badges(maker, world)
    yield from _rules(_signals(maker, world))
    yield from _numbers([g for g in world.catalogue if g.maker == maker.id])


def _supplied(maker: Maker, world: World) -> list[Badge]:
    badges = {badge.id: badge for badge in world.law.badges.values()}  # each stands there under every spelling
    return [badge for badge in badges.values() if any(edge.maker == maker.id for edge in badge.edges)]


def _signals(maker: Maker, world: World) -> list[Signal]:
    return [signal for signal in world.signals if signal.maker == maker.id]


def _badges(maker: Maker, world: World) -> Iterator[str]:
    badges = _supplied(maker, world)
    if not badges:
        return
    yield from ("", "## Badges that it supplies", "", "| badge | what | share | from | until | confidence | source |")
    yield "|---|---|---|---|---|---|---|"
    for badge in sorted(badges, key=lambda b: b.name.casefold()):
        for edge in badge.edges:
            if edge.maker == maker.id:
                yield row(badge.name, *_edge(edge))


def _edge(edge: Edge) -> tuple[str, ...]:
    scope = f"{edge.scope} (by model number only)" if edge.lines_only else edge.scope
    return scope, edge.share, str(edge.start or "-"), str(edge.until or "-"), edge.confidence, edge.source.title


def _rules(signals: list[Signal]) -> Iterator[str]:
    if not signals:
        return
    yield from (
        "",
        "## How its equipment is known",
        "",
        "| channel | rule | worth | why | example | checked | source |",
    )
    yield "|---|---|---|---|---|---|---|"
    for signal in sorted(signals, key=lambda s: (s.field, s.id)):
        example = next((e.text for e in signal.examples if not e.synthetic), "")
        shown = f"`{example[:60]}`" if example and "`" not in example else "-"
        yield row(signal.field, signal.id, signal.strength, signal.why, shown, signal.cited.status, signal.cited.title)


def _numbers(grammars: list[ModelGrammar]) -> Iterator[str]:
    if not grammars:
        return
    yield from ("", "## What its model numbers say", "", "| grammar | why | example | says | source |")
    yield "|---|---|---|---|---|"
    for grammar in grammars:
        example = grammar.examples[0]
        says = ", ".join(f"{name} {word}" for name, word in {**grammar.says, **example.captures}.items())
        yield row(grammar.id, grammar.why, f"`{example.text}`", says, grammar.cited.title)
