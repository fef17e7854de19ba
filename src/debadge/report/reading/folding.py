"""Alike things in one line: same maker, badge, model, site, sureness and answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.identification import Identification
from debadge.model.words import Grade
from debadge.report.reading.answers import REPLY_ORDER, Answers, Said

MOST_FOLDS = 1500  # beyond it models are told apart by unit only: 1,500 folds of 3 kB are half of what a page may weigh


@dataclass(slots=True, kw_only=True)
class Fold:
    """Things that read alike; filled while folding, then left alone."""

    first: Identification
    site: str | None  # id
    said: Said
    model: str | None  # None where unknown, or where the fold holds several
    assets: list[Asset] = field(default_factory=list)
    units: int = 0
    groups: set[int] = field(default_factory=set)  # all binding findings of all its things

    @property
    def makers(self) -> tuple[str, ...]:
        """The maker; all of them where strong evidence names several; none where unknown."""
        if self.first.maker:
            return (self.first.maker,)
        return tuple(c.maker for c in self.first.candidates)


def fold(assessment: Assessment, answers: Answers, *, most: int = MOST_FOLDS) -> tuple[Fold, ...]:
    """All things, the worst answer first, then by maker, badge, model and site."""
    folds = _fold(assessment, answers, by_model=True)
    if len(folds) > most:
        folds = _fold(assessment, answers, by_model=False)
    return tuple(sorted(folds, key=_order))


def _fold(assessment: Assessment, answers: Answers, *, by_model: bool) -> Sequence[Fold]:
    folds: dict[object, Fold] = {}
    for asset in assessment.assets:
        found, said = assessment.identifications[asset.id], answers.of(asset.id)
        place = assessment.sites.get(asset.id)
        site, model = place.id if place else None, found.model if by_model else None
        key = (
            found.maker,
            found.candidates if found.maker is None else (),
            found.entity,
            found.brand,
            model,
            found.device_class,
            found.grade,
            found.basis,
            found.asks,
            site,
            said.buy,
            said.keep,
            said.own_buy,
            said.own_keep,
            said.key,
        )
        one = folds.get(key)
        if one is None:
            one = folds[key] = Fold(first=found, site=site, said=said, model=model)
        one.assets.append(asset)
        one.units += asset.quantity
        one.groups.update(said.groups)
    return tuple(folds.values())


def _order(one: Fold) -> tuple[object, ...]:
    replies = sorted(REPLY_ORDER.index(r) for r in (one.said.buy, one.said.keep, one.said.own_buy, one.said.own_keep))
    found = one.first
    return (
        replies,
        -found.grade.rank,
        one.makers,
        found.brand or "",
        one.model or "",
        one.site or "",
        one.assets[0].id,
    )


def units_by_maker(assessment: Assessment) -> list[tuple[str | None, Grade, int]]:
    """(maker or None, grade, units), most units first."""
    counted: Counter[tuple[str | None, Grade]] = Counter()
    for asset in assessment.assets:
        found = assessment.identifications[asset.id]
        counted[found.maker, found.grade if found.maker else Grade.UNKNOWN] += asset.quantity
    return [
        (maker, grade, units)
        for (maker, grade), units in sorted(
            counted.items(), key=lambda pair: (pair[0][0] is None, -pair[1], pair[0][0] or "", -pair[0][1].rank)
        )
    ]
