"""Counting right and wrong answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from debadge.model.identification import Identification
from debadge.model.words import Grade
from tools.accuracy.samples import WATCHED, Sample

Answer = tuple[Sample, Identification]


@dataclass(frozen=True, slots=True)
class Score:
    """Recall over samples of watched makers; precision over answers that name one."""

    found: int
    wanted: int
    right: int
    named: int

    @property
    def recall(self) -> float:
        """Of the wanted, those found; 1 where nothing was wanted."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def precision(self) -> float:
        """Of the named, those right; 1 where nothing was named."""
        return self.right / self.named if self.named else 1.0


def score(answers: Sequence[Answer]) -> Score:
    """Recall and precision of watched makers."""
    wanted = [(s, found) for s, found in answers if s.is_watched]
    named = [(s, found) for s, found in answers if found.maker in WATCHED]
    return Score(
        found=sum(found.maker == s.maker for s, found in wanted),
        wanted=len(wanted),
        right=sum(found.maker == s.maker for s, found in named),
        named=len(named),
    )


def by(key: Callable[[Answer], str], answers: Sequence[Answer]) -> dict[str, Score]:
    """One score for each value of a key, sorted."""
    groups: dict[str, list[Answer]] = {}
    for answer in answers:
        groups.setdefault(key(answer), []).append(answer)
    return {name: told for name, some in sorted(groups.items()) if (told := score(some)).wanted or told.named}


def confused(answers: Sequence[Answer]) -> Counter[tuple[str, str]]:
    """(true maker, answer) of every wrong answer that names a maker, and of every watched maker that is not named."""
    return Counter((s.maker or "unknown", found.maker or "-") for s, found in wrong(answers))


def wrong(answers: Sequence[Answer]) -> list[Answer]:
    """Watched makers that were missed, and answers that name a watched maker wrongly."""
    return [
        (s, found)
        for s, found in answers
        if (s.is_watched and found.maker != s.maker) or (found.maker in WATCHED and found.maker != s.maker)
    ]


def accused(answers: Sequence[Answer]) -> list[Answer]:
    """Watched makers at probable or better where somebody else made the thing, or nobody can tell."""
    return [
        (s, f) for s, f in answers if f.maker in WATCHED and f.maker != s.maker and f.grade.rank >= Grade.PROBABLE.rank
    ]


def not_abstained(answers: Sequence[Answer]) -> list[Answer]:
    """Samples that decide nothing, and for which a watched maker was named."""
    return [(s, found) for s, found in answers if s.expect != "identify" and found.maker in WATCHED]
