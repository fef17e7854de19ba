"""Many files: one that cannot be read never stops the others."""

from __future__ import annotations

import gc
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from debadge.model.errors import InputError
from debadge.model.observation import Observation
from debadge.sources.interface import Item, ReadContext
from debadge.sources.read import read_all

TABLE = "Manufacturer,Model,Serial number\nHikvision,DS-2CD2143G2-I,AB12345\n"


def test_unreadable_file_is_named_and_the_others_are_read(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "a.csv").write_text("just one line of prose")
    (tmp_path / "b.csv").write_text(TABLE)
    bad, good = read_all([tmp_path], context)
    assert bad.error is not None
    assert (good.error, good.accepted, good.rejected, good.skipped) == (None, 1, 0, 0)


def test_digest_is_of_the_files_bytes(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "b.csv").write_text(TABLE)
    (reading,) = read_all([tmp_path], context)
    assert (reading.digest, reading.size) == (hashlib.sha256(TABLE.encode()).hexdigest(), len(TABLE))


def test_copy_of_a_file_is_read_once(tmp_path: Path, context: ReadContext) -> None:
    for name in ("a.csv", "copy.csv"):
        (tmp_path / name).write_text(TABLE)
    first, second = read_all([tmp_path], context)
    assert (second.same_as, len(second.items)) == (first.name, 0)


def test_two_identical_rows_are_two_subjects(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "a.csv").write_text("Manufacturer,Model\n" + "Axis,P3245-V\n" * 2)
    (reading,) = read_all([tmp_path], context)
    assert len({seen.subject for seen in reading.observations}) == 2
    assert (
        len({seen.id() for seen in reading.observations}) == 2
    )  # brand and model: equal content, told apart by number when kept


def test_mapping_beside_the_evidence_is_for_its_folder(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "a.csv").write_text("Truc,Machin\nHikvision,1\nAxis,2\n")
    told = replace(context, folder_mappings={tmp_path: {"maker": "truc"}})
    (reading,) = read_all([tmp_path], told)
    assert [seen.value for seen in reading.observations] == ["Hikvision", "Axis"]


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_reading_leaves_the_collector_as_it_was(
    tmp_path: Path, context: ReadContext, switch: Callable[[], None]
) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    switch()
    before = gc.isenabled()
    list(read_all([tmp_path], context))
    assert gc.isenabled() is before
    gc.enable()


def test_locators_name_no_folder_of_this_machine(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "a.csv").write_text(TABLE)
    (reading,) = read_all([tmp_path], context)
    assert {item.origin.locator for item in reading.items if isinstance(item, Observation)} == {"deep/a.csv:2"}
    assert str(tmp_path) not in repr(reading)


@pytest.mark.parametrize("name", ["vms export pwd=Zq7canary.csv", "mdp Zq7canary/list.csv", "gone password=Zq7canary"])
def test_secret_in_a_name_reaches_nothing(tmp_path: Path, name: str, context: ReadContext) -> None:
    path = tmp_path / name
    if path.suffix == ".csv":
        path.parent.mkdir(exist_ok=True)
        path.write_text(TABLE)
    readings = list(read_all([tmp_path if path.exists() else path], context))
    assert len(readings) == 1
    assert "Zq7canary" not in repr(readings)


def test_secret_in_a_quoted_cell_or_heading_reaches_nothing(tmp_path: Path, context: ReadContext) -> None:
    rows = "Manufacturer,Quantity,MAC (admin pw Zq7canary),Note pwd Zq7canary\nAxis,admin pw Zq7canary,x,y\nAxis,1,00:40:8c,y\n"
    (tmp_path / "a.csv").write_text(rows)
    (reading,) = read_all([tmp_path], context)
    assert reading.rejected == 1
    assert "Zq7canary" not in repr(reading)


def test_importer_that_breaks_costs_its_file_alone(
    tmp_path: Path, context: ReadContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[Item]:
        yield from ()
        raise KeyError("Zq7canary")

    (tmp_path / "a.csv").write_text(TABLE)
    (tmp_path / "b.jsonl").write_text('{"subject":{"ip":"192.0.2.7"},"field":"http_title","value":"x"}\n')
    monkeypatch.setattr("debadge.sources.importers.csv_table.read", broken)
    bad, good = read_all([tmp_path], context)
    assert bad.error is not None
    assert (bad.error.reason, bad.error.given["error"]) == ("reader_broke", "KeyError")
    assert re.fullmatch(r"read\.py:\d+", bad.error.given["place"])
    assert "Zq7canary" not in repr(bad)
    assert (good.error, good.accepted) == (None, 1)


def test_format_that_is_none_still_stops_the_run(tmp_path: Path, context: ReadContext) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    with pytest.raises(InputError):
        list(read_all([tmp_path], replace(context, format="none")))
