"""A fact file that is written is read back the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.knowledge.writing import ONE_LINE, written
from debadge.knowledge.yamlfile import parse_yaml

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co")), max_size=60)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.none() | st.integers(), lambda below: st.lists(below) | st.dictionaries(TEXTS, below)
)


@given(st.dictionaries(TEXTS, VALUES))
def test_what_is_written_is_read_back(value: dict[str, object]) -> None:
    assert parse_yaml(written(value, ["a comment"]).encode(), "file") == value


@pytest.mark.parametrize("word", ["no", "on", "2.10", "2026-13-45", "~", "null", "a: b", "# x", "'", '"', "- x"])
def test_words_that_yaml_would_misread_are_quoted(word: str) -> None:
    assert parse_yaml(written({"a": word, "b": [word]}).encode(), "file") == {"a": word, "b": [word]}


def test_days_are_bare_and_short_things_stand_on_one_line() -> None:
    told = written({"in_force": {"from": "2026-12-01"}, "says": {"en": "x" * ONE_LINE, "fr": "y"}})
    assert told.splitlines()[0] == "in_force: {from: 2026-12-01}"
    assert told.splitlines()[1:] == ["says:", f"  en: {'x' * ONE_LINE}", "  fr: y"]


def test_comment_stands_above_and_lists_inside_their_key() -> None:
    told = written({"rows": [{"name": "a" * ONE_LINE}, {"name": "b"}]}, ["one", "two"])
    assert told.splitlines()[:3] == ["# one", "# two", "rows:"]
    assert told.splitlines()[3].startswith("  - name: ")
