"""One story for each refusal: what somebody tried, and why it was not written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.cases.conftest import Told, item, run_of
from tests.cases.test_transitions import (
    CERTIFIED,
    PHOTO,
    SERIAL,
    WAIVER,
    decided,
    dismantled,
    disposed,
    isolated,
    looked,
    refused,
)  # fmt: skip

from debadge.flow.world import World

DECIDER, TECH = {"by": "Dee", "role": "decider"}, {"by": "Tim", "role": "technician"}
Before = Callable[[Told], object]


def nothing(_: Told) -> None: ...


def reviewed(ledger: Told) -> None:
    ledger.do("review", "cam-1", "cam-2", by="Rex", role="reviewer")


def proposed(ledger: Told) -> None:
    reviewed(ledger)
    ledger.do("decide", "cam-1", **DECIDER, reason="named", what="remove")


def roles_given(ledger: Told) -> None:
    ledger.do("grant", person="Ada", **{"as": "coordinator"})
    ledger.do("grant", person="Dee", **{"as": "decider"})


def lent(ledger: Told) -> None:
    """Dee decides, and lends approval to Eve, who then acts for Dee."""
    roles_given(ledger)
    for person, role in (("Rex", "reviewer"), ("Dee", "approver")):
        ledger.do("grant", person=person, **{"as": role})
    ledger.do("delegate", by="Dee", role="approver", to="Eve", until="2026-12-31", **{"as": "approver"})
    proposed(ledger)


def lent_and_over(ledger: Told) -> None:
    lent(ledger)
    ledger.on("2027-01-01")


def disputed(ledger: Told) -> None:
    ledger.do("dispute", "cam-1", role="outsider", by="Maker", reason="not ours", dispute="D-1", standing="maker")


def settled(ledger: Told) -> None:
    disputed(ledger)
    ledger.do("settle", **DECIDER, reason="label", dispute="D-1", outcome="upheld")


def wiped(ledger: Told) -> None:
    dismantled(ledger).do("sanitise", "cam-1", **TECH, operator="Tim", no_media="none")


def looked_once(ledger: Told) -> None:
    disposed(ledger).on("2026-12-05").do("import", **looked("2026-12-05"))


def looked_twice_in_a_week(ledger: Told) -> None:
    looked_once(ledger)
    ledger.on("2026-12-12").do("import", **looked("2026-12-12"))


def keep(**changed: Any) -> dict[str, Any]:
    return {**DECIDER, "reason": "needed", **WAIVER, **changed}


def without(name: str) -> dict[str, Any]:
    return {field: told for field, told in keep().items() if field != name}


STORIES: list[tuple[str, Before, str, tuple[str, ...], dict[str, Any]]] = [
    # the ledger and its fields
    ("no_action", nothing, "burn", ("cam-1",), {}),
    ("begun", nothing, "init", (), {"name": "Again", "separate": True, "quiet_days": 1, "looks": 1}),
    ("field_missing", reviewed, "decide", ("cam-1",), {**DECIDER, "reason": "named"}),
    ("field_unknown", nothing, "review", ("cam-1",), {"role": "reviewer", "colour": "red"}),
    ("no_text", nothing, "note", (), {"text": "   "}),
    ("no_day", nothing, "happened", (), {"event": "discovery", "day": "22 November"}),
    ("no_number", nothing, "budget", (), {"cents": -1, "currency": "CAD"}),
    ("no_currency", nothing, "budget", (), {"cents": 1, "currency": "dollars"}),
    ("no_list", nothing, "ask", (), {"questions": "who?"}),
    ("no_role", nothing, "grant", (), {"person": "Eve", "as": "king"}),
    ("first_is_coordinator", nothing, "grant", (), {"person": "Dee", "as": "decider"}),
    ("book_moved", nothing, "import", (), run_of(item("cam-1"), run="ef" * 32)),
    ("book_moved", nothing, "import", (), run_of(seen=[item("cam-9")], run="ef" * 32)),
    ("case_exists", nothing, "split", ("lot-1",), {**TECH, "into": [{"case": "cam-1"}]}),
    ("no_case", nothing, "review", (), {"role": "reviewer"}),
    ("unknown_case", nothing, "review", ("cam-9",), {"role": "reviewer"}),
    ("case_twice", nothing, "review", ("cam-1", "cam-1"), {"role": "reviewer"}),
    # who
    ("role", reviewed, "decide", ("cam-1",), {"role": "technician", "reason": "named", "what": "remove"}),
    ("role_not_held", roles_given, "review", ("cam-1",), {"by": "Eve", "role": "reviewer"}),
    ("role_not_held", lent_and_over, "approve", ("cam-1",), {"by": "Eve", "role": "approver"}),
    ("self_approval", proposed, "approve", ("cam-1",), {"by": "Dee", "role": "approver"}),
    ("self_approval", proposed, "refuse", ("cam-1",), {"by": "Dee", "role": "approver", "reason": "no"}),
    ("self_approval", lent, "approve", ("cam-1",), {"by": "Eve", "role": "approver"}),
    ("not_custodian", dismantled, "hand_over", ("cam-1",), {"by": "Eve", "role": "technician", "to": "Eve"}),
    # where it stands
    ("state", nothing, "decide", ("cam-1",), {**DECIDER, "reason": "named", "what": "remove"}),
    ("state", proposed, "order", ("cam-1",), {**DECIDER, "order": "W", "day": "2026-12-01"}),
    ("state", decided, "dismantle", ("cam-1",), {**TECH, "blobs": [PHOTO], **SERIAL}),
    ("state", nothing, "verify", ("cam-1",), {"role": "reviewer"}),
    ("state", nothing, "found", ("cam-1",), {**TECH, "place": "shop"}),
    # decisions
    ("no_reason", reviewed, "decide", ("cam-1",), {**DECIDER, "what": "remove"}),
    ("no_decision", reviewed, "decide", ("cam-1",), {**DECIDER, "reason": "named", "what": "forget"}),
    ("waiver_without_authority", reviewed, "decide", ("cam-1",), without("authority")),
    ("waiver_without_controls", reviewed, "decide", ("cam-1",), without("controls")),
    ("waiver_without_controls", reviewed, "decide", ("cam-1",), keep(controls=[])),
    ("waiver_without_expires", reviewed, "decide", ("cam-1",), without("expires")),
    ("waiver_ended", reviewed, "decide", ("cam-1",), keep(expires="2026-11-21")),
    ("no_counter_evidence", reviewed, "decide", ("cam-1",), {**DECIDER, "reason": "not ours", "what": "dismiss"}),
    ("nobody_referred_to", reviewed, "decide", ("cam-1",), {**DECIDER, "reason": "not mine", "what": "refer"}),
    # removal
    ("not_to_be_removed", lambda ledger: isolated(ledger, what="isolate"), "dismantle", ("cam-1",),
     {**TECH, "blobs": [PHOTO], **SERIAL}),
    ("serials_differ", isolated, "dismantle", ("cam-1",), {**TECH, "blobs": [PHOTO], **SERIAL, "serial_again": "DS-7"}),
    ("serial_of_another", isolated, "dismantle", ("cam-1",),
     {**TECH, "blobs": [PHOTO], **SERIAL, "serial": "DS-7", "serial_again": "DS-7"}),
    ("no_photo", isolated, "dismantle", ("cam-1",), {**TECH, **SERIAL, "photos": []}),
    ("photo_not_kept", isolated, "dismantle", ("cam-1",), {**TECH, **SERIAL}),
    ("still_a_lot", lambda ledger: isolated(ledger, "lot-1"), "dismantle", ("lot-1",), {**TECH, "blobs": [PHOTO], **SERIAL}),
    ("split_too_far", nothing, "split", ("cam-1",), {**TECH, "into": [{"case": "x"}]}),
    ("media_unsaid", dismantled, "sanitise", ("cam-1",), {**TECH, "operator": "Tim"}),
    ("media_incomplete", dismantled, "sanitise", ("cam-1",), {**TECH, "operator": "Tim", "media": [{"kind": "disk"}]}),
    ("not_sanitised", dismantled, "dispose", ("cam-1",), {**TECH, "how": "destroyed", "certificate": CERTIFIED}),
    ("certificate_incomplete", wiped, "dispose", ("cam-1",), {**TECH, "how": "destroyed", "certificate": {"number": "1"}}),
    ("certificate_of_another", wiped, "dispose", ("cam-1",),
     {**TECH, "how": "destroyed", "certificate": CERTIFIED | {"serial": "DS-7"}}),
    ("passed_on", wiped, "dispose", ("cam-1",), {**TECH, "how": "resold", "certificate": CERTIFIED}),
    ("no_way_of_disposal", wiped, "dispose", ("cam-1",), {**TECH, "how": "lost", "certificate": CERTIFIED}),
    # proof of absence
    ("too_few_looks", disposed, "verify", ("cam-1",), {"role": "reviewer"}),
    ("too_few_looks", looked_once, "verify", ("cam-1",), {"role": "reviewer"}),
    ("looks_too_close", looked_twice_in_a_week, "verify", ("cam-1",), {"role": "reviewer"}),
    # disputes and clocks
    ("dispute_exists", disputed, "dispute", ("cam-2",),
     {"role": "outsider", "reason": "nor that", "dispute": "D-1", "standing": "maker"}),
    ("no_dispute", nothing, "reply", (), {"dispute": "D-9", "text": "?"}),
    ("dispute_closed", settled, "reply", (), {"dispute": "D-1", "text": "too late"}),
    ("dispute_open", disputed, "appeal", (), {"dispute": "D-1", "reason": "slow"}),
    ("no_outcome", disputed, "settle", (), {**DECIDER, "dispute": "D-1", "outcome": "maybe", "reason": "?"}),
    ("no_stay", nothing, "lift", (), {"regime": "r", "day": "2026-11-22"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("why", "before", "action", "cases", "given"), STORIES, ids=[f"{s[0]}-{s[2]}" for s in STORIES]
)
def test_step_is_refused(
    why: str, before: Before, action: str, cases: tuple[str, ...], given: dict[str, Any], ledger: Told
) -> None:
    before(ledger)
    refused(ledger, why, action, *cases, **given)


def test_nothing_is_done_before_a_ledger_is_begun() -> None:
    refused(Told(), "not_begun", "note", text="hello")


def test_every_refusal_has_its_sentence(world: World) -> None:
    for lang in ("en", "fr"):
        words = world.sentences(lang)
        assert [story[0] for story in STORIES if not words.has(f"case.refused.{story[0]}")] == []


def test_every_reason_in_the_code_has_its_story() -> None:
    from debadge import cases  # noqa: PLC0415

    folder = Path(str(cases.__file__)).parent
    code = "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.py")))
    told = {story[0] for story in STORIES} | {"not_begun"}
    named = set(re.findall(r'refuse\("(\w+)"', code)) - {"time"}
    assert named <= told
