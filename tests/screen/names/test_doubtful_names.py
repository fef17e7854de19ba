"""Who may well be somebody else is never listed: a person's name with a form beside it, one telling word, words only alike."""

from __future__ import annotations

import pytest
from tests.screen.names.conftest import ScreenerOf

from debadge.model.listing import Address, ListedName
from debadge.model.query import Query
from debadge.screen.names.entry import Entry
from debadge.screen.names.screener import Candidate, Screener


def entry(name: str, *, unsaid: bool = False, country: str = "LU") -> Entry:
    return Entry(
        list="zz_list",
        ref=name,
        names=(ListedName(text=name),),
        addresses=(Address(text=country, country=country),),
        unsaid=unsaid,
    )


ENTRIES = (
    entry("Wei Crake", unsaid=True),
    entry("Nightjar SA"),
    entry("Nightjarrow Precision Machinery Ltd."),
    entry("Owlet Technical Consulting Services"),
    entry("Quillon Zarechny Technology Co., Ltd."),
    entry("New Technology"),
    entry("ANDREA HARTINA LIMITED"),
    entry("Guangdong Nightjarrow Electronic Commerce Co. Ltd."),
)


@pytest.fixture(scope="module")
def screener(screener_of: ScreenerOf) -> Screener:
    return screener_of(ENTRIES)


def best(screener: Screener, text: str, country: str | None = None) -> Candidate | None:
    found = screener.candidates(Query(text=text, country=country))
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "country", "is_sure"),
    [
        pytest.param("Wei Crake", None, False, id="a person's name alone"),
        pytest.param("Wei Crake Ltd.", None, False, id="a form beside it makes no firm of the listed one"),
        pytest.param("Crake Wei LLC", None, False, id="turned"),
        pytest.param("Nightjar SA", None, True, id="as listed"),
        pytest.param("Nightjar Group", None, False, id="another form"),
        pytest.param("Nightjar SA", "CA", False, id="another country"),
        pytest.param("Nightjar Group", "LU", True, id="the country agrees"),
        pytest.param("Owlet Technical Services", None, False, id="a word left out of a short name"),
        pytest.param("Nightjarrow Trading", "LU", False, id="a long rare word with another trade"),
        pytest.param("Quillon Zarechny Technology", "US", True, id="two rare words hold in another country"),
    ],
)
def test_name_that_may_be_somebody_else_is_never_sure(
    screener: Screener,
    text: str,
    country: str | None,
    is_sure: bool,  # a parameter
) -> None:
    found = best(screener, text, country)
    sure = found is not None and not found.weak and found.score >= screener.index.policy.sure
    assert sure == is_sure


def test_generic_name_matches_as_it_is_written(screener: Screener) -> None:
    assert best(screener, "New Technology") is not None
    assert best(screener, "New Technologies Group") is None
    assert best(screener, "Technology New") is None


def test_words_that_are_only_alike_and_turned_are_nobody(screener: Screener) -> None:
    assert best(screener, "Hartineau Andree") is None
    assert best(screener, "Andree Hartina") is not None


def test_last_word_may_begin_a_word_that_stands_for_another(screener: Screener) -> None:
    found = best(screener, "Guangdong Nightjarrow Electronic Comme")
    assert found is not None
    assert found.matched[-1] == ("comme", "trading", "cut")
