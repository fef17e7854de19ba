"""The labelled samples, read in place where they are: how often the maker is found, and that nobody is accused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from debadge.correlate.derive import derive
from debadge.flow.world import World
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject, keep
from debadge.model.words import Basis, Grade

WATCHED = {"hikvision", "dahua", "huawei", "zte", "hytera", "uniview", "tiandy"}
SOFTWARE = {"software_name", "software_library", "package_url", "file_name", "storage_signature"}


def answers(shared: Path, world: World) -> Iterator[tuple[dict[str, Any], Identification]]:
    for name in ("samples-dev.jsonl", "samples-dev-more.jsonl"):
        for line in (shared / "facts" / name).read_text("utf-8").splitlines():
            sample = json.loads(line)
            channel = sample["channel"]
            kind = "component" if channel in SOFTWARE else "channel" if channel == "nvr_channel" else "device"
            seen = Observation(
                subject=Subject(kind=kind, ref="x"),
                field=channel,
                value=sample["value"],
                collected=None,
                origin=Origin(tool="t", method="import", locator="x"),
            )
            kept = keep("x", seen)
            yield sample, world.identifier.identify("x", [(k.id, k.seen) for k in (kept, *derive([kept]))])


def test_watched_makers_are_found(shared: Path, world: World) -> None:
    wanted = [(s, i) for s, i in answers(shared, world) if s["watched"] and s["expect"] == "identify"]
    found = [i for s, i in wanted if i.maker == s["true_maker"].lower()]
    assert len(found) / len(wanted) >= 0.95


def test_no_watched_maker_is_observed_where_there_is_none(shared: Path, world: World) -> None:
    accused = [
        (s["value"], i) for s, i in answers(shared, world) if i.maker in WATCHED and i.maker != s["true_maker"].lower()
    ]
    assert [v for v, i in accused if i.basis is Basis.OBSERVED or i.grade.rank >= Grade.PROBABLE.rank] == []


def test_samples_that_decide_nothing_name_no_watched_maker(shared: Path, world: World) -> None:
    assert [s["value"] for s, i in answers(shared, world) if s["expect"] == "abstain" and i.maker in WATCHED] == []
