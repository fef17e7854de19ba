"""The table of a terminal: 80 columns, the question first, gaps below, never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from debadge.model.assessment import Assessment
from debadge.model.observation import Reject
from debadge.report.table import render
from debadge.report.terminal.columns import width
from debadge.testing.assessments import Thing, assessment, department
from debadge.testing.rules import regimes
from debadge.text.sentences import Sentences

SMALL = """\
                                  PROTECTED A
As of 2026-10-16 | pack-0123456789abcdef | Harbour Office

Buy?  Keep?  Units  What, and the deciding clause        Maker is   Site
--------------------------------------------------------------------------------
-     ask        1  Acme A-1, made by Examplecam‡        probable   Headquarters
                    use: undetermined (entity) [1]† zz-use-ban
-     no            Own direction: use: contrary to policy [2] own-direction

The rules behind the answers
  1  Exampleland announcement on Examplecam
"""


@pytest.fixture
def relabel() -> Assessment:
    ban, *_, own = regimes()
    return assessment(
        [Thing(name="relabel", brand="Acme", model="A-1", grade=assessment().identifications["dev-relabel"].grade)],
        rules=[ban, own],
    )


def rows(text: str) -> Iterator[str]:
    return iter(text.splitlines())


def test_a_relabel_shows_both_answers(relabel: Assessment, english: Sentences) -> None:
    assert render(relabel, english).startswith(SMALL)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_line_is_wider_than_80_columns(estate: Assessment, english: Sentences, french: Sentences, lang: str) -> None:
    wide = assessment(
        [Thing(name="x" * 100, brand="海康威视" * 12, model="型号" * 40), *[Thing(name="y", model="M" * 200)]]
    )
    told = {"en": english, "fr": french}[lang]
    assert [
        line for one in (estate, wide) for line in rows(render(one, told, everything=True)) if width(line) > 80
    ] == []


@pytest.mark.parametrize("nobody", [False, True])
@pytest.mark.parametrize("units", [99_999, 150_000, 12_345_678])
def test_number_of_units_stands_whole(units: int, nobody: bool, english: Sentences) -> None:
    told = render(assessment([Thing(name="lot", kind="lot", quantity=units)], nobody=nobody), english)
    row, total = (line for line in rows(told) if "NJ-200" in line or line.endswith("Examplecam (confirmed)"))
    assert str(units) in row.split()
    assert total.split()[0] == str(units)
    assert max(map(width, rows(told))) <= 80


def test_the_marking_is_the_first_and_the_last_line(estate: Assessment, french: Sentences) -> None:
    first, *_, last = rows(render(estate, french))
    assert first.strip() == last.strip() == "PROTECTED A"


def test_there_is_no_colour_unless_asked(estate: Assessment, english: Sentences) -> None:
    assert "\x1b" not in render(estate, english)
    painted = render(estate, english, color=True)
    assert "\x1b[1;31mno" in painted
    assert all(part.split("m", 1)[0].replace(";", "").isdigit() for part in painted.split("\x1b[")[1:])


def test_rules_that_do_not_bind_are_counted_and_listed_on_demand(estate: Assessment, english: Sentences) -> None:
    assert "1 other measure does not bind you; --all" in render(estate, english)
    assert "yy-contractors/contractors: actor" in render(estate, english, everything=True)


def test_without_an_organisation_there_are_makers_and_roles_and_no_answers(english: Sentences) -> None:
    told = render(assessment(nobody=True), english)
    assert "Buy?" not in told
    assert "Would bind: federal contractor (YY)." in told
    assert "Named: Examplecam. Units: 43; open: 4." in told


def test_gaps_are_told_with_denominators(estate: Assessment, english: Sentences) -> None:
    told = render(estate, english)
    assert "120 of 372 that the organisation says it has" in told
    assert "! web pages and certificates: not looked at for 49 of 49 units." in told


def test_without_networks_the_share_is_unknown_and_never_all(estate: Assessment, english: Sentences) -> None:
    blind = replace(estate, coverage=replace(estate.coverage, networks=None, kinds_expected=None))
    assert render(blind, english).count("unknown share") == 2


def test_rejects_have_place_and_reason_and_unread_files_their_remedy(english: Sentences) -> None:
    bad = [
        Reject(locator=f"register.csv:{n}", reason="no.such.reason", given={"cell": "see bundle 7"}) for n in range(12)
    ]
    told = render(assessment(rejects=bad), english)
    assert "Rows that could not be used: 12" in told
    assert "and 2 more: register.csv (2)" in told
    assert "scan.xml: no scan of nmap in this file. Save the scan again with -oX" in told


def test_an_unknown_place_is_named(english: Sentences) -> None:
    told = render(assessment([Thing(name="a")], organisation=department(jurisdiction="XX")), english)
    assert "no rule of XX is among those read" in told


def test_an_empty_estate_says_so(english: Sentences) -> None:
    assert "Nothing was found in the evidence" in render(assessment([]), english)


def test_hostile_names_move_no_cursor(english: Sentences) -> None:
    told = render(
        assessment(
            [Thing(name="x", brand="\x1b[2J\x1b[H", model="a\nb\r\u202e")],
            organisation=department(marking="\x1b]0;x\x07"),
        ),
        english,
    )
    assert not set(told) & set("\x1b\r\x07\u202e")
