"""What `debadge parties` prints: claims as claims, in both languages, within 80 columns."""

from __future__ import annotations

import json

import pytest

from debadge.cli.main import main

DAHUA = ("parties", "show", "dahua", "--as-of", "2026-11-22")


def shown(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 0
    return " ".join(capsys.readouterr().out.split())


def test_denied_finding_is_told_as_a_claim_beside_its_denial(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, *DAHUA)
    assert "whether it controls it is not known (a claim, not settled)" in told
    assert "Denied: The company denies that the state controls it." in told


def test_share_is_told_with_its_day_and_whether_it_was_checked(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, *DAHUA)
    assert "share: 11.67 %, on 2023-12-31, not verified" in told
    assert "share: 10.42 %, not verified" in told


def test_former_owner_and_maker_of_the_goods_are_told_apart_in_french(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "parties", "show", "lorex", "--as-of", "2026-11-22", "--lang", "fr")
    assert "ancien lien : Dahua (dahua) détenait et contrôlait Lorex (lorex)" in told
    assert "toujours fabriqué par son ancien propriétaire Dahua" in told


def test_party_of_whom_nothing_is_recorded_is_not_called_free(capsys: pytest.CaptureFixture[str]) -> None:
    told = shown(capsys, "parties", "show", "kaspersky", "--as-of", "2026-11-22")
    assert "nothing is recorded here, which does not say that there is nothing" in told


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_party_can_be_shown_within_eighty_columns(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parties", "list", "--format", "json"]) == 0
    for one in json.loads(capsys.readouterr().out):
        assert main(["parties", "show", one["id"], "--as-of", "2026-11-22", "--lang", lang]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_json_of_a_party_has_its_day_and_every_part(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(shown(capsys, *DAHUA, "--format", "json"))
    assert told["as_of"] == "2026-11-22"
    assert {"owned_by", "further_up", "owns", "former", "goods", "named_by", "identifiers"} <= told.keys()
    assert [one["owner"] for one in told["owned_by"] if one["denied"]] == ["sasac"]
