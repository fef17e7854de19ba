"""The how-to of importers: its example is an importer."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import FileError
from debadge.sources.interface import EvidenceFile, ReadContext, Report

PAGE = (Path(__file__).parent.parent.parent / "docs" / "how-to" / "add-an-importer.md").read_text("utf-8")
LIST = (
    b"Interface: eth0\n192.0.2.7\t44:19:b6:00:00:01\tSome Owner\n192.0.2.8\t44:19:b6\tSome Owner\n"
    b"192.0.2.999\t44:19:b6:00:00:02\tSome Owner\n\n3 packets received\n"
)


@pytest.fixture
def example() -> ModuleType:
    """The importer of the page."""
    module = ModuleType("arp_scan")
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], module.__dict__)  # noqa: S102  # our own page
    return module


def test_example_reads_a_list(example: ModuleType, context: ReadContext) -> None:
    file = EvidenceFile(name="list.txt", held=LIST, head=LIST)
    assert example.sniff(file.head, file.name)
    report = Report()
    seen, *rejects = example.read(file, replace(context, report=report))
    assert seen.subject.plain() == {"kind": "device", "ip": "192.0.2.7", "mac": "44:19:b6:00:00:01"}
    assert [(reject.locator, reject.reason, reject.given) for reject in rejects] == [
        ("list.txt:3", "mac_malformed", {"value": "44:19:b6"}),
        ("list.txt:4", "ip_malformed", {"value": "192.0.2.999"}),
    ]
    assert [(sweep.looked_at, sweep.complete) for sweep in report.sweeps] == [(("192.0.2.7",), True)]


def test_example_names_sentences_that_there_are(example: ModuleType) -> None:
    told = read_yaml(DATA / "sentences" / "sources.yaml") | yaml.safe_load(
        re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0]
    )
    reasons = re.findall(r'reason="(\w+)"', PAGE)
    assert sorted({example.DESCRIPTION, *reasons} - told.keys()) == []


def test_names_that_the_page_gives_are_of_the_code() -> None:
    assert re.findall(r"raises `(\w+)\(", PAGE) == [FileError.__name__]


def test_files_that_the_page_names_exist() -> None:
    root = Path(__file__).parent.parent.parent
    named = re.findall(r"`((?:src/debadge|tests|sources|text|knowledge)/[\w/.]+\.(?:py|yaml))`", PAGE)
    assert [
        name for name in named if not (root / name).exists() and not (root / "src" / "debadge" / name).exists()
    ] == []
    assert len(named) >= 4
