"""The reasons, each written once: every test in order with its answer, what would settle it, and the clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from debadge.model.finding import Finding
from debadge.model.regime import LegalException, Regime
from debadge.model.words import HEADLINE_ORDER, Answer
from debadge.report.page.contested import contested
from debadge.report.page.markup import Html, row, tag
from debadge.report.page.view import View
from debadge.report.reading.shapes import Shape


def reasons(view: View) -> Html:
    """By regime, then by measure and act; rules that do not bind in one list at the end."""
    places = list(view.assessment.regimes)
    ordered = sorted(
        view.shapes, key=lambda s: (places.index(s.finding.regime), HEADLINE_ORDER.index(s.finding.outcome))
    )
    told = [
        _regime(view, view.assessment.regimes[id_], list(several))
        for id_, several in groupby(ordered, key=lambda s: s.finding.regime)
    ]
    return view.part(
        "reasons", "page.reasons", tag("p", view.say("page.reasons.told")), told, _other_days(view), _not_binding(view)
    )


def _regime(view: View, regime: Regime, several: list[Shape]) -> Html:
    own = tag("span", view.speech.own(regime), cls="flag") if regime.own else None
    return tag(
        "section",
        tag("h3", view.speech.regime(regime), " ", own),
        tag("p", view.speech.text(regime.summary)),
        contested(view, regime, several[0].finding),
        (_shape(view, shape) for shape in several),
        cls="rule",
        id=f"rule-{regime.id}",
        aria_label=regime.id,
    )


def _shape(view: View, shape: Shape) -> Html:
    found, speech = shape.finding, view.speech
    units = tag("span", speech.counted("page.units", shape.units), cls="units")
    party = next((r.party for r in found.because if r.party), None)
    head = view.say(
        "page.finding",
        act=speech.acts([found.act]) if found.act else view.say("report.unknown"),
        outcome=speech.outcome(found),
    )
    fragile = tag("span", view.say("page.fragile"), cls="flag") if shape.fragile else None
    summary = tag("summary", tag("h4", head), " ", units, tag("span", _hint(view, shape, party), cls="units"), fragile)
    return tag("details", summary, tag("div", _inside(view, shape), id=shape.anchor, cls="inside"), cls="fold")


def _hint(view: View, shape: Shape, party: str | None) -> str:
    """What tells this reasoning from its neighbours: the tests that fail or are open, and the party."""
    found = shape.finding
    tests = [view.speech.word("test", test) for test in found.questions or found.failed_tests]
    return ", ".join([*([view.speech.name(party)] if party else []), *tests])


def _inside(view: View, shape: Shape) -> Iterator[Html]:
    found, speech = shape.finding, view.speech
    regime = view.assessment.regimes[found.regime]
    measure = next(m for m in regime.measures if m.id == found.measure)
    yield tag("p", tag("b", speech.outcome(found)), ". ", speech.outcome_sentence(found))
    if conditions := speech.conditions(found):
        yield tag("p", view.say("page.condition", condition=conditions))
    yield tag(
        "p",
        view.say("page.measure"),
        " ",
        tag("q", speech.text(measure.says)),
        " ",
        tag("code", f"{found.regime}/{found.measure}"),
        " ",
        view.say("page.force", force=speech.word("force", found.force)),
    )
    yield _tests(view, shape)
    yield from _questions(view, found)
    yield from _exceptions(view, found, measure.exceptions)
    if found.not_looked:
        missing = ", ".join(speech.word("group", name) for name in found.not_looked)
        yield tag("p", tag("b", view.say("page.not_looked")), " ", missing, cls="warn")
    if shape.fragile:
        yield tag("p", view.speech.counted("page.fragile.told", shape.fragile), cls="warn")
    yield _citations(view, found)
    if shape.others:
        yield tag("p", view.speech.counted("page.finding.others", shape.others), cls="told")


def _tests(view: View, shape: Shape) -> Html:
    label = view.say("page.tests")
    heads = (tag("th", view.say(f"page.tests.{name}"), scope="col") for name in ("test", "answer", "why", "facts"))
    rows = (_test(view, shape, number) for number in range(len(shape.finding.because)))
    return tag("table", tag("caption", label), tag("thead", tag("tr", heads)), tag("tbody", rows), cls="tests")


def _test(view: View, shape: Shape, number: int) -> Html:
    told, facts = shape.finding.because[number], shape.facts[number]
    answer = tag("span", view.speech.word("answer", told.answer), cls=f"answer {told.answer.value}")
    return row(
        [
            view.speech.word("test", told.test),
            answer,
            view.speech.row(told, shape.given[number]),
            _facts(view, facts.items()),
        ]
    )


def _facts(view: View, facts: Iterable[tuple[str, object]]) -> Html | str:
    """What was asked; facts that differ between the things that share this reasoning are named only."""
    told = [
        view.speech.fact(name, plain)
        if isinstance(plain, dict)
        else view.say("page.fact.differs", name=view.speech.word("fact", name))
        for name, plain in facts
    ]
    return tag("ul", (tag("li", one) for one in told), cls="asked") if told else ""


def _questions(view: View, found: Finding) -> Iterator[Html]:
    if found.questions:
        yield tag("p", tag("b", view.say("page.questions")))
        yield tag("ol", (tag("li", view.say(f"ask.{test.value}")) for test in found.questions))


def _exceptions(view: View, found: Finding, ways: Iterable[LegalException]) -> Iterator[Html]:
    known = {way.id: way for way in ways}
    for heading, ids in (
        ("page.exceptions.open", found.open_exceptions),
        ("page.exceptions.applied", found.applied_exceptions),
    ):
        if ids:
            yield tag("p", tag("b", view.say(heading)))
            yield tag("ul", (_way(view, known[id_]) for id_ in ids))


def _way(view: View, way: LegalException) -> Html:
    return tag("li", view.speech.text(way.says), " ", tag("code", way.id), " ", view.cite(way.source))


def _citations(view: View, found: Finding) -> Html:
    told = (
        tag("li", view.cite(s), tag("div", tag("q", s.quote, lang=view.foreign(s.lang))) if s.quote else None)
        for s in found.citations
    )
    return tag("div", tag("p", tag("b", view.say("page.citations"))), tag("ul", told))


def _other_days(view: View) -> Html | None:
    names = ", ".join(view.answers.other_days)
    return tag("p", view.say("report.rules.other_day", regimes=names)) if names else None


def _not_binding(view: View) -> Html:
    """Rules that do not bind, each with the tests about the person that fail."""
    hidden = [view.answers.findings[n] for n in view.answers.not_binding]
    heads = (tag("th", view.say(f"page.column.{name}"), scope="col") for name in ("rule", "because"))
    rows = (
        row(
            [
                [view.speech.regime(view.assessment.regimes[f.regime]), " ", tag("code", f"{f.regime}/{f.measure}")],
                tag("ul", (tag("li", view.speech.row(r)) for r in f.because[:3] if r.answer is Answer.NO), cls="asked"),
            ]
        )
        for f in hidden
    )
    label = view.speech.counted("page.not_binding", len(hidden))
    body = (
        tag("table", tag("caption", label, cls="unseen"), tag("thead", tag("tr", heads)), tag("tbody", rows))
        if hidden
        else None
    )
    return tag(
        "details", tag("summary", tag("h3", label)), tag("div", body, id="not-binding", cls="inside"), cls="fold"
    )
