"""Letters that a stream does not have are escaped so that JSON stays the same JSON."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.cli.streams import ESCAPE


@given(st.text())
@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_escaped_json_says_the_same(encoding: str, text: str) -> None:
    told = json.dumps(text, ensure_ascii=False).encode(encoding, ESCAPE)
    assert json.loads(told.decode(encoding)) == text


def test_letters_beyond_the_first_plane_are_a_pair() -> None:
    assert "é海😀".encode("ascii", ESCAPE) == rb"\u00e9\u6d77\ud83d\ude00"
