"""One measure's answer for one situation on one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from debadge.model.duty import Duty
from debadge.model.ids import digest
from debadge.model.situation import Situation
from debadge.model.source import Source
from debadge.model.words import Answer, Force, Outcome, Test


class TestAnswer(NamedTuple):
    """What one test says, why, and on what it rests. Judging makes some ten for each measure, so it keeps what it was given."""

    test: Test
    answer: Answer
    says: str  # an id of the sentence catalogue
    words: Mapping[str, object]  # what goes into the sentence, as the test had it
    asked: tuple[str, ...]  # names of the facts that it asked
    situation: Situation | None  # of which it asked them; None: it asks none
    party: str | None = None  # the named party that the answer is about
    sources: tuple[
        Source, ...
    ] = ()  # who says what the answer rests on beside the clause: a listing, a tie, a suspension

    @property
    def given(self) -> dict[str, str]:
        """Words to put into the sentence."""
        party = {"party": self.party} if self.party else {}
        return {name: _text(value) for name, value in {**party, **self.words}.items()}

    @property
    def facts(self) -> dict[str, Any]:
        """Name -> `Fact.plain()` of what was asked."""
        return {name: self.situation[name].plain() for name in self.asked} if self.situation else {}

    def plain(self) -> dict[str, Any]:
        """The JSON form, one row of `because`."""
        return {
            "test": self.test.value,
            "answer": self.answer.value,
            "says": self.says,
            "given": self.given,
            "facts": self.facts,
            **({"party": self.party} if self.party else {}),
            **({"sources": [source.plain() for source in self.sources]} if self.sources else {}),
        }


TestAnswer.__test__ = False  # type: ignore[attr-defined]  # not a pytest class


def _text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


class Finding(NamedTuple):
    """One measure's answer for one situation on one day."""

    regime: str
    measure: str
    act: str | None
    force: Force
    outcome: Outcome
    condition: tuple[str, ...]
    because: tuple[TestAnswer, ...]
    questions: tuple[Test, ...]  # unknown tests, cheapest to settle first
    open_exceptions: tuple[str, ...]  # that nobody has claimed
    applied_exceptions: tuple[str, ...]
    not_looked: tuple[str, ...]
    duties: tuple[Duty, ...]
    citations: tuple[Source, ...]
    contested: tuple[Mapping[str, Any], ...]
    fragile: bool  # prohibited, and one single fact carries it
    as_of: date

    @property
    def failed_tests(self) -> tuple[Test, ...]:
        """Every test that says no, in the order of the row."""
        return tuple(row.test for row in self.because if row.answer is Answer.NO)

    def plain(self) -> dict[str, Any]:
        """The JSON form of `judge` (DESIGN.md section 5)."""
        failed = [test.value for test in self.failed_tests]
        return {
            "regime": self.regime,
            "measure": self.measure,
            "act": self.act,
            "force": self.force.value,
            "outcome": self.outcome.value,
            "condition": list(self.condition),
            "failed_test": failed[0] if failed else None,
            "failed_tests": failed,
            "questions": [test.value for test in self.questions],
            "open_exceptions": list(self.open_exceptions),
            "applied_exceptions": list(self.applied_exceptions),
            "not_looked": list(self.not_looked),
            "fragile": self.fragile,
            "duties": [duty.plain() for duty in self.duties],
            "because": [row.plain() for row in self.because],
            "citations": [source.plain() for source in self.citations],
            "contested": [dict(event) for event in self.contested],
            "as_of": self.as_of.isoformat(),
        }

    def id(self) -> str:
        """Digest of the answer; situations that are equal share it."""
        return digest(self.plain())


@dataclass(slots=True, kw_only=True)
class FindingGroup:
    """One finding and the subjects that share it; filled while judging, then left alone."""

    finding: Finding
    subjects: list[str] = field(default_factory=list)
    fragile: list[str] = field(default_factory=list)  # those for which one single record carries it
    id: str = field(init=False)  # the finding's, told once for all who share it

    def __post_init__(self) -> None:
        """Name it."""
        self.id = self.finding.id()

    def plain(self) -> dict[str, Any]:
        """The JSON form, one line of findings.jsonl."""
        return {
            "id": self.id,
            **self.finding.plain(),
            "assets": list(self.subjects),
            "fragile_assets": list(self.fragile),
        }
