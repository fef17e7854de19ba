"""Why, group by group: who made these things and on what evidence, what each rule says of them, and which they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from debadge.identify.answers import is_by_address_only
from debadge.model.identification import Identification
from debadge.model.words import Basis
from debadge.report.page.evidence import evidence
from debadge.report.page.markup import Html, row, tag, text
from debadge.report.page.view import View
from debadge.report.reading.answers import Headline, by_act
from debadge.report.reading.folding import Fold
from debadge.report.reading.naming import plain_name, what
from debadge.report.reading.plain import cut, harmless

LONGEST = 80  # characters of a device's own name


def groups(view: View) -> Html:
    """One folded group for each row of the answers."""
    told = (_group(view, number, one) for number, one in enumerate(view.folds, 1))
    return view.part("groups", "page.groups", tag("p", view.say("page.groups.told")), told)


def _group(view: View, number: int, one: Fold) -> Html:
    units = tag("span", view.speech.counted("page.units", one.units), cls="units")
    summary = tag(
        "summary",
        tag("h3", what(one, view.speech)),
        " ",
        units,
        tag("span", view.speech.site(one.site), cls="units") if one.site else None,
    )
    inside = tag(
        "div",
        _identity(view, one),
        evidence(view, one),
        _answers(view, one),
        _devices(view, one),
        id=f"group-{number}",
        cls="inside",
    )
    return tag("details", summary, inside, cls="fold")


def _identity(view: View, one: Fold) -> Html:
    facts = tag(
        "dl",
        (tag("div", tag("dt", view.speech.word("fact", name)), tag("dd", told)) for name, told in _facts(view, one)),
        cls="facts",
    )
    missing = ", ".join(view.speech.word("group", group) for group in one.first.not_looked)
    not_looked = tag("p", tag("b", view.say("page.not_looked")), " ", missing, cls="warn") if missing else None
    title = tag("h4", view.say("page.identity", thing=plain_name(one, view.speech)))
    return tag("div", title, facts, _doubt(view, one.first), not_looked)


def _doubt(view: View, found: Identification) -> Html:
    """That the maker was not observed, and what would settle it."""
    told = [view.say("identify.inferred")] if found.basis is Basis.INFERRED else []
    if found.asks:
        words = ", ".join(view.speech.word("identify.ask", word) for word in found.asks)
        told.append(view.say("identify.settle", words=words))
    return tag("p", " ".join(told), cls="warn") if told else text(None)


def _facts(view: View, one: Fold) -> Iterator[tuple[str, str]]:
    found, speech = one.first, view.speech
    if found.maker:
        yield (
            "maker",
            speech.say(
                "page.maker.told",
                maker=speech.name(found.maker),
                grade=speech.word("grade", found.grade),
                basis=speech.word("basis", found.basis) if found.basis else speech.say("report.none"),
            )
            + (f" {speech.say('report.by_address_only')}" if is_by_address_only(found) else ""),
        )
    else:
        several = ", ".join(
            speech.say(
                "page.maker.told",
                maker=speech.name(c.maker),
                grade=speech.word("grade", c.grade),
                basis=speech.word("basis", c.basis),
            )
            for c in found.candidates
        )
        yield "maker", several or speech.say("report.unknown")
    yield "entity", speech.name(found.entity) if found.entity else speech.say("report.unknown")
    yield "brand", harmless(found.brand or speech.say("report.not_stated"))
    yield "model", harmless(one.model or speech.say("report.not_stated"))
    if one.model and found.model_says:
        yield "model_says", speech.model_says(found.model_says)
    if found.chipset:
        yield "component", ", ".join(speech.name(chip) for chip in found.chipset)


def _answers(view: View, one: Fold) -> Html:
    """The headline of every binding regime, for every act."""
    if not view.has_organisation or not one.said.headlines:
        return text(None)
    heads = (tag("th", view.say(f"page.column.{name}"), scope="col") for name in ("act", "outcome", "rule", "open"))
    rows = (_headline(view, headline.group) for headline in sorted(one.said.headlines, key=_by_regime_then_act(view)))
    return tag(
        "div",
        tag("h4", view.say("page.headlines")),
        tag(
            "table",
            tag("caption", view.say("page.headlines"), cls="unseen"),
            tag("thead", tag("tr", heads)),
            tag("tbody", rows),
        ),
    )


def _by_regime_then_act(view: View) -> Callable[[Headline], tuple[int, tuple[int, str]]]:
    places = list(view.assessment.regimes)
    return lambda headline: (places.index(headline.regime), by_act(headline.act))


def _headline(view: View, number: int) -> Html:
    found, shape = view.answers.findings[number], view.shape_of[number]
    flags = [tag("span", view.say("report.own"), cls="flag")] if view.answers.is_own(found.regime) else []
    flags += [tag("span", view.say("page.contested"), cls="flag")] if found.contested else []
    open_ = ", ".join(view.speech.word("test", t) for t in found.questions or found.failed_tests[:1])
    more = view.speech.conditions(found) or open_
    return row(
        [
            view.speech.acts([found.act or ""]),
            view.speech.outcome(found),
            [tag("a", found.regime, href=f"#{shape.anchor}"), flags],
            more,
        ]
    )


def _devices(view: View, one: Fold) -> Html:
    """One row for each thing, short, since there may be thousands."""
    names = ["name", "id", "units", *(() if one.model or not _models(view, one) else ("model",))]
    heads = tag("thead", tag("tr", (tag("th", view.say(f"page.column.{name}"), scope="col") for name in names)))
    rows = Html("".join(_device(view, one, number, with_model="model" in names) for number in range(len(one.assets))))
    label = view.speech.counted("page.devices", len(one.assets))
    return tag(
        "details",
        tag("summary", label),
        tag("table", tag("caption", label, cls="unseen"), heads, tag("tbody", rows)),
        cls="plain",
    )


def _models(view: View, one: Fold) -> bool:
    return any(view.assessment.identifications[asset.id].model for asset in one.assets)


def _device(view: View, one: Fold, number: int, *, with_model: bool) -> str:
    asset = one.assets[number]
    model = (
        f"<td>{text(cut(view.assessment.identifications[asset.id].model or '', LONGEST))}</td>" if with_model else ""
    )
    return (
        f'<tr><th scope="row">{text(cut(asset.name, LONGEST))}</th><td><code>{text(asset.id)}</code></td>'
        f"<td>{asset.quantity}</td>{model}</tr>"
    )
