"""What a line does with one name in it, and which of two sayings counts."""

from __future__ import annotations

from dataclasses import dataclass

PART = "spare_or_licence"
PUT_UP = "put up"  # the place of a word that pays for the thing as well where the line states goods: "installation of"
ORDER = ("buy", "removal", "service", PART, "mention")
"""Of several that are joined: what costs money for the thing first."""


@dataclass(frozen=True, slots=True)
class Role:
    """What the line does with a name, and the words that say so."""

    action: str
    word: str | None  # as written, in plain small letters; None: nothing says otherwise
    place: str | None  # one of model.screening.PLACES, or PUT_UP


def weigh(after: Role | None, ahead: Role | None) -> Role:
    """The words behind a name are its own; a part is one whoever supplies it, and work on a part is work."""
    if ahead is not None and ahead.action == "mention":
        return ahead
    if after is not None and after.action != PART:
        return ahead if ahead is not None and ahead.action == "removal" and after.action == "service" else after
    if ahead is not None and ahead.action not in {"buy", PART}:
        return ahead
    return after or ahead or Role("buy", None, None)
