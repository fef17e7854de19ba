"""Purchase lines, one answer each: in order, judged for who asks on the day of the purchase, the same in every form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from tests.flow.conftest import Context

from debadge.flow.asking import Asking
from debadge.flow.lines_at_hand import LinesAtHand
from debadge.flow.screen_json import json_lines
from debadge.flow.screen_lines import LineScreening, screen_lines
from debadge.flow.world import World
from debadge.model.ids import canonical
from debadge.model.observation import Reject
from debadge.model.purchase import PurchaseLine
from debadge.model.screened import Judgement, Screened
from debadge.sources.streaming.opening import Source, bytes_source, file_source

FILES = Path(__file__).parents[1] / "sources" / "purchases" / "synthetic"
NAMES = sorted(path.name for path in FILES.iterdir() if path.suffix != ".md")
HEAD = "Description,Manufacturer,Part Number,Qty,Order Date\n"
MIXED = (
    f"{HEAD}Dome camera,Hikvision,DS-2CD2143G2-I,12,2024-08-07\nChairs,,,many,\nx,,,1,,too,many\n"
    'Removal of Dahua cameras,,,"1,000",\nDome camera,Hikvision,DS-2CD2143G2-I,3,2024-08-07\nCamera,Crake,CX-77,1,\n'
    "Dome camera,Hikvision,PO-1,,\nDome camera,Hikvision,PO-2,,\n12 dome cameras Hikvision,,,,\n"
)


def source(name: str) -> Source:
    return bytes_source(MIXED.encode(), "mixed.csv") if name == "mixed" else file_source(FILES / name)


def plainly(world: World, asking: Asking | None, name: str, context: Context) -> str:
    """The lines as `Screened.plain` has them."""
    told: list[str] = []
    for number, one in enumerate(LineScreening(world, asking).answers(source(name), context()), 1):
        told.append(canonical({"line": number, "rejected": one.plain()} if isinstance(one, Reject) else one.plain()))
    return "".join(f"{line}\n" for line in told)


@pytest.mark.parametrize("name", ["mixed", *NAMES])
@pytest.mark.parametrize("asked", [False, True], ids=["nobody", "department"])
def test_fast_form_is_the_plain_form_byte_for_byte(
    name: str, *, asked: bool, world: World, department: Asking, context: Context
) -> None:
    asking = department if asked else None
    fast = LineScreening(world, asking)
    assert "".join(json_lines(fast, source(name), context())) == plainly(world, asking, name, context)


@pytest.mark.parametrize("name", ["mixed", *NAMES])
def test_both_forms_count_the_same(name: str, world: World, department: Asking, context: Context) -> None:
    one, other = LineScreening(world, department), LineScreening(world, department)
    answers, pieces = list(one.answers(source(name), context())), list(json_lines(other, source(name), context()))
    assert one.tally == other.tally
    assert one.tally.lines == len(answers) == sum(piece.count("\n") for piece in pieces)


def test_every_line_has_an_answer_in_its_place(world: World, context: Context) -> None:
    told = list(LineScreening(world).answers(source("mixed"), context()))
    assert [type(one) for one in told] == [Screened, Screened, Reject, *[Screened] * 6]
    lines = [one for one in told if isinstance(one, Screened)]
    assert [one.locator.rpartition(":")[2] for one in told] == [str(n) for n in range(2, 11)]
    assert [one.quantity for one in lines] == [12, None, None, 3, 1, None, None, 12]
    assert [one.model for one in lines][4:7] == [None, "PO-1", "PO-2"]


def test_maker_that_nobody_described_is_no_answer(world: World) -> None:
    (told,) = screen_lines([{"description": "Camera", "manufacturer": "Crake", "part_number": "CX-77"}], world)
    assert (told["maker"], told["action"], told["grade"], told["judged"]) == (None, None, "unknown", None)


def test_keys_are_the_same_for_every_line(world: World, department: Asking) -> None:
    lines: list[Mapping[str, str] | str] = [
        {"description": "Hikvision camera"},
        "chairs",
        {"description": ""},
        "a lamp",
    ]
    told = list(screen_lines(lines, world, department))
    assert len({tuple(one) for one in told}) == 1
    assert [one["line"] for one in told] == [1, 2, 3, 4]


def test_half_of_a_sign_is_read_as_a_mark(world: World) -> None:
    (told,) = screen_lines([{"description": "海康威视摄像机 \ud800"}], world)
    assert told["maker"] == "hikvision"
    assert canonical(told).encode()


def test_lines_are_answered_one_at_a_time(world: World) -> None:
    def endless() -> object:
        while True:
            yield {"description": "Hikvision camera"}

    answers = screen_lines(endless(), world)  # type: ignore[arg-type]  # it never ends
    assert [next(answers)["line"] for _ in range(3)] == [1, 2, 3]


def judged(world: World, asking: Asking, **line: str) -> Judgement:
    made = LinesAtHand(world).line(line, 1)
    assert isinstance(made, PurchaseLine)
    told = LineScreening(world, asking).screen(made).judgement
    assert told is not None
    return told


def test_day_of_the_purchase_decides(world: World, department: Asking) -> None:
    before = judged(world, department, description="Hikvision camera", ordered="2024-08-07")
    after = judged(world, department, description="Hikvision camera")
    assert (before.as_of, after.as_of) == (date(2024, 8, 7), department.as_of)
    assert {finding.regime for finding in before.findings} < {finding.regime for finding in after.findings}


@pytest.mark.parametrize(
    ("ordered", "first", "last", "reply"),
    [
        ("2024-08", date(2024, 8, 1), date(2024, 8, 31), "yes"),
        ("2025-06", date(2025, 6, 1), date(2025, 6, 30), "ask"),
        ("2025", date(2025, 1, 1), date(2025, 12, 31), "ask"),
        ("06/12/2025", date(2025, 6, 12), date(2025, 12, 6), "ask"),
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "no"),
    ],
)  # fmt: skip
def test_every_day_that_may_be_meant_is_asked(
    ordered: str, first: date, last: date, reply: str, world: World, department: Asking
) -> None:
    told = judged(world, department, description="Hikvision DS-2CD2143G2-I camera", ordered=ordered)
    assert (told.as_of, told.until, told.reply, told.day_of) == (first, last, reply, "line")


@pytest.mark.parametrize(
    "ordered",
    [
        "1900-01-01", "0001-01-01", "1970-01-01", "1899-12-30", "30/12/1899", "01/01/70", "1 January 1900", "1980", "1989-12",
        "19000101", "2000-01-01", "1/1/2000", "2199-12-31", "9999-12-31", "31/12/2099", "2078", "2037-01-01", "03/02/0099",
    ],
)  # fmt: skip
def test_day_that_only_fills_a_field_clears_nothing(ordered: str, world: World, department: Asking) -> None:
    told = judged(world, department, description="Hikvision DS-2CD2143G2-I camera", ordered=ordered)
    assert (told.as_of, told.until, told.day_of, told.reply) == (department.as_of, department.as_of, "unread", "no")


@pytest.mark.parametrize("ordered", ["1996-05-04", "2000-01-03", "2000", "2027-03-01", "2036-12-31"])
def test_day_on_which_somebody_may_buy_is_taken(ordered: str, world: World, department: Asking) -> None:
    assert judged(world, department, description="Hikvision camera", ordered=ordered).day_of == "line"


def test_day_that_is_none_is_judged_today_and_told(world: World, department: Asking) -> None:
    told = judged(world, department, description="Hikvision camera", ordered="before the summer")
    assert (told.as_of, told.until, told.day_of) == (department.as_of, department.as_of, "unread")
    assert judged(world, department, description="Hikvision camera").day_of == "question"


def test_all_goods_of_a_line_are_judged(world: World, department: Asking) -> None:
    told = judged(world, department, description="6 Axis P3245-V cameras and 2 Hikvision DS-2CD2143G2-I cameras")
    assert (told.reply, min(told.replies)) == ("no", "no")
    alone = judged(world, department, description="2 Hikvision DS-2CD2143G2-I cameras")
    assert {(one.regime, one.measure) for one in alone.findings} <= {(one.regime, one.measure) for one in told.findings}
    mention = judged(world, department, description="Axis P3245-V camera, replaces Hikvision DS-2CD2143G2-I")
    assert "no" not in mention.replies


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Hikvision camera", {"procure"}), ("Battery for Hikvision camera", {"procure"}),
        ("Annual maintenance of Hikvision cameras", {"use", "retain"}), ("Compatible with Hikvision", set()),
    ],
)  # fmt: skip
def test_action_says_which_acts_are_judged(text: str, acts: set[str], world: World, department: Asking) -> None:
    told = judged(world, department, description=text)
    assert {finding.act for finding in told.findings} <= acts
    assert bool(told.findings) == bool(acts)
    assert (told.reply == "none") == (not acts)


def test_renewal_is_an_act_of_its_own(world: World, department: Asking) -> None:
    told = judged(world, department, description="Hikvision camera", renews="2027-01-01")
    assert "renew_contract" in {finding.act for finding in told.findings}


def test_licence_is_no_product_of_a_device(world: World, department: Asking) -> None:
    camera = judged(world, department, description="Hikvision camera")
    licence = judged(world, department, description="Licence HikCentral Hikvision camera")
    assert camera.findings != licence.findings


def test_without_an_organisation_nothing_is_judged(world: World) -> None:
    (told,) = screen_lines([{"description": "Hikvision camera"}], world)
    assert told["judged"] is None
