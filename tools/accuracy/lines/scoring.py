"""Counting right and wrong answers to labelled lines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tools.accuracy.lines.labelled import Line

Answered = tuple[Line, str | None, str | None]
"""A line, the maker and the action that were answered."""


@dataclass(frozen=True, slots=True)
class Score:
    """Recall over lines that name a maker, precision over answers that do, actions over lines with the right maker.

    A mention names its maker. A line without a maker of its own whose badge may have several is never wanted.
    """

    found: int
    wanted: int
    right: int
    named: int
    acted: int
    told: int

    @property
    def recall(self) -> float:
        """Of the lines that name a maker, those answered with it; 1 where none does."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Of the answers that name a maker, the right ones; 1 where none does."""
        return self.right / self.named if self.named else 1.0

    @property
    def action(self) -> float:
        """Of the lines with the right maker, those with the right action; 1 where there are none."""
        return self.acted / self.told if self.told else 1.0


def pair(answers: Iterable[Mapping[str, Any]], labels: Sequence[Line]) -> list[Answered]:
    """Answers beside their lines.

    Raises:
        ValueError: There are more or fewer answers than lines.
    """
    return [(line, told.get("maker"), told.get("action")) for line, told in zip(labels, answers, strict=True)]


def score(answers: Iterable[Mapping[str, Any]], labels: Sequence[Line]) -> Score:
    """Figures over makers of all kinds."""
    return count(pair(answers, labels))


def count(answered: Sequence[Answered], *, of: frozenset[str] | None = None) -> Score:
    """Figures of paired answers; with ``of``, recall and precision of these makers alone."""
    wanted = [(ln, maker, act) for ln, maker, act in answered if ln.maker is not None and (not of or ln.maker in of)]
    named = [(line, maker) for line, maker, _ in answered if maker is not None and (not of or maker in of)]
    found = [(line, act) for line, maker, act in wanted if maker is not None and line.accepts(maker)]
    return Score(
        found=len(found),
        wanted=len(wanted),
        right=sum(line.accepts(maker) for line, maker in named),
        named=len(named),
        acted=sum(act == line.action for line, act in found),
        told=len(found),
    )


def by(
    key: Callable[[Line], str], answered: Sequence[Answered], *, of: frozenset[str] | None = None
) -> dict[str, Score]:
    """One score for each value of a key, sorted."""
    groups: dict[str, list[Answered]] = {}
    for answer in answered:
        groups.setdefault(key(answer[0]), []).append(answer)
    return {name: count(some, of=of) for name, some in sorted(groups.items())}


def wrong(answered: Sequence[Answered]) -> list[Answered]:
    """Lines whose maker was missed or wrongly named, and lines with the right maker and a wrong action."""
    return [(line, maker, act) for line, maker, act in answered if not _holds(line, maker, act)]


def _holds(line: Line, maker: str | None, action: str | None) -> bool:
    if not line.accepts(maker):
        return False
    return line.maker is None or maker is None or action == line.action
