"""A table for spreadsheets: one row for each thing, binding regime and act, with the regime's headline.

A thing that no regime binds has one row, without a regime.

It is made for sharing: no places finer than a site, no vulnerabilities, and no cell that a spreadsheet would calculate.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.finding import Finding
from debadge.report.reading.answers import Headline, answers_of
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Speech
from debadge.text.sentences import Sentences

ABOUT_THE_THING = (
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
)
COLUMNS = (
    *ABOUT_THE_THING,
    "regime",
    "own",
    "follows",
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


def render(assessment: Assessment, sentences: Sentences) -> Iterator[bytes]:
    """UTF-8, commas, lines end with CR LF (RFC 4180); a piece for each thing."""
    yield _cells(COLUMNS) + b"\r\n"
    yield from _rows(assessment, Speech(assessment, sentences))


class _Echo:
    """Hands back what the writer would have written."""

    def write(self, text: str) -> str:
        return text


_WRITER = csv.writer(_Echo(), lineterminator="")


def _cells(values: Iterable[object]) -> bytes:
    """Some cells side by side, quoted as the format asks."""
    text: str = _WRITER.writerow([safe(value) for value in values])
    return text.encode()


def safe(cell: object) -> str:
    """A cell that no spreadsheet reads as a formula and no terminal as a command, whatever stands in it."""
    text = str(cell)
    if text.lstrip(" ").startswith(_STARTS_FORMULA):
        text = f"'{text}"
    return harmless(text)


def _rows(assessment: Assessment, speech: Speech) -> Iterator[bytes]:
    """Each finding and each thing is put into cells once; a row sets them side by side."""
    answers, fragile = answers_of(assessment), _fragile(assessment)
    ends = _Ends(assessment, speech)
    for asset in assessment.assets:
        left = _cells(_asset(assessment, asset)) + b","
        right = ends.of(answers.of(asset.id).headlines, fragile.get(asset.id, ()))
        yield left + (b"\r\n" + left).join(right) + b"\r\n"


def _fragile(assessment: Assessment) -> dict[str, tuple[int, ...]]:
    """The findings about each thing that stand on one record alone, by their numbers."""
    told: dict[str, list[int]] = {}
    for number, group in enumerate(assessment.groups):
        for subject in group.fragile:
            told.setdefault(subject, []).append(number)
    return {subject: tuple(numbers) for subject, numbers in told.items()}


class _Ends:
    """The right sides of rows; things with the same answers share theirs."""

    def __init__(self, assessment: Assessment, speech: Speech) -> None:
        told = [_finding(assessment, group.finding, speech) for group in assessment.groups]
        self._before, self._after = [_cells(cells[:-2]) for cells in told], [_cells(cells[-2:]) for cells in told]
        self._nothing = [_cells([""] * (len(COLUMNS) - len(ABOUT_THE_THING)))]
        self._made: dict[tuple[tuple[Headline, ...], tuple[int, ...]], list[bytes]] = {}

    def of(self, headlines: tuple[Headline, ...], fragile: tuple[int, ...]) -> list[bytes]:
        """One for each headline, or one empty."""
        if not headlines:
            return self._nothing
        if (headlines, fragile) not in self._made:
            self._made[headlines, fragile] = [self._one(line.group, weak=line.group in fragile) for line in headlines]
        return self._made[headlines, fragile]

    def _one(self, number: int, *, weak: bool) -> bytes:
        return b",".join((self._before[number], b"true" if weak else b"false", self._after[number]))


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
        _list(assessment.regimes[found.regime].follows),
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
