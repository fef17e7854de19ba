"""Hyphens put back by the grammar that has them."""

from __future__ import annotations

import re

import pytest

from debadge.flow.world import World
from debadge.screen.lines.separators import LEAST, Separators


@pytest.fixture(scope="module")
def separators(world: World) -> Separators:
    return Separators(world.identifier.signals.values())


@pytest.mark.parametrize(
    ("bare", "told"),
    [("NVR30116S3P4", "NVR301-16S3P4"), ("nvr30116s3p4", "NVR301-16S3P4"), ("DS2CD2143G2I", "DS-2CD2143G2I"),
     ("NVR301-16S3", None), ("", None)],
)  # fmt: skip
def test_hyphens_stand_where_the_grammar_has_them(bare: str, told: str | None, separators: Separators) -> None:
    assert next(separators.spelled(bare), None) == told


def numbers(world: World) -> list[str]:
    signals = [
        s for s in world.identifier.signals.values() if s.field == "model_string" and s.strength in {"model", "brand"}
    ]
    return [
        e.text.upper() for s in signals for e in s.examples if re.fullmatch(r"[0-9A-Z]+(-[0-9A-Z]+)+", e.text.upper())
    ]


def test_number_with_its_hyphens_taken_out_gets_a_spelling_that_its_grammar_reads(
    world: World, separators: Separators
) -> None:
    told = {text: list(separators.spelled(text.replace("-", ""))) for text in numbers(world)}
    rules = world.identifier.matcher.rules
    mended = [spelled for several in told.values() for spelled in several]
    assert [text for text in mended if not any(rules.search("model_string", text.encode()))] == []
    assert sum(text in several for text, several in told.items()) > len(told) / 4


def test_short_numbers_and_hyphenated_ones_stay(separators: Separators) -> None:
    assert list(separators.spelled("NVR301"[: LEAST - 1])) == []
    assert list(separators.spelled("NVR301-16S3P4")) == []
