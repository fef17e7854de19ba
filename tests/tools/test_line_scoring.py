"""Counting right and wrong answers to purchase lines."""

from pathlib import Path

import pytest
from tools.accuracy.lines import __main__ as command
from tools.accuracy.lines.labelled import WATCHED, Line
from tools.accuracy.lines.scoring import by, count, pair, score, wrong


def line(maker: str | None, action: str | None = "buy", *, any_of: tuple[str, ...] = (), kind: str = "plain") -> Line:
    told = action if maker else None
    return Line(
        id="x", shown={"description": "x"}, lang="en", maker=maker, action=told, kind=kind, any_of=any_of, why="x"
    )


def answer(maker: str | None, action: str | None = "buy") -> dict[str, str | None]:
    return {"maker": maker, "action": action}


def test_a_missed_maker_costs_recall_and_not_precision() -> None:
    told = score([answer("dahua"), answer(None)], [line("dahua"), line("zte")])
    assert (told.recall, told.precision) == (0.5, 1.0)


def test_a_maker_named_where_nobody_is_costs_precision_alone() -> None:
    told = score([answer("dahua"), answer("hytera")], [line("dahua"), line(None)])
    assert (told.recall, told.precision) == (1.0, 0.5)


def test_a_wrong_maker_costs_both() -> None:
    told = score([answer("dahua")], [line("hikvision")])
    assert (told.recall, told.precision) == (0.0, 0.0)


def test_a_mention_counts_as_naming() -> None:
    told = score([answer("hikvision", "buy")], [line("hikvision", "mention")])
    assert (told.recall, told.action) == (1.0, 0.0)


def test_any_maker_of_a_line_that_buys_several_is_right() -> None:
    told = score([answer("dahua")], [line("hikvision", any_of=("dahua",))])
    assert (told.recall, told.precision, told.action) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize("maker", [None, "dahua"])
def test_an_ambiguous_badge_may_be_left_open_or_given_a_candidate(maker: str | None) -> None:
    answered = pair([answer(maker, None)], [line(None, any_of=("dahua",))])
    assert (count(answered).wanted, count(answered).precision, wrong(answered)) == (0, 1.0, [])


def test_actions_are_counted_among_right_makers_only() -> None:
    told = score([answer("zte", "removal"), answer("dahua", "buy")], [line("zte", "removal"), line("zte", "removal")])
    assert (told.acted, told.told) == (1, 1)


def test_figures_of_watched_makers_leave_the_others_out() -> None:
    answered = pair([answer(None), answer("axis"), answer("dahua")], [line("axis"), line(None), line("dahua")])
    assert count(answered, of=WATCHED) == count(answered[2:])


def test_an_accusation_in_place_of_another_maker_is_counted_among_watched_makers() -> None:
    told = count(pair([answer("hikvision")], [line("axis")]), of=WATCHED)
    assert (told.wanted, told.named, told.right) == (0, 1, 0)


def test_scores_come_by_kind() -> None:
    told = by(lambda ln: ln.kind, pair([answer("zte"), answer(None)], [line("zte", kind="b"), line("zte", kind="a")]))
    assert [(kind, some.recall) for kind, some in told.items()] == [("a", 0.0), ("b", 1.0)]


def test_wrong_lines_are_listed_for_makers_and_for_actions() -> None:
    answers = [answer("zte"), answer("zte", "removal"), answer("dahua")]
    assert len(wrong(pair(answers, [line("zte"), line("zte"), line(None)]))) == 2


@pytest.mark.parametrize("answers", [[], [answer("zte")] * 2])
def test_too_few_or_too_many_answers_are_an_error(answers: list[dict[str, str | None]]) -> None:
    with pytest.raises(ValueError, match="zip"):
        score(answers, [line("zte")])


def test_perfect_answers_meet_every_target(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "screened", lambda lines: [answer(ln.maker, ln.action) for ln in lines])
    assert command.main(["--hand"]) == 0
    assert "Wrong lines: 0" in capsys.readouterr().out


def test_accusing_everybody_misses_the_targets(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "screened", lambda lines: [answer("hikvision") for _ in lines])
    assert command.main(["--hand"]) == 1


def test_the_command_dumps_the_sets_asked_for(tmp_path: Path) -> None:
    assert command.main(["--hand", "--dev", "--dump", str(tmp_path / "lines.jsonl")]) == 0
    rows = (tmp_path / "lines.jsonl").read_text("utf-8").splitlines()
    assert len(rows) == len(command.SETS["hand"]()) + len(command.SETS["dev"]())
