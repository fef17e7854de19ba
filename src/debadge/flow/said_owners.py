"""What the input says of owners: their shares added up, and each named one as a tie that nobody checked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from debadge.flow.standing import HALF_SHARE
from debadge.model.query import Owner, Query
from debadge.screen.names.answer import Answer, NameAnswer

WHOLE = 100.0  # percent


def by_shares(owners: Sequence[Owner], behind: Sequence[Owner]) -> tuple[Answer | None, str | None]:
    """Shares of named owners add up, and what nobody told may be theirs; a share that is surely under half is told as such."""
    surely = sum(owner.share or 0.0 for owner in behind)
    if surely >= HALF_SHARE:
        return Answer.AFFILIATE, None
    of_others = sum(owner.share or 0.0 for owner in owners) - surely
    if WHOLE - of_others >= HALF_SHARE or any(owner.share is None for owner in behind):
        return Answer.CANNOT_TELL, None
    return (Answer.CANNOT_TELL, "screen.owner.below_half") if surely else (None, None)


def declared(asked: Query, owner: Owner, found: NameAnswer) -> dict[str, Any]:
    """A tie that rests on what the input says of an owner."""
    return {
        "owner": owner.name,
        "owned": asked.text,
        "relation": "owner",
        "share": "?" if owner.share is None else f"{owner.share:g} %",
        "until": None,
        "verified": False,
        "source": None,
        "basis": "declared",
        "answer": found.answer.value,
        "entity": found.entity,
        "list": found.list,
        "ref": found.ref,
        "score": found.score,
    }
