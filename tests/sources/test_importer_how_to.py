"""The how-to of importers: its example is an importer."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from debadge.model.observation import Observation, Reject
from debadge.sources.interface import EvidenceFile, ReadContext

PAGE = (Path(__file__).parent.parent.parent / "docs" / "how-to" / "add-an-importer.md").read_text("utf-8")
LIST = b"Interface: eth0\n192.0.2.7\t44:19:b6:00:00:01\tSome Owner\n192.0.2.8\t44:19:b6\tSome Owner\n\n2 packets received\n"


@pytest.fixture
def example() -> ModuleType:
    """The importer of the page."""
    module = ModuleType("arp_scan")
    exec(re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[0], module.__dict__)  # noqa: S102  # our own page
    return module


def test_example_reads_a_list(example: ModuleType, context: ReadContext) -> None:
    file = EvidenceFile(name="list.txt", held=LIST, head=LIST)
    assert example.sniff(file.head, file.name)
    items = list(example.read(file, replace(context)))
    assert [type(item) for item in items] == [Observation, Reject]
    assert items[0].subject.plain() == {"kind": "device", "ip": "192.0.2.7", "mac": "44:19:b6:00:00:01"}


def test_files_that_the_page_names_exist() -> None:
    root = Path(__file__).parent.parent.parent
    named = re.findall(r"`((?:src/debadge|tests|sources|text|knowledge)/[\w/.]+\.(?:py|yaml))`", PAGE)
    assert [
        name for name in named if not (root / name).exists() and not (root / "src" / "debadge" / name).exists()
    ] == []
    assert len(named) >= 4
