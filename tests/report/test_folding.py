"""Alike things become one line, and what differs in answer or site does not."""

from __future__ import annotations

from dataclasses import replace

from debadge.model.assessment import Assessment
from debadge.report.reading.answers import REPLY_ORDER, Answers
from debadge.report.reading.folding import fold, units_by_maker
from debadge.report.reading.shapes import shapes
from debadge.testing.assessments import ESTATE, Thing, assessment, many


def test_no_unit_is_lost_or_counted_twice(estate: Assessment) -> None:
    folds = fold(estate, Answers(estate))
    assert (
        sum(f.units for f in folds)
        == sum(t.quantity for t in ESTATE)
        == sum(units for _, _, units in units_by_maker(estate))
    )


def test_two_alike_cameras_are_one_line() -> None:
    told = assessment([Thing(name="a"), Thing(name="b"), Thing(name="c", site="depot")])
    assert sorted(f.units for f in fold(told, Answers(told))) == [1, 2]


def test_the_worst_answers_come_first(estate: Assessment) -> None:
    folds = fold(estate, Answers(estate))
    worst = [
        min(REPLY_ORDER.index(r) for r in (f.said.buy, f.said.keep, f.said.own_buy, f.said.own_keep)) for f in folds
    ]
    assert worst == sorted(worst)


def test_order_of_assets_does_not_change_the_lines(estate: Assessment) -> None:
    turned = replace(estate, assets=tuple(reversed(estate.assets)))
    assert [f.units for f in fold(turned, Answers(turned))] == [f.units for f in fold(estate, Answers(estate))]


def test_too_many_models_are_told_apart_by_unit_only() -> None:
    told = many(60, models=60)
    answers = Answers(told)
    assert len(fold(told, answers, most=20)) < len(fold(told, answers)) == 60
    assert all(f.model is None for f in fold(told, answers, most=20))


def test_days_of_purchase_do_not_multiply_the_reasons() -> None:
    told = many(400, models=12)
    shape_of, several = shapes(told, Answers(told))
    assert len(several) < len(shape_of)
    assert sum(s.others + 1 for s in several) == len(shape_of)


def test_facts_that_differ_are_not_told_as_if_they_were_one() -> None:
    told = assessment([Thing(name="a", acquired="2023-01-05"), Thing(name="b", acquired="2023-02-06")])
    _, several = shapes(told, Answers(told))
    merged = next(s for s in several if s.finding.regime == "zz-review" and s.finding.act == "use")
    assert (merged.units, merged.others) == (2, 1)
    assert {name: told for row in merged.facts for name, told in row.items()}["acquired"] is None
