"""Several goods of one line: which of them are the same, and which is told first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from debadge.model.screened import Goods
from debadge.screen.lines.goods import are_alike


def merged(goods: Iterable[Goods]) -> list[Goods]:
    """Goods of one maker, model and action once, the surest of them; a mention of a maker whose goods are told is left out."""
    kept: list[Goods] = []
    for one in goods:
        same = next((at for at, other in enumerate(kept) if _are_same(one, other)), None)
        if same is None:
            kept.append(one)
        elif _tells(kept[same]) < _tells(one):
            kept[same] = one
    acted = {one.found.maker for one in kept if one.action != "mention"}
    return [one for one in kept if one.action != "mention" or one.found.maker not in acted]


def ranked(goods: Sequence[Goods], listed: Collection[str]) -> list[Goods]:
    """What is only spoken of last, of the others those of makers that a rule names first; else as they stand.

    Of one maker that goes and comes what is bought is first: "replace 10 Hikvision cameras with Hikvision DS-...".

    Args:
        goods: In the order of the line.
        listed: Makers and parties that some rule names.
    """
    bought = {_maker_of(one) for one in goods if one.action == "buy"}

    def rank(one: Goods) -> tuple[bool, bool, bool]:
        is_listed = one.found.maker in listed or one.found.entity in listed
        return one.action == "mention", not is_listed, one.action == "removal" and _maker_of(one) in bought

    return sorted(goods, key=rank)


def _are_same(one: Goods, other: Goods) -> bool:
    """Whether two goods may be one: of one maker, with one action, and of one model, of which one may be cut off."""
    if _maker_of(one) != _maker_of(other) or one.action != other.action:
        return False
    return are_alike(one.found.model or "", other.found.model or "")


def _maker_of(one: Goods) -> tuple[str | None, str | None]:
    return one.found.maker, one.found.brand if one.found.maker is None else None


def _tells(one: Goods) -> tuple[int, bool]:
    """How much it says: how surely, and whether of a model."""
    return one.found.grade.rank, one.found.model is not None
