"""The answer for the cells of one line."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Ask

from debadge.model.screened import NOTHING_NAMED, LineAnswer, LineCells
from debadge.model.words import Basis, Grade
from debadge.screen.lines.screener import LineScreener


def told(answer: LineAnswer) -> list[tuple[str | None, str]]:
    return [(one.found.maker, one.action) for one in answer.goods]


def test_relabelled_camera_is_traced_to_its_maker(ask: Ask) -> None:
    (goods,) = ask("EZVIZ camera").goods
    assert (goods.found.maker, goods.found.entity, goods.found.basis) == ("hikvision", "ezviz", Basis.INFERRED)


def test_columns_come_before_the_text(ask: Ask) -> None:
    answer = ask("camera, compatible with Dahua", maker="Hikvision", part_number="DS-2CD2143G2-I")
    assert told(answer) == [("hikvision", "buy"), ("dahua", "mention")]
    assert answer.goods[0].of_cells


def test_thing_of_another_name_is_not_that_of_the_columns(ask: Ask) -> None:
    first, second = ask("Wall bracket compatible with Hikvision dome", maker="Axis").goods
    assert (first.found.maker, second.found.maker, second.action) == ("axis", "hikvision", "mention")
    assert first.action != "mention"


def test_text_says_what_is_done_with_the_goods_of_the_columns(ask: Ask) -> None:
    assert told(ask("Removal of old cameras", maker="Hikvision")) == [("hikvision", "removal")]
    assert told(ask("Annual maintenance of Hikvision NVR", maker="Hikvision")) == [("hikvision", "service")]


def test_maker_of_a_column_that_nobody_described_is_not_outdone_by_a_short_number(ask: Ask) -> None:
    assert ask("switch", maker="Crake Networks", part_number="S5720") == NOTHING_NAMED


def test_long_head_outweighs_a_maker_that_nobody_described(ask: Ask) -> None:
    assert told(ask("dome", maker="Crake Optics", part_number="DS-2CD2143G2-I")) == [("hikvision", "buy")]


@pytest.mark.parametrize(
    ("text", "maker", "number"),
    [
        ("USG6525E firewall", "HUAWEI TECHNOLOGIES CO LTD", "USG6525E"),
        ("4MP dome camera DS-2CD2143G2-I", "Hikvision", "DS-2CD2143G2-I"),
        ("VTO2202F", "Dahua", "VTO2202F"),
    ],
)
def test_number_in_the_text_is_that_of_the_maker_in_its_column(text: str, maker: str, number: str, ask: Ask) -> None:
    (goods,) = ask(text, maker=maker).goods
    assert (goods.found.model, goods.found.grade) == (number, Grade.PROBABLE)


@pytest.mark.parametrize(
    "text", ["Bracket for DS-2CD2143G2-I", "Housing compatible with DS-2CD2143G2-I", "DS-2CD2143G2-I wall mount"]
)
def test_number_of_what_a_part_is_for_is_not_that_of_the_column(text: str, ask: Ask) -> None:
    goods = ask(text, maker="Hikvision").goods[0]
    assert (goods.found.model, goods.found.grade) == (None, Grade.POSSIBLE)


@pytest.mark.parametrize(
    "text",
    [
        "Hikvision #DS-2CD2143G2-I",
        'Hikvision "DS-2CD2143G2-I" camera',
        "Hikvision [DS-2CD2143G2-I]",
        "Hikvision <DS-2CD2143G2-I>",
    ],
)
def test_number_in_marks_is_that_of_the_name_before_it(text: str, ask: Ask) -> None:
    (goods,) = ask(text).goods
    assert (goods.found.maker, goods.found.model, goods.found.grade) == ("hikvision", "DS-2CD2143G2-I", Grade.PROBABLE)


def test_several_goods_are_counted_apart(ask: Ask) -> None:
    answer = ask("6 Axis P3245-V cameras and 2 Hikvision DS-2CD2143G2-I cameras")
    assert [(one.found.maker, one.quantity) for one in answer.goods] == [("hikvision", 2), ("axis", 6)]
    assert answer.quantity == 2


def test_part_number_that_begins_with_a_name_is_read(ask: Ask) -> None:
    assert told(ask("camera", part_number="AXIS Q6135-LE")) == [("axis", "buy")]


def test_goods_of_makers_that_a_rule_names_come_first_and_mentions_last(ask: Ask) -> None:
    assert told(ask("Axis P3245-V camera; Hikvision DS-2CD2143G2-I camera")) == [("hikvision", "buy"), ("axis", "buy")]
    assert told(ask("Axis P3245-V to replace Hikvision DS-2CD2143G2-I"))[0] == ("axis", "buy")


def test_same_goods_twice_are_told_once(ask: Ask) -> None:
    assert told(ask("Hikvision camera", "HIKVISION DS-2CD2143G2-I camera")) == [("hikvision", "buy")]


def test_guessed_name_is_possible_at_the_most(ask: Ask) -> None:
    (goods,) = ask("Hikvsiion dome camera, outdoor").goods
    assert (goods.found.maker, goods.found.grade) == ("hikvision", Grade.POSSIBLE)


def test_badge_without_a_known_maker_names_none(ask: Ask) -> None:
    (goods,) = ask("provision-isr camera").goods
    assert (goods.found.maker, goods.found.brand) == (None, "Provision-ISR")


def test_number_of_one_line_of_a_badge_names_nobody_without_the_badge(ask: Ask) -> None:
    assert [maker for maker, _ in told(ask("camera IPCA22500"))] in ([], [None])
    assert [maker for maker, _ in told(ask("ABUS IPCA22500 camera"))] == ["hikvision"]


@pytest.mark.parametrize("text", ["", "   ", "-", "office chairs", "\x1e", "\ue000", "海", "🙂" * 300])
def test_line_that_names_nobody_has_no_answer(text: str, ask: Ask) -> None:
    assert ask(text) == NOTHING_NAMED


def test_equal_cells_are_read_once(screener: LineScreener) -> None:
    cells = LineCells(texts=("Hikvision camera",))
    assert screener.screen(cells) is screener.screen(LineCells(texts=("Hikvision camera",)))


def test_part_number_that_names_nobody_does_not_make_a_line_another(screener: LineScreener) -> None:
    one, other = (LineCells(texts=("Hikvision dome",), part_number=number) for number in ("PO-1", "PO-2"))
    assert screener.screen(one) is screener.screen(other)


def test_answer_says_why(ask: Ask) -> None:
    plain = ask("Removal of 12 Hikvison cameras").plain()
    assert plain["why"]["action"] == "removal"
    assert plain["why"]["read_as"] == [{"found": "Hikvison", "read": "hikvision"}]
    assert {row["signal"] for row in plain["why"]["because"]}
    assert set(plain) == set(NOTHING_NAMED.plain())


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("Dome camera, compatible with Milestone XProtect", "buy"),
        ("Caméra dôme compatible ONVIF", "buy"),
        ("更换摄像机", "buy"),
        ("Replacement of worn camera", "buy"),
        ("Audit, camera", "buy"),
        ("Installation of dome camera", "buy"),
        ("Remove old camera, install dome camera", "buy"),
        ("Remove and dispose of dome camera", "removal"),
        ("Dome camera, returned to supplier", "removal"),
        ("Repair of dome camera", "service"),
    ],
)
def test_goods_of_both_columns_are_taken_away_only_by_clear_words(text: str, action: str, ask: Ask) -> None:
    main = ask(text, maker="Hikvision", part_number="DS-2CD2143G2-I").main
    assert main is not None
    assert main.action == action


@pytest.mark.parametrize(
    ("text", "action"),
    [("Installation of Hikvision cameras", "service"), ("Installation of 12 Hikvision cameras", "buy")],
)
def test_putting_up_is_work_where_no_goods_are_stated(text: str, action: str, ask: Ask) -> None:
    main = ask(text).main
    assert main is not None
    assert main.action == action


def test_what_a_quantity_below_zero_would_buy_goes_back(ask: Ask) -> None:
    back = ask("Hikvision DS-2CD2143G2-I", is_returned=True).main
    assert back is not None
    assert (back.action, back.word) == ("removal", "qty < 0")
    looked_after = ask("Repair of Hikvision DS-2CD2143G2-I", is_returned=True).main
    assert looked_after is not None
    assert looked_after.action == "service"
