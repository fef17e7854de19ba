"""What the input says of owners: their shares added up, and each named one as a tie that nobody checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from debadge.flow.each_name import TOO_LONG
from debadge.flow.standing import HALF_SHARE
from debadge.model.query import Owner, Query
from debadge.model.supplier import WORST
from debadge.screen.names.answer import Answer, NameAnswer

WHOLE = 100.0  # percent
CHANNEL = "owner"
"""How a party was found that is named through its owner."""


def with_owners(
    asked: Query, told: NameAnswer, screen: Callable[[Query], NameAnswer], *, is_whole: bool = True
) -> NameAnswer:
    """What the input says of owners: named ones by half or more make an affiliate, by less nobody can tell.

    The row, its date and its text are then those of the owner: of the surest one, and of equal ones the greatest share.
    Where they do not tell the whole (``is_whole``), ownership is stated in part.
    """
    ties: list[dict[str, Any]] = []
    found: list[tuple[Owner, NameAnswer]] = []
    for owner in asked.owners:
        of_owner = screen(Query(text=owner.name))
        if of_owner.answer in (Answer.NO_MATCH, Answer.REFUSED) and of_owner.reason != TOO_LONG:
            continue
        is_sure = of_owner.answer in (Answer.LISTED, Answer.AFFILIATE)
        if owner.share != 0.0:  # who holds nothing is behind nobody
            found.append((owner if is_sure else replace(owner, share=None, most=None), of_owner))
        ties.append(declared(asked, owner, of_owner))
    told = replace(told, ownership="declared" if is_whole else "in_part", ties=(*told.ties, *ties))
    if not found or told.answer is Answer.LISTED:
        return told
    answer, reason = by_shares(asked.owners, [owner for owner, _ in found])
    if answer is None or told.answer in (Answer.AFFILIATE, answer):
        return told
    _, behind = min(found, key=lambda one: (WORST.index(one[1].answer), -(one[0].share or 0.0)))
    return _through(told, behind, answer, reason)


def _through(told: NameAnswer, behind: NameAnswer, answer: Answer, reason: str | None) -> NameAnswer:
    """An answer that rests on the row of an owner; what the name itself is like stands among the others."""
    others = told.others
    if told.list is not None:
        keys = ("list", "ref", "name", "score", "channel", "since", "citation")
        own = {key: getattr(told, key) for key in keys}
        others = ({**own, "weak": told.answer is Answer.POSSIBLE, "rows": 1, "same_party": False}, *others)
    return replace(
        told,
        answer=answer,
        reason=reason,
        score=max(told.score, behind.score),
        entity=behind.entity,
        list=behind.list,
        ref=behind.ref,
        row=behind.row,
        since=behind.since,
        until=behind.until,
        citation=behind.citation,
        regimes=behind.regimes,
        name=behind.name,
        matched=behind.matched,
        channel=behind.name and CHANNEL,
        others=others,
        nearest=None,
    )


def by_shares(owners: Sequence[Owner], behind: Sequence[Owner]) -> tuple[Answer | None, str | None]:
    """Shares of named owners add up, and what nobody told may be theirs; a share that is surely under half is told as such.

    Of a share that can be read in two ways the least and the most are known; of one that nobody tells, nothing.
    """
    surely = sum(owner.share or 0.0 for owner in behind)
    if surely >= HALF_SHARE:
        return Answer.AFFILIATE, None
    of_others = sum(owner.share or 0.0 for owner in owners) - surely
    if WHOLE - of_others >= HALF_SHARE or sum(map(_most, behind)) >= HALF_SHARE:
        return Answer.CANNOT_TELL, None
    return (Answer.CANNOT_TELL, "screen.owner.below_half") if surely else (None, None)


def _most(owner: Owner) -> float:
    return next((share for share in (owner.most, owner.share) if share is not None), WHOLE)


def declared(asked: Query, owner: Owner, found: NameAnswer) -> dict[str, Any]:
    """A tie that rests on what the input says of an owner."""
    return {
        "owner": owner.name,
        "owned": asked.text,
        "relation": "owner",
        "share": owner.told,
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
