"""Kept readings change no answer, and never matter when they are damaged, of other lists, or cannot be written."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from debadge.flow import reading_cache
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.listing import ListedName, ListRow, Snapshot
from debadge.screen.names.reading import Read, Reader

DAY = date(2026, 11, 22)
ASKED = ("Nightjar Optics", "夜鹰光学有限公司", "Night Jar Optic Ltd", "Hikvision", "Maple Ridge Roofing")


def snapshot(*names: str) -> Snapshot:
    rows = tuple(ListRow(list="zz_list", ref=str(n), names=(ListedName(text=name),)) for n, name in enumerate(names))
    digest = sha256("".join(names).encode()).hexdigest()
    return Snapshot(
        list="zz_list", digest=digest, published=DAY, imported=DAY, count=len(rows), persons=0, files=(), rows=rows
    )  # fmt: skip


LISTED = snapshot("Nightjar Optics Co., Ltd. (夜鹰光学)", "Owl a.k.a. Elk Drones GmbH")


def answers(world: World, home: Path | None, listed: Snapshot = LISTED) -> list[object]:
    screen = NameScreen(world, (listed,), as_of=DAY, home=home)
    return [screen.screen(name).plain() for name in ASKED]


def kept(home: Path) -> list[Path]:
    return sorted((home / "cache").glob("*"))


def test_answers_are_the_same_from_kept_readings(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fresh = answers(world, None)
    assert answers(world, tmp_path) == fresh
    read: list[str] = []
    real = Reader.read

    def counted(self: Reader, text: str, *args: Any, **kwargs: Any) -> Read:
        read.append(text)
        return real(self, text, *args, **kwargs)

    monkeypatch.setattr(Reader, "read", counted)
    assert answers(world, tmp_path) == fresh
    assert read == list(ASKED)  # no listed name was read again


@pytest.mark.parametrize("damage", [b"", b"no digest", b"\xff\xfe", b'0\n{"Nightjar": [[], []]}'])
def test_damaged_readings_are_made_anew(world: World, tmp_path: Path, damage: bytes) -> None:
    fresh = answers(world, tmp_path)
    (path,) = kept(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(damage)
    assert answers(world, tmp_path) == fresh
    assert path.read_bytes() == whole


def test_altered_readings_are_not_believed(world: World, tmp_path: Path) -> None:
    fresh = answers(world, tmp_path)
    (path,) = kept(tmp_path)
    path.write_text(path.read_text("utf-8").replace("nightjar", "hikvision"), "utf-8")
    assert answers(world, tmp_path) == fresh


def test_readings_of_other_lists_are_replaced(world: World, tmp_path: Path) -> None:
    answers(world, tmp_path)
    before = kept(tmp_path)
    answers(world, tmp_path, snapshot("Somebody Else Ltd."))
    assert len(kept(tmp_path)) == 1
    assert kept(tmp_path) != before


def test_folder_that_cannot_be_written_is_left_alone(world: World, tmp_path: Path) -> None:
    (tmp_path / reading_cache.FOLDER).write_text("a file")
    assert answers(world, tmp_path) == answers(world, None)
