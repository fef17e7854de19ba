"""What is said of one name: one of five answers, the row or party it rests on, and what was not looked at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Answer(StrEnum):
    """What a name was found to be. None of them says that a supplier is cleared."""

    # matched a row of a list, or a party that a measure names on the day
    LISTED = "listed"
    # matched a party of ours that is not named and is tied to one that is: owned by half or more, controlled, its brand
    AFFILIATE = "affiliate"
    # a named party is known, or said, to hold a share that nobody can tell, or one under half
    CANNOT_TELL = "cannot_tell"
    # a score under the sure one, or a weak channel only: a person has to look
    POSSIBLE = "possible"
    # no name matched, and no edge to a named party is known
    NO_MATCH = "no_match"
    # no name of an organisation
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameAnswer:
    """The answer for one input; what does not apply is None or empty."""

    query: str
    line: int  # of the input, from 1
    answer: Answer
    policy: str
    asked_as: str | None = None  # of a row with several names the one that it is about
    given: Mapping[str, Any] = field(default_factory=dict)  # what the input said beside the name, echoed
    score: float = 0.0  # of the best candidate, also of one under the threshold
    entity: str | None = None  # the party of ours
    list: str | None = None
    ref: str | None = None
    row: str | None = None  # locator in the file the list was read from
    since: str | None = None
    until: str | None = None
    citation: str | None = None
    regimes: tuple[str, ...] = ()  # measures of ours that name the party on the day
    name: str | None = None  # the listed name that matched
    matched: tuple[tuple[str, str, str], ...] = ()
    channel: str | None = None
    ownership: str = "not_looked"  # not_looked | known | declared | in_part
    ties: tuple[Mapping[str, Any], ...] = ()
    others: tuple[Mapping[str, Any], ...] = ()
    reason: str | None = None  # of a refusal, and of a share under half: an id of the sentence catalogue
    nearest: Mapping[str, Any] | None = None  # of no match: the candidate that comes nearest to one
    dismissed: Mapping[str, Any] | None = None  # who decided that it is not the party, when, why, until when
    confirmed: Mapping[str, Any] | None = None  # the same where it is
    asked: str | None = None  # digest of all that was asked; stands in answers that are kept
    revived: str | None = None  # why such a decision is not in force any more: row | policy | expired | gone

    def plain(self) -> dict[str, Any]:
        """The JSON form; every key stands in every line."""
        return {
            "query": self.query,
            "asked_as": self.asked_as,
            "line": self.line,
            "input": dict(self.given),
            "answer": self.answer.value,
            "score": self.score,
            "entity": self.entity,
            "list": self.list,
            "ref": self.ref,
            "row": self.row,
            "since": self.since,
            "until": self.until,
            "citation": self.citation,
            "regimes": list(self.regimes),
            "name": self.name,
            "matched": [{"query": q, "listed": listed, "how": how} for q, listed, how in self.matched],
            "channel": self.channel,
            "policy": self.policy,
            "ownership": self.ownership,
            "ties": [dict(tie) for tie in self.ties],
            "others": [dict(other) for other in self.others],
            "reason": self.reason,
            "nearest": dict(self.nearest) if self.nearest else None,
            "dismissed": dict(self.dismissed) if self.dismissed else None,
            "confirmed": dict(self.confirmed) if self.confirmed else None,
            "revived": self.revived,
        }
