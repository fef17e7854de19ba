"""Whatever happens to a writer, no event that it was told of is lost, none stands twice, and the chain holds."""

from __future__ import annotations

import errno
import multiprocessing
import os
import random
import resource
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from debadge.model.errors import TamperError, ToldError
from debadge.model.event import Event
from debadge.store.ledger import HEAD, LEDGER, Ledger

KILLS = int(os.environ.get("DEBADGE_KILLS", "1000"))
LONGEST_S = 0.005  # a writer's life; it writes some events in it


def write(ledger: Ledger, text: str) -> int:
    """One event; its number once it is on the disk."""
    with ledger.turn() as turn:
        for _ in turn.unread():
            pass
        head = ledger.head
        event = Event(
            seq=head.seq + 1,
            previous=head.id,
            at="2026-11-22T10:00:00Z",
            actor="Ada Example",
            role="reviewer",
            action="note",
            cases=(),
            reason=None,
            given={"text": text},
            blobs=(),
            salt=os.urandom(16).hex(),
        )
        turn.write(event)
        return event.seq


def told(folder: Path) -> list[str]:
    """The texts of all events; fails where the chain does not hold."""
    with Ledger(folder).turn() as turn:
        return [event.given["text"] for event in turn.unread()]


def _writer(ledger: Ledger, name: str, acknowledged: int) -> None:
    """Writes until it is killed; says that it begins, and each text that is on the disk."""
    os.write(acknowledged, b"\n")
    number = 0
    while True:
        text = f"{name}-{number} " + "x" * (number * 37 % 5000)
        write(ledger, text)
        os.write(acknowledged, f"{name}-{number}\n".encode())
        number += 1


@contextmanager
def _child(ledger: Ledger, name: str, acknowledged: int) -> Iterator[int]:
    child = os.fork()
    if child == 0:
        try:
            _writer(ledger, name, acknowledged)
        finally:
            os._exit(1)
    try:
        yield child
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _killed_at_random(folder: Path, kills: int, seed: int) -> set[str]:
    """Names of the events that were acknowledged before some kill."""
    chance, known = random.Random(seed), set[str]()  # noqa: S311  # instants, no secrets
    ledger = Ledger(folder)
    for number in range(kills):
        write(ledger, f"begin-{number}")  # reads what the last one wrote, so that the next one starts at once
        ours, theirs = os.pipe()
        with _child(ledger, f"w{number}", theirs):
            os.read(ours, 1)
            time.sleep(chance.random() * LONGEST_S)
        os.close(theirs)
        with os.fdopen(ours, "rb") as pipe:
            known.update(pipe.read().decode().split())
    return known


def test_kill_loses_nothing_that_was_told(tmp_path: Path) -> None:
    known = _killed_at_random(tmp_path, KILLS, seed=20261122)
    names = [text.split()[0] for text in told(tmp_path)]
    assert len(names) == len(set(names))
    assert known <= set(names)
    assert known


def _two(folder: Path, name: str) -> None:
    ledger = Ledger(folder)
    for number in range(60):
        write(ledger, f"{name}-{number}")


def test_two_writers_take_turns(tmp_path: Path) -> None:
    workers = [multiprocessing.get_context("fork").Process(target=_two, args=(tmp_path, name)) for name in "ab"]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    texts = told(tmp_path)
    for name in "ab":
        assert [text for text in texts if text.startswith(name)] == [f"{name}-{number}" for number in range(60)]


def _until_full(folder: Path, most: int, acknowledged: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    ledger = Ledger(folder)
    for number in range(1000):
        try:
            write(ledger, f"{number} " + "x" * (number * 37 % 900))
        except ToldError:
            os.write(acknowledged, b"refused\n")
            return
        os.write(acknowledged, f"{number}\n".encode())


@pytest.mark.parametrize("most", range(3_000, 9_000, 457))
def test_full_disk_refuses_the_event_and_keeps_the_others(most: int, tmp_path: Path) -> None:
    ours, theirs = os.pipe()
    child = multiprocessing.get_context("fork").Process(target=_until_full, args=(tmp_path, most, theirs))
    child.start()
    child.join()
    os.close(theirs)
    with os.fdopen(ours, "rb") as pipe:
        *known, last = pipe.read().decode().split()
    assert last == "refused"
    assert [text.split()[0] for text in told(tmp_path)] == known
    write(Ledger(tmp_path), "room again")
    assert told(tmp_path)[-1] == "room again"


def test_disk_that_fails_to_settle_keeps_nothing_of_the_event(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger = Ledger(tmp_path)
    write(ledger, "first")
    monkeypatch.setattr("debadge.store.growing.os.fsync", _fails)
    with pytest.raises(ToldError):
        write(ledger, "second")
    monkeypatch.undo()
    assert write(ledger, "third") == 2
    assert told(tmp_path) == ["first", "third"]


def _fails(_: int) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_line_cut_off_anywhere_was_never_written(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    write(ledger, "first")
    whole = (tmp_path / LEDGER).stat().st_size
    write(ledger, "second é")
    content = (tmp_path / LEDGER).read_bytes()
    (tmp_path / HEAD).unlink()
    for size in range(whole, len(content)):
        (tmp_path / LEDGER).write_bytes(content[:size])
        assert told(tmp_path) == ["first"]


def test_ledger_that_lost_its_end_is_refused(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    write(ledger, "first")
    whole = (tmp_path / LEDGER).read_bytes()
    write(ledger, "second")
    (tmp_path / LEDGER).write_bytes(whole)
    with pytest.raises(TamperError, match="short"):
        told(tmp_path)
