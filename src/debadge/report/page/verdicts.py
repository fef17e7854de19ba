"""The table of answers: one row for alike things, public rules and the organisation's own direction side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from debadge.model.words import HEADLINE_ORDER, Outcome
from debadge.report.page.duties import duties_table
from debadge.report.page.markup import Html, scrolling, tag
from debadge.report.page.view import View
from debadge.report.reading.answers import Headline, by_act
from debadge.report.reading.folding import Fold
from debadge.report.reading.naming import what

MOST_RULES = 4  # in one cell; the others are in the reasons


def verdicts(view: View) -> Html:
    """The answers, or without an organisation the makers and whom each measure would bind."""
    if not view.folds:
        return view.part("answers", "page.answers", tag("p", view.say("report.nothing")))
    if not view.has_organisation:
        return view.part("answers", "page.answers", tag("p", view.say("report.nobody.told")), duties_table(view))
    names = list(_heads(view))
    heads = tag("tr", (tag("th", name, scope="col") for name in names))
    label = view.say("page.answers")
    body = tag("tbody", (_row(view, names, number, one) for number, one in enumerate(view.folds, 1)))
    whole = tag("table", tag("caption", label, cls="unseen"), tag("thead", heads), body, cls="verdicts")
    return view.part(
        "answers",
        "page.answers",
        tag("p", view.say("page.answers.told")),
        scrolling(whole, view.table(label)),
        tag("p", _hidden(view)),
    )


def _hidden(view: View) -> Html:
    count = len(view.answers.not_binding)
    return tag("a", view.speech.counted("page.not_binding", count), href="#not-binding")


def _heads(view: View) -> Iterator[str]:
    yield view.say("report.column.buy")
    yield view.say("report.column.keep")
    if view.answers.has_own:
        yield view.say("page.column.own_buy")
        yield view.say("page.column.own_keep")
    for name in ("units", "what", "grade", "site", "rules"):
        yield view.say(f"page.column.{name}")


def _row(view: View, names: Sequence[str], number: int, one: Fold) -> Html:
    """Each cell repeats its heading, for narrow screens where the row becomes a card."""
    said = one.said
    replies = [said.buy, said.keep, *((said.own_buy, said.own_keep) if view.answers.has_own else ())]
    name = tag("th", tag("a", what(one, view.speech), href=f"#group-{number}"), scope="row")
    grade, site = view.speech.word("grade", one.first.grade), view.speech.site(one.site)
    units, _, *last = names[len(replies) :]
    return tag(
        "tr",
        (tag("td", view.reply(reply), data_label=head) for head, reply in zip(names, replies, strict=False)),
        tag("td", one.units, cls="number", data_label=units),
        name,
        (
            tag("td", told, data_label=head)
            for head, told in zip(last, (grade, site, _rules(view, number, one)), strict=True)
        ),
    )


def _rules(view: View, number: int, one: Fold) -> Html:
    """The clauses that decide, public rules first and then the own direction, each linked to its reasons; the rest is counted."""
    asked = [h for h in one.said.headlines if _outcome(view, h) is not Outcome.NOT_REACHED]
    deciding = [*_deciding(view, asked, own=False), *_deciding(view, asked, own=True)]
    told = [_rule(view, headlines) for headlines in deciding[:MOST_RULES]]
    more = len(asked) - sum(len(headlines) for headlines in deciding[:MOST_RULES])
    if more:
        told.append(tag("li", tag("a", view.speech.counted("page.rules.more", more), href=f"#group-{number}")))
    return tag("ul", told or tag("li", view.speech.word("outcome", Outcome.NOT_REACHED)), cls="rules")


def _deciding(view: View, asked: Sequence[Headline], *, own: bool) -> list[list[Headline]]:
    """Headlines with the worst outcome of one side, those of one regime together."""
    mine = [h for h in asked if view.answers.is_own(h.regime) is own]
    worst = min((HEADLINE_ORDER.index(_outcome(view, h)) for h in mine), default=None)
    by_regime: dict[str, list[Headline]] = {}
    for headline in mine:
        if HEADLINE_ORDER.index(_outcome(view, headline)) == worst:
            by_regime.setdefault(headline.regime, []).append(headline)
    return list(by_regime.values())


def _outcome(view: View, headline: Headline) -> Outcome:
    return view.answers.findings[headline.group].outcome


def _rule(view: View, headlines: Sequence[Headline]) -> Html:
    found = view.answers.findings[headlines[0].group]
    shape = view.shape_of[headlines[0].group]
    own = tag("span", view.say("report.own"), cls="flag") if view.answers.is_own(found.regime) else None
    contested = tag("span", view.say("page.contested"), cls="flag") if found.contested else None
    more = view.speech.conditions(found) or ", ".join(view.speech.word("test", t) for t in found.questions)
    acts = view.speech.acts(sorted((h.act for h in headlines), key=by_act))
    told = view.say("page.rule", acts=acts, outcome=view.speech.outcome(found))
    return tag(
        "li", told, f" ({more})" if more else None, " ", tag("a", found.regime, href=f"#{shape.anchor}"), own, contested
    )
