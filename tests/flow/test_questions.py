"""What undetermined findings ask, of whom, and for how many things one answer holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from debadge.cli.main import main
from debadge.flow.questions import Questions, questions
from debadge.flow.world import World
from debadge.knowledge.questions import read_answerers
from debadge.model.errors import KnowledgeError
from debadge.model.question import TEXT, WHO
from debadge.model.situation import Fact
from debadge.model.words import Answer, Basis, Outcome

ROOT = Path(__file__).parents[2]
KNOWN, ASSUMED, NOTHING = Fact("x"), Fact("x", Basis.ASSUMED), Fact(None)
Row = tuple[str, dict[str, Fact]]


def run(
    *findings: tuple[str, list[Row]], sites: dict[str, Any] | None = None, models: dict[str, str] | None = None
) -> Any:
    """A run as far as it is asked: undetermined findings of one thing each, with their unknown rows."""
    groups = [
        SimpleNamespace(
            finding=SimpleNamespace(
                outcome=Outcome.UNDETERMINED,
                regime="r",
                measure="m",
                because=[
                    SimpleNamespace(answer=Answer.UNKNOWN, says=says, asked=tuple(facts), situation=facts)
                    for says, facts in rows
                ],
            ),
            subjects=[subject],
        )
        for subject, rows in findings
    ]
    found = {
        subject: SimpleNamespace(maker="hikvision", brand="lts", model=(models or {}).get(subject))
        for subject, _ in findings
    }
    return SimpleNamespace(groups=groups, sites=sites or {}, identifications=found)


@pytest.fixture
def asked(world: World) -> Callable[..., Questions]:
    return lambda *findings, share=1.0, **more: questions(run(*findings, **more), world.answerers, share)


def ids(told: Questions) -> set[str]:
    return {one.id for one in told.several}


def test_only_facts_that_are_not_settled_are_asked(asked: Callable[..., Questions]) -> None:
    told = asked(("a", [("purpose.unknown", {"purpose": ASSUMED, "maker": KNOWN})]))
    assert ids(told) == {"purpose:site:a"}


def test_text_that_leaves_it_open_is_asked_of_its_authority(asked: Callable[..., Questions]) -> None:
    told = asked(("a", [("entity.relabel.silent", {"entity": NOTHING})]), ("b", [("act.argued", {"act": KNOWN})]))
    assert [(one.id, one.who, one.subjects) for one in told.several] == [("text:measure:r/m", "legal", ("a", "b"))]


def test_one_answer_holds_for_a_site_or_a_model(asked: Callable[..., Questions]) -> None:
    site = SimpleNamespace(id="depot", controller="own")
    rows: list[Row] = [("site.unknown", {"site_class": NOTHING}), ("product.unknown", {"product": NOTHING})]
    told = asked(("a", rows), ("b", rows), sites={"a": site, "b": site}, models={"a": "X1", "b": "X1"})
    assert ids(told) == {"site_class:site:depot", "product:model:hikvision/lts/X1"}
    assert told.plan.settles == 2


def test_thing_without_a_model_is_asked_about_by_itself(asked: Callable[..., Questions]) -> None:
    rows: list[Row] = [("product.unknown", {"product": NOTHING})]
    assert ids(asked(("a", rows), ("b", rows))) == {"product:model:a", "product:model:b"}


def test_landlord_is_asked_about_the_landlords_place(asked: Callable[..., Questions]) -> None:
    site = SimpleNamespace(id="depot", controller="landlord")
    rows: list[Row] = [("act.open", {"act": Fact("use", Basis.INFERRED)}), ("funding.unknown", {"funding": NOTHING})]
    told = asked(("a", rows), sites={"a": site})
    assert {one.fact: one.who for one in told.several} == {"act": "landlord", "funding": "contracting"}


def test_what_a_share_leaves_open_is_counted(asked: Callable[..., Questions]) -> None:
    several = [(f"a{at}", [("site.unknown", {"site_class": NOTHING})]) for at in range(9)]
    site = SimpleNamespace(id="depot", controller="own")
    told = asked(
        *several, ("b", [("x.unknown", {"maker": NOTHING})]), sites={name: site for name, _ in several}, share=0.9
    )
    assert (ids(told), told.left, told.plan.total) == ({"site_class:site:depot"}, 1, 10)


def test_known_answers_ask_nothing(world: World) -> None:
    done = run(("a", [("purpose.unknown", {"purpose": NOTHING})]))
    done.groups[0].finding.outcome = Outcome.PROHIBITED
    told = questions(done, world.answerers, 1.0)
    assert (told.several, told.plan.total) == ((), 0)


def test_every_fact_has_somebody_and_a_sentence(world: World) -> None:
    told = world.answerers
    assert told.of.keys() == {*world.vocabulary.facts, TEXT}
    for lang in ("en", "fr"):
        words = world.sentences(lang)
        assert all(words.has(f"question.{fact}") for fact in told.of)
        assert all(words.has(f"answers.{who}") for who in WHO)


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"maker": {"who": "label", "holds": "unit"}}, "nobody answers `model`"),
        ({"maker": {"who": "label", "holds": "unit"}, "model": {"who": "nobody", "holds": "unit"}}, "who is one of"),
        ({name: {"who": "label", "holds": "unit"} for name in ("maker", "model", "taste")}, "`taste` is no fact"),
    ],
)
def test_file_that_does_not_fit_is_refused(facts: dict[str, Any], says: str) -> None:
    source = {"title": "x", "read": date(2026, 11, 24), "status": "unverified"}
    told = {"source": source, "facts": facts, "text": {"who": "legal", "holds": "measure"}, "landlord": ["facilities"]}
    with pytest.raises(KnowledgeError, match=says):
        read_answerers({"questions/who": told}, frozenset({"maker", "model"}))


def test_example_is_settled_by_few(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:

    folder = tmp_path / "run"
    assert (
        main(["check", str(ROOT / "examples" / "harbour-office"), "--as-of", "2026-11-22", "-o", str(folder), "-q"])
        == 0
    )
    capsys.readouterr()
    for lang in ("en", "fr"):
        assert main(["questions", str(folder), "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert "25" in out
        assert max(map(len, out.splitlines())) <= 80
    assert main(["questions", str(folder), "--share", "0"]) == 2
    assert "--share 0" in capsys.readouterr().err
