"""One measure in words: its effect, and a line for every test that it has; what it does not ask has no line."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debadge.cli.common import joined, wrap
from debadge.model.days import Window
from debadge.model.regime import Affiliates, Listing, Measure, Suspension
from debadge.model.words import Force
from debadge.report.reading.speech import Wording


def told(one: Measure, force: Force, words: Wording) -> Iterator[str]:
    """Lines of one measure, in the order of the tests."""
    yield wrap(f"{one.id}: {words.forced(one.effect, force)}. {words.text(one.says)}")
    parts = (_asked(one, words), _entity(one, words), _item(one, words), _days(one, words), _ways_out(one, words))
    for name, value in (line for part in parts for line in part):
        if value:
            yield wrap(words.say(f"regimes.{name}", words=value), 2, 4)


Lines = Iterator[tuple[str, str | None]]
"""(last part of the sentence's id, the words in it); nothing to say is None or empty."""


def _asked(one: Measure, words: Wording) -> Lines:
    yield "condition", joined("condition", one.condition, words)
    roles = joined("role", one.roles, words) or ("" if one.roles_argued else words.say("regimes.nobody"))
    yield "binds", roles and words.say("regimes.in_place", words=roles, place=words.word("place", one.jurisdiction))
    yield "follows_item", words.word("value", "true") if one.follows_item else None
    yield "roles_argued", joined("role", one.roles_argued, words)
    yield "market", words.word("place", one.market) if one.market else None
    yield "acts", joined("doing", one.acts, words)
    yield "acts_argued", joined("doing", one.acts_argued, words)
    yield "personal_data", words.word("value", "true") if one.personal_data else None


def _entity(one: Measure, words: Wording) -> Lines:
    test = one.entity
    yield "named", "; ".join(_listing(listing, words) for listing in test.named.values())
    yield "anyone", words.word("value", "true") if test.anyone else None
    yield "of", words.word("value", "true") if test.of_supplier else None
    for key, places in (
        ("countries", test.countries),
        ("countries_argued", test.countries_argued),
        ("made_in", test.made_in),
        ("made_outside", test.made_outside),
    ):
        yield key, joined("place", places, words)
    yield "designated_by", words.text(test.designated_by) if test.designated_by else None
    yield "affiliates", _affiliates(test.affiliates, words)
    yield "either_way", words.word("value", "true") if test.affiliates.either_way else None
    yield "affiliates_only", words.word("value", "true") if test.affiliates.only else None
    yield "foreign_to", words.word("place", test.affiliates.foreign_to) if test.affiliates.foreign_to else None
    yield "relabels", words.word("reading", test.relabels)
    yield "components", words.word("reading", test.components)


def _listing(one: Listing, words: Wording) -> str:
    """The name of a named party, with what is narrower for it than for the measure."""
    parts = [
        words.say("regimes.listing.from", day=_window(one.start)) if one.start else "",
        words.say("regimes.listing.until", day=one.until) if one.until else "",
        joined("product", one.products or (), words),
        joined("purpose", one.purposes or (), words),
        "" if one.verified else words.say("regimes.listing.unverified"),
    ]
    name, narrower = words.name(one.party), ", ".join(part for part in parts if part)
    return words.say("regimes.listing.party", party=name, words=narrower) if narrower else name


def _affiliates(one: Affiliates, words: Wording) -> str:
    if one.kind != "share":
        return words.word("affiliates", one.kind)
    return words.say("affiliates.over" if one.strictly_over else "affiliates.at_least", share=f"{one.share:g}")


def _item(one: Measure, words: Wording) -> Lines:
    yield "products", joined("product", one.products, words)
    yield "products_argued", joined("product", one.products_argued, words)
    yield "subject_to", words.word("subject_to", one.subject_to) if one.subject_to else None
    yield "purposes", joined("purpose", one.purposes, words)
    yield "purposes_argued", joined("purpose", one.purposes_argued, words)
    yield "sites", joined("site_class", one.sites, words)
    yield "core_network", words.word("value", "true") if one.core_network else None
    yield "acquired_after", _day(one.acquired_after)
    yield "acquired_until", _day(one.acquired_until)
    yield "funding", joined("funding", one.funding, words)
    yield "authorised_before", _day(one.authorised_before)
    yield "certificates", ", ".join(one.certificates)


def _days(one: Measure, words: Wording) -> Lines:
    yield "from", _window(one.in_force.start) if one.in_force.start else None
    yield "announced", _day(one.in_force.announced)
    yield "until", _day(one.in_force.until)
    yield "withdrawn", _day(one.in_force.withdrawn)
    for stop in one.in_force.suspensions:
        yield "suspended", _suspension(stop, words)


def _suspension(one: Suspension, words: Wording) -> str:
    if one.until is None:
        return words.say("regimes.suspension.open", since=one.start)
    form = "verified" if one.resumption_verified else "unverified"
    return words.say(f"regimes.suspension.{form}", since=one.start, until=one.until)


def _ways_out(one: Measure, words: Wording) -> Lines:
    yield "exceptions", "; ".join(words.text(way.says) for way in one.exceptions)


def _window(days: Window) -> str:
    return f"{days.earliest} … {days.latest}" if days.earliest != days.latest else str(days.earliest)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
