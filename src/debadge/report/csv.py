"""A table for spreadsheets: one row for each thing, binding regime and act, with the regime's headline.

A thing that no regime binds has one row, without a regime.

It is made for sharing: no places finer than a site, no vulnerabilities, and no cell that a spreadsheet would calculate.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from debadge.judge.judge import headline
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.finding import Finding, FindingGroup
from debadge.report.reading.answers import binds
from debadge.report.reading.speech import Speech
from debadge.text.sentences import Sentences

COLUMNS = (
    "marking",
    "as_of",
    "pack",
    "id",
    "name",
    "kind",
    "units",
    "site",
    "maker",
    "grade",
    "basis",
    "entity",
    "brand",
    "model",
    "device_class",
    "regime",
    "own",
    "measure",
    "act",
    "force",
    "outcome",
    "outcome_text",
    "condition",
    "failed_tests",
    "questions",
    "open_exceptions",
    "contested",
    "fragile",
    "clause",
    "url",
)
_STARTS_FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
    "\n",
    "\uff1d",
    "\uff0b",
    "\uff0d",
    "\uff20",
)  # the last four: full-width forms


def render(assessment: Assessment, sentences: Sentences) -> str:
    """UTF-8 text, commas, lines end with CR LF (RFC 4180)."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows(_rows(assessment, Speech(assessment, sentences)))
    return out.getvalue()


def safe(cell: object) -> str:
    """A cell that no spreadsheet reads as a formula, whatever stands in it."""
    text = str(cell)
    if text.lstrip(" ").startswith(_STARTS_FORMULA):
        text = f"'{text}"
    return text.replace("\x00", "").replace("\r", " ").replace("\n", " ")


def _rows(assessment: Assessment, speech: Speech) -> Iterator[list[str]]:
    told = {id(g): [safe(cell) for cell in _finding(assessment, g.finding, speech)] for g in assessment.groups}
    fragile = {id(g): frozenset(g.fragile) for g in assessment.groups}
    by_subject: dict[str, list[FindingGroup]] = {asset.id: [] for asset in assessment.assets}
    for group in assessment.groups:
        if binds(group.finding):
            for subject in group.subjects:
                by_subject[subject].append(group)
    for asset in assessment.assets:
        left = [safe(cell) for cell in _asset(assessment, asset)]
        if not by_subject[asset.id]:
            yield [*left, *[""] * (len(COLUMNS) - len(left))]
        for group in _headlines(by_subject[asset.id]):
            *most, clause, url = told[id(group)]
            yield [*left, *most, str(asset.id in fragile[id(group)]).lower(), clause, url]


def _headlines(groups: list[FindingGroup]) -> Iterator[FindingGroup]:
    by_act: dict[tuple[str, str | None], list[FindingGroup]] = {}
    for group in groups:
        by_act.setdefault((group.finding.regime, group.finding.act), []).append(group)
    for several in by_act.values():
        best = headline(group.finding for group in several)
        yield next(group for group in several if group.finding is best)


def _asset(assessment: Assessment, asset: Asset) -> tuple[object, ...]:
    found, site, asking = assessment.identifications[asset.id], assessment.sites.get(asset.id), assessment.organisation
    return (
        (asking and asking.marking) or "",
        assessment.as_of,
        assessment.pack,
        asset.id,
        asset.name,
        asset.kind,
        asset.quantity,
        site.id if site else "",
        found.maker or "",
        found.grade,
        found.basis or "",
        found.entity or "",
        found.brand or "",
        found.model or "",
        found.device_class or "",
    )


def _finding(assessment: Assessment, found: Finding, speech: Speech) -> tuple[object, ...]:
    clause = found.citations[0] if found.citations else None
    return (
        found.regime,
        _flag(told=assessment.regimes[found.regime].own),
        found.measure,
        found.act or "",
        found.force,
        found.outcome,
        speech.outcome(found),
        *map(_list, (found.condition, found.failed_tests, found.questions, found.open_exceptions)),
        _flag(told=bool(found.contested)),
        clause.title if clause else "",
        (clause.url if clause else None) or "",
    )


def _list(words: tuple[object, ...]) -> str:
    return " ".join(map(str, words))


def _flag(*, told: bool) -> str:
    return str(told).lower()
