"""What is in dispute, beside the rule and apart from it: the case before a court, and what the maker says itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debadge.model.finding import Finding
from debadge.model.regime import Regime
from debadge.report.page.markup import Html, link, tag, text
from debadge.report.page.view import View


def contested(view: View, regime: Regime, found: Finding) -> Html:
    """The box, or nothing where nothing is in dispute and nobody has said anything."""
    if not found.contested and not regime.statements:
        return text(None)
    cases = [_case(view, dict(event)) for event in found.contested]
    statements = [
        tag(
            "li",
            tag("b", view.say("page.statement", who=view.speech.name(by))),
            " ",
            tag("q", view.speech.text(says)),
            " ",
            view.cite(source),
        )
        for by, says, source in regime.statements
    ]
    published = view.say("page.reasons.published" if regime.published_reasons else "page.reasons.not_published")
    return tag(
        "div",
        tag("p", tag("b", view.say("page.contested.heading" if cases else "page.statements.heading"))),
        tag("p", published),
        tag("ul", cases, statements),
        cls="contested",
    )


def _case(view: View, event: Mapping[str, Any]) -> Html:
    since, source = event["since"], event["source"]
    told = since if isinstance(since, str) else f"{since['earliest']} … {since['latest']}"
    status = view.speech.word("proceeding", event["status"])
    return tag(
        "li",
        tag("b", view.say("page.case", forum=event["forum"], status=status, since=told)),
        " ",
        view.speech.text(event["says"]),
        " ",
        tag("cite", link(source["url"], source["title"])),
    )
