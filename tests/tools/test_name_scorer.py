"""How answers to names are counted."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tools.accuracy.names import __main__ as command
from tools.accuracy.names import hand
from tools.accuracy.names.query import Query
from tools.accuracy.names.report import figures, tables, wrong
from tools.accuracy.names.score import (
    Scored,
    alerts,
    miscalibration,
    recall,
    reliability,
    scored,
    shown,
    threshold,
    worst_ratio,
)


def query(text: str = "Dahua", want: str = "match", kind: str = "one_typo", origin: str = "chinese") -> Query:
    refs = frozenset({("pack", "dahua"), ("us-bis-entity-list", "7")}) if want == "match" else frozenset()
    names = frozenset({"dahua", "dahuatechnology"}) if want == "match" else frozenset()
    return Query(text=text, want=want, kind=kind, origin=origin, script="latin", refs=refs, names=names)


def one(score: float, answer: str = "possible", want: str = "match", kind: str = "one_typo", **told: Any) -> Scored:
    row = {"entity": "dahua"} if want == "match" and not told else told
    return Scored(query(want=want, kind=kind), {"score": score, "answer": answer, **row})


@pytest.mark.parametrize(
    "row", [{"entity": "dahua"}, {"list": "us-bis-entity-list", "ref": 7}, {"name": "DAHUA TECHNOLOGY"}], ids=str
)
def test_a_row_is_known_by_party_by_reference_or_by_name(row: dict[str, Any]) -> None:
    assert one(0.9, **row).is_right


@pytest.mark.parametrize(
    "row", [{"entity": "huawei"}, {"list": "us-ofac-sdn", "ref": "7"}, {"name": "Dahuan"}, {"name": None}], ids=str
)
def test_another_row_is_wrong(row: dict[str, Any]) -> None:
    assert not one(0.9, **row).is_right


def test_the_right_row_may_stand_among_the_first_five_others() -> None:
    wrong_rows: list[dict[str, Any]] = [{"entity": "huawei"}] * 5
    assert one(0.9, name="x", others=[*wrong_rows[:4], {"entity": "dahua"}]).is_right
    assert not one(0.9, name="x", others=[*wrong_rows, {"entity": "dahua"}]).is_right


def test_a_right_row_further_down_counts_with_its_own_score() -> None:
    assert one(0.9, name="x", others=[{"entity": "dahua", "score": 0.4}]).score == 0.4
    assert one(0.9, name="x", others=[{"entity": "dahua"}]).score == 0.9


def test_recall_is_taken_above_the_score_of_one_negative_in_twenty() -> None:
    negatives = [one(n / 100, want="no_match", name="x") for n in range(100)]
    positives = [one(score) for score in (0.99, 0.95, 0.94, 0.10)]
    assert threshold([*negatives, *positives]) == 0.94
    assert recall([*negatives, *positives], 0.94) == (2, 4)


def test_a_wrong_row_is_never_found_however_high_its_score() -> None:
    assert recall([one(1.0, entity="huawei")], 0.5) == (0, 1)


def test_without_negatives_everything_right_is_found() -> None:
    assert recall([one(0.0)], threshold([one(0.0)])) == (1, 1)


@pytest.mark.parametrize("answer", ["listed", "affiliate", "possible", "cannot_tell"])
def test_whatever_a_person_must_look_at_is_an_alert(answer: str) -> None:
    assert alerts([one(0.9, answer, want="no_match", name="x"), one(0.2, "no_match", want="refused", name="x")]) == (
        1,
        2,
    )


def test_what_is_right_but_said_to_be_nothing_was_not_shown() -> None:
    assert shown([one(0.9, "no_match"), one(0.9, "listed"), one(0.9, "listed", entity="huawei")]) == (1, 3)


def test_scores_that_mean_what_they_say_are_calibrated() -> None:
    told = [*(one(0.75) for _ in range(3)), one(0.75, want="no_match", name="x")]
    assert miscalibration(reliability(told)) == 0
    assert miscalibration(reliability([one(0.95, want="no_match", name="x")])) == pytest.approx(0.95)


def test_a_group_struck_more_often_than_another_is_named() -> None:
    ratio, *groups = worst_ratio({"persian": (6, 100), "french": (2, 100)})
    assert (round(ratio, 6), groups) == (3, ["persian", "french"])
    assert worst_ratio({"persian": (1, 100), "french": (0, 100)})[0] == float("inf")
    assert worst_ratio({"persian": (0, 100), "french": (0, 100)})[0] == 1


def test_an_answer_in_the_wrong_place_stops_the_count() -> None:
    with pytest.raises(ValueError, match="answer 1 is to 'Hytera'"):
        scored([query("Dahua")], [{"query": "Hytera"}])
    with pytest.raises(ValueError, match="shorter"):
        scored([query("Dahua"), query("Hytera")], [{"query": "Dahua"}])


def test_ordinary_suppliers_and_origins_have_figures_of_their_own() -> None:
    ordinary = [one(0.1, "no_match", want="no_match", kind="ordinary", name="x") for _ in range(999)]
    told = [*ordinary, one(0.9, "possible", want="no_match", kind="ordinary", name="x"), one(0.8)]
    lines = {figure.what: figure for figure in figures(told, "t")}
    assert lines["t: alerts per 1,000 ordinary suppliers"].figure == "1.00 (1 of 1,000)"
    assert lines["t: native script and pinyin, at the shipped threshold"].holds is False


def test_tables_and_wrong_lines_name_the_kind() -> None:
    told = [one(0.8), one(0.7, "listed", want="no_match", kind="shared_word", name="Dahua Ltd")]
    assert any(line.startswith("one_typo") for line in tables(told))
    assert [line.split(":")[0].strip() for line in wrong(told)] == ["shared_word"]


@pytest.fixture
def silent_product(monkeypatch: pytest.MonkeyPatch) -> None:
    def screen_names(asked: Any, *_: Any) -> Any:
        return ({"query": told["query"], "answer": "no_match", "score": 0.0, "others": []} for told in asked)

    monkeypatch.setitem(sys.modules, "debadge.flow.screening", SimpleNamespace(screen_names=screen_names))


@pytest.mark.usefixtures("silent_product")
def test_a_product_that_finds_nobody_has_no_recall(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert command.main(["--hand", "--lists", str(tmp_path), "--dump", str(tmp_path / "dump.jsonl")]) == 0
    out = capsys.readouterr().out
    assert "names, written by hand: recall at the shipped threshold: 0 of " in out
    assert json.loads((tmp_path / "dump.jsonl").read_text("utf-8").splitlines()[0])["right"] is False


@pytest.mark.usefixtures("silent_product")
def test_lines_of_the_test_seeds_are_not_shown(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert command.main(["--test", "--lists", str(tmp_path), "--dump", str(tmp_path / "dump.jsonl")]) == 2
    assert command.main(["--test", "--lists", str(tmp_path), "--seeds", "1"]) == 0
    assert "Wrong at the shipped threshold" not in capsys.readouterr().out


def test_answers_of_another_program_are_scored_from_a_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    count = sum(1 for _ in hand.lines())
    answers = tmp_path / "answers.jsonl"
    answers.write_text('{"answer": "no_match", "score": 0}\n' * count, "utf-8")
    with pytest.raises(ValueError, match="longer"):  # rows of lists that are not here are left out
        command.main(["--hand", "--lists", str(tmp_path), "--answers", str(answers)])
    assert capsys.readouterr().out == ""
