"""How well two names in scripts without blanks agree, and whether they may be those of two firms of one group."""

from __future__ import annotations

from collections.abc import Sequence

from debadge.screen.names.native import Native

COMMON = 2  # signs of a core that other firms have as well: 大华
_SHORT = 0.8  # likeness of two names that share two signs and their kind of word beside them, and no more
_INSIDE = 4  # signs of a core that is found inside another name


def likeness(one: Native, other: Native, places: frozenset[str]) -> float:
    """How well two names without blanks agree: the same core; a slip in a long one; one inside the other.

    Args:
        one: The query.
        other: The listed name.
        places: Of all names of the listed party.
    """
    if one.whole == other.whole:
        return _SHORT if _is_other_form(one, other) else 1.0
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
        return _is_other_form(one, other)
    if one.places and not one.places <= places:
        return True
    if len(one.core) <= COMMON and other.places and not one.places:  # 大华集团 is not 浙江大华
        return True
    mine, theirs = set(one.trade), set(other.trade)
    return mine != theirs if len(one.core) <= COMMON else not mine <= theirs  # 海康 is not 海康机器人


def _is_other_form(one: Native, other: Native) -> bool:
    """Whether two signs are all that two names have in common: 大华集团 builds houses; 大华股份有限公司 is 大华股份."""
    has_form = len(other.written) > len(other.whole)
    is_same = one.written == other.written or (has_form and one.written.startswith(other.written))
    return len(one.whole) <= COMMON and not is_same


def is_in_its_field(
    stem: Native, fields: Sequence[str], asked: Native, places: frozenset[str], own: frozenset[str]
) -> bool:
    """Whether what a party makes and does stands behind its few signs, at its place, or in words of its field: 浙江大华智联.

    Args:
        stem: The name of the party.
        fields: Words behind its core in the name asked about.
        asked: That name.
        places: Of all names of the party.
        own: Words that tell its field.
    """
    is_here = bool(asked.places) and asked.places <= places
    return COMMON <= len(stem.core) < _INSIDE and bool(fields) and (is_here or not own.isdisjoint(fields))


def _one_less(shorter: str, longer: str) -> bool:
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
