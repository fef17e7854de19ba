"""Cases as plain data: what machines read, and what people are shown in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from debadge.cases.chain import read
from debadge.flow.case.desk import Desk
from debadge.model.case import Case
from debadge.model.words import Outcome
from debadge.store.ledger import LEDGER


def worst(case: Case) -> str | None:
    """The gravest outcome of its findings; None where no rule reaches it any more."""
    told = {one["outcome"] for one in case.item.get("findings", ())}
    return next((outcome.value for outcome in Outcome if outcome.value in told), None)


def plain(case: Case) -> dict[str, Any]:
    """Everything that the ledger knows of a case, as JSON has it."""
    made = case.decision
    decision = made and {
        **made._asdict(),
        "what": made.what.value,
        "day": made.day.isoformat(),
        "given": dict(made.given),
    }
    return {
        "case": case.id,
        "state": case.state.value,
        "contested": case.is_contested,
        "opened": case.opened.isoformat(),
        "units": case.units,
        "item": dict(case.item),
        "decision": decision,
        "order": case.order,
        "serial": case.serial,
        "dismantled": case.dismantled and case.dismantled.isoformat(),
        "sanitised": case.sanitised,
        "custodian": case.custodian,
        "looks": [
            {**look._asdict(), "day": look.day.isoformat(), "networks": list(look.networks), "means": list(look.means)}
            for look in case.looks
        ],
        "disputes": list(case.disputes),
        "returned": case.returned,
    }


def history(desk: Desk, case: str) -> Iterator[dict[str, Any]]:
    """The events of a case, oldest first, without what an import says of other cases.

    Raises:
        BrokenError: The ledger was changed since it was read.
    """
    wanted = set(desk.book.history.get(case, ()))
    with (desk.folder / LEDGER).open("rb") as file:
        for number, line in enumerate(file, 1):
            if number not in wanted:
                continue
            event, id_ = read(line)
            given = {} if event.action == "import" else dict(event.given)
            yield {
                "seq": event.seq,
                "id": id_,
                "at": event.at,
                "actor": event.actor,
                "role": event.role,
                "action": event.action,
                "reason": event.reason,
                "given": given,
                "blobs": list(event.blobs) if event.action != "import" else [],
            }
