"""The document: its head, its policy, its parts in order."""

from __future__ import annotations

import base64
import hashlib

from debadge.model.assessment import Assessment
from debadge.report.page.begin import begin
from debadge.report.page.coverage_box import coverage_box
from debadge.report.page.deadlines import deadlines
from debadge.report.page.devices import groups
from debadge.report.page.markup import Html, tag, text, void
from debadge.report.page.reasons import reasons
from debadge.report.page.regimes import ages, regimes
from debadge.report.page.rejects import rejects
from debadge.report.page.style import style
from debadge.report.page.verdicts import verdicts
from debadge.report.page.view import View
from debadge.report.page.words import words
from debadge.text.sentences import Sentences


def page(assessment: Assessment, sentences: Sentences) -> str:
    """All of it; each finding is written once and linked from everything it is about."""
    view = View.of(assessment, sentences)
    parts = (
        begin(view),
        coverage_box(view),
        verdicts(view),
        deadlines(view),
        groups(view),
        reasons(view),
        rejects(view),
        regimes(view),
        ages(view),
        words(view),
    )
    whole = tag(
        "div",
        _marking(view, "top"),
        tag("div", tag("main", parts, id="main"), cls="sheet"),
        _marking(view, "bottom"),
        cls="paged",
    )
    skip = tag("a", view.say("page.skip"), href="#answers", cls="skip")
    return f"<!DOCTYPE html>\n{tag('html', _head(view), tag('body', skip, whole), lang=view.lang)}\n"


def _head(view: View) -> Html:
    return tag(
        "head",
        void("meta", charset="utf-8"),
        void("meta", http_equiv="Content-Security-Policy", content=policy()),
        void("meta", name="viewport", content="width=device-width, initial-scale=1"),
        void("meta", name="referrer", content="no-referrer"),
        void("meta", name="color-scheme", content="light dark"),
        tag("title", view.say("page.title", who=view.who)),
        tag("style", Html(style())),
    )


def policy() -> str:
    """Nothing is loaded and nothing runs; the one style sheet is named by its digest (CSP level 2, section 7.2)."""
    digest = base64.b64encode(hashlib.sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _marking(view: View, where: str) -> Html:
    """On top and at the bottom, and by the style on every printed page."""
    asking = view.assessment.organisation
    told = asking.marking if asking else None
    name = "header" if where == "top" else "footer"
    standing = tag("p", view.say("report.standing"), cls="standing") if where == "bottom" else text(None)
    return tag(name, tag("p", told, cls="marking") if told else text(None), standing, cls=where)
