"""What may be done, and what is refused with which reason."""

from __future__ import annotations

from typing import Any

import pytest
from tests.cases.conftest import Told, item, run_of

from debadge.cases.fold import fold
from debadge.cases.guards import CERTIFICATE
from debadge.cases.transitions import STEPS
from debadge.model.case import State
from debadge.model.errors import TransitionError
from debadge.model.event import event_of
from debadge.model.jcs import parsed

PHOTO = "cd" * 32
CERTIFIED = dict.fromkeys(CERTIFICATE, "x") | {"serial": "DS-1"}
WAIVER: dict[str, Any] = {
    "what": "keep",
    "authority": "Deputy head",
    "controls": ["own network"],
    "expires": "2027-03-31",
}
SERIAL = {"serial": "DS-1", "serial_again": "ds-1", "photos": [PHOTO]}


def decided(ledger: Told, case: str = "cam-1", **given: Any) -> Told:
    ledger.do("review", case, by="Rex", role="reviewer")
    ledger.do("decide", case, by="Dee", role="decider", reason="made by a named party", **({"what": "remove"} | given))
    ledger.do("approve", case, by="Abe", role="approver")
    return ledger


def isolated(ledger: Told, case: str = "cam-1", **given: Any) -> Told:
    decided(ledger, case, **given).do("order", case, by="Dee", role="decider", order="W-1", day="2026-12-01")
    ledger.do("isolate", case, by="Tim", role="technician", means=["port closed"])
    return ledger


def dismantled(ledger: Told) -> Told:
    isolated(ledger).do("dismantle", "cam-1", by="Tim", role="technician", blobs=[PHOTO], **SERIAL)
    return ledger


def disposed(ledger: Told) -> Told:
    dismantled(ledger).do(
        "sanitise", "cam-1", by="Tim", role="technician", operator="Tim", no_media="no card in its slot"
    )
    ledger.do("dispose", "cam-1", by="Tim", role="technician", how="destroyed", certificate=CERTIFIED)
    return ledger


def looked(day: str, run: str = "ef" * 32) -> dict[str, Any]:
    one = {"case": "cam-1", "day": day, "networks": ["192.0.2.0/25"], "means": ["sadp"]}
    return run_of(absent=[one], run=run)


def refused(ledger: Told, why: str, action: str, *cases: str, **told: Any) -> None:
    before, state = len(ledger.lines), {id_: case.state for id_, case in ledger.book.cases.items()}
    with pytest.raises(TransitionError) as raised:
        ledger.do(action, *cases, **told)
    assert raised.value.reason == f"case.refused.{why}"
    assert len(ledger.lines) == before
    assert {id_: case.state for id_, case in ledger.book.cases.items()} == state


def test_unit_goes_from_finding_to_proof(ledger: Told) -> None:
    disposed(ledger)
    ledger.on("2026-12-05").do("import", **looked("2026-12-05"))
    ledger.on("2026-12-20").do("import", **looked("2026-12-20"))
    ledger.do("verify", "cam-1", by="Rex", role="reviewer")
    assert ledger.case("cam-1").state is State.VERIFIED


def test_same_events_make_the_same_book(ledger: Told) -> None:
    disposed(ledger)
    assert fold(event_of(parsed(line)) for line in ledger.lines) == ledger.book


def test_unit_that_comes_back_is_in_review_and_its_proof_is_void(ledger: Told) -> None:
    disposed(ledger).on("2026-12-05").do("import", **looked("2026-12-05"))
    ledger.on("2026-12-06").do("import", **run_of(seen=[item("cam-1", serial="DS-1", site="depot")], run="12" * 32))
    case = ledger.case("cam-1")
    assert (case.state, case.looks, case.returned, case.decision) == (State.IN_REVIEW, (), 1, None)


def test_unit_found_in_a_storeroom_is_in_review(ledger: Told) -> None:
    disposed(ledger).do("found", "cam-1", by="Tim", role="technician", place="storeroom B")
    assert ledger.case("cam-1").state is State.IN_REVIEW


def test_waiver_that_ended_returns_to_review(ledger: Told) -> None:
    decided(ledger, **WAIVER)
    assert ledger.case("cam-1").state is State.KEPT
    ledger.on("2027-03-31")
    refused(ledger, "state", "decide", "cam-1", by="Dee", role="decider", reason="again", what="remove")
    ledger.on("2027-04-01").do("decide", "cam-1", by="Dee", role="decider", reason="it ended", what="remove")
    assert ledger.case("cam-1").state is State.PROPOSED


def test_one_decision_covers_its_twins(ledger: Told) -> None:
    twins = ("cam-1", "cam-2", "cam-3")
    ledger.do("review", *twins, by="Rex", role="reviewer")
    ledger.do("decide", *twins, by="Dee", role="decider", reason="same model", what="remove")
    assert {ledger.case(twin).decision.seq for twin in twins} == {4}  # type: ignore[union-attr]


def test_lot_is_split_before_a_unit_comes_down(ledger: Told) -> None:
    isolated(ledger, "lot-1")
    refused(ledger, "still_a_lot", "dismantle", "lot-1", by="Tim", role="technician", blobs=[PHOTO], **SERIAL)
    ledger.do("split", "lot-1", by="Tim", role="technician", into=[item("lot-1-1"), item("lot-1-2")])
    ledger.do("dismantle", "lot-1-1", by="Tim", role="technician", blobs=[PHOTO], **SERIAL)
    assert ledger.case("lot-1").units == 38
    assert ledger.case("lot-1-1").state is State.DISMANTLED
    assert ledger.case("lot-1-2").state is State.ISOLATED


def test_cancelled_order_leaves_the_case_as_it_was(ledger: Told) -> None:
    decided(ledger, what="isolate").do("order", "cam-1", role="decider", order="W-1", day="2026-12-01")
    ledger.do("cancel", "cam-1", role="decider", reason="lift is broken")
    assert (ledger.case("cam-1").state, ledger.case("cam-1").order) == (State.TO_ISOLATE, None)


def test_delegate_acts_in_the_name_of_who_lent_the_role(ledger: Told) -> None:
    ledger.do("grant", person="Ada", **{"as": "coordinator"})
    ledger.do("grant", person="Dee", **{"as": "decider"})
    ledger.do("delegate", by="Dee", role="decider", to="Eve", until="2026-12-31", **{"as": "decider"})
    assert ledger.book.behalf(ledger.event("decide", "cam-1", by="Eve", role="decider")) == "Dee"


def test_every_action_writes_one_event() -> None:
    """Each action of the table is done once here; each adds one line."""
    told = Told()
    done = set[str]()

    def do(action: str, *cases: str, **given: Any) -> None:
        before = len(told.lines)
        told.do(action, *cases, **given)
        assert len(told.lines) == before + 1
        done.add(action)

    me, you = {"by": "Dee", "role": "decider"}, {"by": "Tim", "role": "technician"}
    do("init", name="H", separate=True, quiet_days=0, looks=1)
    do("import", **run_of(item("a", serial="DS-1"), item("b"), item("c"), item("lot", units=3)))
    for person, role in (
        ("Ada", "coordinator"),
        ("Dee", "decider"),
        ("Abe", "approver"),
        ("Tim", "technician"),
        ("Ned", "custodian"),
    ):
        told.do("grant", person=person, **{"as": role})
    do("grant", person="Rex", **{"as": "reviewer"})
    do("delegate", **me, to="Eve", until="2026-12-31", **{"as": "decider"})
    do("revoke", **me, to="Eve", **{"as": "decider"})
    do("note", text="lift ordered")
    do("review", "a", "b", "c", "lot", by="Rex", role="reviewer")
    do("decide", "a", "b", "lot", **me, reason="named", what="remove")
    do("refuse", "b", by="Abe", role="approver", reason="ask the landlord")
    do("approve", "a", "lot", by="Abe", role="approver")
    do("reconsider", "lot", **me, reason="bought later")
    do("split", "lot", **you, into=[item("lot-1")])
    do("plan", "a", **you, model="P3265-LVE")
    do("order", "a", **me, order="W-1", day="2026-12-01")
    do("cancel", "a", **me, reason="rain")
    told.do("order", "a", **me, order="W-2", day="2026-12-02")
    do("isolate", "a", **you, means=["port closed"])
    do("dismantle", "a", **you, blobs=[PHOTO], **SERIAL)
    do("sanitise", "a", **you, operator="Tim", no_media="none")
    do("hand_over", "a", **you, to="Ned")
    do("dispose", "a", by="Ned", role="custodian", how="destroyed", certificate=CERTIFIED)
    told.do(
        "import",
        **{**looked("2026-12-20"), "absent": [{"case": "a", "day": "2026-12-20", "networks": [], "means": ["sadp"]}]},
    )
    do("verify", "a", by="Rex", role="reviewer")
    do("found", "a", **you, place="shop")
    do("dispute", "c", reason="not ours", dispute="D-1", standing="maker")
    do("reply", by="Rex", role="reviewer", dispute="D-1", text="we look again")
    do("settle", **me, reason="label says so", dispute="D-1", outcome="rejected")
    do("appeal", dispute="D-1", reason="the label is false")
    do("happened", event="discovery", day="2026-11-20")
    do("stay", regime="r", day="2026-11-21", reason="court order")
    do("lift", regime="r", day="2026-11-22")
    do("ask", questions=["who owns the recorder?"])
    do("answer", answers=[{"question": "q", "answer": "landlord"}])
    do("budget", cents=100_000, currency="CAD")
    do("spend", **you, cents=5_000, currency="CAD")
    do("attest", kind="status-90", head="ab" * 32, as_of="2026-11-22")
    do("withdraw", person="Ned", reason="left", **{"as": "custodian"})
    assert done == STEPS.keys()
