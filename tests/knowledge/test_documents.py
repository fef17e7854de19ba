"""The pages on makers, regimes and legal persons say what the fact files say, today, in Markdown that holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from tools.documents.__main__ import pages, written
from tools.documents.markdown import link, plain, row

from debadge.flow.world import World

CELLS = re.compile(r"(?<!\\)\|")
LINK = re.compile(r"\]\(<?([^)>]+)>?\)")


@pytest.fixture(scope="module")
def told(world: World) -> dict[str, str]:
    return pages(world)


def test_every_page_is_what_the_files_say(told: dict[str, str]) -> None:
    there = written()
    assert sorted(there) == sorted(told), "run `make documents`"
    assert [name for name, text in told.items() if there[name].read_text("utf-8") != text] == [], "run `make documents`"


def test_every_regime_and_party_has_a_page_in_both_languages(world: World, told: dict[str, str]) -> None:
    wanted = {f"regimes/{lang}/{id_}.md" for lang in ("en", "fr") for id_ in (*world.law.regimes, "README")}
    wanted |= {f"parties/{lang}/{id_}.md" for lang in ("en", "fr") for id_ in (*world.law.parties, "README")}
    assert wanted <= told.keys()


def test_page_names_rules_badges_and_numbers(told: dict[str, str]) -> None:
    page = told["makers/hikvision.md"]
    assert all(part in page for part in ("serial-hik", "| LTS |", "hik-ip-camera", "DS-2CD2643G2-IZS"))


def tables(text: str) -> Iterator[list[str]]:
    for block in re.split(r"\n\n+", text):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        if rows:
            yield rows


def test_every_row_has_the_cells_of_its_head(told: dict[str, str]) -> None:
    odd = [
        (name, one[:80])
        for name, text in told.items()
        for rows in tables(text)
        for one in rows
        if len(CELLS.findall(one)) != len(CELLS.findall(rows[0]))
    ]
    assert odd == []


def test_every_link_between_pages_leads_to_one(told: dict[str, str]) -> None:
    broken = []
    for name, text in told.items():
        for target in LINK.findall(text):
            if target.endswith(".md") and "://" not in target:
                at = PurePosixPath(name).parent
                for part in target.split("/"):
                    at = at.parent if part == ".." else at / part
                broken += [(name, target)] if at.as_posix() not in told else []
    assert broken == []


def test_every_anchor_is_there_once(told: dict[str, str]) -> None:
    for name, text in told.items():
        anchors = re.findall(r'<a id="([^"]+)"', text)
        assert len(anchors) == len(set(anchors)), name
        assert {target[1:] for target in LINK.findall(text) if target.startswith("#")} <= set(anchors), name


def test_nothing_of_a_fact_becomes_markup(told: dict[str, str]) -> None:
    assert plain("a <b> *c* [d](e) `f`\n g") == r"a \<b> \*c\* \[d\](e) \`f\` g"
    assert row("a|b", "") == r"| a\|b | - |"
    assert link("x", "https://e.org/a_(b)") == "[x](<https://e.org/a_(b)>)"
    strange = re.compile(r'(?<!\\)<(?!br>|/a>|a id="[\w-]+">|https?://[^>]+>)')
    assert [name for name, text in told.items() if not name.startswith("makers") and strange.search(text)] == []


def test_clause_stands_beside_what_carries_it_out(told: dict[str, str]) -> None:
    page = told["regimes/en/us-889a1a.md"]
    limb = next(line for line in page.splitlines() if line.startswith("| s. 889(a)(1)(A); FAR 4.2102(a)(1)"))
    assert "From 13 August 2019 an agency may not procure" in limb
    assert "**procure**<br>binds: government department or agency, federal contractor" in limb
    assert "**procure/no-routing**: equipment that neither routes nor sees user data, if routes traffic: no" in page
    assert "**first-report**: within 1 business day of the discovery" in page


def test_every_clause_is_carried_out_or_says_why_not(world: World, told: dict[str, str]) -> None:
    for one in world.law.regimes.values():
        for lang, why in (("en", "*Not encoded because:*"), ("fr", "*Non codé, car :*")):
            page = told[f"regimes/{lang}/{one.id}.md"].replace("\u00a0", " ")
            assert page.count(why) == sum(clause.not_encoded is not None for clause in one.clauses)


def test_tests_of_every_measure_are_told_on_its_page(world: World, told: dict[str, str]) -> None:
    for one in world.law.regimes.values():
        page = told[f"regimes/en/{one.id}.md"]
        assert all(f"**{m.id}**<br>" in page or f"### {m.id}\n" in page for m in one.measures), one.id


def test_source_has_its_grade_and_day_on_the_page(told: dict[str, str]) -> None:
    page = told["regimes/fr/ca-ica-hikvision-2025.md"]
    assert "| 2025-09-22 | 2026-11-22 | source primaire | required Hikvision Canada to windup" in page
    assert "| Federal Court of Canada, T-2284-25 (judicial review) | 2025-07-07 | - | en cours |" in page


def test_list_that_binds_nobody_says_so_on_its_page(told: dict[str, str]) -> None:
    assert "It tells nobody to do anything." in told["regimes/en/us-1260h.md"]
    assert "Il ne prescrit rien à personne." in told["regimes/fr/us-1260h.md"]
    assert "liste sans effet juridique propre; ne lie personne" in told["regimes/fr/README.md"]


def test_party_page_has_its_script_numbers_and_regimes_in_order(told: dict[str, str]) -> None:
    page = told["parties/en/hikvision.md"]
    assert "海康威视" in page
    assert "`91330000733796106P`" in page
    regimes = re.findall(r"regimes/en/([\w-]+)\.md", page)
    known = [id_ for id_ in regimes if id_ in {"us-889a1a", "us-bis-entity-list", "us-1260h", "uk-wms-2022"}]
    assert known == ["us-889a1a", "us-bis-entity-list", "us-1260h", "uk-wms-2022"]
    assert "| asks about its country |" in page


def test_claim_is_told_as_a_claim_on_the_page_of_a_party(told: dict[str, str]) -> None:
    assert "détient et contrôle EZVIZ (ezviz) (affirmation, non établi)" in told["parties/fr/hikvision.md"]
    assert "Denied: The company denies that the state controls it." in told["parties/en/dahua.md"]
