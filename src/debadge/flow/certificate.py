"""The certificate of a screening, collected as the answers pass: counters, and the first lines that need somebody.

Nothing is kept of other lines, so a certificate about a million lines costs no more memory than one about a thousand.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, cast

from debadge.flow.lists_status import status
from debadge.flow.screen_lines import LineScreening
from debadge.flow.world import World
from debadge.model.certificate import MOST, MOST_REMARKS, Certificate, CheckedFile, Counted, Gap, JudgedDays, Remark
from debadge.model.decision import Decision
from debadge.model.finding import Finding
from debadge.model.listing import Snapshot
from debadge.model.observation import Reject
from debadge.model.organisation import Organisation
from debadge.model.screened import Judgement, Screened
from debadge.model.screening import ACTIONS
from debadge.model.supplier import ASKS, OPEN_OWNERSHIP, WORST
from debadge.model.words import Force, Outcome
from debadge.sources.interface import Note, ReadContext
from debadge.sources.streaming.opening import Source

_CHUNK = 1 << 16  # bytes read at once where nobody else read on
_DONE = frozenset({"yes", "none"})  # replies with which nobody has to do anything


class Hashed:
    """A source whose bytes are counted into a digest as they are read."""

    def __init__(self, source: Source) -> None:
        self.plain, self._hash, self._stream = source, hashlib.sha256(), cast("BinaryIO | None", None)
        self.source = Source(source.name, self._open, is_ours=source.is_ours)

    def _open(self) -> BinaryIO:
        self._stream = self.plain.open()
        return cast("BinaryIO", self)

    def read(self, size: int = -1) -> bytes:
        """As of any stream."""
        assert self._stream is not None
        piece = self._stream.read(size)
        self._hash.update(piece)
        return piece

    def close(self) -> None:
        """Take in what a reader left behind the last row, then close the file below."""
        assert self._stream is not None
        if not self._stream.closed:
            self._drain()
            self._stream.close()

    def digest(self) -> str:
        """SHA-256 of all the bytes, when they were read."""
        if self._stream is not None and not self._stream.closed:
            self._drain()
        return self._hash.hexdigest()

    def _drain(self) -> None:
        while self.read(_CHUNK):
            pass


class LineNotes:
    """Watches a screening of lines."""

    def __init__(self) -> None:
        self.asking, self.lines, self.outcomes = 0, list[Screened](), Counter[str]()
        self.settled, self.quiet, self.refused = 0, list[Screened](), list[Reject]()
        self.days = JudgedDays()

    def named(self, one: Screened, *, is_listed: bool) -> None:
        """Keep a line that needs somebody, or count it."""
        if one.judgement:
            self.outcomes.update({_outcome(finding) for finding in one.judgement.findings})
            self.days = _with_day(self.days, one.judgement)
        is_open = is_listed and (one.judgement is None or one.judgement.reply not in _DONE)
        if is_open or (one.supplier and one.supplier.asks):
            self.asking += 1
            if len(self.lines) < MOST:
                self.lines.append(one)
        elif is_listed:
            self.settled += 1
            if len(self.quiet) < MOST:
                self.quiet.append(one)

    def rejected(self, one: Reject) -> None:
        """Keep the first; the screening counts them."""
        if len(self.refused) < MOST_REMARKS:
            self.refused.append(one)


def _with_day(days: JudgedDays, judged: Judgement) -> JudgedDays:
    match judged.day_of:
        case "line":
            first, last = min(days.first or judged.as_of, judged.as_of), max(days.last or judged.until, judged.until)
            return replace(days, own=days.own + 1, first=first, last=last)
        case "unread":
            return replace(days, unread=days.unread + 1)
        case _:
            return replace(days, asked=days.asked + 1)


def _outcome(finding: Finding) -> str:
    """The word for people: what a policy forbids is contrary to it, and not forbidden by law."""
    policy = finding.outcome is Outcome.PROHIBITED and finding.force in (Force.POLICY_STATEMENT, Force.OWN_DIRECTION)
    return "prohibited.policy" if policy else finding.outcome.value


class NameNotes:
    """Watches a screening of names; gets the JSON form of each answer."""

    def __init__(self) -> None:
        self.asking, self.names, self.counts = 0, list[Mapping[str, Any]](), Counter[str]()
        self.rejected, self.not_looked = 0, 0

    def answered(self, told: Mapping[str, Any], *, is_bad: bool) -> None:
        """Keep a name that needs somebody, or count it; ``is_bad``: the row could not be read."""
        answer = "dismissed" if told["dismissed"] else told["answer"]
        self.counts[answer] += 1
        self.rejected += is_bad
        self.not_looked += told["ownership"] in OPEN_OWNERSHIP and answer != "refused"
        if answer in ASKS:
            self.asking += 1
            if len(self.names) < MOST:
                self.names.append(told)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every certificate states beside the result."""

    world: World
    organisation: Organisation | None
    as_of: date
    name: str  # of the file
    digest: str
    context: ReadContext
    home: Path | None  # of the lists

    def file(self, rows: int, rejected: int) -> CheckedFile:
        """What was read."""
        report = self.context.report
        return CheckedFile(
            name=self.name,
            digest=self.digest,
            rows=rows,
            rejected=rejected,
            understood=tuple(sorted(report.understood.items())),
            left_over=tuple(sorted(report.left_over)),
            notes=len(report.notes) + report.more_notes,
            remarks=_remarks(report.notes),
        )

    def made(self, **told: Any) -> Certificate:
        """The certificate."""
        org = self.organisation
        return Certificate(
            who=org.names if org else None,
            marking=org.marking if org else None,
            as_of=self.as_of,
            pack=self.world.pack.name,
            **told,
        )

    def gaps_of_reading(self, file: CheckedFile) -> Iterator[Gap]:
        """What of the file was not read or understood."""
        if file.rejected:
            yield _gap("rejected", number=file.rejected)
        if file.left_over:
            yield _gap("left_over", columns=", ".join(file.left_over))
        if file.notes:
            yield _gap("notes", number=file.notes)

    def gaps_of_lists(self) -> Iterator[Gap]:
        """Lists that were never taken in, are past their day, or are no whole list."""
        if self.home is None:
            yield _gap("no_lists")
            return
        told = status(self.home, self.as_of, self.world)
        if absent := [one.list for one in told if one.absent in {"never", "later"}]:
            yield _gap("absent", lists=", ".join(absent))
        if broken := [one.list for one in told if one.absent == "broken"]:
            yield _gap("broken", lists=", ".join(broken))
        for one in told:
            if one.past_recheck and one.recheck and one.age_days is not None:
                yield _gap("past_recheck", list=one.list, age=one.age_days, day=one.recheck)
            elif one.past_recheck and one.recheck:
                yield _gap("recheck", list=one.list, day=one.recheck)
            if one.snapshot and one.age_days is None:
                yield _gap("no_day", list=one.list, age=one.imported_days)
            if one.snapshot and one.snapshot.partial:
                yield _gap("partial", list=one.list)
            if one.snapshot and one.snapshot.accepted:
                yield _gap("accepted", list=one.list, why=one.snapshot.accepted)


def _gap(name: str, **given: object) -> Gap:
    return Gap(reason=f"certificate.gap.{name}", given={key: str(value) for key, value in given.items()})


def _remarks(several: Iterable[Note | Reject]) -> tuple[Remark, ...]:
    """The first of them."""
    first = islice(several, MOST_REMARKS)
    return tuple(Remark(locator=one.locator, reason=one.reason, given=dict(one.given)) for one in first)


def _bare(snapshots: tuple[Snapshot, ...]) -> tuple[Snapshot, ...]:
    return tuple(replace(one, rows=()) for one in snapshots)


def _decided(in_force: Mapping[str, tuple[Decision, int]]) -> tuple[tuple[tuple[Decision, int], ...], int]:
    told = sorted(in_force.values(), key=lambda one: (one[0].day, one[0].id))
    return tuple(told[:MOST]), max(len(told) - MOST, 0)


def certificate_of_lines(frame: Frame, screening: LineScreening, notes: LineNotes) -> Certificate:
    """What a screening of purchase lines came to."""
    tally, suppliers = screening.tally, screening.suppliers
    file = frame.file(tally.lines, tally.rejected)
    file = replace(file, aside=tuple(tally.aside.values()), refused=_remarks(notes.refused))
    decisions, more = _decided(suppliers.in_force if suppliers else {})
    against = suppliers.against if suppliers else None
    return frame.made(
        about="lines",
        policy=against.policy if against else None,
        file=file,
        lists=_bare(suppliers.snapshots) if suppliers else (),
        compared=against is not None,
        counts=tuple(_counts_of_lines(screening, notes)),
        asking=notes.asking,
        lines=tuple(notes.lines),
        settled=notes.settled,
        quiet=tuple(notes.quiet),
        days=notes.days if screening.judges else None,
        names=(),
        decisions=decisions,
        more_decisions=more,
        gaps=(*frame.gaps_of_reading(file), *_gaps_of_lines(frame, screening)),
    )


def _counts_of_lines(screening: LineScreening, notes: LineNotes) -> Iterator[Counted]:
    tally = screening.tally
    for action in ACTIONS:
        if count := tally.actions.get(action):
            yield Counted(kind="action", word=action, count=count)
    yield Counted(kind="action", word="nobody", count=tally.lines - tally.rejected - sum(tally.actions.values()))
    for outcome, count in sorted(notes.outcomes.items()):
        yield Counted(kind="outcome", word=outcome, count=count)
    if screening.suppliers and screening.suppliers.against:
        answers = screening.suppliers.tally.answers
        yield from _counted("supplier", answers)


def _counted(kind: str, answers: Mapping[str, int]) -> Iterator[Counted]:
    for word in (*WORST[:4], "dismissed", *WORST[4:]):
        if count := answers.get(word):
            yield Counted(kind=kind, word=word, count=count)


def _gaps_of_lines(frame: Frame, screening: LineScreening) -> Iterator[Gap]:
    tally, suppliers = screening.tally, screening.suppliers
    if places := [place for one in tally.unread for place in one.places]:
        yield _gap("unread", places=", ".join([*places[:MOST_REMARKS], *(["…"] if len(places) > MOST_REMARKS else [])]))
    if not screening.judges:
        yield _gap("not_judged")
    if silent := tally.lines - tally.rejected - sum(tally.actions.values()):
        yield _gap("nobody", number=silent)
    if suppliers is None:
        yield _gap("suppliers_off")
        return
    if suppliers.against is None:
        yield _gap("no_suppliers")
        return
    if suppliers.tally.silent:
        yield _gap("no_supplier", number=suppliers.tally.silent)
    if refused := suppliers.tally.answers.get("refused"):
        yield _gap("refused", number=refused)
    if suppliers.tally.not_looked:
        yield _gap("ownership", number=suppliers.tally.not_looked)
    yield from frame.gaps_of_lists()


def certificate_of_names(
    frame: Frame,
    notes: NameNotes,
    policy: str,
    snapshots: tuple[Snapshot, ...],
    in_force: Mapping[str, tuple[Decision, int]],
) -> Certificate:
    """What a screening of names came to."""
    file = frame.file(sum(notes.counts.values()), notes.rejected)
    decisions, more = _decided(in_force)
    return frame.made(
        about="names",
        policy=policy,
        file=file,
        lists=_bare(snapshots),
        compared=True,
        counts=tuple(_counted("answer", notes.counts)),
        asking=notes.asking,
        lines=(),
        names=tuple(notes.names),
        decisions=decisions,
        more_decisions=more,
        gaps=(*frame.gaps_of_reading(file), *_gaps_of_names(frame, notes)),
    )


def _gaps_of_names(frame: Frame, notes: NameNotes) -> Iterator[Gap]:
    if refused := notes.counts["refused"] - notes.rejected:
        yield _gap("refused", number=refused)
    if notes.not_looked:
        yield _gap("ownership", number=notes.not_looked)
    yield from frame.gaps_of_lists()
