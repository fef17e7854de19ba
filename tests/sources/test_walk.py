"""Which files of a folder are evidence."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.model.errors import InputError
from debadge.sources import walk
from debadge.sources.walk import find_files, mapping_files


def names(*paths: Path) -> list[str]:
    return [found.name for found in find_files(paths)]


def test_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("z.csv", "a.csv", "b/c.txt"):
        (tmp_path / name).write_text("x")
    assert names(tmp_path) == ["a.csv", "b/c.txt", "z.csv"]


@pytest.mark.parametrize(
    "name", ["org.yaml", "direction.yml", ".hidden", "~$lock.xlsx", "README.md", "readme", "Thumbs.db"]
)
def test_settings_and_litter_are_no_evidence(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("x")
    assert names(tmp_path) == []


def test_file_named_by_itself_is_always_taken(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("x")
    assert names(tmp_path / "README") == ["README"]


def test_run_folder_is_our_own_output(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    for name in ("run/run.json", "run/observations.jsonl", "a.csv"):
        (tmp_path / name).write_text("{}")
    assert names(tmp_path) == ["a.csv"]


def test_links_are_not_followed_and_told_where_they_lead_out(tmp_path: Path) -> None:
    outside, inside = tmp_path / "outside", tmp_path / "inside"
    outside.mkdir()
    inside.mkdir()
    (outside / "secret.csv").write_text("x")
    (inside / "link.csv").symlink_to(outside / "secret.csv")
    (inside / "loop").symlink_to(inside, target_is_directory=True)
    (inside / "gone.csv").symlink_to(inside / "gone.csv")
    (link,) = find_files([inside])
    assert (link.name, link.is_link) == ("link.csv", True)
    assert [item.is_link for item in find_files([inside, outside])] == [False]


def test_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x")
    assert names(tmp_path, tmp_path / "a.csv") == ["a.csv"]


def test_equal_names_are_told_apart(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "po.csv").write_text(folder)
    assert len(set(names(tmp_path / "one", tmp_path / "two"))) == 2


def test_missing_path_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x")
    found = find_files([tmp_path / "gone.csv", tmp_path / "a.csv"])
    assert [bool(item.error) for item in found] == [True, False]


def test_home_folder_is_not_evidence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MAX_FILES", 2)
    for number in range(3):
        (tmp_path / f"{number}.csv").write_text("x")
    with pytest.raises(InputError, match="more than 2 files"):
        names(tmp_path)


def test_saved_mapping_beside_the_evidence_is_found(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.csv").write_text("x")
    (tmp_path / "sub" / "mapping.yaml").write_text("maker: X")
    assert mapping_files([tmp_path]) == [tmp_path / "sub" / "mapping.yaml"]
    assert mapping_files([tmp_path / "sub" / "a.csv"]) == [tmp_path / "sub" / "mapping.yaml"]


def test_secret_in_a_name_is_cut_and_the_files_stay_apart(tmp_path: Path) -> None:
    for name in ("plain.csv", "vms pwd=aaa1.csv", "vms pwd=bbb2.csv"):
        (tmp_path / name).write_text("x")
    found = find_files([tmp_path], lambda part: part.partition("=")[0])
    assert [item.name for item in found] == ["plain.csv", "vms pwd", "vms pwd (2)"]
    assert [item.path.name for item in found] == ["plain.csv", "vms pwd=aaa1.csv", "vms pwd=bbb2.csv"]
