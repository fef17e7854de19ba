"""Rows that are no lines, in words: what they are, and where the first of them stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from debadge.model.observation import Skip
from debadge.model.screened import Aside, Unread
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording

MOST_UNREAD = 10  # parts of which each has its sentence: an object as a row may have a thousand columns


def aside_told(several: Iterable[Aside], words: Wording) -> str:
    """One sentence about all of them; empty where there are none."""
    kinds = list(several)
    rows = "; ".join(
        words.say("screen_lines.aside.kind", what=words.told(one.reason, {}), places=_places(one)) for one in kinds
    )
    return words.counted("screen_lines.aside", sum(one.count for one in kinds), rows=rows) if kinds else ""


def unread_told(several: Iterable[Unread], words: Wording) -> Iterator[str]:
    """A sentence about each part that was read as nothing and names somebody; of many the others are counted."""
    parts = list(several)
    for one in parts[:MOST_UNREAD]:
        name = words.told(one.name, {}) if one.what == "row" else harmless(one.name)
        who = words.makers(one.makers, "report.and")
        yield words.say(f"screen_lines.unread.{one.what}", name=name, who=who, places=_places(one))
    if (more := len(parts) - MOST_UNREAD) > 0:
        yield words.say("screen_lines.unread.more", number=more)


def skip_told(one: Skip, words: Wording) -> str:
    """Place and reason of one."""
    return words.say("report.table.gap", about=harmless(one.locator), told=words.told(one.reason, {}))


def _places(one: Aside | Unread) -> str:
    return harmless(", ".join((*one.places, *(["…"] if one.count > len(one.places) else []))))
