"""`debadge diff`: what changed between two runs: things, makers and answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debadge.model.words import HEADLINE_ORDER, Outcome
from debadge.store.runfolder import ASSETS, FINDINGS, IDENTIFICATIONS, read_jsonl, read_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One thing that is said otherwise in the second run."""

    kind: str  # appeared | gone | maker | outcome | quantity
    asset: str
    name: str
    what: str  # "" or "regime act"
    before: str | None
    after: str | None
    force: str | None = None  # of the regime, where an outcome changed

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "kind": self.kind,
            "asset": self.asset,
            "name": self.name,
            "what": self.what,
            "before": self.before,
            "after": self.after,
            "force": self.force,
        }


@dataclass(frozen=True, slots=True)
class _Run:
    assets: Mapping[str, Mapping[str, Any]]
    makers: Mapping[str, str]
    outcomes: Mapping[tuple[str, str], str]  # (asset, "regime act") -> headline
    forces: Mapping[str, str]  # regime -> force


def diff(before: Path, after: Path) -> tuple[Difference, ...]:
    """What the second run says otherwise; read from the folders, nothing is judged anew.

    Raises:
        InputError: One of them is not a run folder.
    """
    return tuple(sorted(_differences(_read(before), _read(after)), key=lambda d: (d.kind, d.name, d.what, d.asset)))


def _read(folder: Path) -> _Run:
    read_run(folder)
    makers = {row["asset"]: f"{row['maker'] or '?'} ({row['grade']})" for row in read_jsonl(folder / IDENTIFICATIONS)}
    outcomes: dict[tuple[str, str], str] = {}
    forces: dict[str, str] = {}
    for row in read_jsonl(folder / FINDINGS):
        forces[row["regime"]] = row["force"]
        for asset in row["assets"]:
            key = (asset, f"{row['regime']} {row['act']}")
            outcomes[key] = _worse(outcomes.get(key), row["outcome"])
    return _Run({row["id"]: row for row in read_jsonl(folder / ASSETS)}, makers, outcomes, forces)


def _worse(one: str | None, other: str) -> str:
    return other if one is None else min(one, other, key=lambda word: HEADLINE_ORDER.index(Outcome(word)))


def _differences(before: _Run, after: _Run) -> Iterator[Difference]:
    for id_ in before.assets.keys() - after.assets.keys():
        yield Difference(
            kind="gone", asset=id_, name=before.assets[id_]["name"], what="", before=before.makers[id_], after=None
        )
    for id_ in after.assets.keys() - before.assets.keys():
        yield Difference(
            kind="appeared", asset=id_, name=after.assets[id_]["name"], what="", before=None, after=after.makers[id_]
        )
    for id_ in before.assets.keys() & after.assets.keys():
        name = after.assets[id_]["name"]
        if before.makers[id_] != after.makers[id_]:
            yield Difference(
                kind="maker", asset=id_, name=name, what="", before=before.makers[id_], after=after.makers[id_]
            )
        then, now = before.assets[id_]["quantity"], after.assets[id_]["quantity"]
        if then != now:
            yield Difference(kind="quantity", asset=id_, name=name, what="", before=str(then), after=str(now))
    for key in sorted(before.outcomes.keys() | after.outcomes.keys()):
        if key[0] in before.assets and key[0] in after.assets and before.outcomes.get(key) != after.outcomes.get(key):
            yield Difference(
                kind="outcome",
                asset=key[0],
                name=after.assets[key[0]]["name"],
                what=key[1],
                before=before.outcomes.get(key),
                after=after.outcomes.get(key),
                force={**before.forces, **after.forces}[key[1].partition(" ")[0]],
            )
