"""`debadge case import`: a run taken into the ledger, as it is: cases for what it found, looks for what it did not find."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from debadge.cases.absence import OWN_KEYS, Proof, absence, own_keys
from debadge.cases.book import Book
from debadge.flow.case.desk import Desk, Draft, Signer
from debadge.flow.case.items import items, looked
from debadge.flow.replay import replay
from debadge.flow.world import World
from debadge.model.assessment import Assessment
from debadge.model.errors import ToldError
from debadge.model.event import Event
from debadge.model.ids import digest_bytes
from debadge.store.runfolder import RUN, kept_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import came to."""

    event: Event
    opened: tuple[str, ...]
    returned: tuple[str, ...]  # seen again after they were taken down
    absent: tuple[str, ...]
    unproven: tuple[Mapping[str, Any], ...]  # case, and why its absence is not shown


def import_run(folder: Path, desk: Desk, by: Signer, world: World) -> Imported:
    """Take a run in: one event, with the files of the run beside the ledger.

    Raises:
        ToldError: No run folder; made with other facts; not what its own evidence gives; taken in already.
        TransitionError: Not allowed now.
    """
    told = replay(folder, world)
    if not told.same_pack:
        raise ToldError("case.import.other_facts", folder=folder, recorded=told.recorded_pack, ours=world.pack.name)
    if told.different:
        raise ToldError("case.import.edited", folder=folder, files=", ".join(told.different))
    content = {name: (folder / name).read_bytes() for name in kept_files(folder)}
    run = digest_bytes(content[RUN])
    book = desk.read()
    if any(one["run"] == run for one in book.runs):
        raise ToldError("case.import.again", folder=folder)
    given = {
        **_told(book, told.assessment),
        "run": run,
        "as_of": told.assessment.as_of.isoformat(),
        "pack": told.assessment.pack,
    }
    given["files"] = {name: digest_bytes(body) for name, body in content.items()}
    gone = {case.id for case in book.cases.values() if case.dismantled}
    event = desk.do(Draft(action="import", by=by, given=given, files=tuple(content.values())))
    return Imported(
        event=event,
        opened=tuple(one["case"] for one in given["opened"]),
        returned=tuple(one["case"] for one in given["seen"] if one["case"] in gone),
        absent=tuple(one["case"] for one in given["absent"]),
        unproven=tuple(given["uncovered"]),
    )


def _told(book: Book, run: Assessment) -> dict[str, Any]:
    """What the run means for each case, and which new ones it opens."""
    found, look = items(run), looked(run)
    known = {key: case.id for case in book.cases.values() for key in own_keys(case)}
    opened, seen = [], dict[str, dict[str, Any]]()
    for id_, item in found.items():
        case = book.case(id_) or book.cases.get(_by_key(item, known) or "")
        if case is not None:
            also = [] if id_ == case.id or id_ in book.also else [id_]
            seen[case.id] = {**item, "case": case.id, "units": case.units, **({"also": also} if also else {})}
        elif item["findings"]:
            opened.append(item)
    absent, uncovered = [], []
    for case in book.cases.values():
        if case.id in seen:
            continue
        proof = absence(case, look)
        if isinstance(proof, Proof):
            day, networks, means = proof
            absent.append({"case": case.id, "day": day.isoformat(), "networks": list(networks), "means": list(means)})
        else:
            uncovered.append(
                {"case": case.id, "why": proof.reason, **({"given": dict(proof.given)} if proof.given else {})}
            )
    return {"opened": opened, "seen": list(seen.values()), "absent": absent, "uncovered": uncovered}


def _by_key(item: Mapping[str, Any], known: Mapping[tuple[str, str], str]) -> str | None:
    """The case of a thing whose id changed, since more of it is known now: by a key of its own."""
    return next(
        (known[name, value] for name, value in item.get("keys", ()) if name in OWN_KEYS and (name, value) in known),
        None,
    )
