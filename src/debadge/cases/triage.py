"""How urgent a case is: each thing that is known of it adds points, and is a reason that a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from ipaddress import ip_address

from debadge.model.case import Case
from debadge.model.triage import Priority, Reason, Term, Weights


def priority(case: Case, on: date, weights: Weights) -> Priority:
    """The priority of a case on a day."""
    reasons = sorted(_reasons(case, on, weights), key=lambda one: -one.points)
    points = sum(one.points for one in reasons)
    level = next(name for name, least in weights.levels if points >= least)
    return Priority(level, tuple(reasons))


def _reasons(case: Case, on: date, weights: Weights) -> Iterator[Reason]:
    item = case.item
    outcomes = [finding["outcome"] for finding in item.get("findings", ())]
    yield from _best("outcome", outcomes, weights.outcome)
    yield from _best("grade", [item.get("grade", "")], weights.grade)
    yield from _best("site_class", item.get("site_class") or (), weights.site_class)
    yield from _best("device_class", [item.get("device_class", "")], weights.device_class)
    yield from _reach(case, weights.reach)
    yield from _term("due", item.get("due"), on, weights.due)
    yield from _term("renewal", item.get("renews"), on, weights.renewal)
    if case.returned:
        yield Reason("triage.returned", {"times": str(case.returned)}, weights.returned)


def _best(kind: str, values: Iterable[str], points: Mapping[str, int]) -> Iterator[Reason]:
    """The value that weighs most."""
    known = [value for value in values if value in points]
    if known:
        best = max(known, key=lambda value: points[value])
        yield Reason(f"triage.{kind}", {kind: best}, points[best])


def _reach(case: Case, points: Mapping[str, int]) -> Iterator[Reason]:
    addresses = [value for name, value in case.item.get("keys", ()) if name == "ip"]
    shown = [value for value in addresses if ip_address(value).is_global]
    if shown:
        yield Reason("triage.public", {"address": shown[0]}, points["public"])
    elif addresses:
        yield Reason("triage.private", {"address": addresses[0]}, points["private"])


def _term(kind: str, day: str | None, on: date, terms: Iterable[Term]) -> Iterator[Reason]:
    if day is None:
        return
    left = (date.fromisoformat(day) - on).days
    found = next((term for term in terms if left <= term.within), None)
    if found is not None:
        yield Reason(f"triage.{kind}", {"day": day, "left": str(left)}, found.points)
