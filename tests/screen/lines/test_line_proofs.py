"""The words of lines prove themselves, and say where they do not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from debadge.flow.screen_lines import line_screener
from debadge.flow.world import World
from debadge.screen.lines.proofs import check_line_words, examples_of


def wrong(world: World, **changed: Any) -> list[str]:
    words = replace(world.line_words, spellings=replace(world.line_words.spellings, **changed))
    return check_line_words(replace(words, rules=()), world.identifier, line_screener(world))


def test_shipped_words_hold(world: World) -> None:
    assert check_line_words(world.line_words, world.identifier, line_screener(world)) == []
    assert examples_of(world.line_words) > 50


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("Hikvision camera", "does not decide, but reads `buy` from, its example"),
        ("a red bicycle", "names nobody in its example"),
    ],
)
def test_rule_that_does_not_decide_its_example_is_named(text: str, says: str, world: World) -> None:
    rule = next(rule for rule in world.line_words.rules if rule.action == "removal")
    words = replace(world.line_words, rules=(replace(rule, examples=(text,)),))
    (told,) = check_line_words(words, world.identifier, line_screener(world))
    assert told == f"screening/actions.{rule.id}: {says} {text!r}"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"joined": {"crayke": "crake"}}, "joined: `crake` for `crayke` is no known name"),
        ({"near": ("crake",)}, "near: `crake` is no known name"),
        ({"heads": {"QQ9ZZ": "QQ-9ZZ"}}, "no grammar reads a number that begins with `QQ-9ZZ`"),
        ({"programs": ("Crake Viewer",)}, "no rule of the fingerprints reads `Crake Viewer`"),
    ],
    ids=["joined", "near", "heads", "programs"],
)
def test_spelling_that_means_nothing_is_named(changed: dict[str, Any], says: str, world: World) -> None:
    (told,) = wrong(world, **changed)
    assert says in told
