"""One measure in words: its effect, and a sentence for every test that it has; what it does not ask has none."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debadge.model.days import Window
from debadge.model.regime import Affiliates, LegalException, Listing, Measure, Suspension
from debadge.model.words import Force
from debadge.report.reading.speech import Wording


def effect(one: Measure, force: Force, words: Wording) -> str:
    """Its id, what it does, and what it says."""
    return f"{one.id}: {words.forced(one.effect, force)}. {words.text(one.says)}"


def tests(one: Measure, words: Wording) -> Iterator[str]:
    """A sentence for each test, in their order, and for the ways out."""
    parts = (_asked(one, words), _entity(one, words), _item(one, words), _days(one, words), _ways_out(one, words))
    for name, value in (line for part in parts for line in part):
        if value:
            yield words.say(f"regimes.{name}", words=value)


def days(one: Measure, words: Wording) -> str:
    """When it applies, in one line."""
    return "; ".join(words.say(f"regimes.{name}", words=value) for name, value in _days(one, words) if value)


def when(way: LegalException, words: Wording) -> str:
    """An exception: its name, and the facts that it asks."""
    return words.say("regimes.way_out", name=words.text(way.name), facts=facts(way, words))


def facts(way: LegalException, words: Wording) -> str:
    """The facts that an exception asks, all of them."""
    several = ((words.word("fact", name), words.value(name, value)) for name, value in way.when.items())
    return "; ".join(words.say("report.fact.bare", name=name, value=value) for name, value in several)


def bound(one: Measure, words: Wording) -> str:
    """Who is bound, and where; empty where it is not settled that anybody is."""
    roles = words.joined("role", one.roles) or ("" if one.roles_argued else words.say("regimes.nobody"))
    return roles and words.say("regimes.in_place", words=roles, place=words.word("place", one.jurisdiction))


Lines = Iterator[tuple[str, str | None]]  # the sentence's id after its last point, and words; None or empty: nothing


def _asked(one: Measure, words: Wording) -> Lines:
    yield "condition", words.joined("condition", one.condition)
    yield "binds", bound(one, words)
    yield "follows_item", words.word("value", "true") if one.follows_item else None
    yield "roles_argued", words.joined("role", one.roles_argued)
    yield "roles_outside", words.joined("role", one.roles_outside)
    yield "roles_shared", words.joined("role", one.roles_shared)
    yield "areas_outside", words.joined("place", one.areas_outside)
    yield "market", words.word("place", one.market) if one.market else None
    yield "acts", words.joined("doing", one.acts)
    yield "acts_argued", words.joined("doing", one.acts_argued)
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
        yield key, words.joined("place", places)
    yield "designated_by", words.text(test.designated_by) if test.designated_by else None
    yield "others_named", words.word("value", "true") if test.others_named else None
    yield "affiliates", _affiliates(test.affiliates, words)
    yield "either_way", words.word("value", "true") if test.affiliates.either_way else None
    yield "affiliates_only", words.word("value", "true") if test.affiliates.only else None
    yield "foreign_to", words.word("place", test.affiliates.foreign_to) if test.affiliates.foreign_to else None
    yield "relabels", words.word("reading", test.relabels)
    yield "components", words.word("reading", test.components)
    yield "parts", words.joined("part", test.parts)


def _listing(one: Listing, words: Wording) -> str:
    """The name of a named party, with what is narrower for it than for the measure."""
    parts = [
        words.say("regimes.listing.from", day=_window(one.start)) if one.start else "",
        words.say("regimes.listing.until", day=one.until) if one.until else "",
        words.joined("product", one.products or ()),
        words.joined("purpose", one.purposes or ()),
        "" if one.verified else words.say("regimes.listing.unverified"),
    ]
    name, narrower = words.name(one.party), ", ".join(part for part in parts if part)
    return words.say("regimes.listing.party", party=name, words=narrower) if narrower else name


def _affiliates(one: Affiliates, words: Wording) -> str:
    if one.kind != "share":
        return words.word("affiliates", one.kind)
    return words.say("affiliates.over" if one.strictly_over else "affiliates.at_least", share=f"{one.share:g}")


def _item(one: Measure, words: Wording) -> Lines:
    yield "products", words.joined("product", one.products)
    yield "products_argued", words.joined("product", one.products_argued)
    yield "products_apart", words.joined("product", one.products_apart)
    yield "subject_to", words.word("subject_to", one.subject_to) if one.subject_to else None
    yield "purposes", words.joined("purpose", one.purposes)
    yield "purposes_argued", words.joined("purpose", one.purposes_argued)
    yield "sites", words.joined("site_class", one.sites)
    yield "core_network", words.word("value", "true") if one.core_network else None
    yield "acquired_after", _day(one.acquired_after)
    yield "acquired_until", _day(one.acquired_until)
    yield "funding", words.joined("funding", one.funding)
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
    yield "exceptions", "; ".join(_way_out(way, words) for way in one.exceptions)


def _way_out(one: LegalException, words: Wording) -> str:
    """What it says, with the days on which it exists where it has some of its own."""
    days = [words.say("regimes.listing.from", day=one.start)] if one.start else []
    days += [words.say("regimes.listing.until", day=one.until)] if one.until else []
    says = words.text(one.says)
    return words.say("regimes.listing.party", party=says, words=", ".join(days)) if days else says


def _window(days: Window) -> str:
    return f"{days.earliest} … {days.latest}" if days.earliest != days.latest else str(days.earliest)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
