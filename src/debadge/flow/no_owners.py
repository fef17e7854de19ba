"""Owners that the input names and that are nobody: "unknown", "privately held", "Owner: N/A", or the firm itself.

Whoever writes such a thing has not looked, or says nothing: it never reads as ownership stated.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from debadge.model.query import Owner, Query
from debadge.text.folding import fold

WHOLE = 99.0  # percent: shares are rounded


class NoOwners:
    """The words that name nobody."""

    def __init__(self, phrases: Collection[str], without_forms: Callable[[tuple[str, ...]], tuple[str, ...]]) -> None:
        """``phrases``: folded; ``without_forms`` takes legal forms off the words of a name."""
        self._phrases, self._without_forms = phrases, without_forms
        self._words = frozenset(word for phrase in phrases for word in phrase.split())

    def known(self, asked: Query) -> tuple[Owner, ...]:
        """The owners of a query that name somebody else."""
        return tuple(
            one for one in asked.owners if not self._is_nobody(one.name) and not self._is_itself(asked.text, one)
        )

    def _is_nobody(self, name: str) -> bool:
        told = fold(name)
        return told in self._phrases or not any(map(str.isalpha, told)) or self._words.issuperset(told.split())

    def _is_itself(self, text: str, owner: Owner) -> bool:
        """Whether a firm is told as its own owner; one of the same name in another form that holds a share is another firm."""
        if owner.share is None:
            return self._bare(text) == self._bare(owner.name)
        return fold(text) == fold(owner.name)

    def _bare(self, name: str) -> tuple[str, ...]:
        words = tuple(fold(name).split())
        return self._without_forms(words) or words


def are_whole(told: Sequence[Owner], known: Sequence[Owner]) -> bool:
    """Whether owners leave nothing open: none of them is nobody, and where all shares are told they reach the whole."""
    shares = [one.share if one.most is None else one.most for one in known]
    reached = sum(share for share in shares if share is not None)
    return len(known) == len(told) and (None in shares or reached >= WHOLE)
