"""Labelled samples: one line that a device or record showed, and who made the thing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from debadge.correlate.derive import derive
from debadge.identify.channels import SOFTWARE, group_of
from debadge.identify.identify import Identifier
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject, keep

WATCHED = frozenset({"hikvision", "dahua", "huawei", "zte", "hytera", "uniview", "tiandy"})
"""Makers that the targets speak of."""
ORIGIN = Origin(tool="accuracy", method="import", locator="sample")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One labelled text."""

    channel: str
    value: str
    maker: str | None  # id, or what the label says in lower case; None where the label says unknown
    expect: str  # identify | abstain | brand-only
    source: str  # as the file names it
    model: str | None

    @property
    def is_watched(self) -> bool:
        """Whether one of the watched makers made it, and the text is enough to tell."""
        return self.maker in WATCHED and self.expect == "identify"

    @property
    def repository(self) -> str:
        """Who collected it: one name for all files of a repository."""
        return repository(self.source)


def load(paths: Iterable[Path]) -> list[Sample]:
    """The samples of JSON-lines files, in order."""
    return [
        _sample(json.loads(line)) for path in paths for line in path.read_text("utf-8").splitlines() if line.strip()
    ]


def _sample(told: dict[str, str]) -> Sample:
    maker = told["true_maker"].casefold()
    return Sample(
        channel=told["channel"],
        value=told["value"],
        maker=None if maker in {"unknown", "none"} else maker,
        expect=told["expect"],
        source=told["source"],
        model=told.get("model"),
    )


def repository(source: str) -> str:
    """The collector that a source names: a repository, a package, or one file of an index that names none."""
    if found := re.search(r"(?:text|code) index,? (?:file|files|id|ids)? ?(\d{6,})", source):
        return f"index {found[1]}"
    if found := re.match(r"(?:PyPI|npm) ([\w.-]+)", source):
        return found[0].split(" ")[1].lower()
    if found := re.match(r"(?:https?://github\.com/)?([\w.-]+/[\w.-]+)", source):
        return found[1].lower()
    return re.split(r"[\s,(:#]", source, maxsplit=1)[0].lower()


def identify(samples: Sequence[Sample], identifier: Identifier) -> Identification:
    """What is said of one thing that shows all of these texts."""
    channel = samples[0].channel
    kind = "component" if group_of(channel) == SOFTWARE else "channel" if channel == "nvr_channel" else "device"
    subject = Subject(kind=kind, ref="sample")
    kept = [
        keep("samples", Observation(subject=subject, field=s.channel, value=s.value, collected=None, origin=ORIGIN))
        for s in samples
    ]
    return identifier.identify("sample", [(told.id, told.seen) for told in (*kept, *derive(kept))])


def units(samples: Iterable[Sample]) -> list[list[Sample]]:
    """Whole devices: two or more channels that one source shows of one model."""
    by_source: dict[str, list[Sample]] = {}
    for sample in samples:
        if sample.expect == "identify" and group_of(sample.channel) != SOFTWARE:
            by_source.setdefault(sample.source, []).append(sample)
    return [told for told in by_source.values() if _is_unit(told)]


def _is_unit(told: Sequence[Sample]) -> bool:
    channels = [s.channel for s in told]
    models = {s.model for s in told if s.model}
    return (
        len(told) > 1 and len(set(channels)) == len(channels) and len({s.maker for s in told}) == 1 and len(models) == 1
    )
