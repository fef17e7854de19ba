"""Without an organisation: makers found, and for each measure that names one the roles that it would bind."""

from __future__ import annotations

from collections.abc import Iterator

from debadge.report.page.markup import Html, table, tag
from debadge.report.page.view import View
from debadge.report.reading.duties import duties
from debadge.report.reading.naming import what


def duties_table(view: View) -> Html:
    """Two tables."""
    label, rules = view.say("page.answers"), view.say("page.duties")
    heads = [view.say(f"page.column.{name}") for name in ("what", "units", "grade", "site")]
    things = (
        (
            tag("a", what(one, view.speech), href=f"#group-{n}"),
            one.units,
            view.speech.word("grade", one.first.grade),
            view.speech.site(one.site),
        )
        for n, one in enumerate(view.folds, 1)
    )
    columns = [view.say(f"page.duties.{name}") for name in ("measure", "binds", "named", "units", "open", "clause")]
    return Html(
        table(heads, things, label=label, name=view.table(label), cls="verdicts")
        + tag("h3", rules)
        + table(columns, _rows(view), label=rules, name=view.table(rules))
    )


def _rows(view: View) -> Iterator[list[object]]:
    for duty in duties(view.assessment):
        roles = ", ".join(view.speech.word("role", role) for role in duty.measure.roles) or view.say("report.none")
        place, source = view.speech.word("place", duty.measure.jurisdiction), duty.measure.source
        named = ", ".join(view.speech.name(party) for party in duty.parties)
        yield [
            view.speech.regime(duty.regime),
            view.say("page.fact.role.told", roles=roles, place=place),
            named,
            duty.units,
            duty.units_open,
            view.cite(source),
        ]
