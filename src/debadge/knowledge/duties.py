"""The `duties` of a regime file: what a finding obliges somebody to do, and its clock."""

from __future__ import annotations

from collections.abc import Callable

from debadge.knowledge.node import Node
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.duty import Duty, Interruption, Term
from debadge.model.source import Source


class DutyReader:
    """Reads duties of one file; the file's own reader finds and counts the sources."""

    def __init__(self, vocabulary: Vocabulary, source: Callable[[Node], Source]) -> None:
        self.vocabulary, self.source = vocabulary, source

    def read(self, node: Node) -> Duty:
        """One duty."""
        event = node.text("event")
        if event not in self.vocabulary.set("start_events"):
            raise node.fail(f"event `{event}` is not one of {', '.join(self.vocabulary.ordered['start_events'])}")
        told = Duty(
            id=node.text("id"),
            of=node.words("of"),
            roles=node.words("roles", self.vocabulary.set("roles"), ()),
            event=event,
            starts=node.day("starts", None),
            within=self._term(node, "within"),
            every=self._term(node, "every"),
            by=node.window("by", None),
            calendar=node.text("calendar", None),
            interruptions=tuple(self._interruption(item) for item in node.each("interrupted", [])),
            start=node.day("from", None),
            until=node.day("until", None),
            says=node.texts("says"),
            source=self.source(node),
        )
        self._check(told, node)
        node.done()
        return told

    def _check(self, duty: Duty, node: Node) -> None:
        if duty.by and (duty.within or duty.every):
            raise node.fail("`by` is the last day itself; it stands without `within` and `every`")
        counts = [term.unit for term in (duty.within, duty.every) if term]
        if "business_days" in counts and duty.calendar is None:
            raise node.fail("a term in business days needs its `calendar`")
        if duty.interruptions and not (duty.within and duty.starts):
            raise node.fail("`interrupted` needs the day on which the term `starts`, and `within`")

    def _term(self, node: Node, key: str) -> Term | None:
        below = node.sub(key, None)
        if below is None:
            return None
        units = [unit for unit in self.vocabulary.ordered["term_units"] if unit in below.left]
        if len(units) != 1:
            raise below.fail(f"a term has one of {', '.join(self.vocabulary.ordered['term_units'])}")
        (unit,) = units
        length = below.number(unit)
        if not isinstance(length, int) or length < 1:
            raise below.fail(f"{unit} {length} is not a whole number from 1 on")
        below.done()
        return Term(length=length, unit=unit)

    def _interruption(self, node: Node) -> Interruption:
        start, until = node.day("from"), node.window("until")
        if start is None or until is None or until.earliest < start:
            raise node.fail("an interruption lies between two days, `from` and `until`; the second may be a window")
        told = Interruption(start=start, until=until, verified=node.flag("verified"), source=self.source(node))
        node.done()
        return told
