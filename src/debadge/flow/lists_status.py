"""Every list that we know or hold: how old what stands for it is on a day, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.lists import published
from debadge.flow.world import World
from debadge.model.listing import Snapshot
from debadge.model.published import PublishedList
from debadge.model.source import Text
from debadge.store.lists import Broken, held, imports

OWN_RECHECK_DAYS = 90  # of a list of one's own, of which nobody said how often it changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands for one list on a day."""

    list: str
    title: Text | None  # None: a list of one's own
    says: Text | None
    snapshot: Snapshot | None  # without its rows; None: never imported by that day
    imports: int  # kept by that day, the one that stands included
    absent: str | None  # why no snapshot stands: never (imported), later (only after the day asked about) or broken
    age_days: int | None  # since it was published; None: it does not tell when that was
    imported_days: int | None  # since it was taken in
    recheck: date | None  # the day to look again
    past_recheck: bool
    broken: tuple[Broken, ...]  # files that are not what their names say, or are gone

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "list": self.list,
            "title": dict(self.title) if self.title else None,
            "says": dict(self.says) if self.says else None,
            "snapshot": self.snapshot.plain() if self.snapshot else None,
            "imports": self.imports,
            "absent": self.absent,
            "age_days": self.age_days,
            "imported_days": self.imported_days,
            "recheck": self.recheck.isoformat() if self.recheck else None,
            "past_recheck": self.past_recheck,
            "broken": [one.path.name for one in self.broken],
            "missing": [one.path.name for one in self.broken if one.is_missing],
        }


def status(home: Path, as_of: date, world: World) -> tuple[Standing, ...]:
    """Every list that we know or hold, in the order of their ids; what is broken is told and stands for nothing."""
    return tuple(
        _standing(home, list_, as_of, published(world, list_)) for list_ in sorted({*world.lists, *held(home)})
    )


def _standing(home: Path, list_: str, as_of: date, facts: PublishedList | None) -> Standing:
    found = list(imports(home, list_, rows_too=True))
    kept = [one for one in found if not isinstance(one, Broken) and one.snapshot.day <= as_of]
    broken = tuple(dict.fromkeys(one for one in found if isinstance(one, Broken)))
    newest = max(kept, key=lambda one: one.order, default=None) if not broken else None
    snapshot = replace(newest.snapshot, rows=()) if newest else None
    since = (as_of - snapshot.day).days if snapshot else None
    every = facts.recheck_days if facts else OWN_RECHECK_DAYS
    return Standing(
        list=list_,
        title=facts.title if facts else None,
        says=facts.says if facts else None,
        snapshot=snapshot,
        imports=len(kept),
        absent=None if newest else "broken" if broken else "later" if found else "never",
        age_days=since if snapshot and snapshot.published else None,
        imported_days=(as_of - snapshot.imported).days if snapshot else None,
        recheck=date.fromordinal(snapshot.day.toordinal() + every) if snapshot else None,
        past_recheck=since is not None and since > every,
        broken=broken,
    )
