"""The own word of a named party always asks for a look; common words, places and names of persons accuse nobody."""

from __future__ import annotations

from datetime import date

import pytest

from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.listing import ListedName, ListRow, Snapshot
from debadge.model.query import Query

DAY = date(2026, 11, 22)
TOLD = frozenset({"possible", "listed", "affiliate", "cannot_tell"})
NAMES = ("Wang Wei", "Avant-Space LLC", "Overseas Trading Company", "INTER", "Nightjar Optics Co., Ltd.")
BESIDE = (
    "Hikvision Electronics Repairs",
    "Hikvision Authorized Dealer",
    "Hikvision Oceania Pty Ltd",
    "ZTE Corporation Canada Branch",
    "Hangzhou Hikvision Digital Technology Company Limited and affiliates",
    "Les Produits Hikvision Canada Ltée",
    "Hikvision - Toronto Office",
    "PT Hikvision Technology Indonesia",
    "Hikvision Inc or equivalent",
    "www.hikvision.ca",
    "Hikvision Poland Sp. z o.o.",
    "DJI Canada",
    "hikvision hikvision",
    "Meiya Pico Repairs",
)
PLACES = ("Canada", "Poland", "Oceania", "Toronto", "Brasil")
FORMS = ("", "Inc.", "Sp. z o.o.", "SAS", "Pty Ltd", "Ltée", "Sdn Bhd")


@pytest.fixture(scope="module")
def screen(world: World) -> NameScreen:
    rows = tuple(ListRow(list="zz", ref=str(n), names=(ListedName(text=name),)) for n, name in enumerate(NAMES))
    listed = Snapshot(
        list="zz", digest="ab" * 32, published=DAY, imported=DAY, count=len(rows), persons=0, files=(), rows=rows
    )
    return NameScreen(world, (listed,), as_of=DAY)


@pytest.mark.parametrize("name", BESIDE)
def test_own_word_of_a_named_party_asks_for_a_look_whatever_stands_beside_it(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer in TOLD


@pytest.mark.parametrize("name", ["Hikvision/Dahua", "Hikvision and Dahua"])
def test_both_brands_of_one_name_are_told(screen: NameScreen, name: str) -> None:
    told = screen.screen(name)
    assert {told.ref, *(other["ref"] for other in told.others)} >= {"hikvision", "dahua"}


@pytest.mark.parametrize("name", ["Dahua Supply Chain", "Huawei Wang Consulting", "Uniview Eye Clinic"])
def test_brand_inside_another_firms_name_is_possible_and_never_listed(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "possible"


@pytest.mark.parametrize(
    "name", ["Face Shields Canada", "Leon Grosse", "First Peoples Council", "SMIC Horaire Conseil"]
)
def test_words_that_others_have_as_well_are_no_brands(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "no_match"


def test_place_and_legal_form_never_hide_a_named_party(screen: NameScreen, world: World) -> None:
    parties = (
        party for party in world.law.parties.values() if screen.index.brands and screen._is_surely_named(party.id)
    )
    known = [name for party in parties for name in (party.name, *party.aliases)]
    names = [
        name for name in known if screen.screen(name).score > 0.6
    ]  # found by more than being written as it is: not "DH"
    spoiled = (f"{name} {place} {form}".strip() for name in names for place in PLACES for form in FORMS)
    assert len(names) > 50
    assert [name for name in spoiled if screen.screen(name).answer not in TOLD] == []


@pytest.mark.parametrize("name", ["大华贸易有限公司", "大華科技有限公司", "AVANT AEROSPACE", "Wang Wei"])
def test_two_signs_a_short_common_word_or_a_bare_personal_name_are_possible_at_most(
    screen: NameScreen, name: str
) -> None:
    assert screen.screen(name).answer == "possible"
    assert screen.screen(Query(text=name, country="CN")).answer == "possible"


def test_country_that_agrees_does_not_accuse_a_name_that_says_another_place(screen: NameScreen) -> None:
    assert screen.screen(Query(text="Hytera Canada", country="CN")).answer == "possible"


@pytest.mark.parametrize("name", ["Overseas", "Interest"])
def test_one_common_word_and_the_beginning_of_a_word_match_nobody(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "no_match"


def test_two_words_of_a_listed_name_with_its_legal_form_are_still_listed(screen: NameScreen) -> None:
    assert screen.screen("Nightjar Optics").answer == "listed"


@pytest.mark.parametrize(("place", "word"), [(None, "889"), ("CA-QC", "Québec"), ("GB", "889"), ("CA", "27 June 2025")])
def test_text_of_the_place_of_who_asks_is_cited_first_and_else_law(world: World, place: str | None, word: str) -> None:
    told = NameScreen(world, as_of=DAY, jurisdiction=place).screen("Hikvision")
    assert word in (told.citation or "")


def test_row_with_a_citation_goes_before_one_without_and_others_carry_theirs(world: World) -> None:
    rows = tuple(
        ListRow(list="zz", ref=ref, names=(ListedName(text="Nightjar Optics Ltd."),), citation=citation, start=DAY)
        for ref, citation in (("1", None), ("2", "91 FR 1"))
    )
    listed = Snapshot(list="zz", digest="ab" * 32, published=DAY, imported=DAY, count=2, persons=0, files=(), rows=rows)
    told = NameScreen(world, (listed,), as_of=DAY).screen("Nightjar Optics")
    assert (told.ref, told.citation) == ("2", "91 FR 1")
    assert [(other["since"], other["citation"]) for other in told.others] == [("2026-11-22", None)]
