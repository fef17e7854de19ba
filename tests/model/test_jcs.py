"""The canonical form of RFC 8785, as far as we take it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.model.jcs import EXACT, jcs, parsed

TEXTS = st.text()
NAMES = st.text(st.characters(codec="ascii"))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-EXACT, EXACT) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


def test_strings_and_literals_are_those_of_the_standard() -> None:
    """RFC 8785, section 3.2.2: the example's text and literals; its numbers with fractions are not taken."""
    told = {"string": '€$\u000f\nA\'B"\\\\"/', "literals": [None, True, False]}
    assert jcs(told) == '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()


@given(VALUES)
def test_value_comes_back_and_has_one_form(value: Any) -> None:
    told = jcs(value)
    assert parsed(told) == value
    assert jcs(json.loads(told)) == told
    assert jcs(parsed(json.dumps(value, indent=2).encode())) == told


@pytest.mark.parametrize(
    "value", [1.5, float("nan"), EXACT + 1, -EXACT - 1, {"é": 1}, {1: 2}, {"a": object()}, "\ud800", b"x"]
)
def test_what_readers_could_read_otherwise_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match=r"."):
        jcs(value)


@pytest.mark.parametrize("line", [b"1.5", b"1e3", b"NaN", b"Infinity", b"{", b"\xff", b"[" * 100_000])
def test_text_that_is_not_of_the_form_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parsed(line)
