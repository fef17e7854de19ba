"""`debadge lists` on the command line: what is printed, in both languages, and the exit codes."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatchcase
from itertools import takewhile
from pathlib import Path

import pytest
import xlsxwriter
from tests.sources.lists.conftest import csl

import debadge
from debadge.cli.main import main
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml

Told = pytest.CaptureFixture[str]
TABLE = "Firm;Since\nCrake Optics Ltd.;2024-01-01\nRail GmbH;2024-01-02\n"
IMPORT = ["--list", "own-ban", "--map", "name=Firm", "--map", "start=Since", "--day", "2026-06-01"]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Told) -> Path:
    """A folder with an own list, imported."""
    monkeypatch.setenv("DEBADGE_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    Path("own.csv").write_text(TABLE, "utf-8")
    assert main(["lists", "import", "own.csv", *IMPORT]) == 0
    capsys.readouterr()
    return tmp_path


def test_import_prints_list_rows_and_digest(desk: Path, capsys: Told) -> None:
    assert main(["lists", "import", "own.csv", *IMPORT, "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "own-ban\u00a0: gardée; lignes\u00a0: 2" in told
    assert "les mêmes lignes" in told
    assert len(list((desk / "home" / "lists" / "own-ban").glob("*.json"))) == 2


def test_workbook_is_a_table_as_well_and_its_other_sheets_are_told(desk: Path, capsys: Told) -> None:
    book = xlsxwriter.Workbook(str(desk / "own.xlsx"))
    for title, rows in (("Firms", [line.split(";") for line in TABLE.splitlines()]), ("Notes", [["read me"]])):
        sheet = book.add_worksheet(title)
        for number, cells in enumerate(rows):
            sheet.write_row(number, 0, cells)
    book.close()
    assert main(["lists", "import", "own.xlsx", *IMPORT]) == 0
    told = capsys.readouterr()
    assert "own-ban: kept; rows: 2" in told.out
    assert "Notes: read me" in told.out + told.err
    assert main(["lists", "import", "own.xlsx", "--list", "own-ban", "--map", "name=Nobody"]) == 3
    told = capsys.readouterr()
    assert "Its columns: Firm, Since" in " ".join((told.out + told.err).split())


def test_refusal_is_told_with_its_remedy_and_code_3(desk: Path, capsys: Told) -> None:
    (desk / "csl.csv").write_text(csl([{"name": "Crake"}]), "utf-8")
    assert main(["lists", "import", "csl.csv"]) == 3
    told = capsys.readouterr().out
    assert "rows: 1; the whole list has 2500 to" in told
    assert '--accept "why"' in " ".join(told.split())
    assert main(["lists", "import", "csl.csv", "--accept", "a  sample\n"]) == 0
    assert "taken in all the same: a sample" in capsys.readouterr().out


def test_list_accepted_with_doubts_is_not_told_as_current(desk: Path, capsys: Told) -> None:
    (desk / "csl.csv").write_text(csl([{"name": "Crake"}]), "utf-8")
    assert main(["lists", "import", "csl.csv", "--accept", "a sample"]) == 0
    assert main(["lists", "status"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"us-bis-entity-list .* accepted with", told)
    assert "us-bis-entity-list: accepted with doubts, since: a sample" in told


def test_json_of_an_import_is_whole_and_the_same_every_time(desk: Path, capsys: Told) -> None:
    (desk / "csl.csv").write_text(
        csl([{"name": ""}, {"name": "Crake", "type": "Individual"}, {"name": "Rail"}]), "utf-8"
    )
    told = []
    for home in ("a", "b"):
        words = [
            "lists",
            "import",
            "csl.csv",
            "--format",
            "json",
            "--home",
            home,
            "--day",
            "2026-06-01",
            "--accept",
            "x",
        ]
        assert main(words) == 0
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    answer = json.loads(told[0].out)
    assert (answer["lists"][0]["count"], answer["lists"][0]["persons"], answer["files"][0]["rejected"]) == (1, 1, 1)
    assert answer["files"][0]["reasons"] == {"lists.reject.nameless": 1}


def test_rejected_rows_are_shown_with_their_place_unless_quiet(desk: Path, capsys: Told) -> None:
    (desk / "csl.csv").write_text(csl([{"name": ""}] * 7 + [{"name": "Rail"}]), "utf-8")
    assert main(["lists", "import", "csl.csv", "--accept", "x"]) == 0
    told = capsys.readouterr().err
    assert "rows rejected: 7" in told
    assert "csl.csv:2: an entry of us-bis-entity-list without any name" in told
    assert "and 2 more" in told
    assert main(["lists", "import", "csl.csv", "--accept", "x", "--quiet"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["import", "nothing.csv"], 3, "nothing.csv: not read: there is no such file"),
        (["import", ".."], 3, "..: not read: it is a folder; name the files in it"),
        (["import", "own.csv", "--list", "us-moon"], 2, "no list that debadge knows"),
        (["import", "own.csv", "--accept", " "], 2, "needs a reason"),
        (["import", "own.csv", "--map", "name"], 2, "TARGET=COLUMN"),
        (["import", "own.csv", "--map", "firm=Firm"], 2, "Targets: address"),
        (["import", "own.csv", "--published", "yesterday"], 2, "not one day"),
        (["import", "own.csv", "--published", "2027-01-01", "--day", "2026-01-01"], 2, "is after"),
        (["import", "own.csv", "--map-file", "gone.yaml"], 2, "cannot be read"),
        (["diff", "own-ban", "own.csv"], 2, "either no file or two"),
        (["diff", "own-ban"], 2, "nothing to compare it with"),
        (["diff", "own-other"], 2, "nothing was kept"),
        (["sync", "us-moon"], 2, "no list that debadge knows"),
    ],
)
def test_wrong_use_says_what_to_do(desk: Path, capsys: Told, words: list[str], code: int, says: str) -> None:
    assert desk.is_dir()
    assert main(["lists", *words]) == code
    assert says in " ".join(capsys.readouterr().err.split())


def test_mapping_is_saved_in_a_file_and_the_line_goes_before_it(desk: Path, capsys: Told) -> None:
    (desk / "map.yaml").write_text("name: Nobody\nstart: Since\n", "utf-8")
    words = ["lists", "import", "own.csv", "--list", "own-ban", "--map-file", "map.yaml"]
    assert main(words) == 3
    assert "no column `Nobody`" in capsys.readouterr().err
    assert main([*words, "--map", "name=Firm"]) == 0


def test_status_is_a_table_of_80_columns(desk: Path, capsys: Told) -> None:
    for lang in ("en", "fr"):
        assert main(["lists", "status", "--as-of", "2026-06-02", "--lang", lang]) == 0
        told = capsys.readouterr().out
        assert max(map(len, told.splitlines())) <= 80 + len(str(desk))
        assert re.search(r"own-ban +\S.* 2026-06-01 +\? +2 ", told)
    assert main(["lists", "status", "--as-of", "2026-06-02", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [one["list"] for one in answer["lists"] if one["snapshot"]] == ["own-ban"]


@pytest.mark.parametrize(
    ("lang", "as_of", "says"),
    [
        ("en", "2026-06-03", "age not known, imported 2 days ago"),
        ("fr", "2026-06-03", "âge inconnu, importée il y a 2 jours"),
        ("en", "2026-12-01", "past recheck; age not known, imported 183 days ago"),
    ],
)
def test_list_that_does_not_tell_its_day_is_of_unknown_age(
    desk: Path, capsys: Told, lang: str, as_of: str, says: str
) -> None:
    assert desk.is_dir()
    assert main(["lists", "status", "--as-of", as_of, "--lang", lang]) == 0
    lines = capsys.readouterr().out.splitlines()
    [start] = [number for number, line in enumerate(lines) if line.startswith("own-ban")]
    column = next(line for line in lines if line.startswith(("List ", "Liste "))).index(
        "State" if lang == "en" else "État"
    )
    behind = takewhile(lambda line: not line[:column].strip(), lines[start + 1 :])
    state = " ".join(line[column:].strip() for line in (lines[start], *behind))
    assert state == says
    assert main(["lists", "status", "--as-of", as_of, "--format", "json"]) == 0
    [told] = [one for one in json.loads(capsys.readouterr().out)["lists"] if one["list"] == "own-ban"]
    assert (told["age_days"], told["imported_days"]) == (None, int(re.findall(r"\d+", says)[0]))


def test_day_that_the_file_contradicts_is_refused_by_name(desk: Path, capsys: Told) -> None:
    rows = "entity_id,name_as_listed,editions_listed,removed_on,listed_under_parent\nx,Huawei,2026-05-08,,\n"
    (desk / "facts.csv").write_text(rows, "utf-8")
    words = ["lists", "import", "facts.csv", "--published", "2026-05-20", "--day", "2026-06-01"]
    for lang, says in (("en", "the file itself tells 2026-05-08"), ("fr", "le fichier lui-même indique 2026-05-08")):
        assert main([*words, "--lang", lang]) == 3
        told = " ".join(capsys.readouterr().out.split())
        assert says in told
        assert "2026-05-20" in told


def test_content_that_is_lost_is_told_in_words(desk: Path, capsys: Told) -> None:
    (desk / "own.csv").write_text("Firm;Since\n" + "".join(f"Crake {n};2024-01-01\n" for n in range(9)), "utf-8")
    assert main(["lists", "import", "own.csv", *IMPORT, "--accept", "another table"]) == 0
    capsys.readouterr()
    (desk / "own.csv").write_text("Firm;Since\n" + "".join(f"Crake {n};\n" for n in range(9)), "utf-8")
    for lang, says in (("en", "first days: 0 in 9 rows"), ("fr", "premiers jours : 0 dans 9 lignes")):
        assert main(["lists", "import", "own.csv", *IMPORT, "--lang", lang]) == 3
        assert says in " ".join(capsys.readouterr().out.split())


def test_changed_snapshot_ends_status_and_import_with_code_3(desk: Path, capsys: Told) -> None:
    [rows] = (desk / "home" / "lists" / "own-ban").glob("*.jsonl")
    rows.write_bytes(b"{}")
    for words in (["status"], ["import", "own.csv", *IMPORT], ["diff", "own-ban"]):
        assert main(["lists", *words]) == 3
        told = capsys.readouterr()
        assert rows.name in (told.out + told.err).replace("\n", "").replace(" ", "")


@pytest.mark.parametrize("ending", [".json", ".jsonl"])
def test_newest_import_that_is_gone_is_missed_by_status_import_and_every_screening(
    desk: Path, capsys: Told, ending: str
) -> None:
    (desk / "own.csv").write_text(TABLE + "Heron AG;2024-01-03\n", "utf-8")
    before = {*(desk / "home" / "lists" / "own-ban").iterdir()}
    assert main(["lists", "import", "own.csv", *IMPORT, "--day", "2026-06-02"]) == 0
    capsys.readouterr()
    [path] = [one for one in {*(desk / "home" / "lists" / "own-ban").iterdir()} - before if one.suffix == ending]
    path.unlink()
    (desk / "names.txt").write_text("Heron AG\n", "utf-8")
    (desk / "orders.csv").write_text("supplier,description\nHeron AG,paper\n", "utf-8")
    looks = [["screen", "name", "Heron AG"], ["screen", "names", "names.txt"], ["screen", "lines", "orders.csv"]]
    if ending == ".json":  # rows that are imported again are the ones that are gone
        looks.append(["lists", "import", "own.csv", *IMPORT])
    for words in (["lists", "status"], *looks):
        assert main(words) == 3
        told = capsys.readouterr()
        said = (told.out + told.err).replace("\n", "").replace(" ", "")
        assert path.name in said
        assert "missing;itwaskept" in said
    assert main(["lists", "status", "--format", "json"]) == 3
    [one] = [one for one in json.loads(capsys.readouterr().out)["lists"] if one["list"] == "own-ban"]
    assert (one["missing"], one["absent"], one["snapshot"]) == ([path.name], "broken", None)


def test_list_whose_folder_is_moved_away_begins_anew(desk: Path) -> None:
    [path] = (desk / "home" / "lists" / "own-ban").glob("*.json")
    path.unlink()
    assert main(["lists", "import", "own.csv", *IMPORT]) == 3
    (desk / "home" / "lists" / "own-ban").rename(desk / "away")
    assert main(["lists", "import", "own.csv", *IMPORT]) == 0
    assert main(["lists", "status"]) == 0


def test_diff_names_what_came_and_went(desk: Path, capsys: Told) -> None:
    (desk / "new.csv").write_text(TABLE.replace("Rail GmbH", "Heron AG").replace("2024-01-01", "2024-02-01"), "utf-8")
    words = ["lists", "diff", "own-ban", "own.csv", "new.csv", "--map", "name=Firm", "--map", "start=Since"]
    assert main(words) == 0
    told = capsys.readouterr().out
    for line in ("+ Heron AG", "- Rail GmbH", "~ Crake Optics Ltd.: first day", "added: 1, removed: 1, changed: 1"):
        assert line in told
    assert main([*words, "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["changed"][0]["fields"] == {"start": {"before": "2024-01-01", "after": "2024-02-01"}}


def test_long_difference_is_cut_on_screen_alone(desk: Path, capsys: Told) -> None:
    (desk / "new.csv").write_text("Firm;Since\n" + "".join(f"Heron {n};\n" for n in range(60)), "utf-8")
    words = ["lists", "diff", "own-ban", "own.csv", "new.csv", "--map", "name=Firm"]
    assert main(words) == 0
    assert "and 20 more" in capsys.readouterr().out


def test_list_on_a_page_says_to_import_by_hand(desk: Path, capsys: Told) -> None:
    assert desk.is_dir()
    assert main(["lists", "sync", "us-uflpa"]) == 3
    told = " ".join(capsys.readouterr().out.split())
    assert "debadge lists import FILE --list us-uflpa" in told
    assert "https://www.dhs.gov/uflpa-entity-list" in told


def test_names_from_a_file_move_no_cursor(desk: Path, capsys: Told) -> None:
    (desk / "new.csv").write_text("Firm;Since\n\x1b[2JHeron;\n", "utf-8")
    assert main(["lists", "diff", "own-ban", "own.csv", "new.csv", "--map", "name=Firm"]) == 0
    assert "\x1b" not in capsys.readouterr().out


TOLD = read_yaml(DATA / "sentences" / "lists.yaml")
SOURCE = Path(debadge.__file__).parent
IDS = {
    re.sub(r"{[^}]*}", "*", found)
    for path in SOURCE.rglob("*.py")
    for found in re.findall(r'"(lists\.[a-z0-9_.{}]+)"', path.read_text("utf-8"))
}
FIELDS = {"names", "kind", "addresses", "identifiers", "programs", "start", "until", "citation", "terms", "remarks"}


def test_every_id_in_the_code_has_a_sentence() -> None:
    assert IDS
    assert [id_ for id_ in IDS if not any(fnmatchcase(told, id_) for told in TOLD)] == []


def test_every_sentence_of_lists_can_be_said() -> None:
    used = {told for told in TOLD for id_ in IDS if fnmatchcase(told, id_)} | {"pack.family.lists"}
    assert sorted(TOLD.keys() - used) == []


def test_every_field_of_a_row_has_a_word() -> None:
    assert {id_.removeprefix("lists.field.") for id_ in TOLD if id_.startswith("lists.field.")} == FIELDS
