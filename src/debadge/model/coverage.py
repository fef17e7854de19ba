"""What was looked at, of what there is to look at. Without a denominator the answer is unknown, never all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from debadge.model.observation import Reject


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCoverage:
    """What became of one input file."""

    name: str
    format: str | None  # None: nobody could read it
    digest: str
    observations: int
    records: int  # rows, hosts or lines that gave at least one observation
    rejected: int
    skipped: Mapping[str, int]  # reason -> records
    secret_columns: tuple[
        str, ...
    ]  # columns cut before anything was kept, and fields in whose values something was cut
    unread_columns: tuple[str, ...]  # nobody understood them
    record_kind: str | None  # purchase_orders, asset_register …
    swept: tuple[str, ...]  # addresses that a scan asked, as ranges "192.0.2.0-192.0.2.125"
    method: str | None  # of a scan: "nmap" …
    last: str | None  # day of the latest observation, ISO
    error: Reject | None  # why it could not be read, with the remedy
    same_as: str | None = None  # an earlier file with the same bytes; read once
    notes: tuple[Mapping[str, Any], ...] = ()  # {locator, reason, given}: cells that say something a person should know
    more_notes: int = 0  # beyond those

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> FileCoverage:
        """Back from its JSON form.

        Raises:
            KeyError, TypeError: Not such a form.
        """
        lists = {name: tuple(told[name]) for name in ("secret_columns", "unread_columns", "swept", "notes")}
        return cls(**{**told, **lists, "error": Reject(**told["error"]) if told["error"] else None})

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "name": self.name,
            "format": self.format,
            "digest": self.digest,
            "observations": self.observations,
            "records": self.records,
            "rejected": self.rejected,
            "skipped": dict(sorted(self.skipped.items())),
            "secret_columns": list(self.secret_columns),
            "unread_columns": list(self.unread_columns),
            "record_kind": self.record_kind,
            "swept": list(self.swept),
            "method": self.method,
            "last": self.last,
            "error": self.error.plain() if self.error else None,
            "same_as": self.same_as,
            "notes": [dict(note) for note in self.notes],
            "more_notes": self.more_notes,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkCoverage:
    """How many addresses of one network were looked at, and by which means."""

    network: str
    site: str
    addresses: int  # to look at, without the excluded ones
    excluded: int
    swept: int  # asked by a scan, whether they answered or not
    answered: int  # something was seen there
    methods: tuple[str, ...]  # "nmap" …
    last: str | None  # day of the latest look, ISO

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "network": self.network,
            "site": self.site,
            "addresses": self.addresses,
            "excluded": self.excluded,
            "swept": self.swept,
            "answered": self.answered,
            "methods": list(self.methods),
            "last": self.last,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """All of it, for the box above the verdicts."""

    files: tuple[FileCoverage, ...]
    networks: tuple[NetworkCoverage, ...] | None  # None: the organisation lists no networks, so the share is unknown
    kinds_expected: tuple[str, ...] | None  # None: the organisation does not say which records exist
    kinds_read: tuple[str, ...]
    personal: int  # phones and laptops: counted, not listed
    excluded_units: int  # on addresses that are somebody else's
    shared_keys: tuple[Mapping[str, Any], ...]  # keys that too many units carry to join anything
    same_address: tuple[tuple[str, int], ...]  # (address, things) where several are listed under one: perhaps one thing
    lookalikes: tuple[tuple[str, str, int], ...]  # (name as written, whom it looks like, units) of makers nobody knows
    not_looked: Mapping[str, int]  # group of evidence -> units for which nobody collected it
    left_out: tuple[Mapping[str, Any], ...]  # facts not public by --known-by

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in coverage.json."""
        return {
            "files": [f.plain() for f in self.files],
            "networks": None if self.networks is None else [n.plain() for n in self.networks],
            "record_kinds": {
                "expected": None if self.kinds_expected is None else list(self.kinds_expected),
                "read": list(self.kinds_read),
            },
            "personal_devices": self.personal,
            "excluded_units": self.excluded_units,
            "shared_keys": [dict(k) for k in self.shared_keys],
            "same_address": dict(self.same_address),
            "lookalikes": [{"name": n, "perhaps": whom, "units": units} for n, whom, units in self.lookalikes],
            "not_looked": dict(sorted(self.not_looked.items())),
            "left_out": [dict(f) for f in self.left_out],
        }
