"""What the findings oblige somebody to do, and until when."""

from __future__ import annotations

from debadge.report.page.markup import Html, table, tag, text
from debadge.report.page.view import View
from debadge.report.reading.clocks import when


def deadlines(view: View) -> Html:
    """A table, those due first on top; nothing where nobody has to do anything."""
    if not view.assessment.deadlines:
        return text(None)
    label = view.say("page.deadlines")
    heads = [view.say(f"page.deadlines.{name}") for name in ("when", "what", "rule", "clause")]
    rows = (
        [when(one, view.speech), view.speech.text(one.duty.says), tag("code", one.regime), view.cite(one.duty.source)]
        for one in view.assessment.deadlines
    )
    told = tag("p", view.say("page.deadlines.told"))
    return view.part("deadlines", "page.deadlines", told, table(heads, rows, label=label, name=view.table(label)))
