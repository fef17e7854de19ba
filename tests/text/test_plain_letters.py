"""Plain letters, sign for sign."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from debadge.text.folding import plain


def test_case_and_accents_go() -> None:
    assert plain("ÉQUIPÉ d\u2019une Caméra, main-d\u2019œuvre") == "equipe d'une camera, main-d'ouvre"


@given(st.text(max_size=80))
def test_places_stay_the_same(text: str) -> None:
    assert len(plain(text)) == len(text)
