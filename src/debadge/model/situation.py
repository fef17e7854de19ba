"""Everything a rule may ask about one subject and one act."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from debadge.model.days import Window
from debadge.model.ids import canonical
from debadge.model.words import Basis, Grade


class Fact(NamedTuple):
    """One value and what it rests on. A value of None is unknown, never no. A run makes some ten for each thing."""

    value: Any  # str, bool, int, Window, or a tuple of these or of Component
    basis: Basis = Basis.DECLARED
    grade: Grade = Grade.CONFIRMED
    rests_on: tuple[str, ...] = ()  # ids of records, or names of the facts it was derived from
    others: tuple[Any, ...] = ()  # values that other evidence gives: two records that disagree, two makers

    @property
    def known(self) -> bool:
        """Whether there is a value at all."""
        return self.value is not None

    @property
    def settled(self) -> bool:
        """Whether a rule may answer *yes* on it: neither assumed nor inferred from a badge, and surer than possible."""
        if self.value is None or self.basis is Basis.ASSUMED or self.basis is Basis.INFERRED:
            return False
        return self.grade is Grade.CONFIRMED or self.grade is Grade.PROBABLE

    def plain(self) -> dict[str, Any]:
        """The JSON form; empty parts are left out."""
        told: dict[str, Any] = {"value": plain_value(self.value), "basis": str(self.basis), "grade": str(self.grade)}
        if self.rests_on:
            told["rests_on"] = list(self.rests_on)
        if self.others:
            told["others"] = [plain_value(v) for v in self.others]
        return told


def facts_text(facts: Mapping[str, Fact]) -> str:
    """The `plain` forms of what is known as canonical JSON, put together from what many things share and their own records."""
    known = sorted((name, fact) for name, fact in facts.items() if fact.known or fact.others)
    return "{" + ",".join(f'"{name}":{_fact_text(fact)}' for name, fact in known) + "}"


def _fact_text(fact: Fact) -> str:
    before, after = _fact_parts(fact.value, fact.basis, fact.grade, fact.others)
    # record ids and names of facts: letters, digits, dashes, nothing to escape
    rests_on = '"rests_on":["' + '","'.join(fact.rests_on) + '"],' if fact.rests_on else ""
    return f"{before}{rests_on}{after}"


@lru_cache(maxsize=16384)
def _fact_parts(value: Any, basis: Basis, grade: Grade, others: tuple[Any, ...]) -> tuple[str, str]:
    told: dict[str, Any] = {"basis": str(basis), "grade": str(grade)}
    if others:
        told["others"] = plain_value(others)
    return f"{canonical(told)[:-1]},", f'"value":{canonical(plain_value(value))}}}'


UNKNOWN = Fact(value=None, grade=Grade.UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A part of the item that somebody has named."""

    maker: str
    part: str  # a word of the vocabulary: soc, lens, recorder …
    grade: Grade = Grade.CONFIRMED

    def plain(self) -> dict[str, str]:
        """The JSON form."""
        return {"maker": self.maker, "part": self.part, "grade": self.grade.value}


class Facts(dict[str, Fact]):
    """Facts by name; what nobody has stated is unknown. Tests ask a million times, so this is a plain subscript."""

    def __missing__(self, name: str) -> Fact:
        return UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """One subject and one act. The names of the facts are the vocabulary's (knowledge/vocabulary.yaml)."""

    subject: str = ""
    facts: Mapping[str, Fact] = field(default_factory=Facts)

    def __post_init__(self) -> None:
        if type(self.facts) is not Facts:
            object.__setattr__(self, "facts", Facts(self.facts))

    def __getitem__(self, name: str) -> Fact:
        return self.facts[name]

    def plain(self) -> dict[str, Any]:
        """The JSON form of what is known."""
        return {name: fact.plain() for name, fact in sorted(self.facts.items()) if fact.known or fact.others}


def plain_value(value: Any) -> Any:
    """The JSON form of a fact's value."""
    match value:
        case tuple():
            return [plain_value(v) for v in value]
        case Window() | Component():
            return value.plain()
        case date():
            return value.isoformat()
        case _:
            return value
