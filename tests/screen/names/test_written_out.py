"""Abbreviations of what a firm is are read as written out; a brand beside what its group makes asks for a look."""

from __future__ import annotations

import pytest
from tests.screen.names.conftest import ScreenerOf

from debadge.model.listing import ListedName
from debadge.model.query import Query
from debadge.screen.names.entry import PACK, Entry
from debadge.screen.names.screener import Screener


def entry(name: str, party: str | None = None) -> Entry:
    return Entry(list=PACK if party else "zz", ref=party or name, names=(ListedName(text=name),), entity=party)


ENTRIES = (
    entry("Voronezh Scientific Research Institute Quillet"),
    entry("AO NPP Oreshkino Radar"),
    entry("Joint Stock Company Research and Production Association Teterevka"),
    entry("Nightjarrow Research and Development Center"),
    entry("Joint Stock Company NII Steel"),
    entry("Quillcam", "quillcam"),
    entry("Honor", "honorable"),
)


@pytest.fixture(scope="module")
def screener(screener_of: ScreenerOf) -> Screener:
    return screener_of(ENTRIES)


def found(screener: Screener, text: str) -> str | None:
    told = screener.candidates(Query(text=text))
    return told[0].name if told else None


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Voronezh NII Quillet", 0),
        ("Voronezh Nauchno-Issledovatelskiy Institut Quillet", 0),
        ("Воронеж НИИ Quillet", 0),
        ("Oreshkino Radar Scientific and Production Enterprise, JSC", 1),
        ("Research Production Enterprise Oreshkino Radar", 1),
        ("NPO Teterevka", 2),
        ("Scientific-Production Association Teterevka AO", 2),
        ("Nightjarrow R&D Center", 3),
        ("NIGHTJARROW R & D CENTRE", 3),
        ("АО НИИ Сталь", 4),  # of trade words only, and found by its abbreviation
        ("Quillcam Security", 5),
        ("Quillcam Canada Cameras Ltd.", 5),
    ],
)
def test_name_is_found_in_the_other_way_to_write_it(screener: Screener, text: str, at: int) -> None:
    assert found(screener, text) == ENTRIES[at].names[0].text


@pytest.mark.parametrize(
    "text",
    [
        *("NII Quillbert", "NPO Radar Ltd.", "R&D Electronics Inc.", "Research Institute of Voronezh"),
        *("Quillcam Bakery", "Quillcam Security Catering", "Security Quillcam Movers"),  # another field
        *("Honor Security", "Honor Cameras Ltd."),  # a word that others have as well
    ],
)
def test_words_for_what_a_firm_is_find_nobody(screener: Screener, text: str) -> None:
    assert found(screener, text) is None


def test_brand_beside_its_field_is_possible_at_most(screener: Screener) -> None:
    (told,) = screener.candidates(Query(text="Quillcam Security Cameras"))
    assert told.score < 0.6  # the least that is told
