"""What the rules say of the goods of one purchase line, for the organisation that asks, on the day of the purchase."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from debadge.flow.asking import Asking
from debadge.flow.assess import known
from debadge.flow.world import World
from debadge.judge.shared import judge_many
from debadge.judge.situate import situate
from debadge.model.asset import Asset
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject
from debadge.model.screened import Goods, Judgement
from debadge.model.words import HEADLINE_ORDER, Outcome
from debadge.report.reading.answers import Reply, binds, reply_to

MAX_CACHED = 50_000  # judgements; lines about the same goods on the same day share one
_SUBJECT = Subject(kind="purchase_line", row="line")
_RECORD = Origin(tool="screen", method="record", locator="")


class LineJudge:
    """Judges goods for one organisation; equal goods on one day are judged once."""

    def __init__(self, asking: Asking, world: World) -> None:
        """Take the question; without an organisation nothing is judged."""
        self._asking = asking
        self._regimes, self._world, _ = known(asking, world)
        self._acts = world.vocabulary.acts_of_action
        self._cache: dict[object, Judgement] = {}

    def judge(self, goods: Goods, circumstances: tuple[tuple[str, str], ...], day: date | None) -> Judgement | None:
        """What the rules say; None where nobody says for whom.

        Args:
            goods: Of the line.
            circumstances: (fact, text as the line has it): supplier, made_in, ship_from, contract, renews.
            day: Of the purchase; None for the day that is asked about.
        """
        if self._asking.organisation is None:
            return None
        as_of = day or self._asking.as_of
        bare = replace(goods.found, because=(), against=(), model=None, model_says=())
        key = (bare, goods.action, circumstances, as_of)
        if key not in self._cache:
            if len(self._cache) >= MAX_CACHED:
                self._cache.clear()
            self._cache[key] = self._judge(bare, goods.action, dict(circumstances), as_of)
        return self._cache[key]

    def _judge(self, found: Identification, action: str, circumstances: Mapping[str, str], as_of: date) -> Judgement:
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
        groups = judge_many(situations, self._regimes, as_of=as_of, law=world.law)
        bound = [group.finding for group in groups if binds(group.finding)]
        told = [finding for finding in bound if finding.outcome is not Outcome.NOT_REACHED]
        told.sort(key=lambda finding: (HEADLINE_ORDER.index(finding.outcome), finding.regime, finding.measure))
        reply = reply_to(bound) if acts else Reply.NONE
        return Judgement(reply=reply.value, findings=tuple(told), binding=len(bound), as_of=as_of)
