"""How well two names in scripts without blanks agree, and whether they may be those of two firms of one group."""

from __future__ import annotations

from debadge.screen.names.native import Native

COMMON = 2  # signs of a core that other firms have as well: 大华
_INSIDE = 4  # signs of a core that is found inside another name


def likeness(one: Native, other: Native, places: frozenset[str]) -> float:
    """How well two names without blanks agree: the same core; a slip in a long one; one inside the other.

    Args:
        one: The query.
        other: The listed name.
        places: Of all names of the listed party.
    """
    if one.whole == other.whole:
        return 1.0
    shorter, longer = sorted((one.core, other.core), key=len)
    if shorter == longer:
        apart = bool(one.places and places and not one.places & places)
        is_short = len(one.core) <= COMMON
        if is_short and one.trade and one.trade != other.trade:  # 大华贸易 is not 浙江大华技术
            return 0.8 - 0.12 * apart
        other_trade = bool(one.trade and other.trade and not set(one.trade) & set(other.trade))
        bare = is_short and bool(one.trade or one.places) and not (other.trade or other.places)
        return (0.8 if bare else 0.97) - (0.18 if is_short else 0.04) * apart - 0.12 * other_trade
    if len(shorter) >= _INSIDE and shorter in longer and other.core == shorter:
        return 0.78
    if len(shorter) >= _INSIDE and len(shorter) == len(longer):
        return 0.86 if sum(a != b for a, b in zip(shorter, longer, strict=True)) == 1 else 0.0
    return 0.86 if len(longer) > _INSIDE and len(longer) - len(shorter) == 1 and _one_less(shorter, longer) else 0.0


def is_other_firm(one: Native, other: Native, places: frozenset[str]) -> bool:
    """Whether a name of the same core may well be of another firm of the group: of another place, or in another trade.

    Args:
        one: The query.
        other: The listed name.
        places: Of all names of the listed party.
    """
    if one.whole == other.whole:
        return False
    if one.places and not one.places <= places:
        return True
    mine, theirs = set(one.trade), set(other.trade)
    return mine != theirs if len(one.core) <= COMMON else not mine <= theirs  # 海康 is not 海康机器人


def _one_less(shorter: str, longer: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
