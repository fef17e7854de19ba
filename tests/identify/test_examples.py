"""Every rule proves itself by its own examples, and no rule disappears unnoticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.flow.world import World
from debadge.identify.fuse import Fusion
from debadge.identify.proofs import check_fingerprints, fires
from debadge.knowledge.fingerprints import check_links
from debadge.knowledge.pack import load_pack
from debadge.model.signal import NAMES_A_MAKER, Example, Signal
from debadge.model.words import Grade

LIST = Path(__file__).parent / "signals.txt"
EDGES = Path(__file__).parent / "edges.txt"
IDENTIFIER = World(load_pack()).identifier
SIGNALS = [s for s in IDENTIFIER.signals.values() if not s.is_spoken]
EXAMPLES = [(s, e) for s in SIGNALS for e in s.examples]
COUNTERS = [(s, text) for s in SIGNALS for text in s.counter_examples]
GRADE = {
    "verified": Grade.CONFIRMED,
    "strong": Grade.PROBABLE,
    "weak": Grade.POSSIBLE,
    "name": Grade.POSSIBLE,
    "model": Grade.POSSIBLE,
}


@pytest.mark.parametrize(("signal", "example"), EXAMPLES, ids=[f"{s.id}-{n}" for n, (s, _) in enumerate(EXAMPLES)])
def test_rule_fires_on_its_example_and_captures_what_it_says(signal: Signal, example: Example) -> None:
    captures = fires(signal, example.text, IDENTIFIER.matcher)
    assert captures is not None
    assert {k: captures[k] for k in example.captures} == example.captures


@pytest.mark.parametrize(("signal", "text"), COUNTERS, ids=[f"{s.id}-{n}" for n, (s, _) in enumerate(COUNTERS)])
def test_rule_does_not_fire_on_what_looks_close(signal: Signal, text: str) -> None:
    assert fires(signal, text, IDENTIFIER.matcher) is None


@pytest.mark.parametrize("signal", [s for s in SIGNALS if s.strength in NAMES_A_MAKER], ids=lambda s: s.id)
def test_rule_alone_gives_the_grade_of_its_strength(signal: Signal) -> None:
    verdict = IDENTIFIER.fusion.fuse(frozenset(signal.signals or {signal.id}))
    alone = (signal.maker, GRADE[signal.strength]) if signal.strength != "shape" else (None, Grade.UNKNOWN)
    assert (verdict.maker, verdict.grade) == alone


def test_no_rule_comes_or_goes_unnoticed() -> None:
    """A rule that is taken away is taken off the list on purpose, in the same change."""
    assert (
        sorted(f"{s.field} {s.id} {s.strength}" for s in SIGNALS if s.strength != "line")
        == LIST.read_text("utf-8").splitlines()
    )


def test_no_maker_badge_or_edge_comes_or_goes_unnoticed(world: World) -> None:
    known = world.identifier
    told = [f"badge {b.id} {b.entity or '-'}" for b in known.badges.values()]
    told += [
        f"edge {b.id} {e.maker} {e.confidence} {e.share} {e.until or '-'}"
        for b in known.badges.values()
        for e in b.edges
    ]
    told += [_line(line) for badge in known.badges.values() for line in badge.lines]
    told += [f"maker {m.id} {m.entity or '-'} {','.join(m.brands)}" for m in known.makers.values()]
    assert sorted(told) == EDGES.read_text("utf-8").splitlines()


def _line(line: Signal) -> str:
    maker = line.says.get("maker") or f"not:{line.says['not_maker']}"
    return f"line {line.says['badge']} {maker} {line.says['confidence']} {line.patterns[0].removeprefix('(?i)')}"


def test_all_rules_pass_their_own_checks(world: World) -> None:
    assert check_fingerprints(SIGNALS, world.identifier.prefixes) == []


def test_every_maker_and_badge_that_a_rule_names_has_a_file(world: World) -> None:
    makers, badges = world.identifier.makers, world.identifier.badges
    words = {*badges, *(brand for maker in makers.values() for brand in maker.brands)}
    assert check_links(SIGNALS, makers, words) == []


def test_most_rules_have_a_captured_or_published_example() -> None:
    assert sum(example.synthetic for _, example in EXAMPLES) < len(EXAMPLES) / 2


def test_combination_counts_only_when_all_its_parts_have_fired() -> None:
    fusion: Fusion = IDENTIFIER.fusion
    assert fusion.fuse(frozenset({"srv-webs-bare"})).maker is None
    assert fusion.fuse(frozenset({"srv-webs-bare", "path-doc-login"})).grade is Grade.PROBABLE


@pytest.mark.parametrize("filling", ["0", "a", "1.", " ", "-A", "\t<a>", "é"])
def test_no_rule_is_slow_on_hostile_text(filling: str) -> None:
    text = (filling * 70_000)[:70_000].encode()
    assert all(IDENTIFIER.matcher.match(field, text) is not None for field in {s.field for s in SIGNALS})
