"""Who is asking and about which day: --org, --as-of and --known-by, with the directions that lie beside an org.yaml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.world import World
from debadge.knowledge.laws import RegimeLoader
from debadge.knowledge.organisation import profiles, read_organisation
from debadge.knowledge.vocabulary import nearest
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.days import Window
from debadge.model.errors import InputError, ToldError
from debadge.model.organisation import Organisation
from debadge.model.regime import Regime

ORG_FILE = "org.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Regimes supposed to be quashed, stayed or repealed."""

    regimes: tuple[str, ...]
    day: date | None  # the first day without them; None: the day judged

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"without": list(self.regimes), "from": self.day.isoformat() if self.day else None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """Everything about the question that is not evidence; `plain` is kept in run.json and makes a replay possible."""

    as_of: date
    known_by: date | None
    organisation: Organisation | None
    own: tuple[Regime, ...]
    events: Mapping[str, date]  # days on which something happened, for the clocks of duties
    plain: Mapping[str, Any]
    aside: Aside | None = None  # of facts given by hand alone; a run is never made on a supposition


def ask(
    world: World,
    *,
    org: str | None,
    beside: tuple[Path, ...],
    as_of: date,
    known_by: date | None,
    events: Mapping[str, date] | None = None,
) -> Asking:
    """Read the organisation: a shipped profile, a file, or the org.yaml found in a folder of evidence.

    Args:
        world: The facts.
        org: Name of a profile or path of a file; None looks into ``beside``.
        beside: The folders given as evidence.
        as_of: The day judged.
        known_by: Only facts published by that day; None for all.
        events: Days on which something happened, by the word of the vocabulary.

    Raises:
        InputError: No such profile or file, two org.yaml found, or one that does not load.
    """
    path = _org_file(org, beside)
    told: dict[str, Any] = {"profile": None, "org": None, "directions": {}}
    if path is not None:
        told["org"] = read_yaml(path, InputError)
        told["directions"] = dict(_directions(path))
    elif org is not None:
        told["profile"] = _shipped(world, org).profile
    told |= {"as_of": as_of.isoformat(), "known_by": known_by.isoformat() if known_by else None}
    told["events"] = {event: happened.isoformat() for event, happened in sorted((events or {}).items())}
    return asked_again(world, told, str(path) if path else ORG_FILE)


def organisation_of(world: World, org: str) -> tuple[Organisation, Path | None]:
    """A shipped profile, or the organisation of an `org.yaml` and where that lies.

    Raises:
        InputError: No such profile or file, or one that does not load.
    """
    path = _org_file(org, ())
    if path is None:
        return _shipped(world, org), None
    return read_organisation(read_yaml(path, InputError), str(path), profiles(world.pack), world.vocabulary), path


def asked_again(world: World, told: Mapping[str, Any], place: str = ORG_FILE) -> Asking:
    """The same question from its plain form, as run.json keeps it."""
    shipped = profiles(world.pack)
    organisation = shipped[told["profile"]] if told["profile"] else None
    if told["org"] is not None:
        organisation = read_organisation(told["org"], place, shipped, world.vocabulary)
    loader = RegimeLoader(
        {name: (f"{name}.yaml", value) for name, value in told["directions"].items()},
        world.vocabulary,
        InputError,
        world.law.regimes,
        own=True,
    )
    for name in told["directions"]:
        if name in world.law.regimes:  # the public rule would be judged in its place, and nobody would notice
            raise ToldError("error.direction_hidden", name=name)
    own = tuple(loader.load(name) for name in sorted(told["directions"]))
    days = {key: Window.parse(told[key]).earliest if told[key] else None for key in ("as_of", "known_by")}
    assert days["as_of"] is not None
    return Asking(
        as_of=days["as_of"],
        known_by=days["known_by"],
        organisation=organisation,
        own=own,
        events={event: date.fromisoformat(happened) for event, happened in told["events"].items()},
        plain=dict(told),
    )


def _shipped(world: World, name: str) -> Organisation:
    shipped = profiles(world.pack)
    if name not in shipped:
        near = nearest(name, shipped)
        reason = "error.no_organisation.like" if near else "error.no_organisation"
        raise ToldError(reason, org=name, shipped=", ".join(sorted(shipped)), near=near)
    return shipped[name]


def _org_file(org: str | None, beside: tuple[Path, ...]) -> Path | None:
    if org is not None:
        path = Path(org)
        return path / ORG_FILE if path.is_dir() else path if path.is_file() else None
    found = [folder / ORG_FILE for folder in beside if (folder / ORG_FILE).is_file()]
    if len(found) > 1:
        raise ToldError("error.two_organisations", one=found[0], other=found[1])
    return found[0] if found else None


def _directions(org: Path) -> Iterator[tuple[str, Any]]:
    """The organisation's own regime files beside its org.yaml; their situations prove them and are not needed to use them."""
    for path in sorted(org.parent.glob("*.yaml")):
        value = read_yaml(path, InputError) if path != org else None
        if isinstance(value, dict) and "measures" in value:
            yield path.stem, {key: part for key, part in value.items() if key != "situations"}
