"""The figures about answers, and the tables behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tools.accuracy.names.score import (
    Scored,
    alerts,
    by,
    miscalibration,
    recall,
    reliability,
    shown,
    threshold,
    worst_ratio,
)
from tools.table import Figure

NATIVE = frozenset(
    {"native_form_swapped", "native_latin_form", "native_spaced", "traditional", "simplified", "pinyin_joined", "pinyin_split",
     "pinyin_confused", "native_script", "pinyin"}
)  # fmt: skip
ORDINARY = "ordinary"
MADE_UP = "made_up_"
APART = 1.5  # times: how much more often one group may be struck than another


def weighed(some: Sequence[Scored]) -> list[Scored]:
    """Positives, hard negatives and ordinary suppliers; firms made up for the groups by origin are counted apart."""
    return [one for one in some if not one.query.kind.startswith(MADE_UP)]


def figures(some: Sequence[Scored], title: str) -> list[Figure]:
    """What the targets speak of."""
    told = weighed(some)
    above = threshold(told)
    native = [one for one in told if one.query.kind in NATIVE]
    two = [one for one in told if one.query.kind == "two_typos"]
    bins = reliability(told)
    return [
        _share(f"{title}: recall at 5 % of negatives (score above {above:.3f})", recall(told, above), 0.90),
        _share(f"{title}: recall at the shipped threshold", shown(told), 0.0),
        _share(f"{title}: native script and pinyin, at the shipped threshold", shown(native), 0.95),
        _share(f"{title}: two typos, at the shipped threshold", shown(two), 0.85),
        *_ordinary(some, title),
        _hard(told, title),
        _origins(some, title),
        Figure(
            f"{title}: mean distance of score and share that is right", f"{miscalibration(bins):.3f}", "-", holds=True
        ),
    ]


def _share(what: str, counted: tuple[int, int], target: float) -> Figure:
    part, of = counted
    share = part / of if of else 0.0
    figure = f"{part:,} of {of:,}, {share:.3f}" if of else "nothing of the kind here"
    return Figure(what, figure, f"at least {target:g}" if target else "-", holds=share >= target)


def _ordinary(some: Sequence[Scored], title: str) -> Iterator[Figure]:
    found, of = alerts(one for one in some if one.query.kind == ORDINARY)
    if of:
        rate = 1000 * found / of
        what = f"{title}: alerts per 1,000 ordinary suppliers"
        yield Figure(what, f"{rate:.2f} ({found} of {of:,})", "at most 3", holds=rate <= 3)


def _hard(told: Sequence[Scored], title: str) -> Figure:
    found, of = alerts(one for one in told if one.query.kind != ORDINARY)
    share = found / of if of else 0.0
    return Figure(f"{title}: alerts among hard negatives", f"{found:,} of {of:,}, {share:.3f}", "-", holds=True)


def _origins(some: Sequence[Scored], title: str) -> Figure:
    rates = {group: alerts(answers) for group, answers in _made_up(some).items()}
    ratio, high, low = worst_ratio(rates)
    told = ", ".join(f"{group} {found} of {of:,}" for group, (found, of) in rates.items()) or "nothing of the kind here"
    said = f"{told}; {high} {ratio:.2g} times {low}" if ratio > APART else told
    wanted = f"no group above {APART} times, or said so" if rates else "-"
    return Figure(f"{title}: false matches by origin of the name", said, wanted, holds=True)


def _made_up(some: Sequence[Scored]) -> dict[str, list[Scored]]:
    return by(lambda query: query.origin, (one for one in some if one.query.kind.startswith(MADE_UP)))


def tables(some: Sequence[Scored]) -> Iterator[str]:
    """Lines of the tables: by kind, by origin, and what scores are worth."""
    told = weighed(some)
    above = threshold(told)
    yield f"{'what was done':24} {'wanted':>7} {'at 5 %':>7} {'shipped':>8}"
    for kind, group in by(lambda query: query.kind, (one for one in told if one.query.is_positive)).items():
        (found, of), (seen, _) = recall(group, above), shown(group)
        yield f"{kind:24} {of:7,} {found / of:7.3f} {seen / of:8.3f}"
    yield ""
    yield f"{'whose names, of positives':24} {'wanted':>7} {'at 5 %':>7} {'shipped':>8}"
    for origin, group in by(lambda query: query.origin, (one for one in told if one.query.is_positive)).items():
        (found, of), (seen, _) = recall(group, above), shown(group)
        yield f"{origin:24} {of:7,} {found / of:7.3f} {seen / of:8.3f}"
    yield ""
    yield f"{'negatives':24} {'count':>7} {'above':>7} {'alerts':>8}"
    for kind, group in by(lambda query: query.kind, (one for one in some if not one.query.is_positive)).items():
        seen, of = alerts(group)
        yield f"{kind:24} {of:7,} {sum(one.score > above for one in group) / of:7.3f} {seen / of:8.3f}"
    yield ""
    yield f"{'score from':24} {'count':>7} {'mean':>7} {'right':>8}"
    for each in reliability(told):
        yield f"{each.low:<24.1f} {each.count:7,} {each.mean:7.3f} {each.right:8.3f}"
    yield ""
    yield "Wanted, and what was answered"
    for want, group in by(lambda query: query.want, some).items():
        words = [str(one.told.get("answer")) for one in group]
        yield f"  {want:12} " + ", ".join(f"{word} {words.count(word):,}" for word in sorted(set(words)))


def wrong(some: Sequence[Scored]) -> Iterator[str]:
    """Every line that an operator would see wrong, at the shipped threshold."""
    for one in some:
        missed = one.query.is_positive and not (one.is_right and one.is_alert)
        if missed or (not one.query.is_positive and one.is_alert):
            told = one.told
            yield (
                f"  {one.query.kind}: {one.query.text!r}: wanted {one.query.want}, answered {told.get('answer')} "
                f"{told.get('name') or told.get('entity')} {one.score:.2f}"
            )
