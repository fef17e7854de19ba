"""Facts given by hand name makers, badges and legal persons as people write them; judging needs their ids."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import Any

from debadge.judge.called import Meant
from debadge.judge.law import Law
from debadge.model.situation import UNKNOWN, Component, Situation
from debadge.model.words import Grade
from debadge.text.tables import is_nothing


@dataclass(frozen=True, slots=True)
class ReadAs:
    """What became of a name that is no id of ours."""

    fact: str  # maker | entity | brand | supplier
    given: str
    as_fact: str  # another one, where a badge was given as the maker
    meant: str | None  # None: it says nothing, or it is perhaps a slip
    perhaps: str | None = None  # whom it looks like

    def plain(self) -> dict[str, str | None]:
        """The JSON form."""
        told = {"fact": self.fact, "given": self.given, "as": self.as_fact, "value": self.meant}
        return {**told, "perhaps": self.perhaps} if self.perhaps else told


def named(situation: Situation, law: Law, nothing: AbstractSet[str]) -> tuple[Situation, tuple[ReadAs, ...]]:
    """The same situation with ids for names, and what was read as what.

    A badge given as the maker becomes the brand, since others may supply it. A name that looks like that of a listed maker
    or named party makes the fact unknown: to clear it for a slip of the pen would be a silent miss. A real stranger stays.

    Args:
        situation: As given.
        law: Who is who.
        nothing: Folded words that say nothing: "unknown", "n a".
    """
    facts, told = dict(situation.facts), []
    for name in ("brand", "maker", "entity", "supplier"):
        fact = facts.get(name)
        if fact is None or not isinstance(fact.value, str):
            continue
        read = _read(name, fact.value, law, nothing)
        if read is None:
            continue
        told.append(read)
        del facts[name]
        if read.meant is not None:
            facts.setdefault(read.as_fact, fact._replace(value=read.meant))
        elif read.perhaps is not None:
            facts[name] = UNKNOWN  # whom it looks like decides nothing, not even which products are asked
    if component := facts.get("component"):
        facts["component"] = component._replace(value=_parts(component.value, law))
    return replace(situation, facts=facts), tuple(told)


def _parts(parts: Any, law: Law) -> Any:
    """Parts with the ids of their makers; a badge, and a name that looks like a listed maker's, is a lead to it."""
    return parts if parts is None else tuple(_part(part, law) for part in parts)


def _part(part: Component, law: Law) -> Component:
    meant = law.called.meant(part.maker)
    if meant and (known := meant.maker or meant.party):
        return replace(part, maker=known, grade=Grade.POSSIBLE if "?" in part.maker else part.grade)
    if meant and meant.badge:
        guess = next((edge.maker for edge in law.badges[meant.badge].edges if edge.maker in law.listed), None)
    else:
        guess = law.called.nearly(part.maker)
    return replace(part, maker=guess, grade=Grade.POSSIBLE) if guess else part


def _read(name: str, value: str, law: Law, nothing: AbstractSet[str]) -> ReadAs | None:
    if is_nothing(value, nothing):
        return ReadAs(name, value, name, None)
    if value in {"brand": law.names, "maker": law.makers}.get(name, law.parties):
        return None
    meant = law.called.meant(value)
    if "?" in value and name != "brand":  # a doubt written into a name is a doubt
        return ReadAs(name, value, name, None, (meant.maker or meant.party) if meant else None)
    if meant is None:
        guess = law.called.nearly(value) if name != "brand" else None
        return ReadAs(name, value, name, None, guess) if guess else None
    as_fact, word = _word(name, meant, law)
    if word is None or (as_fact, word) == (name, value):
        return None
    return ReadAs(name, value, as_fact, word)


def _word(name: str, meant: Meant, law: Law) -> tuple[str, str | None]:
    """(fact, id) for a name that was given as one fact and may belong to another."""
    match name:
        case "brand":
            return "brand", meant.badge or meant.maker
        case "maker" if meant.maker:
            return "maker", meant.maker
        case "maker" if meant.badge:
            return "brand", meant.badge
        case "supplier":
            badge = law.badges[meant.badge].entity if meant.badge else None
            return "supplier", meant.party or badge or (law.entity_of(meant.maker) if meant.maker else None)
        case _:
            return "entity", meant.party
