"""`debadge verify`: whether a ledger is what was written, and whether its runs give what it says they found.

Every line is what its id says and follows the one before, every event was allowed when it was written, every file that an event
names lies beside it, every signed head is an event of the chain, and every run that was taken in is judged again.

What this cannot see: a chain that was written anew from some event on by somebody who has the signing key as well, and events
cut off behind the last head that anybody kept.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from debadge.cases.book import Book
from debadge.cases.chain import BEGIN, Head, Trouble, examine
from debadge.cases.fold import against, apply
from debadge.flow.case.heads import SignedHead, heads_of
from debadge.flow.replay import replay
from debadge.flow.world import World
from debadge.model.errors import DebadgeError, ToldError, WordedError
from debadge.model.event import Event
from debadge.store.ledger import LEDGER, blob_path, read_head


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """Something that is not as it was written, and where."""

    place: str  # "ledger.jsonl:12", a file
    reason: str  # id of a sentence
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of a ledger found."""

    name: str
    head: Head
    blobs: int
    runs: int
    signed: tuple[SignedHead, ...]  # those whose signatures hold
    wrong: tuple[Wrong, ...]


def verify(folder: Path, world: World) -> Verified:
    """Check a ledger with all that lies beside it.

    Raises:
        ToldError: No ledger there.
    """
    if not (folder / LEDGER).is_file():
        raise ToldError("case.no_ledger", folder=folder)
    signed, wrong = _heads(folder)
    noted = read_head(folder)
    known = {one.head.seq: one.head.id for one in signed} | (dict([noted]) if noted else {})
    told = _Told(Book(), wrong)
    for one in _examined(folder, known):
        told.take(one, known)
    told.wrong += [*_blobs(folder, told.blobs), *_named(signed, told.book)]
    told.wrong += [bad for event in told.imports for bad in _run(folder, event, world)]
    return Verified(
        name=told.book.name,
        head=told.head,
        blobs=len(told.blobs),
        runs=len(told.imports),
        signed=tuple(signed),
        wrong=tuple(told.wrong),
    )


@dataclass(slots=True)
class _Told:
    """A ledger as far as it was checked: of its events only what is needed later stays in memory."""

    book: Book
    wrong: list[Wrong]
    head: Head = BEGIN
    blobs: dict[str, None] = field(default_factory=dict)
    imports: list[Event] = field(default_factory=list)

    def take(self, one: Trouble | tuple[Event, Head], known: Mapping[int, str]) -> None:
        """One event, or one line that is none."""
        if isinstance(one, Trouble):
            given = {
                "path": LEDGER,
                "line": str(one.line),
                "seq": str(self.head.seq),
                "last": str(max(known, default=0)),
            }
            self.wrong.append(Wrong(place=f"{LEDGER}:{one.line}", reason=one.reason, given=given))
            return
        event, self.head = one
        self.blobs |= dict.fromkeys(event.blobs)
        if event.action == "import":
            self.imports.append(event)
        refusal = against(self.book, event)
        if refusal is None:
            apply(self.book, event)
        else:  # it could not have been written
            self.wrong.append(Wrong(place=f"{LEDGER}:{event.seq}", reason=refusal.reason, given=refusal.given))


def _examined(folder: Path, known: Mapping[int, str]) -> Iterator[Trouble | tuple[Event, Head]]:
    with (folder / LEDGER).open("rb") as file:
        yield from examine(file, known)


def _heads(folder: Path) -> tuple[list[SignedHead], list[Wrong]]:
    signed, wrong = [], []
    for number, one in enumerate(heads_of(folder), 1):
        if isinstance(one, SignedHead) and one.holds:
            signed.append(one)
        else:
            wrong.append(Wrong(place=f"heads.jsonl:{number}", reason="case.wrong.signature", given={}))
    return signed, wrong


def _blobs(folder: Path, digests: Iterable[str]) -> Iterator[Wrong]:
    for digest in digests:
        path = blob_path(folder, digest)
        if not path.is_file():
            yield Wrong(place=digest, reason="case.wrong.blob_absent", given={})
        elif _digest(path) != digest:
            yield Wrong(place=digest, reason="case.wrong.blob_changed", given={})


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _named(signed: Sequence[SignedHead], book: Book) -> Iterator[Wrong]:
    for one in signed:
        if one.name != book.name:
            yield Wrong(
                place=f"heads.jsonl, {one.head.seq}", reason="case.wrong.head_of_another", given={"name": one.name}
            )


def _run(folder: Path, event: Event, world: World) -> Iterator[Wrong]:
    """Judge again what an import took in; with other facts than these nothing can be said."""
    files: Mapping[str, str] = event.given.get("files", {})
    place = f"{LEDGER}:{event.seq}"
    if any(Path(name).name != name for name in files):  # a name that leads out of the folder is not a run's
        yield Wrong(place=place, reason="case.wrong.run_unread", given={"why": ", ".join(sorted(files))})
        return
    with tempfile.TemporaryDirectory() as made:
        run = Path(made)
        try:
            for name, digest in files.items():
                shutil.copyfile(blob_path(folder, digest), run / name)
            told = replay(run, world)
        except OSError:
            return  # told as a file that is absent
        except WordedError as bad:
            yield Wrong(place=place, reason=bad.reason, given=bad.given)
            return
        except DebadgeError as bad:
            yield Wrong(place=place, reason="case.wrong.run_unread", given={"why": str(bad)})
            return
        if not told.same_pack:
            yield Wrong(
                place=place,
                reason="case.wrong.other_facts",
                given={"recorded": told.recorded_pack, "ours": world.pack.name},
            )
        elif different := sorted(files.keys() & set(told.different)):
            yield Wrong(place=place, reason="case.wrong.run_differs", given={"files": ", ".join(different)})
