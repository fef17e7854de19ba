"""The words before a name: the verb that is nearest, with those that it is joined with, or the part that the line is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from debadge.model.screening import NEUTRAL
from debadge.screen.lines.connectives import Joints
from debadge.screen.lines.items import Items
from debadge.screen.lines.role import ORDER, PART, PUT_UP, Role
from debadge.screen.lines.spotting import Spotted, Spotter, longest

_COUNT = re.compile(r"\s*\d+\s")
_NOTHING = " '\"(-:"  # before the first word of a line
_COMMAS = 2  # of a catalogue that puts the noun first

Spans = Sequence[tuple[int, int]]


class Ahead:
    """Reads what stands before a name in its sentence."""

    def __init__(self, spotter: Spotter, joints: Joints, items: Items) -> None:
        """Take the words."""
        self._spotter, self._joints, self._items = spotter, joints, items

    def read(self, before: str, things: Spans, *, is_counted: bool) -> Role | None:
        """What the words say; None where they say nothing.

        Args:
            before: The sentence up to the name, in plain small letters.
            things: Where kinds of equipment stand in it.
            is_counted: The goods have a number and a count: other items may stand before them.
        """
        found = [one for one in longest(self._spotter.find("ahead", before)) if not self._is_extra(before, one)]
        if is_counted:
            found = [one for one in found if not self._items.is_before(before[one.end :])]
        parts = [one for one in found if one.action == PART and self._is_head(before, one, things)]
        verb = self._verb(before, [one for one in found if one.action != PART])
        if parts and (verb is None or verb.action == "buy"):
            return Role(PART, parts[-1].word, "ahead")
        if parts and verb is not None and verb.word and self._joints.replacing.match(verb.word):
            return Role("service", f"{verb.word} {parts[-1].word}", "ahead")  # "replace the fan in a switch"
        return verb

    def _is_extra(self, before: str, one: Spotted) -> bool:
        """Whether a work is in the price, "removal included", or done to something else."""
        is_included = self._joints.included.match(before, one.end + 1) is not None
        return is_included or self._items.has_object(before, one.start, one.end)

    def _verb(self, before: str, found: Sequence[Spotted]) -> Role | None:
        """What the nearest words for an action say, together with those that they are joined with."""
        chain = self._chain(before, found)
        told = [one for one in chain if one.action != NEUTRAL]
        if not told:
            putting = next((one.word for one in chain if self._joints.putting_up.fullmatch(one.word)), None)
            return Role("service", putting, PUT_UP) if putting else None
        best = min(told, key=lambda one: ORDER.index(one.action))
        if best.action == "removal" and self._is_put_back(told):
            return Role("service", best.word, "ahead")  # "remove and reinstall"
        if best.action == "removal" and self._is_apart(before, best):
            return Role("buy", None, "ahead")
        first = min(found, key=lambda one: one.start)
        if first.action == "mention" and not before[: first.start].strip(_NOTHING) and best.action != "buy":
            best = first  # "study of the removal of": the outermost word is what is bought
        return Role(best.action, best.word or None, "ahead")

    def _chain(self, before: str, found: Sequence[Spotted]) -> list[Spotted]:
        """The words that decide together, from the one nearest to the name on."""
        chain: list[Spotted] = []
        edge = len(before)
        for one in sorted(found, key=lambda one: -one.start):
            gap = before[one.end : edge]
            is_neutral = all(told.action == NEUTRAL for told in chain)
            if chain and not (
                self._joints.joined.fullmatch(gap) or (is_neutral and self._joints.joined_of.fullmatch(gap))
            ):
                if is_neutral:  # "removal of cameras and installation of": a verb phrase of its own
                    chain.append(Spotted("buy", edge, edge, ""))
                break
            chain.append(one)
            edge = one.start
        return chain

    def _is_put_back(self, told: Sequence[Spotted]) -> bool:
        """Whether what is taken away comes back: "dépose et repose de"."""
        return any(self._joints.returning.fullmatch(one.word) for one in told)

    def _is_apart(self, before: str, removal: Spotted) -> bool:
        """Whether something else is replaced, and this stands behind a comma: "replacement of a broken lamp, camera added"."""
        if not self._joints.replacing.match(removal.word):
            return False
        gone, comma, _ = before[removal.end :].rpartition(",")
        return bool(comma) and any(map(str.isalpha, gone))

    def _is_head(self, before: str, part: Spotted, things: Spans) -> bool:
        """Whether a part is what the line is about: "battery for", "camera bracket", and not "cable, camera"."""
        if describes(before, part, things, self._joints):
            return False
        if not before[: part.start].strip() and before.count(",") >= _COMMAS and not self._counted(before, part.end):
            return True  # "BATTERY,RADIO,LI-ION,HYTERA": a catalogue that puts the noun first
        ahead = [end for _, end in things if end <= part.start]
        if ahead and before[max(ahead) : part.start].strip(" -"):
            return False
        other = any(self._joints.items.search(before[part.end : start]) for start, _ in things if start > part.end)
        return not other and not self._counted(before, part.end)

    def _counted(self, before: str, end: int) -> bool:
        """Whether another item with a number of its own follows: "cable and 24 cameras"."""
        return any(_COUNT.match(before, hit.end()) for hit in self._joints.items.finditer(before, end))


def describes(text: str, part: Spotted, things: Spans, joints: Joints) -> bool:
    """Whether a part only describes the thing that follows at once: "battery camera", "licence plate camera"."""
    inside = (start for start, _ in things if part.end <= start < len(text))
    return any(joints.describing.fullmatch(text[part.end : start]) for start in inside)
