"""Buy? and keep?, from the findings alone."""

from __future__ import annotations

import pytest

from debadge.model.assessment import Assessment
from debadge.model.words import Grade
from debadge.report.reading.answers import Answers, Reply
from debadge.testing.assessments import Thing, assessment, department
from debadge.testing.rules import measure, regime, regimes


@pytest.mark.parametrize(
    ("thing", "replies"),
    [
        ("cam-1", (Reply.NONE, Reply.NO, Reply.NONE, Reply.NO)),
        ("po-40", (Reply.NO, Reply.NONE, Reply.NO, Reply.NONE)),
        (
            "relabel",
            (Reply.NONE, Reply.ASK, Reply.NONE, Reply.NO),
        ),  # the public text is silent on badges, the own one is not
        ("cam-3", (Reply.NONE, Reply.ASK, Reply.NONE, Reply.ASK)),  # the landlord operates it
        ("other", (Reply.NONE, Reply.YES, Reply.NONE, Reply.YES)),
        ("nobody", (Reply.NONE, Reply.ASK, Reply.NONE, Reply.ASK)),
    ],
)
def test_each_thing_has_the_replies_of_its_findings(estate: Assessment, thing: str, replies: tuple[Reply, ...]) -> None:
    said = Answers(estate).of(f"dev-{thing}")
    assert (said.buy, said.keep, said.own_buy, said.own_keep) == replies


def test_a_condition_is_yes_with_a_star() -> None:
    told = assessment([Thing(name="kept", acts=("retain",), acquired="2023")], rules=regimes()[:2])
    assert Answers(told).of("dev-kept").keep is Reply.YES_IF


def test_a_possible_maker_is_a_question_and_never_no() -> None:
    told = assessment([Thing(name="lead", grade=Grade.POSSIBLE)], rules=regimes()[:1])
    assert Answers(told).of("dev-lead").keep is Reply.ASK


def test_rules_of_another_place_are_counted_and_not_shown(estate: Assessment) -> None:
    answers = Answers(estate)
    assert [answers.findings[n].regime for n in answers.not_binding] == ["yy-contractors"]
    assert all(h.regime != "yy-contractors" for a in estate.assets for h in answers.of(a.id).headlines)


def test_a_place_without_rules_is_a_question_and_never_yes() -> None:
    told = assessment([Thing(name="other", maker="northlens")], organisation=department(jurisdiction="XX"))
    answers = Answers(told)
    assert answers.place_unknown
    assert answers.of("dev-other").keep is Reply.ASK


def test_without_an_own_direction_nothing_is_said_in_its_name() -> None:
    answers = Answers(assessment(rules=regimes()[:1]))
    assert not answers.has_own
    assert answers.of("dev-cam-1").own_keep is Reply.NONE


def test_the_worst_measure_speaks_for_a_regime() -> None:
    two = regime("zz-two", measure("soft", "zz-two", roles=("federal_contractor",)), measure("hard", "zz-two"))
    answers = Answers(assessment([Thing(name="cam")], rules=[two]))
    (use, *_) = [h for h in answers.of("dev-cam").headlines if h.act == "use"]
    assert answers.findings[use.group].measure == "hard"
