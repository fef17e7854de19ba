"""A certificate states what was and was not looked at, clears nobody, loads nothing, and can be checked by its digest."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from debadge.flow.assess import names_of
from debadge.flow.certificate import LineNotes, NameNotes
from debadge.flow.world import World
from debadge.model.certificate import MOST, Certificate, CheckedFile, Counted, Gap
from debadge.model.listing import Snapshot
from debadge.model.screened import NOTHING_NAMED, Screened
from debadge.model.supplier import Supplier
from debadge.report.reading.speech import Wording
from debadge.report.screening.certificate import BLANK, certificate_page, policy

DAY = date(2026, 11, 22)
NAME: dict[str, Any] = {
    "query": "<script>Owl</script>",
    "line": 2,
    "input": {},
    "answer": "listed",
    "score": 0.9,
    "name": "Owl & Co.",
    "list": "own-a",
    "ref": "1",
    "since": None,
    "citation": None,
    "ties": [],
    "ownership": "not_looked",
    "dismissed": None,
    "confirmed": None,
    "revived": None,
    "asked_as": None,
}
LIST = Snapshot(
    list="own-a",
    digest="cd" * 32,
    published=date(2026, 11, 1),
    imported=DAY,
    count=3,
    persons=0,
    files=(),
    partial=True,
)
ONE = Certificate(
    about="names",
    who={"en": "Harbour Office", "fr": "Bureau du port"},
    marking="PROTECTED A",
    as_of=DAY,
    pack="pack-1",
    policy="names-1",
    file=CheckedFile(
        name="a<b>.csv",
        digest="ab" * 32,
        rows=3,
        rejected=1,
        understood=(("Vendor", "name"),),
        left_over=("X",),
        notes=0,
    ),
    lists=(LIST,),
    compared=True,
    counts=(Counted(kind="answer", word="listed", count=1), Counted(kind="answer", word="dismissed", count=1)),
    asking=1,
    lines=(),
    names=(NAME,),
    decisions=(),
    more_decisions=0,
    gaps=(Gap(reason="certificate.gap.absent", given={"lists": "us-bis-meu"}),),
)


def page(world: World, told: Certificate, lang: str = "en") -> str:
    return certificate_page(told, Wording(world.sentences(lang), world.law.makers, names_of(world.law)))


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_page_is_the_same_twice_and_bears_its_own_digest(world: World, lang: str) -> None:
    told = page(world, ONE, lang)
    assert told == page(world, ONE, lang)
    digest = re.findall(r"<code>([0-9a-f]{64})</code>", told)[-1]
    before, _, after = told.rpartition(digest)
    assert hashlib.sha256(f"{before}{BLANK}{after}".encode()).hexdigest() == digest


def test_page_loads_nothing_and_escapes_what_it_shows(world: World) -> None:
    told = page(world, ONE)
    assert not re.search(r"<(script|img|link|iframe)|src=|href=|url\(|@import", told)
    assert "&lt;script&gt;Owl&lt;/script&gt;" in told
    assert "a&lt;b&gt;.csv" in told
    assert policy().replace("'", "&#x27;") in told


@pytest.mark.parametrize(
    "text",
    [
        "PROTECTED A",
        "Harbour Office",
        "2026-11-22",
        "ab" * 32,
        "cd" * 32,
        "pack-1",
        "names-1",
        "us-bis-meu",
        "not legal advice",
    ],
)
def test_page_tells_for_whom_what_and_against_what(world: World, text: str) -> None:
    assert text in page(world, ONE)


@pytest.mark.parametrize(("lang", "words"), [("en", r"\b(is|are|was) clear(ed)?\b|compliant"), ("fr", r"conforme")])
def test_page_never_says_cleared(world: World, lang: str, words: str) -> None:
    nothing = replace(ONE, asking=0, names=(), gaps=())
    assert [told for told in (ONE, nothing) if re.search(words, page(world, told, lang))] == []


def test_names_beyond_the_first_are_counted(world: World) -> None:
    told = page(world, replace(ONE, asking=MOST + 7, names=(NAME,) * MOST))
    assert "7 more are in the answers" in told
    assert told.count("Owl &amp; Co.") == MOST


def test_notes_keep_the_first_names_and_count_the_others() -> None:
    notes = NameNotes()
    for _ in range(MOST + 7):
        notes.answered(NAME, is_bad=False)
    notes.answered({**NAME, "dismissed": {"by": "A"}}, is_bad=False)
    notes.answered({**NAME, "answer": "refused"}, is_bad=True)
    assert (len(notes.names), notes.asking, notes.rejected) == (MOST, MOST + 7, 1)
    assert notes.counts == {"listed": MOST + 7, "dismissed": 1, "refused": 1}


@pytest.mark.parametrize(
    ("answer", "dismissed", "asking"), [("listed", None, 1), ("listed", {}, 1), ("no_match", None, 0)]
)
def test_line_needs_somebody_for_its_supplier_alone(answer: str, dismissed: object, asking: int) -> None:
    supplier = Supplier(plain={"answer": answer, "dismissed": dismissed, "ownership": "known"}, text="")
    one = Screened(
        number=1, locator="1", answer=NOTHING_NAMED, quantity=None, line=None, judgement=None, supplier=supplier
    )
    notes = LineNotes()
    notes.named(one, is_listed=False)
    assert notes.asking == asking


def test_line_whose_supplier_was_dismissed_needs_nobody() -> None:
    supplier = Supplier(plain={"answer": "listed", "dismissed": {"by": "A"}, "ownership": "known"}, text="")
    assert not supplier.asks
    assert supplier.shows
