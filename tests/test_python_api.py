"""What programs import from the package itself."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

import debadge


def test_lines_at_hand_are_screened() -> None:
    told = list(
        debadge.screen_lines([{"description": "Hikvision DS-2CD2143G2-I dome"}, {"description": "Office chair"}])
    )
    assert [(one["line"], one["maker"], one["action"]) for one in told] == [(1, "hikvision", "buy"), (2, None, None)]


def test_names_at_hand_are_screened() -> None:
    told = debadge.screen_names(["Zhejiang Dahua Technology", {"query": "Acme Bakery Ltd."}], as_of=date(2026, 11, 23))
    assert [(one["query"], one["answer"]) for one in told] == [
        ("Zhejiang Dahua Technology", "listed"), ("Acme Bakery Ltd.", "no_match")
    ]  # fmt: skip


def test_nothing_is_loaded_before_it_is_asked_for() -> None:
    asked = "import sys, debadge; print(sorted(m for m in sys.modules if m.startswith('debadge')))"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout
    assert told.strip() == "['debadge']"
    with pytest.raises(AttributeError, match="no attribute 'nightjar'"):
        debadge.nightjar  # noqa: B018  # asking is what is tested
