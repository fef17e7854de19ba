"""Explaining: the answer is worked out again with each piece of evidence taken away, and with facts changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from debadge.flow.asking import ask
from debadge.flow.check import check
from debadge.flow.explain import Explained, explain
from debadge.flow.read import Reading, read
from debadge.flow.world import World
from debadge.judge.counterfactual import OTHER_MAKER
from debadge.model.errors import InputError
from debadge.model.words import Outcome

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "harbour-office"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    world, out = World.load(), tmp_path_factory.mktemp("run") / "a"
    asking = ask(world, org=None, beside=(EXAMPLE,), as_of=date(2026, 11, 22), known_by=None)
    check(read([EXAMPLE], world, Reading()), asking, world, folder=out, lang="en")
    return out


def told(folder: Path, name: str, world: World) -> Explained:
    return explain(folder, name, world)


@pytest.mark.parametrize("name", ["HO-1010", "20:bb:bc:d6:49:3e", "20bb.bcd6.493e", "192.0.2.20"])
def test_thing_is_found_by_any_of_its_names(name: str, folder: Path, world: World) -> None:
    assert told(folder, name, world).found.brand == "EZVIZ"


def test_unknown_name_is_an_error_that_says_what_to_give(folder: Path, world: World) -> None:
    with pytest.raises(InputError, match=r"error\.nothing_called"):
        told(folder, "HO-9999", world)


def test_prefix_alone_makes_the_ezviz_probable(folder: Path, world: World) -> None:
    without = next(w for w in told(folder, "HO-1010", world).without if w.field == "mac_oui")
    assert (without.found.maker, without.found.grade.value) == ("hikvision", "possible")
    told_ = [(regime, act, now.outcome, then.outcome) for regime, act, now, then in without.outcomes]
    assert ("harbour-office-direction", "use", Outcome.PROHIBITED, Outcome.UNDETERMINED) in told_


def test_one_text_that_stands_twice_is_taken_away_twice(folder: Path, world: World) -> None:
    serials = [w for w in told(folder, "HO-1008", world).without if w.field == "serial_string"]
    assert len(serials) == 1
    assert serials[0].found.grade.value != "confirmed"


def test_smallest_change_is_one_fact_and_gives_another_outcome(folder: Path, world: World) -> None:
    changes = {f.regime: c for f, c in told(folder, "HO-1001", world).changes if f.act == "use"}
    ban = changes["ca-gov-hikvision-use-ban-2025"]
    assert all(len(change.facts) == 1 and change.outcome is not Outcome.PROHIBITED for change in ban)
    assert (("entity", OTHER_MAKER),) in [change.facts for change in ban]  # the badge names Hikvision, whoever made it


def test_every_test_of_a_binding_rule_is_shown_with_its_answer(folder: Path, world: World) -> None:
    for finding in told(folder, "HO-1013", world).findings:
        assert len(finding.because) == 11
        assert all(row.answer for row in finding.because)


def test_explanation_knows_no_more_than_its_run(world: World, tmp_path: Path) -> None:
    """That Dahua owned Lorex in 2020 stands in a complaint of 23 September 2025."""
    (tmp_path / "list.csv").write_text("Make,Model,Description\nLorex,LNB8005,Bullet camera\n", "utf-8")
    for known_by, owned in ((date(2025, 9, 22), False), (date(2025, 9, 23), True)):
        asking = ask(world, org="us-federal-contractor", beside=(), as_of=date(2020, 9, 1), known_by=known_by)
        run = check(read([tmp_path / "list.csv"], world, Reading()), asking, world, folder=tmp_path / "run", lang="en")
        (asset,) = run.assessment.assets
        told = explain(tmp_path / "run", asset.id, world)
        assert any(row.party == "dahua" for finding in told.findings for row in finding.because) is owned
        assert {piece.found.maker for piece in told.without} == {None}  # no day is known of who supplies the badge
