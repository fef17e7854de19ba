"""The person's two questions, *buy?* and *keep?*, answered from the findings: no, ask, yes if, yes, or nothing asked.

Binding rules are those whose force, date and actor say yes or unknown; only these are shown, the rest is counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from debadge.judge.binding import without_rules
from debadge.model.assessment import Assessment
from debadge.model.finding import Finding
from debadge.model.words import HEADLINE_ORDER, Answer, Outcome, Test

BUY = ("procure", "renew_contract")
KEEP = ("use", "retain")
_TO_THE_PERSON = frozenset({Test.FORCE, Test.DATE, Test.ACTOR})


class Reply(StrEnum):
    """An answer to *buy?* or *keep?*, worst first."""

    NO = "no"
    # a test is unknown, or nothing is known of the place's rules
    ASK = "ask"
    # yes, on a condition that is named
    YES_IF = "yes_if"
    YES = "yes"
    # nobody asked: the thing is not bought, or not kept
    NONE = "none"


_REPLIES = {
    Outcome.PROHIBITED: Reply.NO,
    Outcome.UNDETERMINED: Reply.ASK,
    Outcome.CONDITIONAL: Reply.YES_IF,
    Outcome.REPORT_DUTY: Reply.YES_IF,
    Outcome.NOT_REACHED: Reply.YES,
}
REPLY_ORDER = tuple(Reply)


def binds(finding: Finding) -> bool:
    """Whether force, date and actor say yes or unknown."""
    return not any(row.answer is Answer.NO for row in finding.because if row.test in _TO_THE_PERSON)


@dataclass(frozen=True, slots=True)
class Headline:
    """A binding regime's answer to one act: the first of its measures in the order of outcomes."""

    regime: str
    act: str
    group: int  # place in Assessment.groups

    def key(self, findings: Sequence[Finding]) -> tuple[str, str, str, str]:
        """What makes two headlines the same answer, whatever facts led to it."""
        found = findings[self.group]
        return (self.regime, self.act, found.measure, found.outcome.value)


@dataclass(frozen=True, slots=True)
class Said:
    """All answers to one subject's acts; subjects with the same findings share it."""

    headlines: tuple[Headline, ...]  # in the order of the regimes, then of the acts
    key: tuple[tuple[str, str, str, str], ...]
    buy: Reply
    keep: Reply
    own_buy: Reply  # by the organisation's own directions
    own_keep: Reply
    groups: tuple[int, ...]  # all binding findings


class Answers:
    """Finds the answers of every subject."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment
        self.findings = [group.finding for group in assessment.groups]
        self.binding = [binds(finding) for finding in self.findings]
        # every measure judges every act of every subject, so one measure tells the acts of all
        first = self.findings[0] if self.findings else None
        self._of_subject: dict[str, list[int]] = {asset.id: [] for asset in assessment.assets}
        self._acts: dict[str, list[str]] = {asset.id: [] for asset in assessment.assets}
        for number, group in enumerate(assessment.groups):
            if self.binding[number]:
                for subject in group.subjects:
                    self._of_subject[subject].append(number)
            if first and (group.finding.regime, group.finding.measure) == (first.regime, first.measure):
                for subject in group.subjects:
                    self._acts[subject].append(group.finding.act or "")
        self._said: dict[tuple[object, ...], Said] = {}
        self.place_unknown = _place_unknown(assessment)

    def of(self, subject: str) -> Said:
        """The answers of one subject."""
        numbers, acts = tuple(self._of_subject.get(subject, ())), tuple(self._acts.get(subject, ()))
        if (numbers, acts) not in self._said:
            self._said[numbers, acts] = self._say(numbers, set(acts))
        return self._said[numbers, acts]

    @cached_property
    def has_own(self) -> bool:
        """Whether the organisation has directions of its own."""
        return any(regime.own for regime in self.assessment.regimes.values())

    @cached_property
    def not_binding(self) -> tuple[int, ...]:
        """One finding for each measure that binds nobody here, in the order of the regimes."""
        shown = {(f.regime, f.measure) for f, bound in zip(self.findings, self.binding, strict=True) if bound}
        first: dict[tuple[str, str], int] = {}
        for number, finding in enumerate(self.findings):
            key = (finding.regime, finding.measure)
            if key not in shown:
                first.setdefault(key, number)
        return tuple(first.values())

    @cached_property
    def other_days(self) -> tuple[str, ...]:
        """Regimes of which a measure would answer for something here, were it in force on the day judged; sorted."""
        return tuple(sorted({finding.regime for finding in self.findings if finding.failed_tests == (Test.DATE,)}))

    def is_own(self, regime: str) -> bool:
        """Whether a regime is the organisation's own direction."""
        return self.assessment.regimes[regime].own

    def _say(self, bound: tuple[int, ...], acts: set[str]) -> Said:
        headlines = self._headlines(bound)
        replies = [self._reply(headlines, acts, asked, own=own) for own in (False, True) for asked in (BUY, KEEP)]
        key = tuple(headline.key(self.findings) for headline in headlines)
        return Said(headlines, key, replies[0], replies[1], replies[2], replies[3], bound)

    def _headlines(self, bound: Iterable[int]) -> tuple[Headline, ...]:
        best: dict[tuple[str, str], int] = {}
        for number in bound:
            finding = self.findings[number]
            key = (finding.regime, finding.act or "")
            if key not in best or _rank(finding) < _rank(self.findings[best[key]]):
                best[key] = number
        return tuple(Headline(regime, act, number) for (regime, act), number in best.items())

    def _reply(self, headlines: Iterable[Headline], acts: set[str], asked: tuple[str, ...], *, own: bool) -> Reply:
        if not acts & set(asked) or (own and not self.has_own):
            return Reply.NONE
        replies = [
            _REPLIES[self.findings[h.group].outcome]
            for h in headlines
            if h.act in asked and self.is_own(h.regime) is own
        ]
        if self.place_unknown and not own:
            replies.append(Reply.ASK)
        return min(replies, key=REPLY_ORDER.index, default=Reply.YES)


def reply_to(findings: Iterable[Finding]) -> Reply:
    """The answer that binding findings give to one question, the worst first; yes where none is given."""
    return min((_REPLIES[finding.outcome] for finding in findings), key=REPLY_ORDER.index, default=Reply.YES)


@lru_cache(maxsize=1)
def answers_of(assessment: Assessment) -> Answers:
    """The answers of a run, made once for all its reports."""
    return Answers(assessment)


def by_act(act: str) -> tuple[int, str]:
    """Sort key: buying, keeping, then whatever else is done, as with the other party of a contract."""
    first = (*BUY, *KEEP)
    return (first.index(act), act) if act in first else (len(first), act)


def _rank(finding: Finding) -> int:
    return HEADLINE_ORDER.index(finding.outcome)


def _place_unknown(assessment: Assessment) -> bool:
    """Whether no regime that was judged is of the organisation's place."""
    asking = assessment.organisation
    return asking is not None and without_rules(
        asking.jurisdiction, (r.jurisdiction for r in assessment.regimes.values() if not r.own)
    )
