"""What the words mean: one plain sentence for each outcome, each answer and each mark."""

from __future__ import annotations

from debadge.model.words import Outcome
from debadge.report.page.markup import Html, tag
from debadge.report.page.view import View
from debadge.report.reading.answers import Reply

_OUTCOMES = (Outcome.PROHIBITED.value, "prohibited.policy", *(o.value for o in Outcome if o is not Outcome.PROHIBITED))


def words(view: View) -> Html:
    """Replies, outcomes, grades and marks."""
    told = [(view.reply(reply), view.say(f"page.reply.{reply.value}")) for reply in Reply]
    told += [(tag("b", view.say(f"outcome.{word}")), view.say(f"outcome.{word}.sentence")) for word in _OUTCOMES]
    told += [
        (tag("b", view.speech.word("grade", grade)), view.say(f"page.grade.{grade}"))
        for grade in ("confirmed", "probable", "possible", "unknown")
    ]
    told += [
        (tag("span", view.say(f"page.{mark}"), cls="flag"), view.say(f"report.{mark}.mark"))
        for mark in ("contested", "fragile")
    ]
    return view.part(
        "words",
        "page.words",
        tag("dl", (tag("div", tag("dt", word), tag("dd", sentence)) for word, sentence in told), cls="words"),
    )
