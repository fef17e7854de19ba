"""Whether a later run proves that a unit is not there: by addresses, means and records that would have shown it.

A scan that timed out, a network that was not covered, and a unit that nothing could have recognised never prove an absence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from debadge.model.case import Case

OWN_KEYS = ("serial", "mac", "uuid")  # by which a unit is known wherever it stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """One look at one network."""

    network: str
    addresses: frozenset[str]  # asked, whether they answered or not
    means: str  # nmap, sadp …
    shows: frozenset[str]  # kinds of own keys that it showed of anything there
    day: date | None  # of its latest observation; None: nobody says


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a run looked at, and what it found."""

    keys: frozenset[tuple[str, str]]  # own keys of everything that it found, phones and laptops too
    sweeps: tuple[Swept, ...]
    record_kinds: frozenset[str]  # kinds of records that it read


class Proof(NamedTuple):
    """That a unit was looked for and not found."""

    day: date
    networks: tuple[str, ...]
    means: tuple[str, ...]


class Unproven(NamedTuple):
    """Why a run says nothing about a unit: the id of a sentence, and its words."""

    reason: str
    given: Mapping[str, str]


def own_keys(case: Case) -> frozenset[tuple[str, str]]:
    """The keys that would show a unit again, with the serial that was read when it came down."""
    keys = {(name, value) for name, value in case.item.get("keys", ()) if name in OWN_KEYS}
    return frozenset(keys | ({("serial", case.serial)} if case.serial else set()))


def absence(case: Case, looked: Looked) -> Proof | Unproven:
    """What a run that did not find a unit says about it.

    Args:
        case: Of a unit that no thing of the run was taken for.
        looked: The run.
    """
    keys = own_keys(case)
    if not keys:
        return Unproven("case.unproven.no_key", {})
    if keys & looked.keys:
        return Unproven("case.unproven.seen", {})
    unread = sorted(set(case.item.get("record_kinds", ())) - looked.record_kinds)
    if unread:
        return Unproven("case.unproven.records", {"kinds": ", ".join(unread)})
    addresses = {value for name, value in case.item.get("keys", ()) if name == "ip"}
    if not addresses:
        return Unproven("case.unproven.no_address", {})
    sweeps = [
        one for one in looked.sweeps if one.addresses & addresses and (case.dismantled is None or _is_after(one, case))
    ]
    left = addresses.difference(*(one.addresses for one in sweeps))
    if left:
        return Unproven("case.unproven.not_covered", {"addresses": ", ".join(sorted(left))})
    told = _that_would_show(sweeps, {name for name, _ in keys})
    blind = addresses.difference(*(one.addresses for one in told))
    if blind:
        return Unproven(
            "case.unproven.blind",
            {"addresses": ", ".join(sorted(blind)), "keys": ", ".join(sorted({n for n, _ in keys}))},
        )
    days = [one.day for one in told if one.day is not None]
    if not days:
        return Unproven("case.unproven.no_day", {})
    return Proof(min(days), tuple(sorted({one.network for one in told})), tuple(sorted({one.means for one in told})))


def _is_after(sweep: Swept, case: Case) -> bool:
    return sweep.day is not None and case.dismantled is not None and sweep.day > case.dismantled


def _that_would_show(sweeps: Iterable[Swept], kinds: set[str]) -> list[Swept]:
    """Those that showed such keys of other things on the same network: a scan over a router shows no MAC address."""
    return [one for one in sweeps if one.shows & kinds]
