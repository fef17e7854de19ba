"""Suppliers stand beside their lines, the same in both ways of answering, and each distinct one is screened once."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from debadge.flow.asking import Asking, ask
from debadge.flow.read import Reading, rows_context
from debadge.flow.screen_json import json_lines
from debadge.flow.screen_lines import LineScreening, screen_lines
from debadge.flow.suppliers import Suppliers
from debadge.flow.world import World
from debadge.model.ids import canonical
from debadge.model.observation import Reject
from debadge.model.purchase import PurchaseLine
from debadge.sources.streaming.opening import bytes_source

DAY = date(2026, 11, 22)
HEAD = "Supplier,Reseller,Supplier country,Manufacturer,Part number,Description,Qty\n"
ROWS = """Maple Ridge Security,,CA,Hikvision,DS-2CD2143G2-I,Dome camera,12
Hikvision Canada Inc.,,CA,,,Installation kit,4
Northern Cabling,"Hikvision Canada, Inc.",CA,Axis,P3245-LVE,Network camera,6
Hikvision Canada Inc.,,CA,Hikvision,DS-2CD2143G2-I,Dome camera,1
Zhejiang Dahua Technology,,CN,,,Chairs,x
,,CA,,,Paper,1
Mr. John Smith,,CA,,,Removal of 3 Hikvision cameras,1
"""


def asking(world: World) -> Asking:
    return ask(world, org="ca-federal-department", beside=(), as_of=DAY, known_by=None)


def told(world: World, text: str, *, fast: bool, judged: bool = False) -> tuple[list[str], LineScreening]:
    screening = LineScreening(world, asking(world) if judged else None, Suppliers(world, DAY))
    source, context = bytes_source(text.encode(), "po.csv"), rows_context(world, Reading(), "purchases")
    if fast:
        return "".join(json_lines(screening, source, context)).splitlines(), screening
    answers = screening.answers(source, context)
    return [canonical(one.plain()) for one in answers if not isinstance(one, Reject)], screening


@pytest.mark.parametrize("judged", [True, False])
@pytest.mark.parametrize(
    "text", [HEAD + ROWS * 3, "Description,Qty\nHikvision camera,2\nPaper,1\n"], ids=["with", "without"]
)
def test_both_ways_tell_the_same_bytes(world: World, text: str, judged: bool) -> None:  # a parameter
    (fast, first), (slow, second) = (told(world, text, fast=fast, judged=judged) for fast in (True, False))
    assert [line for line in fast if '"rejected":' not in line] == slow
    assert first.suppliers is not None
    assert second.suppliers is not None
    assert first.suppliers.tally == second.suppliers.tally
    assert first.tally == second.tally


def test_supplier_of_a_line_has_its_answer(world: World) -> None:
    lines, screening = told(world, HEAD + ROWS, fast=True)
    suppliers = [json.loads(line).get("supplier") for line in lines]
    assert [one and one["answer"] for one in suppliers] == ["no_match", *["listed"] * 4, None, "refused"]
    assert suppliers[1] == {
        "query": "Hikvision Canada Inc.",
        "answer": "listed",
        "score": suppliers[1]["score"],
        "entity": "hikvision_canada",
        "name": "Hikvision Canada Inc.",
        "list": "pack",
        "ref": "hikvision_canada",
        "citation": suppliers[1]["citation"],
        "ownership": "known",
        "dismissed": None,
        "revived": None,
    }
    assert "Order in Council of 27 June 2025" in suppliers[1]["citation"]
    assert screening.suppliers is not None
    assert screening.suppliers.tally.answers == {"no_match": 1, "listed": 4, "refused": 1}


def test_worst_of_several_names_stands_for_a_supplier(world: World) -> None:
    lines, _ = told(world, HEAD + ROWS, fast=False)
    assert json.loads(lines[2])["supplier"]["query"] == "Hikvision Canada, Inc."


def test_distinct_supplier_is_screened_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Sequence[str]] = []
    worst = Suppliers._worst

    def counted(self: Suppliers, *named: object) -> object:
        asked.append(named[0])  # type: ignore[arg-type]
        return worst(self, *named)  # type: ignore[arg-type]

    monkeypatch.setattr(Suppliers, "_worst", counted)
    told(world, HEAD + ROWS * 50, fast=True)
    assert len(asked) == len(set(map(tuple, asked))) == 5


def test_file_without_suppliers_builds_no_index(world: World) -> None:
    _, screening = told(world, "Description,Qty\nHikvision camera,2\n", fast=True)
    assert screening.suppliers is not None
    assert screening.suppliers.against is None


def test_buyers_own_number_of_a_supplier_is_no_number_of_a_register(world: World) -> None:
    suppliers = Suppliers(world, DAY)
    line = PurchaseLine(number=1, locator="1", supplier="Owl Ltd.", supplier_ids=(("own", "91330000733796106P"),))
    found = suppliers.of_line(line)
    assert found is not None
    assert found.answer == "no_match"


def test_lines_at_hand_name_their_suppliers(world: World) -> None:
    line = {"description": "Kit", "supplier": "Hikvision Canada Inc."}
    (one,) = screen_lines([line], world, suppliers=Suppliers(world, DAY))
    (other,) = screen_lines([line], world)
    assert one["supplier"]["answer"] == "listed"
    assert other["supplier"] is None


def test_supplier_that_was_dismissed_asks_nobody(world: World, tmp_path: Path) -> None:
    from debadge.cli.main import main  # noqa: PLC0415  # the face that decides

    path = tmp_path / "d.jsonl"
    words = ["--by", "A. Clerk", "--why", "another firm", "--day", "2026-11-22", "--decisions", str(path), "-q"]
    main(["screen", "dismiss", "--query", "Hikvision Canada Inc.", "--country", "CA", "--every", *words])
    suppliers = Suppliers(world, DAY, decisions=path)
    line = PurchaseLine(number=1, locator="1", supplier="Hikvision Canada Inc.", supplier_country="CA")
    found = suppliers.of_line(line)
    assert found is not None
    assert (found.answer, found.asks, found.shows) == ("listed", False, True)
    assert suppliers.tally.answers == {"dismissed": 1}
    assert [number for _, number in suppliers.in_force.values()] == [1, 1]  # both rows that it was decided about
