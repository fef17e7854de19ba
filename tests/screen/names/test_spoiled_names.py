"""What purchasing systems do to a name does not hide it, and what is close to it is not it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from debadge.model.listing import ListedName
from debadge.model.query import Query
from debadge.screen.names.entry import Entry
from debadge.screen.names.screener import Candidate, Screener

Find = Callable[..., tuple[Candidate, ...]]
ScreenerOf = Callable[[Sequence[Entry]], Screener]

SPOILED = {
    "legal form dropped": "Hangzhou Nightjar Digital Technology",
    "legal form changed": "Hangzhou Nightjar Digital Technology GmbH",
    "form in front": "OOO Nightjar Digital Technology",
    "one slip": "Hangzhou Nihgtjar Digital Technology Co., Ltd.",
    "two slips": "Hangzhou Nigtjar Digital Techmology Co., Ltd.",
    "slip in the legal form": "Hangzhou Nightjar Digital Technology Co., Lmited",
    "cut at 35": "Hangzhou Nightjar Digital Technology"[:35],
    "cut at 40": "Hangzhou Nightjar Digital Technology Co., Ltd."[:40],
    "words joined": "Hangzhou NightjarDigital Technology",
    "word split": "Hangzhou Night Jar Digital Technology",
    "other order": "Nightjar Digital Technology (Hangzhou)",
    "place dropped": "Nightjar Digital Technology Co Ltd",
    "in brackets": "Maple Catering Ltd. (Hangzhou Nightjar Digital Technology)",
    "operating as": "9123-4567 Québec Inc. o/a Nightjar Digital Technology",
    "care of": "Prairie Freight c/o Hangzhou Nightjar Digital Technology Co., Ltd.",
    "formerly": "Owl Sensors Inc. (formerly Nightjar Digital Technology)",
    "code in front": "00012345 - HANGZHOU NIGHTJAR DIGITAL TECHNOLOGY",
    "ship from": "SHIP FROM: NIGHTJAR DIGITAL TECHNOLOGY / SHENZHEN CN",
    "accents": "Hangzhóu Nightjär Digital Technology",
    "upper case": "HANGZHOU NIGHTJAR DIGITAL TECHNOLOGY CO.,LTD",
    "zero for O": "Hangzh0u Nightjar Digital Techn0logy",
    "one for l": "Hangzhou Nightjar Digita1 Techno1ogy",
    "Cyrillic look-alikes": "Hаngzhоu Nightjаr Digital Technology",
    "abbreviated": "Hangzhou Nightjar Dig. Tech Co",
    "humps": "NightjarDigitalTechnology",
    "in the care of, in French": "Prairie Freight a/s de Hangzhou Nightjar Digital Technology",
    "remark behind": "Hangzhou Nightjar Digital Technology Co., Ltd. *DO NOT USE*",
    "address behind": "Hangzhou Nightjar Digital Technology, P.O. Box 1142, Station B",
    "label and address": "SHIP FROM: Nightjar Digital Technology, Mississauga ON",
    "catalogue order": "Digital Technology, Nightjar",
}


@pytest.mark.parametrize("text", SPOILED.values(), ids=SPOILED.keys())
def test_spoiled_name_is_found(text: str, find: Find) -> None:
    assert [candidate.entry.ref for candidate in find(text)][:1] == ["0"]


CLOSE = {
    "another brand, the same trade": "Hangzhou Nightingale Optical Technology Co., Ltd.",
    "another brand and city": "Shenzhen Yunhe Digital Technology Co., Ltd.",
    "the same brand in another trade": "Nightjar Supply Chain Management Ltd.",
    "a short word with another letter": "VIP Aerospace Corporation",
    "another number": "China Orbital Mechanics Corporation 55th Research Institute",
    "only trade words in common": "International Trading and Electronics LLC",
    "an ordinary firm": "Maple Ridge Roofing Ltd.",
}


@pytest.mark.parametrize("text", CLOSE.values(), ids=CLOSE.keys())
def test_close_name_is_no_candidate(text: str, find: Find) -> None:
    assert find(text) == ()


def test_generic_name_matches_exactly_or_not_at_all(find: Find) -> None:
    assert [c.entry.ref for c in find("Digital Solutions Ltd.")] == ["2"]
    assert find("Digital Solutions Group of Services") == ()
    assert find("Digtal Media Solutions") == ()


def test_generic_name_is_weak_until_a_place_agrees(find: Find) -> None:
    (unknown,) = find("Digital Solutions")
    (agrees,) = find("Digital Solutions", country="CN")
    assert (unknown.weak, agrees.weak) == (True, False)
    (elsewhere,) = find("Digital Solutions", country="CA")
    assert elsewhere.weak
    assert elsewhere.score < unknown.score
    assert find("Digital Solution", country="CA") == ()


def test_name_as_it_is_listed_asks_for_a_look_whatever_it_consists_of(find: Find) -> None:
    for entry in ("Digital Solutions", "DIGITAL SOLUTIONS", "Vendor: Digital Solutions"):
        assert [one.entry.ref for one in find(entry, country="BR")] == ["2"]


def test_firm_of_one_telling_word_in_another_country_is_possible_at_most(find: Find) -> None:
    text = "Hangzhou Nightjar Digital Technology GmbH"
    assert [find(text, country=country)[0].weak for country in ("CN", "DE")] == [False, True]


def test_name_of_trade_words_is_found_in_another_legal_form(screener_of: ScreenerOf) -> None:
    screener = screener_of([Entry(list="zz", ref="0", names=(ListedName(text="PJSC Power Machines"),))])
    told = [
        screener.candidates(Query(text=text)) for text in ("OJSC Power Machines", "Power Machines", "Power Machine")
    ]
    assert [[one.weak for one in found] for found in told] == [[True], [True], []]


def test_listed_name_that_begins_with_all_of_a_rare_name_asks_for_a_look(find: Find) -> None:
    for text in ("Hangzhou Nightjar", "Hangzhou Nightjar Digital Techno", "Hangzhou Nightjar Dig"):
        assert [one.entry.ref for one in find(text)][:1] == ["0"]


def test_firm_of_another_place_is_possible_at_most(find: Find) -> None:
    assert [one.weak for one in find("Hangzhou Nightjar Digital Technology Canada Inc.")] == [True]
    assert find("龙腾威视（加拿大）有限公司")[0].weak
    assert find("武汉龙腾威视系统技术有限公司")[0].weak


def test_how_a_firm_is_addressed_is_no_part_of_its_name(find: Find) -> None:
    for addressed in ("M/s", "M / S.", "Messrs."):
        text = f"{addressed} Hangzhou Nightjar Digital Technology Co., Ltd."
        assert [(one.entry.ref, one.weak) for one in find(text)][:1] == [("0", False)]


def test_country_raises_and_lowers(find: Find) -> None:
    text = "Quilon Electronics"
    same, none, other = (find(text, 0.0, country=country)[0].score for country in ("CN", None, "BR"))
    assert same > none > other


def test_city_in_an_address_agrees(find: Find) -> None:
    told, bare = (
        find("Nightjr Digital", 0.0, address="12 Lake Road, HANGZHOU 310000")[0],
        find("Nightjr Digital", 0.0)[0],
    )
    assert told.raw > bare.raw


def test_number_of_a_register_is_enough(find: Find) -> None:
    (found,) = find("Somebody Quite Different", identifiers=("9133-0000-7337-9610-4P",))
    assert (found.entry.ref, found.channel, found.weak) == ("4", "identifier", False)


def test_words_that_agree_are_told(find: Find) -> None:
    (found,) = find("Night Jar Digital Tech")
    assert found.matched == (
        ("night", "nightjar", "joined"),
        ("jar", "nightjar", "joined"),
        ("digital", "digital", "same"),
        ("technology", "technology", "same"),
    )


NATIVE = (
    "杭州龙腾威视数字技术股份有限公司",
    "杭州龍騰威視數字技術有限責任公司",
    "龙腾威视",
    "龙腾威视集团",
    "龙腾威视（杭州）有限公司",
)


@pytest.mark.parametrize("text", NATIVE)
def test_native_name_is_found_in_any_form(text: str, find: Find) -> None:
    found = find(text)[0]
    assert (found.entry.ref, found.channel, found.weak) == ("native", "native", False)


PINYIN = (
    "Long Teng Wei Shi",
    "Longteng Weishi Youxian Gongsi",
    "Hangzhou Longtengweishi Shuzi Jishu",
    "Lóng téng wēi shì Ltd",
    "longtengweihsi",
)


@pytest.mark.parametrize("text", PINYIN)
def test_pinyin_alone_is_never_more_than_possible(text: str, find: Find) -> None:
    found = find(text)[0]
    assert (found.entry.ref, found.weak) == ("native", True)


def test_name_with_other_signs_is_somebody_else(find: Find) -> None:
    assert find("杭州龙井茶叶有限公司") == ()


def test_transliteration_finds_a_name_in_cyrillic(find: Find) -> None:
    found = find("АО Заречны инструмент плант")
    assert [c.channel for c in found] == ["transliteration"]


def test_order_of_entries_changes_no_answer(find: Find, screener_of: ScreenerOf, entries: tuple[Entry, ...]) -> None:
    turned = screener_of(entries[::-1])
    for text in SPOILED.values():
        assert [c.score for c in turned.candidates(Query(text=text))] == [c.score for c in find(text)]


def test_endless_name_is_read_in_bounded_time(find: Find) -> None:
    assert find("(" * 10_000 + "a.b" * 500_000) == ()
