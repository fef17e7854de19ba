"""The page: whole, harmless, self-contained, and each reasoning written once."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from debadge.model.assessment import Assessment
from debadge.model.observation import Reject
from debadge.report.html import render
from debadge.testing.assessments import Thing, assessment, department, many
from debadge.testing.rules import law, measure, regime, regimes, source
from debadge.text.sentences import Sentences

VOID = {"meta"}
HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'&\x00\u202e"


class Page(HTMLParser):
    """Reads a page and keeps what tests ask for; an end tag that closes nothing open is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, name: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.seen if tag == name]


@pytest.fixture(scope="module")
def whole(estate: Assessment, english: Sentences) -> str:
    return render(estate, english)


def test_every_element_is_closed_in_order(whole: str) -> None:
    assert Page(whole).open == []


def test_nothing_is_loaded_and_nothing_runs(whole: str) -> None:
    page = Page(whole)
    assert not {"script", "img", "iframe", "link", "object", "embed", "form", "video", "audio"} & {
        tag for tag, _ in page.seen
    }
    assert not [
        name
        for _, attributes in page.seen
        for name in attributes
        if name in {"src", "srcset", "style", "action"} or name.startswith("on")
    ]
    assert "url(" not in whole
    assert "@import" not in whole


def test_the_policy_names_the_one_style_by_its_digest(whole: str) -> None:
    style = re.search(r"<style>(.*?)</style>", whole, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    policy = next(m["content"] for m in Page(whole).all("meta") if m.get("http-equiv"))
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_page_says_its_language(estate: Assessment, english: Sentences, french: Sentences, lang: str) -> None:
    assert render(estate, {"en": english, "fr": french}[lang]).startswith(f'<!DOCTYPE html>\n<html lang="{lang}">')


def test_the_marking_stands_on_top_and_at_the_bottom(whole: str) -> None:
    assert whole.count('<p class="marking">PROTECTED A</p>') == 2


def test_what_was_not_looked_at_comes_before_the_answers(whole: str) -> None:
    assert whole.index('id="gaps"') < whole.index('id="answers"')


def test_headings_never_skip_a_level(whole: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(whole).seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_header_cell_says_what_it_heads(whole: str) -> None:
    assert {th.get("scope") for th in Page(whole).all("th")} == {"col", "row"}


def test_every_link_inside_the_page_leads_somewhere(whole: str) -> None:
    page = Page(whole)
    ids = [attributes["id"] for _, attributes in page.seen if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {a["href"] for a in page.all("a") if str(a["href"]).startswith("#")} <= {f"#{id_}" for id_ in ids}


def test_links_to_the_web_tell_nobody_where_they_were(whole: str) -> None:
    out = [a for a in Page(whole).all("a") if not str(a["href"]).startswith("#")]
    assert out
    assert {a.get("rel") for a in out} == {"noreferrer"}


def test_hostile_input_stays_text(english: Sentences) -> None:
    things = [Thing(name=HOSTILE, brand=HOSTILE, model=HOSTILE, text=HOSTILE, entity=HOSTILE, chip=HOSTILE)]
    asking = department(names={"en": HOSTILE, "fr": HOSTILE}, marking=HOSTILE)
    rule = regime(
        "own-direction", title={"en": HOSTILE, "fr": HOSTILE}, own=True, recheck_at={"en": HOSTILE, "fr": HOSTILE}
    )
    told = assessment(
        things,
        organisation=asking,
        rules=[rule],
        rejects=[Reject(locator=HOSTILE, reason=HOSTILE, given={"x": HOSTILE})],
    )
    page = Page(text := render(told, english))
    assert not {"script", "img"} & {tag for tag, _ in page.seen}
    assert not set(text) & set("\x00\u202e")
    assert page.open == []


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", 'https://a.example/" onclick="x', "ftp://a.example/", "https://a b/"],
)
def test_only_addresses_of_the_web_become_links(url: str, english: Sentences) -> None:
    told = assessment(
        [Thing(name="a")],
        rules=[regime("zz-use-ban", measure(source=source("Clause", url=url)), sources={"s": source(url=url)})],
    )
    assert all(str(a["href"]).startswith("#") for a in Page(render(told, english)).all("a"))


def test_every_finding_that_binds_is_written_once_and_by_its_id(estate: Assessment, whole: str) -> None:
    anchors = re.findall(r'id="finding-([0-9a-f]+)"', whole)
    ids = {group.id for group in estate.groups}
    assert set(anchors) <= ids
    assert len(anchors) == len(set(anchors))


def test_reasons_have_every_test_in_order(whole: str) -> None:
    first = whole.split('id="finding-')[1]
    tests = re.findall(r'<th scope="row">([a-z]+)</th>', first)
    assert tests[:11] == [
        "force",
        "date",
        "actor",
        "act",
        "entity",
        "product",
        "purpose",
        "site",
        "acquired",
        "funding",
        "certificate",
    ]


def test_the_court_case_and_the_statement_stand_beside_the_rule(whole: str) -> None:
    box = re.search(r'<div class="contested">(.*?)</div>', whole, re.DOTALL)
    assert box
    assert "ZZ Federal Court, T-1-25, since 2025-07-07 (open):" in box[1]
    assert "We contest it." in box[1]


def test_evidence_against_stands_beside_evidence_for(english: Sentences) -> None:
    told = render(assessment([Thing(name="two", conflict=True)]), english)
    assert "<b>for</b>" in told
    assert "<b>against</b>" in told


def test_a_single_record_that_carries_a_prohibition_is_told(whole: str) -> None:
    assert "Fragile: for 2 units one single record carries this answer." in whole


def test_old_readings_are_told_as_overdue(estate: Assessment, english: Sentences) -> None:
    late = replace(estate, as_of=source().read.replace(year=2027))
    assert "overdue" in render(late, english)
    assert "read after the day judged" in render(estate, english)


def test_without_an_organisation_there_are_no_answers(english: Sentences) -> None:
    told = render(assessment(nobody=True), english)
    assert 'class="reply' not in told.split('id="words"')[0]
    assert "federal contractor (YY)" in told


def test_the_same_assessment_gives_the_same_page(english: Sentences, whole: str) -> None:
    assert render(assessment(known=law(*regimes())), english) == whole


def test_ten_thousand_devices_stay_far_under_ten_megabytes(english: Sentences) -> None:
    told = render(many(), english)
    assert len(told.encode()) < 4_000_000
    assert told.count("unit-") >= 10_000


def test_ten_thousand_models_stay_under_ten_megabytes(english: Sentences) -> None:
    assert len(render(many(3_000, models=1_500), english).encode()) < 10_000_000
