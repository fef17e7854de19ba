"""What programs import from the package itself."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import debadge
from debadge.model.ids import digest_bytes
from debadge.model.listing import ListedName, ListRow, Snapshot
from debadge.store.lists import content_of, keep

DAY = date(2026, 11, 23)


def test_lines_at_hand_are_screened() -> None:
    told = list(
        debadge.screen_lines([{"description": "Hikvision DS-2CD2143G2-I dome"}, {"description": "Office chair"}])
    )
    assert [(one["line"], one["maker"], one["action"]) for one in told] == [(1, "hikvision", "buy"), (2, None, None)]


def test_names_at_hand_are_screened() -> None:
    told = debadge.screen_names(["Zhejiang Dahua Technology", {"query": "Acme Bakery Ltd."}], as_of=date(2026, 11, 23))
    assert [(one["query"], one["answer"]) for one in told] == [
        ("Zhejiang Dahua Technology", "listed"), ("Acme Bakery Ltd.", "no_match")
    ]  # fmt: skip


def test_names_say_what_they_were_compared_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBADGE_HOME", str(tmp_path))
    (told,) = debadge.screen_names(["Owl Ltd."], as_of=DAY)
    assert (told["against"]["as_of"], told["against"]["lists"]) == ("2026-11-23", [])
    keep(tmp_path, listed("Owl Ltd."))
    (told,) = debadge.screen_names(["Owl Ltd."], as_of=DAY)
    assert (told["answer"], told["against"]["lists"]) == ("possible", [{"id": "own-a", "age_days": 3}])
    assert [one["answer"] for one in debadge.screen_names(["Owl Ltd."], snapshots=(), as_of=DAY)] == ["no_match"]


def listed(name: str) -> Snapshot:
    rows = (ListRow(list="own-a", ref="1", names=(ListedName(text=name),), kind="organisation"),)
    day = date(2026, 11, 20)
    return Snapshot(
        list="own-a",
        digest=digest_bytes(content_of(rows)),
        published=day,
        imported=day,
        count=1,
        persons=0,
        files=(),
        rows=rows,
    )


def test_what_is_no_name_is_refused_in_its_place() -> None:
    names: list[Any] = ["Owl Ltd.", None, 7, b"x", {"country": "CA"}, {}, {1: 2}, {"query": None}, ["a"], "Elk Ltd."]
    told = list(debadge.screen_names(names, as_of=DAY))
    assert [one["answer"] for one in told] == ["no_match", *["refused"] * 8, "no_match"]
    assert [one["line"] for one in told] == list(range(1, 11))
    with pytest.raises(TypeError, match="several"):
        list(debadge.screen_names("Owl Ltd."))


@pytest.mark.parametrize(
    ("owners", "answer"),
    [
        ([["Hikvision", 60]], "affiliate"),
        ("Hikvision=60", "affiliate"),
        (["Hikvision=60 %"], "affiliate"),
        ({"name": "Hikvision", "share": 60}, "affiliate"),
        ([{"name": "Hikvision"}], "cannot_tell"),
        ((), "no_match"),
        (["Hikvision", 60], "refused"),
        ({"who": "Hikvision"}, "refused"),
        ([["Hikvision", 160]], "refused"),
        ([[None, 60]], "refused"),
        (60, "refused"),
    ],
)
def test_owners_are_read_in_every_form_or_refused(owners: Any, answer: str) -> None:
    (told,) = debadge.screen_names([{"query": "Owl Ltd.", "owners": owners}], as_of=DAY)
    assert told["answer"] == answer
    assert (told["reason"] == "screen.refused.owners") is (answer == "refused")


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    asked = "import sys, debadge; print(sorted(m for m in sys.modules if m.startswith('debadge')))"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "['debadge']"
    with pytest.raises(AttributeError, match="no attribute 'nightjar'"):
        debadge.nightjar  # noqa: B018  # asking is what is tested
