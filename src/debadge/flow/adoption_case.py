"""One measure of an adopted rule and its plainest case: rows that differ from it in one thing, with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from debadge.judge.binding import ANY_PERSON, within
from debadge.judge.complete import complete
from debadge.judge.judge import judge
from debadge.judge.known import known_by
from debadge.judge.law import Law
from debadge.knowledge.situations import LEFT_OUT
from debadge.knowledge.vocabulary import Vocabulary, read_situation
from debadge.model.finding import Finding
from debadge.model.regime import LegalException, Measure, Regime
from debadge.model.words import Answer, Outcome
from debadge.text.sentences import Sentences

DAY = timedelta(days=1)
LATER = timedelta(days=365)
STRANGER = "axis"  # a maker that no rule of ours names
NOBODY_WE_KNOW = "nobody-we-know"  # a maker of whom no country is kept
BADGE = "lts"  # a badge that several makers supply
ABROAD = {"ship_from": "CN", "made_in": "CN"}
NOTHING: Mapping[str, Any] = {}
FEW = 3  # words with the same answer that are still written one by one
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """The direction, and what judging it needs."""

    own: Regime
    law: Law
    vocabulary: Vocabulary
    english: Sentences

    def find(self, measure: Measure, given: Row, as_of: date, public_by: date | None = None) -> Finding | None:
        """What one measure says of some facts; None where it was not public yet."""
        regimes: tuple[Regime, ...] = (replace(self.own, measures=(measure,)),)
        law = self.law
        if public_by:
            regimes, law, _ = known_by(regimes, law, public_by)
        stated = read_situation({k: v for k, v in given.items() if v is not None}, self.vocabulary, measure.id)
        return next(iter(judge(complete(stated, law, as_of), regimes, as_of=as_of, law=law)), None)


class Case:
    """One measure and its plainest case; every method gives rows that differ from it in one thing."""

    def __init__(self, known: Known, measure: Measure, base: Row, start: date) -> None:
        self.known, self.measure, self.base, self.start = known, measure, base, start

    def row(
        self,
        name: str | None = None,
        facts: Mapping[str, Any] = NOTHING,
        *,
        on: date | None = None,
        public_by: date | None = None,
    ) -> Row:
        """The plainest case with some facts changed, and the answer."""
        day = on or self.start
        found = self.known.find(self.measure, {**self.base, **facts}, day, public_by)
        days = {"as_of": day.isoformat(), **({"known_by": public_by.isoformat()} if public_by else {})}
        named = {"name": self.known.english.say(f"adopt.row.{name}")} if name else {}
        return {**named, **facts, **days, "expect": expectation(found)}

    def days(self, published: date) -> Iterator[Row]:
        """The eve, the first day, a year on, the last day; and who could know."""
        yield self.row("eve", on=self.start - DAY)
        found = self.known.find(self.measure, self.base, self.start)
        assert found is not None  # without a day of knowledge nothing is left out
        ways = list(found.open_exceptions)
        yield self.row("first_day") | {
            "cites": sorted(source.key for source in found.citations),
            "open_exceptions": ways,
            "force": found.force.value,
            "contested": bool(found.contested),
        }
        yield self.row("year_on", on=self.start + LATER)
        if last := self.measure.in_force.until:
            yield self.row("last_day", on=last)
            yield self.row("over", on=last + DAY)
        yield self.row("not_published", public_by=published - DAY)
        yield self.row("published", public_by=published)

    def who(self) -> Iterator[Row]:
        """Another place, no place, no role, every other role."""
        area = self.measure.jurisdiction
        elsewhere = next(place for place in ("US", "CA") if within(place, area) is Answer.NO)
        yield self.row("elsewhere", {"jurisdiction": elsewhere})
        yield self.row("no_place", {"jurisdiction": None})
        yield self.row("no_role", {"actor": None})
        yield from self.words("actor")
        if ANY_PERSON not in self.measure.roles:
            yield self.row("supposed_role", {"actor": {"value": list(self.measure.roles), "basis": "assumed"}})

    def acts(self) -> Iterator[Row]:
        """Every act, none, and use of what another operates."""
        yield from self.words("act")
        yield self.row("no_act", {"act": None})
        if "use" in self.measure.acts:
            yield self.row("landlord", {"act": "use", "controller": "landlord"})

    def behind(self) -> Iterator[Row]:
        """Who made or sells it: nobody knows, a stranger, a lead, another badge, a part, somebody that a named party owns."""
        facts = [name for name in ("maker", "entity", "supplier", "made_in") if name in self.base]
        if not facts or self.measure.entity.anyone:
            return
        name = facts[-1] if self.measure.entity.of_supplier or "made_in" in facts else facts[0]
        yield self.row("nobody_knows", dict.fromkeys(facts))
        yield self.row("lead", {name: {"value": self.base[name], "basis": "inferred", "grade": "possible"}})
        if name == "made_in":
            yield from (self.row(None, {"made_in": place}) for place in self._origins())
            return
        yield self.row("stranger", {**dict.fromkeys(facts), name: STRANGER})
        yield from self._countries(facts, name)
        if name == "maker":
            yield self.row("badge", {"brand": BADGE})
            part = [{"maker": self.base["maker"], "part": "sensor_board"}]
            yield self.row("part", {"maker": STRANGER, "component": part})
        if owned := self._owned(str(self.base[name])):
            yield self.row("owned", {**dict.fromkeys(facts), "entity" if name == "maker" else name: owned})

    def _countries(self, facts: Iterable[str], name: str) -> Iterator[Row]:
        """Each country of the rule, and one that is none of them: of a maker that nobody names, or of a seller that we know."""
        test, law = self.measure.entity, self.known.law
        for place in (*test.countries, *test.countries_argued, "DE") if test.countries or test.countries_argued else ():
            if test.of_supplier or name != "maker":
                if here := law.established.get(place):
                    yield self.row(None, {**dict.fromkeys(facts), name: here[0]})
            elif test.countries:
                yield self.row(None, {**dict.fromkeys(facts), "maker_country": place})
            else:
                yield self.row(None, {"maker": NOBODY_WE_KNOW, "maker_country": place})

    def _origins(self) -> tuple[str, ...]:
        """Countries of the rule, and one that is none of them."""
        test = self.measure.entity
        told = dict.fromkeys((*test.made_in, *test.made_outside, "CN", "DE"))
        return tuple(told)

    def _owned(self, owner: str) -> str | None:
        """Somebody whom the party owns for sure, and who is not named."""
        law = self.known.law
        several = owned_by(law.entity_of(owner), law, self.start)
        return next((one for one in several if one not in self.measure.entity.named), None)

    def item(self) -> Iterator[Row]:
        """Everything that the measure asks of the thing and the deal: each word of it, each side of each day, and unknown."""
        for fact in ("product", "purpose", "site_class", "funding"):
            if fact in self.base:
                yield from self.words(fact)
                yield self.row(f"no_{fact}", {fact: None})
        for fact, cut in self._cut_offs():
            yield from (self.row(None, {fact: (cut + step * DAY).isoformat()}) for step in (-1, 0, 1))
            yield self.row(f"no_{fact}", {fact: None})
        for fact in ("personal_data", "on_core_network"):
            if fact in self.base:
                yield self.row(None, {fact: False})
                yield self.row(f"no_{fact}", {fact: None})
        for kind in self.measure.certificates:
            yield self.row(None, {"certificate": {"kind": kind}})
        if self.measure.certificates:
            yield self.row("no_certificate", {"certificate": None})
        if self.measure.subject_to:
            yield self.row(None, {**ABROAD, "controlled_us_content": False})
            yield self.row(None, {**ABROAD, "controlled_us_content": True})
            yield self.row("no_export_facts", {"ship_from": None})

    def _cut_offs(self) -> Iterator[tuple[str, date]]:
        if cut := self.measure.acquired_after or self.measure.acquired_until:
            yield "acquired", cut
        if cut := self.measure.authorised_before:
            yield "authorised", cut

    def ways_out(self) -> Iterator[Row]:
        """Each exception shown to apply, and one that speaks of a fact shown not to."""
        for way in self.measure.exceptions:
            shown = {name: self._shown(name, value) for name, value in way.when.items()}
            found = self.known.find(self.measure, {**self.base, **shown}, self.start)
            assert found is not None  # without a day of knowledge nothing is left out
            yield self.row(None, shown) | {"open_exceptions": list(found.open_exceptions)}
            yield from self._not_shown(way)

    def _shown(self, name: str, wanted: Any) -> Any:
        several = wanted if isinstance(wanted, list | tuple) else [wanted]
        match name:
            case "claims":
                return several[:1]
            case "actor":
                return list(dict.fromkeys((*self.measure.roles, several[0])))
            case _:
                return several[0]

    def _not_shown(self, way: LegalException) -> Iterator[Row]:
        flags = {name: not value for name, value in way.when.items() if isinstance(value, bool)}
        if flags:
            yield self.row(None, flags)

    def words(self, fact: str) -> Iterator[Row]:
        """Every word that a fact may have; those of the largest group with one answer stand in one row."""
        kind = self.known.vocabulary.facts[fact]
        every = self.known.vocabulary.ordered[kind.of or ""]
        rows = {word: self.row(None, {fact: word if kind.kind == "word" else [word]}) for word in every}
        groups: dict[str, list[str]] = {}
        for word, row in rows.items():
            groups.setdefault(str(row["expect"]), []).append(word)
        largest = max(groups.values(), key=len)
        alike = largest if len(largest) > FEW else []
        yield from (row for word, row in rows.items() if word not in alike)
        if alike:
            spared = [word for word in every if word not in alike]
            rest = {key: part for key, part in rows[alike[0]].items() if key != fact}
            yield {"each": {fact: {"all_but": spared}}, **rest}


def expectation(found: Finding | None) -> Any:
    """What a situation expects, in the form of a regime file."""
    if found is None:
        return LEFT_OUT
    why: Mapping[Outcome, Iterable[str]] = {
        Outcome.CONDITIONAL: found.condition,
        Outcome.UNDETERMINED: [test.value for test in found.questions],
        Outcome.NOT_REACHED: [test.value for test in found.failed_tests],
    }
    if found.outcome not in why:
        return found.outcome.value
    told = list(why[found.outcome])
    return {found.outcome.value: told[0] if len(told) == 1 else told}


def owned_by(owner: str, law: Law, day: date) -> Iterator[str]:
    """Those whom a party owns for sure on a day."""
    for party in law.parties.values():
        if any(
            tie.owner == owner and tie.relation == "subsidiary" and tie.sure and tie.holds(day) for tie in party.ties
        ):
            yield party.id
