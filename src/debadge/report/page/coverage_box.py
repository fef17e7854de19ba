"""The box above the answers: what nobody looked at, as fractions with denominators."""

from __future__ import annotations

from debadge.report.page.markup import Html, tag
from debadge.report.page.view import View
from debadge.report.reading.gaps import Gap, gaps


def coverage_box(view: View) -> Html:
    """Every gap; what is whole or only told comes after what is open."""
    told = sorted(gaps(view.answers, view.speech), key=lambda gap: not gap.is_open)
    return view.part(
        "gaps",
        "page.gaps",
        tag("p", view.say("page.gaps.told")),
        tag("ul", (_line(view, gap) for gap in told), cls="gaps"),
        cls="box",
    )


def _line(view: View, gap: Gap) -> Html:
    mark = tag("span", view.say("page.gap.open" if gap.is_open else "page.gap.closed"), cls="mark")
    share = None
    if gap.share:
        part, whole = gap.share
        share = tag(
            "meter",
            view.say("page.gap.share", part=part, whole=whole),
            min="0",
            max=max(whole, 1),
            value=min(part, whole),
            aria_label=gap.about,
        )
    return tag(
        "li",
        mark,
        tag("span", tag("b", gap.about), " ", gap.told, cls="gap"),
        share,
        cls="open" if gap.is_open else "whole",
    )
