"""What stands against a step: one question a function."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from debadge.cases.book import Book
from debadge.cases.refusal import Refusal, refuse
from debadge.model.case import Case, Role, What
from debadge.model.event import Event

CERTIFICATE = (
    "number",
    "vendor",
    "accreditation",
    "item",
    "serial",
    "method",
    "standard",
    "operator",
    "day",
    "witness",
)
"""Fields of a certificate of disposal; facts on remediation, read 2026-11-22 (`disposal_certificate_fields`)."""
DESTROYED, GIVEN_BACK = "destroyed", "returned_to_maker"
OUTCOMES = ("upheld", "rejected")
_PASSED_ON = frozenset({"resold", "donated"})


def first_is_coordinator(book: Book, _: Case | None, event: Event) -> Refusal | None:
    """Where nobody has a role yet, the first is who gives the others theirs; else nobody could."""
    return None if book.roles or event.given.get("as") == Role.COORDINATOR else refuse("first_is_coordinator")


def is_up_to_date(book: Book, _: Case | None, event: Event) -> Refusal | None:
    """Opens no case that is there, and speaks of none that is not: else somebody else wrote after the run was read."""
    opened, known = (_cases_of(event, *names) for names in (("opened",), ("seen", "absent", "uncovered")))
    wrong = next((id_ for id_ in opened if book.case(id_) is not None), None)
    wrong = wrong or next((id_ for id_ in known if id_ not in book.cases), None)
    return refuse("book_moved", case=wrong) if wrong else None


def splits_off_new_ones(book: Book, _: Case, event: Event) -> Refusal | None:
    """Units that are split off have names of their own."""
    wrong = next((id_ for id_ in _cases_of(event, "into") if book.case(id_) is not None), None)
    return refuse("case_exists", case=wrong) if wrong else None


def _cases_of(event: Event, *names: str) -> Iterator[str]:
    for name in names:
        yield from (str(one.get("case", "")) for one in event.given.get(name, ()))


def has_reason(_: Book, __: Case, event: Event) -> Refusal | None:
    """A decision says why."""
    return None if event.reason and event.reason.strip() else refuse("no_reason", action=event.action)


def says_what_is_needed(_: Book, __: Case, event: Event) -> Refusal | None:
    """A waiver has authority, controls and a last day ahead; a dismissal has counter-evidence; a referral says to whom."""
    match event.given.get("what"):
        case What.KEEP:
            return _waiver(event)
        case What.DISMISS if not (event.blobs or event.given.get("evidence")):
            return refuse("no_counter_evidence")
        case What.REFER if not event.given.get("refer_to"):
            return refuse("nobody_referred_to")
        case told if told not in set(What):
            return refuse("no_decision", what=told, allowed=", ".join(What))
        case _:
            return None


def _waiver(event: Event) -> Refusal | None:
    for name in ("authority", "controls", "expires"):
        if not event.given.get(name):
            return refuse(f"waiver_without_{name}")
    expires = date.fromisoformat(event.given["expires"])
    return refuse("waiver_ended", day=expires) if expires < event.day else None


def is_another(book: Book, case: Case, event: Event) -> Refusal | None:
    """Whoever approves is not who decided, and acts for nobody who did."""
    if not book.rules.separate or case.decision is None:
        return None
    deciders = {case.decision.by, case.decision.on_behalf}
    both = sorted(deciders & {event.actor, book.behalf(event)})
    return refuse("self_approval", person=both[0]) if both else None


def is_to_be_removed(_: Book, case: Case, __: Event) -> Refusal | None:
    """Only what was decided to go is taken down."""
    if case.decision is not None and case.decision.what is What.REMOVE:
        return None
    return refuse("not_to_be_removed", case=case.id)


def serial_is_read_twice(_: Book, case: Case, event: Event) -> Refusal | None:
    """Two people or two looks read the same serial, and it is the one on record."""
    first, again = (str(event.given.get(name, "")).strip().casefold() for name in ("serial", "serial_again"))
    if first != again:
        return refuse("serials_differ", first=event.given["serial"], again=event.given["serial_again"])
    known = {value.casefold() for name, value in case.item.get("keys", ()) if name == "serial"}
    if known and first not in known:
        return refuse("serial_of_another", serial=event.given["serial"], known=", ".join(sorted(known)))
    return None


def is_one_unit(_: Book, case: Case, __: Event) -> Refusal | None:
    """A lot is split before a serial is read: one serial proves one unit."""
    return refuse("still_a_lot", case=case.id, units=case.units) if case.units > 1 else None


def media_are_named(_: Book, __: Case, event: Event) -> Refusal | None:
    """Media with serial, method and standard; or the statement that the thing holds none."""
    media = event.given.get("media", ())
    if not media and not event.given.get("no_media"):
        return refuse("media_unsaid")
    for one in media:
        missing = [name for name in ("kind", "serial", "method", "standard") if not one.get(name)]
        if missing:
            return refuse("media_incomplete", missing=", ".join(missing))
    return None


def is_sanitised(_: Book, case: Case, __: Event) -> Refusal | None:
    """Nothing leaves the house with data on it."""
    return None if case.sanitised else refuse("not_sanitised", case=case.id)


def certificate_is_whole(_: Book, case: Case, event: Event) -> Refusal | None:
    """Every field of the certificate, and the serial that was read when the thing came down."""
    told = event.given.get("certificate", {})
    missing = [name for name in CERTIFICATE if not str(told.get(name, "")).strip()]
    if missing:
        return refuse("certificate_incomplete", missing=", ".join(missing))
    if case.serial and str(told["serial"]).casefold() != case.serial.casefold():
        return refuse("certificate_of_another", serial=told["serial"], known=case.serial)
    return None


def is_not_passed_on(_: Book, __: Case, event: Event) -> Refusal | None:
    """Resale and donation move the thing to somebody else: only under an authority that is named."""
    how = event.given.get("how")
    if how in {DESTROYED, GIVEN_BACK}:
        return None
    if how in _PASSED_ON:
        return None if event.given.get("authority") else refuse("passed_on", how=how)
    return refuse("no_way_of_disposal", how=how, allowed=", ".join((DESTROYED, GIVEN_BACK, *sorted(_PASSED_ON))))


def was_looked_for(book: Book, case: Case, __: Event) -> Refusal | None:
    """Enough later looks, far enough apart, that would have seen the unit and did not."""
    looks, rules = case.looks, book.rules
    if len(looks) < rules.looks:
        return refuse("too_few_looks", case=case.id, looks=len(looks), needed=rules.looks)
    first, last = min(look.day for look in looks), max(look.day for look in looks)
    if last - first < timedelta(days=rules.quiet_days):
        return refuse("looks_too_close", case=case.id, days=(last - first).days, needed=rules.quiet_days)
    return None


def has_photos(_: Book, __: Case, event: Event) -> Refusal | None:
    """At least one photograph, and each of them lies beside the ledger."""
    photos = event.given.get("photos") or ()
    if not photos:
        return refuse("no_photo")
    lost = sorted(set(photos) - set(event.blobs))
    return refuse("photo_not_kept", digest=lost[0]) if lost else None


def leaves_one(_: Book, case: Case, event: Event) -> Refusal | None:
    """A lot of n units gives n - 1 away at most; the last one keeps its case."""
    into = event.given.get("into") or ()
    if 0 < len(into) < case.units and len(event.cases) == 1:
        return None
    return refuse("split_too_far", case=case.id, units=case.units, into=len(into))


def is_custodian(_: Book, case: Case, event: Event) -> Refusal | None:
    """Only who has a thing gives it away: a chain of custody has no gap."""
    if case.custodian == event.actor:
        return None
    return refuse("not_custodian", case=case.id, person=event.actor, custodian=case.custodian)


def dispute_is_new(book: Book, _: Case, event: Event) -> Refusal | None:
    """No other dispute of that name."""
    told = str(event.given.get("dispute"))
    return refuse("dispute_exists", dispute=told) if told in book.disputes else None


def dispute_is_open(book: Book, _: Case | None, event: Event) -> Refusal | None:
    """A dispute that is known and has no outcome yet."""
    told = book.disputes.get(str(event.given.get("dispute")))
    if told is None:
        return refuse("no_dispute", dispute=event.given.get("dispute"))
    return None if told.is_open else refuse("dispute_closed", dispute=told.id)


def dispute_is_closed(book: Book, _: Case | None, event: Event) -> Refusal | None:
    """A dispute that is known and has an outcome."""
    told = book.disputes.get(str(event.given.get("dispute")))
    if told is None:
        return refuse("no_dispute", dispute=event.given.get("dispute"))
    return refuse("dispute_open", dispute=told.id) if told.is_open else None


def has_outcome(_: Book, __: Case | None, event: Event) -> Refusal | None:
    """One of the two."""
    told = event.given.get("outcome")
    return None if told in OUTCOMES else refuse("no_outcome", outcome=told, allowed=", ".join(OUTCOMES))


def is_stayed(book: Book, _: Case | None, event: Event) -> Refusal | None:
    """A stay that runs."""
    told = event.given.get("regime")
    runs = any(one.regime == told and one.until is None for one in book.stays)
    return None if runs else refuse("no_stay", regime=told)
