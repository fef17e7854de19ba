"""The top of the page: whose report it is, of which day, by which knowledge, and the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from debadge.report.page.markup import Html, tag, text
from debadge.report.page.view import View
from debadge.report.reading.answers import REPLY_ORDER, Reply
from debadge.report.reading.folding import units_by_maker


def begin(view: View) -> Html:
    """Title, facts about the run, standing line, units by answer and by maker, contents."""
    facts = tag("dl", (tag("div", tag("dt", name), tag("dd", told)) for name, told in _facts(view)), cls="facts")
    return tag(
        "section",
        tag("p", view.who, cls="who"),
        tag("h1", view.say("page.heading")),
        facts,
        tag("p", view.say("report.standing"), cls="standing"),
        _counts(view),
        _makers(view),
        _contents(view),
        cls="begin",
        aria_label=view.say("page.begin"),
    )


def _facts(view: View) -> Iterator[tuple[str, object]]:
    told, asking = view.assessment, view.assessment.organisation
    yield view.say("page.fact.as_of"), tag("time", told.as_of.isoformat(), datetime=told.as_of.isoformat())
    if told.known_by:
        yield view.say("page.fact.known_by"), told.known_by.isoformat()
    if asking:
        roles = ", ".join(view.speech.given("roles", role) for role in asking.roles) or view.say("report.unknown")
        place = view.speech.word("place", asking.jurisdiction) if asking.jurisdiction else view.say("report.unknown")
        yield view.say("page.fact.role"), view.say("page.fact.role.told", roles=roles, place=place)
        if asking.profile:
            yield view.say("page.fact.profile"), tag("code", asking.profile)
    yield view.say("page.fact.pack"), tag("code", told.pack)
    yield view.say("page.fact.files"), str(len(told.coverage.files))
    yield view.say("page.fact.units"), str(sum(asset.quantity for asset in told.assets))


def _counts(view: View) -> Html:
    """Units by the worse of the two answers, public rules and own directions apart."""
    if not view.has_organisation:
        return text(None)
    rows = [("page.counts.public", _count(view, own=False))]
    if view.answers.has_own:
        rows.append(("page.counts.own", _count(view, own=True)))
    return tag(
        "div",
        (
            tag(
                "div",
                tag("h2", view.say(heading)),
                tag("ul", (_figure(view, reply, counted[reply]) for reply in Reply if counted[reply])),
            )
            for heading, counted in rows
        ),
        cls="counts",
    )


def _figure(view: View, reply: Reply, units: int) -> Html:
    return tag(
        "li",
        tag("b", units),
        " ",
        view.reply(reply),
        " ",
        tag("span", view.say(f"page.reply.{reply.value}"), cls="told"),
    )


def _count(view: View, *, own: bool) -> Counter[Reply]:
    counted: Counter[Reply] = Counter()
    for one in view.folds:
        both = (one.said.own_buy, one.said.own_keep) if own else (one.said.buy, one.said.keep)
        counted[min(both, key=REPLY_ORDER.index)] += one.units
    return counted


def _makers(view: View) -> Html:
    told = [
        tag(
            "li",
            tag("b", units),
            " ",
            view.speech.name(maker) if maker else view.say("report.maker.unknown"),
            tag("span", f" {view.speech.word('grade', grade)}", cls="told") if maker else None,
        )
        for maker, grade, units in units_by_maker(view.assessment)
    ]
    return tag("details", tag("summary", view.say("report.makers")), tag("ul", told, cls="makers"), cls="plain")


def _contents(view: View) -> Html:
    parts = ("gaps", "answers", "groups", "reasons", "rejects", "regimes", "ages", "words")
    return tag(
        "nav",
        tag("ul", (tag("li", tag("a", view.say(f"page.{part}"), href=f"#{part}")) for part in parts)),
        aria_label=view.say("page.contents"),
    )
