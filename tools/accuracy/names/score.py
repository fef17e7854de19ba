"""How good answers are: recall at a rate of false matches, what an operator sees, whom it strikes, and what a score is worth.

An answer is right if the expected row or party is its row, or one of the first `OTHERS` of its `others`, whose own score then
counts if it has one. Nothing is asked of an answer but `answer`, `score`, and of a row `entity`, `list` and `ref`, or its `name`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tools.accuracy.names.query import PACK, Query
from tools.accuracy.names.register import key

OTHERS = 5
SILENT = frozenset({"no_match", "refused"})  # every other word is something that a person has to look at
FALSE_RATE = 0.05
Answer = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Scored:
    """One query with what was answered."""

    query: Query
    told: Answer

    @property
    def score(self) -> float:
        """Of the row that is right; of the first row where none is. 0 where no score is given."""
        row = self.row if isinstance(self.row, Mapping) and "score" in self.row else self.told
        return float(row.get("score") or 0.0)

    @property
    def is_alert(self) -> bool:
        """Whether somebody has to look at it, at the shipped threshold."""
        return self.told.get("answer") not in SILENT

    @property
    def row(self) -> Any:
        """The first row that is right; None if there is none."""
        if not self.query.is_positive:
            return None
        rows = (self.told, *(self.told.get("others") or [])[:OTHERS])
        return next((row for row in rows if _is_expected(self.query, row)), None)

    @property
    def is_right(self) -> bool:
        """Whether it names whom it should."""
        return self.row is not None


def _is_expected(query: Query, row: Any) -> bool:
    if isinstance(row, str):
        return key(row) in query.names
    if row.get("entity") and (PACK, row["entity"]) in query.refs:
        return True
    if (row.get("list"), str(row.get("ref"))) in query.refs:
        return True
    return bool(row.get("name")) and key(row["name"]) in query.names


def scored(queries: Iterable[Query], answers: Iterable[Answer]) -> list[Scored]:
    """Queries with their answers, by order.

    Raises:
        ValueError: An answer is missing, is one too many, or answers another query than the one at its place.
    """
    told: list[Scored] = []
    for number, (query, answer) in enumerate(zip(queries, answers, strict=True), 1):
        if answer.get("query") not in {query.text, None}:
            raise ValueError(f"answer {number} is to {answer['query']!r} and not to {query.text!r}; keep the order")
        told.append(Scored(query, answer))
    return told


def threshold(some: Iterable[Scored], rate: float = FALSE_RATE) -> float:
    """The score that at most this share of negatives is above; a positive counts as found above it, not at it."""
    false = sorted((one.score for one in some if not one.query.is_positive), reverse=True)
    allowed = int(rate * len(false))
    return false[allowed] if allowed < len(false) else -1.0


def recall(some: Iterable[Scored], above: float) -> tuple[int, int]:
    """(found, wanted): positives that name whom they should, with a score above a threshold."""
    wanted = [one for one in some if one.query.is_positive]
    return sum(one.is_right and one.score > above for one in wanted), len(wanted)


def shown(some: Iterable[Scored]) -> tuple[int, int]:
    """(found, wanted) at the shipped threshold."""
    wanted = [one for one in some if one.query.is_positive]
    return sum(one.is_right and one.is_alert for one in wanted), len(wanted)


def alerts(some: Iterable[Scored]) -> tuple[int, int]:
    """(alerts, negatives) at the shipped threshold."""
    negatives = [one for one in some if not one.query.is_positive]
    return sum(one.is_alert for one in negatives), len(negatives)


def by(name: Callable[[Query], str], some: Iterable[Scored]) -> dict[str, list[Scored]]:
    """Answers in groups, sorted by the group's name."""
    groups: dict[str, list[Scored]] = {}
    for one in some:
        groups.setdefault(name(one.query), []).append(one)
    return dict(sorted(groups.items()))


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of like score."""

    low: float
    count: int
    mean: float  # of their scores
    right: float  # share of them that name whom they should


def reliability(some: Sequence[Scored], bins: int = 10) -> list[Bin]:
    """What scores are worth: of the answers with a score near 0.8, are four in five right? Empty bins are left out."""
    groups: dict[int, list[Scored]] = {}
    for one in some:
        groups.setdefault(min(int(one.score * bins), bins - 1), []).append(one)
    return [
        Bin(n / bins, len(group), sum(o.score for o in group) / len(group), sum(o.is_right for o in group) / len(group))
        for n, group in sorted(groups.items())
    ]


def miscalibration(bins: Sequence[Bin]) -> float:
    """The mean distance between a score and the share that is right, weighed by how many answers have it."""
    count = sum(each.count for each in bins)
    return sum(each.count * abs(each.mean - each.right) for each in bins) / count if count else 0.0


def worst_ratio(rates: Mapping[str, tuple[int, int]]) -> tuple[float, str, str]:
    """(largest rate over the smallest, whose, over whose); infinite if only some groups have false matches at all."""
    shares = {group: found / of for group, (found, of) in rates.items() if of}
    if not shares or max(shares.values()) == 0:
        return 1.0, "-", "-"
    high, low = max(shares, key=lambda g: shares[g]), min(shares, key=lambda g: shares[g])
    return (shares[high] / shares[low] if shares[low] else float("inf")), high, low
