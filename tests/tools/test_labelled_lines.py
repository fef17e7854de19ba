"""The labels of the purchase lines that screening is measured on."""

import json
from collections import Counter
from pathlib import Path

import pytest
from tools.accuracy.lines.catalogue import KNOWLEDGE
from tools.accuracy.lines.generate import DEV, SHARES, TEST, generate
from tools.accuracy.lines.labelled import ACTIONS, COLUMNS, HERE, KINDS, LANGUAGES, WATCHED, Line, dump, hand, read

MAKERS = {file.stem for file in (KNOWLEDGE / "makers").glob("*.yaml")}
ROW = {"id": "a-1", "description": "x", "lang": "en", "maker": None, "action": None, "kind": "trap", "why": "y"}


@pytest.fixture(scope="module")
def generated() -> list[Line]:
    return list(generate([*DEV, *TEST]))


def is_well_labelled(line: Line) -> bool:
    named = {line.maker} - {None} | set(line.any_of) | set(line.also)
    is_whole = (line.maker is None) == (line.action is None) and line.action in {*ACTIONS, None}
    return named <= MAKERS and is_whole and line.lang in LANGUAGES and line.maker not in line.any_of and bool(line.why)


def test_at_least_five_hundred_lines_are_written_by_hand() -> None:
    assert len(hand()) >= 500


def test_every_label_by_hand_is_a_known_maker_and_a_known_action() -> None:
    assert [line.id for line in hand() if not is_well_labelled(line)] == []


def test_every_generated_label_is_a_known_maker_and_a_known_action(generated: list[Line]) -> None:
    assert [line.id for line in generated if not is_well_labelled(line)] == []


def test_ids_name_one_line_each(generated: list[Line]) -> None:
    assert [id_ for id_, times in Counter(line.id for line in [*hand(), *generated]).items() if times > 1] == []


def test_kinds_are_known_and_all_there_by_hand_or_generated() -> None:
    assert {line.kind for line in hand()} | set(SHARES) == set(KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_language_is_written_by_hand_for_each_watched_maker(lang: str) -> None:
    assert {line.maker for line in hand() if line.lang == lang} >= WATCHED


@pytest.mark.parametrize("action", ACTIONS)
def test_each_action_is_written_by_hand_in_each_language(action: str) -> None:
    assert {line.lang for line in hand() if line.action == action} == set(LANGUAGES)


def test_lines_that_show_the_same_have_the_same_label(generated: list[Line]) -> None:
    labels: dict[str, set[tuple[str | None, str | None]]] = {}
    for line in [*hand(), *generated]:
        labels.setdefault(json.dumps(dict(line.shown), sort_keys=True), set()).add((line.maker, line.action))
    assert [shown for shown, told in labels.items() if len(told) > 1] == []


def test_files_by_hand_are_in_one_form() -> None:
    for file in HERE.glob("hand-*.jsonl"):
        rows = [json.loads(row) for row in file.read_text("utf-8").splitlines()]
        assert file.read_text("utf-8") == "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), file.name
        assert [row["id"] for row in rows] == [f"{file.stem[5:]}-{n:03}" for n in range(1, len(rows) + 1)]


def test_an_unknown_key_of_a_line_is_an_error() -> None:
    with pytest.raises(ValueError, match="a-1: unknown keys"):
        read({**ROW, "colour": "red"})


def test_a_dump_shows_no_label(tmp_path: Path) -> None:
    dump(hand(), tmp_path / "lines.jsonl")
    rows = [json.loads(row) for row in (tmp_path / "lines.jsonl").read_text("utf-8").splitlines()]
    assert len(rows) == len(hand())
    assert all(set(row) <= set(COLUMNS) and row["description"] for row in rows)


def test_each_seed_has_lines_of_every_kind(generated: list[Line]) -> None:
    for seed in (DEV[0], TEST[0]):
        assert Counter(line.kind for line in generated if line.id.startswith(f"{seed}-")) == Counter(SHARES)
