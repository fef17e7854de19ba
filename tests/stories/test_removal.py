"""The Harbour Office takes its units down: from the first run to proof that they are gone, with all that comes between."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from debadge.cli.main import main

EXAMPLE = Path(__file__).parents[2] / "examples" / "harbour-office"
SCANNED = date(2026, 10, 14)  # the day of the example's scans
DOWN = '<host><status state="down" reason="no-response" reason_ttl="0"/>\n<address addr="{address}" addrtype="ipv4"/>\n</host>\n'
JPEG = b"\xff\xd8\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00scan\xff\xd9"
REGIME = "ca-gov-hikvision-use-ban-2025"
PEOPLE = {
    "Ada": "coordinator", "Rex": "reviewer", "Dee": "decider", "Ana": "approver",
    "Tim": "technician", "Cleo": "custodian", "Max": "outsider",
}  # fmt: skip


def evidence(folder: Path, day: str, without: tuple[str, ...] = ()) -> Path:
    """The example's evidence as it would be on another day, without some units: register, scan and probes lack them."""
    shutil.copytree(EXAMPLE, folder)
    register = folder / "asset-register.csv"
    rows = register.read_text("utf-8").splitlines(keepends=True)
    gone = [row.split(",") for row in rows if row.startswith(without)] if without else []
    register.write_text("".join(row for row in rows if row.split(",") not in gone), "utf-8")
    addresses = [row[6] for row in gone if row[6]]
    days = (date.fromisoformat(day) - SCANNED).days
    _scan(folder / "nmap-hq.xml", addresses, days)
    probes = folder / "discovery.jsonl"
    kept = [
        line
        for line in probes.read_text("utf-8").splitlines(keepends=True)
        if not any(f'"{a}"' in line for a in addresses)
    ]
    probes.write_text("".join(line.replace(SCANNED.isoformat(), day) for line in kept), "utf-8")
    return folder


def _scan(path: Path, addresses: list[str], days: int) -> None:
    """Hosts that are gone are down, as nmap -v lists them, and nothing hints at them."""
    told = path.read_text("utf-8")
    for address in addresses:
        here = rf'(?:(?!</\1>).)*?addr="{re.escape(address)}"(?:(?!</\1>).)*</\1>\n'
        told = re.sub(rf"<(hosthint)>{here}", "", told, flags=re.DOTALL)
        told = re.sub(rf"<(host)\b[^>]*>{here}", DOWN.format(address=address), told, flags=re.DOTALL)
    path.write_text(re.sub(r'"(17919\d{5})"', lambda hit: f'"{int(hit[1]) + 86_400 * days}"', told), "utf-8")


class Office:
    """Everything that people do, on the command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys, self.runs, self.day = folder, capsys, 0, "2026-11-22"

    def on(self, day: str) -> Office:
        """It is another day now."""
        self.day = day
        return self

    def does(self, who: str, *words: str) -> dict[str, Any]:
        """A step that is done."""
        code, out, err = self.call("case", *words, "--by", who, "--at", self.day, "--format", "json")
        assert code == 0, (words, err)
        told: dict[str, Any] = json.loads(out)
        return told

    def may_not(self, who: str, *words: str) -> str:
        """A step that is refused, with the reason in English and in French."""
        before = (self.folder / "debadge-case" / "ledger.jsonl").read_bytes()
        told = []
        for lang in ("en", "fr"):
            code, out, err = self.call("case", *words, "--by", who, "--at", self.day, "--lang", lang)
            assert (code, out) == (2, ""), words
            told.append(err.removeprefix("debadge: ").strip())
        assert told[0] != told[1]
        assert (self.folder / "debadge-case" / "ledger.jsonl").read_bytes() == before
        return told[0]

    def call(self, *words: str) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = main([*words])
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def looks(self, day: str, *, without: tuple[str, ...] = ()) -> dict[str, Any]:
        """A run over the evidence of a day, taken in on that day."""
        self.runs += 1
        self.on(day)
        found = evidence(self.folder / f"evidence-{self.runs}", day, without)
        run = self.folder / f"run-{self.runs}"
        assert self.call("check", str(found), "--as-of", day, "-o", str(run), "-q")[0] == 0
        return self.does("Ada", "import", str(run))

    def cases(self, *where: str, as_of: str | None = None) -> list[dict[str, Any]]:
        words = [word for one in where for word in ("--where", one)]
        out = self.call("case", "list", *words, "--as-of", as_of or self.day, "--format", "json")[1]
        told: list[dict[str, Any]] = json.loads(out)["cases"]
        return told

    def case(self, tag: str) -> dict[str, Any]:
        return next(one for one in self.cases() if one["item"]["name"] == tag)

    def id(self, tag: str) -> str:
        return str(self.case(tag)["case"])

    def decides(self, tag: str, what: str, *more: str) -> None:
        self.does("Dee", "decide", self.id(tag), "--what", what, "--reason", "order of June 2025", *more)
        self.does("Ana", "approve", self.id(tag))

    def takes_down(self, tag: str) -> None:
        """Isolated, dismantled, wiped, handed over, destroyed."""
        case = self.case(tag)
        one, serial = str(case["case"]), dict(case["item"]["keys"])["serial"]
        self.does("Ada", "order", one, "--order", f"WO-{tag}", "--site", "hq")
        self.does("Tim", "isolate", one, "--means", "port closed")
        photo, medium = (
            str(self.folder / "photo.jpg"),
            f"kind=flash,serial={serial},method=destroy,standard=ITSP.40.006",
        )
        self.does("Tim", "dismantle", one, "--serial", serial, "--serial-again", serial, "--photo", photo)
        self.does("Tim", "sanitise", one, "--operator", "Tim", "--media", medium)
        self.does("Tim", "hand-over", one, "--to", "Cleo")
        paper = {
            "number": f"C-{tag}", "vendor": "Recycler", "accreditation": "R2v3", "item": tag, "serial": serial,
            "method": "shredded", "standard": "ITSP.40.006", "operator": "Recycler", "day": self.day, "witness": "Cleo",
        }  # fmt: skip
        certificate = ",".join(f"{name}={value}" for name, value in paper.items())
        self.does("Cleo", "dispose", one, "--how", "destroyed", "--certificate", certificate)


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "photo.jpg").write_bytes(JPEG)
    told = Office(tmp_path, capsys)
    told.does("Ada", "init", "--name", "Harbour Office")
    for person, role in PEOPLE.items():
        told.does("Ada", "grant", "--person", person, "--as", role)
    told.looks("2026-11-22")
    told.does("Rex", "review", "--where", "state=open")
    return told


def states(office: Office, *tags: str) -> list[str]:
    return [str(office.case(tag)["state"]) for tag in tags]


def test_unit_is_gone_when_later_looks_would_have_shown_it(office: Office) -> None:
    office.decides("HO-1001", "remove")
    office.on("2026-11-25").takes_down("HO-1001")
    one = office.id("HO-1001")
    assert "0 later looks" in office.may_not("Rex", "verify", one)
    first = office.looks("2026-12-01", without=("HO-1001",))
    assert first["absent"] == [one]
    assert "1 later looks" in office.may_not("Rex", "verify", one)
    office.looks("2026-12-05", without=("HO-1001",))
    assert "4 days apart" in office.may_not("Rex", "verify", one)
    office.looks("2026-12-20", without=("HO-1001",))
    office.does("Rex", "verify", one)
    assert states(office, "HO-1001") == ["verified"]
    code, out, _ = office.call("verify", "debadge-case")
    assert (code, "whole" in out) == (0, True)


def test_unit_that_comes_back_opens_its_case_again(office: Office) -> None:
    office.decides("HO-1008", "remove")
    office.on("2026-11-25").takes_down("HO-1008")
    office.looks("2026-12-01", without=("HO-1008",))
    back = office.looks("2026-12-20")
    case = office.case("HO-1008")
    assert back["returned"] == [case["case"]]
    assert (case["state"], case["returned"], case["looks"]) == ("in_review", 1, [])


def test_waiver_ends_and_the_case_is_back_in_review(office: Office) -> None:
    waiver = ("--authority", "deputy head", "--controls", "VLAN without a route", "--expires", "2026-12-31")
    assert "last day" in office.may_not(
        "Dee", "decide", office.id("HO-1005"), "--what", "keep", "--reason", "x", *waiver[:4]
    )
    office.decides("HO-1005", "keep", *waiver)
    assert states(office, "HO-1005") == ["kept"]
    assert [one["state"] for one in office.cases("model=DS-2CD2347G2-LU", as_of="2026-12-31")] == ["kept"]
    assert [one["state"] for one in office.cases("model=DS-2CD2347G2-LU", as_of="2027-01-01")] == ["in_review"]
    office.on("2027-01-02").decides("HO-1005", "remove")
    assert states(office, "HO-1005") == ["to_remove"]


def test_dispute_is_upheld_and_the_finding_is_contested_meanwhile(office: Office) -> None:
    one = office.id("HO-1007")
    statement = office.folder / "statement.pdf"
    statement.write_bytes(b"%PDF-1.7 made in another factory")
    filed = office.does(
        "Max", "dispute", one, "--dispute", "D-1", "--standing", "maker", "--due", "2026-12-22", "--reason", "another maker",
        "--file", str(statement),
    )  # fmt: skip
    assert filed["cases"] == [one]
    assert office.case("HO-1007")["contested"]
    assert " *" in office.call("case", "list")[1]
    office.does("Rex", "reply", "--dispute", "D-1", "--text", "the label will be read")
    assert "no outcome" in office.may_not("Dee", "settle", "--dispute", "D-1", "--outcome", "maybe", "--reason", "x")
    office.does("Dee", "settle", "--dispute", "D-1", "--outcome", "upheld", "--reason", "label read: another maker")
    case = office.case("HO-1007")
    assert (case["state"], case["contested"]) == ("upheld", False)
    office.does("Max", "appeal", "--dispute", "D-1", "--reason", "a second unit")
    assert office.case("HO-1007")["contested"]


def test_landlord_who_does_not_answer_leaves_the_case_referred(office: Office) -> None:
    (nvr,) = office.cases("model=DS-7608NI-K2/8P")
    assert nvr["item"]["controller"] == "landlord"
    assert "say to whom" in office.may_not(
        "Dee", "decide", nvr["case"], "--what", "refer", "--reason", "no answer in 30 days"
    )
    office.on("2026-12-22")
    office.does(
        "Dee", "decide", nvr["case"], "--what", "refer", "--refer-to", "counsel", "--reason", "no answer in 30 days"
    )
    office.does("Ana", "approve", nvr["case"])
    (told,) = office.cases("state=referred")
    assert told["decision"]["given"]["refer_to"] == "counsel"


def test_stay_holds_a_regimes_clocks_until_it_is_lifted(office: Office) -> None:
    assert "no clock stands still" in office.may_not("Dee", "lift", "--regime", REGIME)
    office.does("Dee", "stay", "--regime", REGIME, "--reason", "Federal Court, T-1-26")
    office.on("2027-01-10").does("Dee", "lift", "--regime", REGIME)
    assert "no clock stands still" in office.may_not("Dee", "lift", "--regime", REGIME)


@pytest.mark.parametrize(
    ("who", "words", "says"),
    [
        ("Ana", ("decide", "HO-1001", "--what", "remove", "--reason", "x"), "has none of the roles"),
        ("Dee", ("decide", "HO-1001", "--what", "remove"), "needs a reason"),
        ("Dee", ("decide", "HO-1001", "--what", "dismiss", "--reason", "x"), "counter-evidence"),
        ("Ana", ("approve", "HO-1001"), "approve needs one that is"),
        (
            "Tim",
            ("dismantle", "HO-1001", "--serial", "a", "--serial-again", "a", "--photo", "photo.jpg"),
            "needs one that is",
        ),
    ],
)
def test_what_may_not_be_done_is_refused_with_the_reason(
    who: str, words: tuple[str, ...], says: str, office: Office
) -> None:
    told = [office.id(word) if word.startswith("HO-") else word for word in words]
    assert says in office.may_not(who, *told)


def test_whoever_decided_does_not_approve(office: Office) -> None:
    office.does("Ada", "grant", "--person", "Dee", "--as", "approver")
    office.does("Dee", "decide", office.id("HO-1001"), "--what", "remove", "--reason", "x")
    assert "somebody else has to approve" in office.may_not("Dee", "approve", office.id("HO-1001"))
    office.does("Dee", "delegate", "--to", "Rex", "--as", "approver", "--until", "2026-12-01")
    assert "acts for who did" in office.may_not("Rex", "approve", office.id("HO-1001"))
    office.does("Ana", "approve", office.id("HO-1001"))
    assert states(office, "HO-1001") == ["to_remove"]


def test_run_that_did_not_look_proves_no_absence(office: Office) -> None:
    """A later run reads the register alone: nobody asked the addresses, so nothing is shown to be gone."""
    office.decides("HO-1001", "remove")
    office.on("2026-11-25").takes_down("HO-1001")
    folder = evidence(office.folder / "records", "2026-12-01", ("HO-1001",))
    (folder / "nmap-hq.xml").unlink()
    office.on("2026-12-01")
    assert office.call("check", str(folder), "--as-of", "2026-12-01", "-o", "run-records", "-q")[0] == 0
    told = office.does("Ada", "import", "run-records")
    assert told["absent"] == []
    why = next(one["why"] for one in told["unproven"] if one["case"] == office.id("HO-1001"))
    assert why == "case.unproven.not_covered"
