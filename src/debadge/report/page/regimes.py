"""Which regimes were judged, on whose word, and how old that word is."""

from __future__ import annotations

from datetime import timedelta

from debadge.model.regime import Regime
from debadge.report.page.markup import Html, table, tag
from debadge.report.page.view import View


def regimes(view: View) -> Html:
    """Title, force, summary and every source."""
    label = view.say("page.regimes")
    heads = [view.say(f"page.regimes.{name}") for name in ("title", "place", "force", "reasons", "sources")]
    rows = (_regime(view, regime) for regime in view.assessment.regimes.values())
    return view.part("regimes", "page.regimes", table(heads, rows, label=label, name=view.table(label)))


def _regime(view: View, regime: Regime) -> list[object]:
    silent = "page.reasons.own" if regime.own else "page.reasons.not_published"
    published = view.say("page.reasons.published" if regime.published_reasons else silent)
    own = tag("span", view.speech.own(regime), cls="flag") if regime.own else None
    sources = tag("ul", (tag("li", view.cite(s)) for s in regime.sources.values()), cls="asked")
    return [
        [view.speech.regime(regime), " ", tag("code", regime.id), own],
        view.speech.word("place", regime.jurisdiction),
        view.speech.word("force", regime.force),
        published,
        sources,
    ]


def ages(view: View) -> Html:
    """How old each reading was on the day judged, and from which day it should be read again."""
    label = view.say("page.ages")
    heads = [view.say(f"page.ages.{name}") for name in ("rule", "read", "age", "recheck", "where")]
    rows = (_age(view, regime) for regime in view.assessment.regimes.values() if regime.sources)
    return view.part(
        "ages",
        "page.ages",
        tag("p", view.say("page.ages.told", pack=view.assessment.pack)),
        table(heads, rows, label=label, name=view.table(label)),
    )


def _age(view: View, regime: Regime) -> list[object]:
    day = view.assessment.as_of
    read = min(source.read for source in regime.sources.values())
    recheck = read + timedelta(days=regime.recheck_days)
    days = (day - read).days
    age = view.speech.counted("page.ages.days", days) if days >= 0 else view.say("page.ages.later")
    due = tag("b", view.say("page.ages.due", day=recheck.isoformat())) if recheck <= day else recheck.isoformat()
    return [tag("code", regime.id), read.isoformat(), age, due, view.speech.text(regime.recheck_at)]
