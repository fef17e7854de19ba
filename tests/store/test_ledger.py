"""What lies beside a ledger, and what it says of itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.store.test_ledger_crash import told, write

from debadge.model.errors import TamperError, ToldError
from debadge.model.ids import digest_bytes
from debadge.store.ledger import HEAD, LEDGER, Ledger, blob_path, keep_blob, read_head


def test_events_come_back_as_they_were_written(tmp_path: Path) -> None:
    for text in ("first", 'é "中" \n\t\x7f', "third"):
        write(Ledger(tmp_path), text)
    assert told(tmp_path) == ["first", 'é "中" \n\t\x7f', "third"]


def test_head_tells_the_last_event(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    write(ledger, "first")
    write(ledger, "second")
    last = json.loads((tmp_path / LEDGER).read_text("utf-8").splitlines()[-1])
    assert read_head(tmp_path) == (2, last["id"])


def test_note_of_the_head_that_is_gone_or_cut_off_is_made_anew(tmp_path: Path) -> None:
    write(Ledger(tmp_path), "first")
    (tmp_path / HEAD).write_text('{"id":"ab', "utf-8")
    assert told(tmp_path) == ["first"]
    (tmp_path / HEAD).unlink()
    write(Ledger(tmp_path), "second")
    assert told(tmp_path) == ["first", "second"]


def test_event_counts_where_its_note_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("debadge.store.ledger.write_whole", fails)
    assert write(Ledger(tmp_path), "first") == 1
    monkeypatch.undo()
    assert told(tmp_path) == ["first"]


def test_changed_line_is_named_and_nothing_is_written_behind_it(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    write(ledger, "first")
    write(ledger, "second")
    path = tmp_path / LEDGER
    path.write_text(path.read_text("utf-8").replace("second", "sekond"), "utf-8")
    with pytest.raises(TamperError) as raised:
        write(Ledger(tmp_path), "third")
    assert raised.value.given["line"] == "2"
    assert path.read_text("utf-8").count("\n") == 2


def test_file_is_kept_once_by_its_digest(tmp_path: Path) -> None:
    digest = keep_blob(tmp_path, b"photo")
    assert digest == keep_blob(tmp_path, b"photo") == digest_bytes(b"photo")
    assert blob_path(tmp_path, digest).read_bytes() == b"photo"
    assert len([path for path in tmp_path.rglob("*") if path.is_file()]) == 1


def test_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(ToldError):
        write(Ledger(tmp_path / "file"), "first")
