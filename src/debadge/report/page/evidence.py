"""The evidence for and against a maker: signal, text as seen, where it was seen, and who says what it means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from debadge.model.asset import Asset
from debadge.model.identification import Evidence
from debadge.report.page.markup import Html, row, tag
from debadge.report.page.view import View
from debadge.report.reading.folding import Fold
from debadge.report.reading.plain import cut, harmless

SAMPLES = 2  # texts written out for one signal; others of its group are counted
LONGEST = 160  # characters of a text as seen


@dataclass(slots=True)
class _Signal:
    """One signal in a group of alike things."""

    first: Evidence
    units: int = 0
    texts: dict[str, str | None] = field(default_factory=dict)  # text as seen -> id of a record that holds it


def evidence(view: View, one: Fold) -> Html:
    """Both sides in one table; evidence against has the same door."""
    told = [*_rows(view, one, against=False), *_rows(view, one, against=True)]
    if not told:
        return tag("p", view.say("page.evidence.none"))
    heads = (tag("th", view.say(f"page.evidence.{name}"), scope="col") for name in ("signal", "side", "seen", "source"))
    label = view.say("page.evidence")
    return tag(
        "div",
        tag("h4", label),
        tag("table", tag("caption", label, cls="unseen"), tag("thead", tag("tr", heads)), tag("tbody", told)),
    )


def _rows(view: View, one: Fold, *, against: bool) -> Iterator[Html]:
    before: _Signal | None = None
    for signal in _signals(view, one.assets, against=against):
        first, speech = signal.first, view.speech
        says = ", ".join(
            speech.say("report.fact.bare", name=speech.word("fact", key), value=speech.given(key, harmless(value)))
            for key, value in first.says
            if speech.sentences.has(f"fact.{key}")
        )
        side = [
            tag("b", view.say("page.evidence.against" if against else "page.evidence.for")),
            " ",
            says or view.say("page.evidence.nothing"),
        ]
        counted = speech.counted("page.units", signal.units)
        yield row(
            [
                [tag("code", first.signal), tag("span", f" {first.field}, {counted}", cls="told")],
                side,
                view.say("page.evidence.same") if before and before.texts == signal.texts else _seen(view, signal),
                _who(view, first.source),
            ]
        )
        before = signal


def _signals(view: View, assets: Iterable[Asset], *, against: bool) -> Iterable[_Signal]:
    found: dict[tuple[str, str, object], _Signal] = {}
    for asset in assets:
        known = view.assessment.identifications[asset.id]
        mine = {}
        for each in known.against if against else known.because:
            key = (each.signal, each.field, each.says)
            signal = found.get(key)
            if signal is None:
                signal = found[key] = _Signal(each)
            signal.texts.setdefault(each.value, each.observation)
            mine[key] = signal
        for signal in mine.values():
            signal.units += asset.quantity
    return found.values()


def _seen(view: View, signal: _Signal) -> list[object]:
    told: list[object] = []
    for value, record in list(signal.texts.items())[:SAMPLES]:
        told.append(
            tag(
                "div",
                tag("code", cut(harmless(value), LONGEST), cls="seen"),
                tag("span", _place(view, record), cls="told"),
            )
        )
    if (more := len(signal.texts) - SAMPLES) > 0:
        told.append(tag("div", view.speech.counted("page.evidence.more", more), cls="told"))
    return told


def _who(view: View, source: str) -> Html:
    """Who says so; titles of sources are English."""
    told = view.speech.says_who(source)
    return tag("span", told, lang=view.foreign("en") if told == source else None)


def _place(view: View, record: str | None) -> str:
    kept = view.assessment.observations.get(record) if record else None
    return f" {kept.seen.origin.locator}" if kept else ""
