"""When `--fail-on` shuts: at a word that is named, and at every graver one; a gate set for a doubt lets no accusation pass."""

from __future__ import annotations

from collections.abc import Iterable

from debadge.model.supplier import WORST

OUTCOMES = ("prohibited", "undetermined", "conditional", "report_duty")
"""The gravest first, as the headline of a regime takes them."""
ANSWERS = WORST[:4]
"""What is said of a name that is like a listed one, the gravest first. A refused one was not compared, and stands on no scale."""
SUPPLIERS = tuple(f"supplier_{answer}" for answer in ANSWERS)

_SCALES = (OUTCOMES, ANSWERS, SUPPLIERS)


def shuts(named: Iterable[str], found: Iterable[str]) -> bool:
    """Whether one of the words that were found is named, or graver than one that is; words of no scale count for themselves."""
    return not _words(named).isdisjoint(found)


def _words(named: Iterable[str]) -> set[str]:
    """The words named, each with those that are graver."""
    told = set(named)
    for scale in _SCALES:
        lowest = max((at for at, word in enumerate(scale) if word in told), default=-1)
        told.update(scale[: lowest + 1])
    return told
