"""With which signs a text must begin for a pattern to hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.flow.world import World
from debadge.identify.beginnings import LENGTH, beginnings

PATTERNS = sorted(
    {p for s in World.load().identifier.signals.values() if s.field == "model_string" for p in s.patterns}
)
KNOWN = {pattern: told for pattern in PATTERNS if (told := beginnings(pattern)) is not None}


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("^ABC", {"ABC"}), ("^abcd", {"ABC"}), ("^A[BC]", {"AB", "AC"}), ("^(?:AB|C)$", {"AB", "C"}), ("^A?B", {"AB", "B"}),
        ("^A{2,3}", {"AA", "AAA"}), ("^A(?=B)", {"A"}), ("^AB.*", {"AB"}), ("^A[^B]C", {"A"}), ("^\\d", set("0123456789")),
    ],
)  # fmt: skip
def test_beginnings_of_a_pattern(pattern: str, told: set[str]) -> None:
    assert beginnings(pattern) == frozenset(told)


@pytest.mark.parametrize("pattern", ["ABC", "^.A", "^[^A]", "^é?[à-ü]", "(?:^A|B)", "^(A)\\1"])
def test_pattern_that_may_begin_with_anything_tells_nothing(pattern: str) -> None:
    told = beginnings(pattern)
    assert told is None or pattern == "^(A)\\1"


def test_every_rule_for_model_numbers_tells_its_beginnings(world: World) -> None:
    told = [signal.id for signal in world.identifier.signals.values() if signal.field == "model_string"
            and not any(pattern in KNOWN for pattern in signal.patterns)]  # fmt: skip
    assert told == []


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_what_a_pattern_holds_for_begins_with_one_of_its_beginnings(data: st.DataObject) -> None:
    pattern = data.draw(st.sampled_from(sorted(KNOWN)))
    text = data.draw(st.from_regex(pattern.encode())).decode("utf-8", "replace")  # rules search bytes
    assert any(text.upper().startswith(begun) for begun in KNOWN[pattern] if len(begun) <= LENGTH)
