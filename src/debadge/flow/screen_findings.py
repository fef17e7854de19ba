"""What the rules say of the goods of one purchase line, for the organisation that asks, on the day of the purchase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from debadge.flow.asking import Asking
from debadge.flow.assess import known
from debadge.flow.order_days import order_days
from debadge.flow.world import World
from debadge.judge.shared import Asked, asked_on, judge_asked, that_bind
from debadge.judge.situate import situate
from debadge.model.asset import Asset
from debadge.model.finding import Finding
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject
from debadge.model.screened import Goods, Judgement
from debadge.model.situation import Situation
from debadge.model.words import HEADLINE_ORDER, Outcome, Test
from debadge.report.reading.answers import REPLY_ORDER, Reply, binds, reply_to

MAX_CACHED = 5_000  # judgements; lines about the same goods on the same day share one
MAX_DAYS = 4_000  # days of purchase whose measures are kept: eleven years
_SUBJECT = Subject(kind="purchase_line", row="line")
_RECORD = Origin(tool="screen", method="record", locator="")


@dataclass(frozen=True, slots=True)
class _Said:
    """What the rules say of some goods."""

    reply: Reply
    findings: tuple[Finding, ...]  # that reach it
    binding: int


class LineJudge:
    """Judges the goods of a line for one organisation; equal goods on one day are judged once."""

    def __init__(self, asking: Asking, world: World) -> None:
        """Take the question; without an organisation nothing is judged."""
        self._asking = asking
        self._regimes, self._world, _ = known(asking, world)
        self._acts = world.vocabulary.acts_of_action
        self._cache: dict[object, _Said] = {}
        self._on_day: dict[date, list[Asked]] = {}

    def judge(
        self, several: Sequence[Goods], circumstances: tuple[tuple[str, str], ...], ordered: str | None
    ) -> Judgement | None:
        """What the rules say of all the goods together, the worst first; None where nobody says for whom.

        Args:
            several: The goods of the line.
            circumstances: (fact, text as the line has it): supplier, made_in, ship_from, contract, renews.
            ordered: The day of the purchase as the line has it; None for the day that is asked about.
        """
        if self._asking.organisation is None:
            return None
        when = order_days(ordered, self._asking.as_of)
        said = [_one_of([self._said(goods, circumstances, day) for day in when.days]) for goods in several]
        return Judgement(
            reply=min((one.reply for one in said), key=REPLY_ORDER.index).value,
            replies=tuple(one.reply.value for one in said),
            findings=_worst_first(finding for one in said for finding in one.findings),
            binding=max(one.binding for one in said),
            as_of=when.days[0],
            until=when.days[-1],
            day_of=when.source,
        )

    def _said(self, goods: Goods, circumstances: tuple[tuple[str, str], ...], as_of: date) -> _Said:
        bare = replace(goods.found, because=(), against=(), model=None, model_says=())
        key = (bare, goods.action, circumstances, as_of)
        if key not in self._cache:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            self._cache[key] = self._ask(bare, goods.action, dict(circumstances), as_of)
        return self._cache[key]

    def _ask(self, found: Identification, action: str, circumstances: Mapping[str, str], as_of: date) -> _Said:
        acts = self._acts[action]
        if acts == ("procure",) and "renews" in circumstances:
            acts = (*acts, "renew_contract")
        world, org = self._world, self._asking.organisation
        words = replace(world.words, acts_of_kind={"purchase_line": acts})
        if action == "spare_or_licence":  # of a bracket or a right to use nobody has said what product it is
            found = replace(found, device_class=None)
        records = [
            (str(number), Observation(subject=_SUBJECT, field=name, value=text, origin=_RECORD, collected=None))
            for number, (name, text) in enumerate(circumstances.items())
            if name != "renews"
        ]
        asset = Asset(id="line", kind="purchase_line", name="line", quantity=1, keys=(), observations=(), joins=())
        situations = situate(asset, records, found, org, None, world.law, words, as_of)
        groups = judge_asked(situations, self._binding(as_of, situations[0]), world.law) if situations else []
        bound = [group.finding for group in groups if binds(group.finding)]
        told = tuple(finding for finding in bound if finding.outcome is not Outcome.NOT_REACHED)
        return _Said(reply_to(bound) if acts else Reply.NONE, told, len(bound))

    def _binding(self, as_of: date, situation: Situation) -> list[Asked]:
        """The measures that bind the organisation on a day; the others reach no line of it."""
        if as_of not in self._on_day:
            if len(self._on_day) >= MAX_DAYS:
                self._on_day.clear()
            self._on_day[as_of] = that_bind(asked_on(self._regimes, as_of, self._world.law), situation)
        return self._on_day[as_of]


def _one_of(days: Sequence[_Said]) -> _Said:
    """One thing that was bought on one of several days: what some days forbid and others do not has to be asked."""
    replies = {one.reply for one in days}
    worst = min(replies, key=REPLY_ORDER.index)
    return _Said(
        Reply.ASK if worst is Reply.NO and len(replies) > 1 else worst,
        tuple(finding for one in days for finding in one.findings),
        max(one.binding for one in days),
    )


def _worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each answer of a measure about a party once, on the first day that has it."""
    once: dict[object, Finding] = {}
    for finding in findings:
        who = next((row.words for row in finding.because if row.test is Test.ENTITY), None)
        key = (finding.regime, finding.measure, finding.act, finding.outcome, str(who))
        once.setdefault(key, finding)
    return tuple(sorted(once.values(), key=lambda one: (HEADLINE_ORDER.index(one.outcome), one.regime, one.measure)))
