"""The answers beside the maker: model, firmware and device class, each from the best evidence that gives one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from debadge.identify.fired import Seen
from debadge.model.days import Window
from debadge.model.identification import Identification
from debadge.model.observation import Observation, stamp
from debadge.model.signal import STRENGTHS
from debadge.model.words import Grade

_BOUGHT = ("acquired", "ordered", "installed")  # the best first


def pick_model(seen: Sequence[Seen], observations: Iterable[Observation], maker: str | None) -> str | None:
    """The model number: one of the maker's grammar first, then any known grammar, then a model cell as written."""
    told = [(_model_rank(s, maker), text) for s in seen for key, text in s.hit.captures if key == "model"]
    if told:
        rank, text = min(told, key=lambda pair: (pair[0], -len(pair[1]), pair[1]))
        if rank < 9:
            return text
    spoken = {s.observation.value for s in seen if "generic" in s.signal.says}
    cells = sorted(
        (o.origin.method == "derived", o.value.strip())
        for o in observations
        if o.field == "model_string" and o.value not in spoken
    )
    return next((value for _, value in cells if value), None)


def _model_rank(seen: Seen, maker: str | None) -> int:
    mention = 4 if seen.hit.fired.endswith("@mention") else 0
    if "generic" in seen.signal.says or seen.signal.strength == "none":
        return 9
    if seen.signal.id.startswith(("name:", "badge:")):
        return mention + 3  # the words behind a name, of no known grammar
    return mention + (0 if maker and seen.signal.maker == maker else 2 if seen.signal.maker else 1)


def bought(observations: Iterable[Observation]) -> Window | None:
    """When the thing was bought, else installed: from the first day that a record names to the last; None if none does."""
    told: dict[str, list[Window]] = {}
    for seen in observations:
        if seen.field in _BOUGHT:
            with suppress(ValueError):
                told.setdefault(seen.field, []).append(Window.parse(seen.value))
    days = next((told[field] for field in _BOUGHT if field in told), None)
    return Window(min(day.earliest for day in days), max(day.latest for day in days)) if days else None


def pick_firmware(seen: Sequence[Seen], observations: Iterable[Observation]) -> str | None:
    """The firmware text seen last; where days are equal or unknown, one of a known layout, then the first in order."""
    layout = {s.observation.value for s in seen if s.observation.field == "firmware_string"}
    told = [
        (stamp(o.collected) if o.collected else "", o.value in layout, o.value)
        for o in observations
        if o.field == "firmware_string"
    ]
    if told:
        return max(told)[2].strip()
    captured = sorted(text for s in seen for key, text in s.hit.captures if key == "firmware")
    return captured[0] if captured else None


def pick_class(seen: Sequence[Seen], maker: str | None) -> str | None:
    """What kind of thing it is: the maker's own words first; None where equally good evidence disagrees."""
    told = {
        (_class_rank(s, maker), kind) for s in seen if (kind := s.signal.says.get("device_class")) and _counts(s, maker)
    }
    if not told:
        return None
    best = min(rank for rank, _ in told)
    kinds = {kind for rank, kind in told if rank == best}
    return kinds.pop() if len(kinds) == 1 else None


def _counts(seen: Seen, maker: str | None) -> bool:
    """A shape that many makers use tells the kind of thing beside its maker only."""
    return seen.signal.strength != "shape" or seen.signal.maker == maker


def _class_rank(seen: Seen, maker: str | None) -> int:
    if seen.signal.strength == "none":
        return 50 if seen.observation.field != "device_class_string" else 40
    return STRENGTHS.index(seen.signal.strength) + (0 if seen.signal.maker in {None, maker} else 20)


def is_by_address_only(found: Identification) -> bool:
    """Whether a probable maker rests on its registered prefix alone: a board sold on its own carries it as well."""
    strong = (("grade", Grade.PROBABLE.value), ("maker", found.maker))
    likely = [e for e in found.because if set(strong) <= set(e.says)]
    return found.grade is Grade.PROBABLE and bool(likely) and all(e.field == "mac_oui" for e in likely)
