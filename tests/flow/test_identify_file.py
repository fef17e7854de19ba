"""`identify` gives the very answers of `check`, subject by subject, where nothing is joined."""

from __future__ import annotations

import json
from pathlib import Path

from debadge.flow.identify import identify
from debadge.flow.world import World

REALM = 'Digest realm="AXIS_ACCC8E000001"'


def file_of(folder: Path, *told: tuple[str, str, str]) -> Path:
    """One observation for each (ref, field, value)."""
    path = folder / "seen.jsonl"
    origin = {"tool": "sweep", "method": "probe", "locator": "s:1"}
    lines = (
        json.dumps({"subject": {"ref": ref}, "field": name, "value": value, "origin": origin, "collected": None})
        for ref, name, value in told
    )
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


def test_one_line_for_each_subject_in_the_order_of_the_file(tmp_path: Path, world: World) -> None:
    told = identify(
        file_of(tmp_path, ("b", "http_server", "webs"), ("a", "colour", "red"), ("b", "brand_string", "Axis")), world
    )
    assert [row["subject"]["ref"] for row in told.rows()] == ["b", "a"]
    assert (told.subjects, told.unlisted) == (2, 1)


def test_what_hides_in_an_answer_is_no_second_witness(tmp_path: Path, world: World) -> None:
    """The realm names the maker and holds a MAC of the same maker: one answer said both."""
    (row,) = identify(file_of(tmp_path, ("a", "http_wwwauth", REALM)), world).rows()
    assert {piece["signal"] for piece in row["because"]} == {"realm-axis", "oui-axis", "name:axis"}
    assert (row["maker"], row["grade"]) == ("axis", "probable")


def test_evidence_names_records_by_their_content(tmp_path: Path, world: World) -> None:
    (row,) = identify(file_of(tmp_path, ("a", "http_wwwauth", REALM)), world).rows()
    assert all(len(piece["observation"]) == 16 for piece in row["because"])
