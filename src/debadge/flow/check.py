"""`debadge check`: evidence files or folders in, a run folder out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debadge import __version__
from debadge.flow.asking import Asking
from debadge.flow.assess import Evidence, assess, set_aside_counts
from debadge.flow.world import World
from debadge.model.assessment import Assessment
from debadge.model.observation import Reject
from debadge.report.interface import render
from debadge.store.runfolder import REPORTS, RUN, records, run_page, write
from debadge.text.sentences import Sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One run and the folder that keeps it."""

    assessment: Assessment
    folder: Path


def check(evidence: Evidence, asking: Asking, world: World, *, folder: Path, lang: str) -> Checked:
    """Assess the evidence and keep everything in a run folder."""
    assessment = assess(evidence, asking, world)
    write(folder, files(assessment, asking, world.sentences(lang), released(world)))
    return Checked(assessment=assessment, folder=folder)


def released(world: World) -> Mapping[str, Any]:
    """What run.json tells of a released pack beside its name; nothing of the installed facts."""
    return {"release": world.pack.release.plain()} if world.pack.release else {}


def files(
    assessment: Assessment, asking: Asking, sentences: Sentences, release: Mapping[str, Any]
) -> Iterable[tuple[str, Iterable[bytes]]]:
    """Every file of a run folder; run.json last, so that a folder with one is whole."""
    yield from records(assessment)
    for name, form in REPORTS.items():
        yield name, render(form, assessment, sentences)
    told = {
        "debadge": __version__,
        "pack": assessment.pack,
        **release,
        "lang": sentences.lang,
        "question": asking.plain,
        "inputs": [file.plain() for file in assessment.coverage.files],
        "set_aside": set_aside_counts(assessment),
    }
    yield RUN, run_page(told)


def unreadable(assessment: Assessment) -> Sequence[Reject]:
    """Why each file that could not be read was not."""
    return [told.error for told in assessment.coverage.files if told.error]


def outcomes(assessment: Assessment) -> set[str]:
    """Every outcome word that occurs in the run."""
    return {group.finding.outcome.value for group in assessment.groups if group.subjects}
