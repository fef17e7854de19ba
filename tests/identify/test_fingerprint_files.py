"""Fingerprint files: what is refused, and what the checks find."""

from __future__ import annotations

from typing import Any

import pytest

from debadge.identify.proofs import check_fingerprints
from debadge.knowledge.fingerprints import check_links, read_fingerprints
from debadge.model.errors import KnowledgeError
from debadge.model.signal import Prefixes

NONE = Prefixes({}, {}, "2026-11-22")
GOOD: dict[str, Any] = {
    "id": "nightjar-webs",
    "pattern": r"^Nightjar-Webs(?:/(?P<firmware>[\d.]+))?$",
    "says": {"maker": "examplecam"},
    "strength": "strong",
    "why": "the maker's own web server",
    "source": {"title": "manual p. 12", "read": "2025-11-03", "status": "verified"},
    "examples": [{"text": "Nightjar-Webs/2.1", "firmware": "2.1"}, {"text": "Nightjar-Webs"}],
    "not": ["Nightjar-Webstore"],
}


def test_good_file_is_read_and_passes() -> None:
    signals = read_fingerprints({"http_server": [GOOD]})
    assert (signals[0].field, signals[0].maker, len(signals[0].examples)) == ("http_server", "examplecam", 2)
    assert check_fingerprints(signals, NONE) == []


REFUSED = [
    ({"strength": "sure"}, "not one of"),
    ({"pattern": "("}, "does not compile"),
    ({"pattern": "(?P<x>a)"}, "capture `x`"),
    ({"wh": "x"}, "unknown key `wh`"),
    ({"source": {"title": "t", "read": "2025-11-03", "status": "unverified"}}, "needs a checked source"),
    ({"says": {"country": "XX"}}, "`country`"),
    ({"element": {"A": "b"}, "registrant": "x"}, "give one of"),
    ({"cap": 1_000_000}, "cap"),
    ({"not": "text"}, "list of texts"),
    ({"examples": [{"text": "x", "colour": "red"}]}, "`colour`"),
    ({"examples": [{"text": 2.1}]}, "expected text"),
]


@pytest.mark.parametrize(("change", "says"), REFUSED, ids=[r[1] for r in REFUSED])
def test_bad_entry_is_refused_with_its_place(change: dict[str, Any], says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as caught:
        read_fingerprints({"http_server": [{**GOOD, **change}]})
    assert "http_server[0]" in str(caught.value)


def test_id_that_stands_twice_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="nightjar-webs"):
        read_fingerprints({"http_server": [GOOD], "http_title": [GOOD]})


FOUND = [
    ({"examples": [{"text": "Other"}]}, "does not match its example"),
    ({"not": ["Nightjar-Webs"]}, "matches its counter-example"),
    ({"examples": []}, "has no example"),
    ({"examples": [{"text": "Nightjar-Webs"}]}, "capture `firmware` is in no example"),
    ({"examples": [{"text": "Nightjar-Webs/2.1", "firmware": "3"}]}, "captures"),
    ({"pattern": r"^(?:Night(?:jar)*-Webs.*)+$"}, "linear time"),
    ({"pattern": r"^Nightjar-Webs(?:/(?P<firmware>[\d.]+))?$|\bé"}, "edge of a word"),
]


@pytest.mark.parametrize(("change", "says"), FOUND, ids=[f[1] for f in FOUND])
def test_checks_find_what_a_rule_fails_to_prove(change: dict[str, Any], says: str) -> None:
    signals = read_fingerprints({"http_server": [{**GOOD, **change}]})
    assert any(says in wrong for wrong in check_fingerprints(signals, NONE))


def test_two_rules_that_read_the_same_are_found() -> None:
    signals = read_fingerprints({"http_server": [GOOD, {**GOOD, "id": "zz-same"}]})
    assert check_fingerprints(signals, NONE) == ["http_server.zz-same: reads the same as `nightjar-webs`"]


def test_combination_of_unknown_signals_is_found() -> None:
    combo = {k: v for k, v in GOOD.items() if k not in {"pattern", "examples", "not"}} | {"signals": ["nobody"]}
    wrong = check_fingerprints(read_fingerprints({"combo": [combo]}), NONE)
    assert wrong == ["combo.nightjar-webs: the signal `nobody` does not exist"]


def test_maker_without_a_file_is_found() -> None:
    wrong = check_links(read_fingerprints({"http_server": [GOOD]}), ["hikvision"], [])
    assert wrong == ["http_server.nightjar-webs: no file describes the maker `examplecam`"]
