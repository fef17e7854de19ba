"""Tests about the item and the deal: product, purpose, site, acquired, funding, certificate."""

from __future__ import annotations

from datetime import date, timedelta

from debadge.judge.ask import flag, is_one_of, row, soften
from debadge.model.days import Window
from debadge.model.finding import TestAnswer
from debadge.model.regime import Listing, Measure
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Answer, Test, all_of, any_of

ANY_ICT = "any_ict"
NO_PRODUCT = row(Test.PRODUCT, Answer.YES, "product.any")
OF_PART = row(Test.PRODUCT, Answer.YES, "product.part")
NO_PURPOSE = row(Test.PURPOSE, Answer.YES, "purpose.any")
NO_SITE = row(Test.SITE, Answer.YES, "site.any")
NO_CUTOFF = row(Test.ACQUIRED, Answer.YES, "acquired.any")
NO_FUNDING = row(Test.FUNDING, Answer.YES, "funding.any")
NO_CERTIFICATE = row(Test.CERTIFICATE, Answer.YES, "certificate.any")


def product(
    measure: Measure, listing: Listing | None, situation: Situation, part: Component | None = None
) -> TestAnswer:
    """Whether the item is a product of the measure; of a part that has been asked under `component`."""
    if measure.subject_to == "ear":
        return _subject_to_ear(situation)
    wanted = (listing.products if listing else None) or measure.products
    if not wanted or part is not None:
        return OF_PART if wanted else NO_PRODUCT
    fact = situation.facts["product"]
    answer = soften(Answer.YES, fact) if ANY_ICT in wanted and fact.known else is_one_of(fact, wanted)
    if answer is Answer.NO and _is_argued(measure, fact):
        return row(
            Test.PRODUCT, Answer.UNKNOWN, "product.argued", situation, ("product",), products=wanted, product=fact.value
        )
    return row(Test.PRODUCT, answer, f"product.{answer}", situation, ("product",), products=wanted)


def _is_argued(measure: Measure, fact: Fact) -> bool:
    """Whether a word is one that perhaps means the measure's products; not where another says that it is of a kind apart."""
    if is_one_of(fact, measure.products_argued) is Answer.NO:
        return False
    apart = [word for word in fact.value if word in measure.products_apart]
    return not apart or any(word in measure.products_argued for word in apart)


def _subject_to_ear(situation: Situation) -> TestAnswer:
    """15 CFR 734.3 in outline: in or from the US, of US make, or with controlled US content."""
    asked = ("ship_from", "made_in", "controlled_us_content")
    ways = (_is_us(situation, "ship_from"), _is_us(situation, "made_in"), flag(situation, "controlled_us_content"))
    answer = any_of(ways)
    return row(Test.PRODUCT, answer, f"product.ear.{answer}", situation, asked)


def _is_us(situation: Situation, name: str) -> Answer:
    fact = situation[name]
    if not fact.known:
        return Answer.UNKNOWN
    country = str(fact.value).upper()
    return soften(Answer.YES if country == "US" or country.startswith("US-") else Answer.NO, fact)


def purpose(measure: Measure, listing: Listing | None, situation: Situation) -> TestAnswer:
    """Whether the item serves a purpose of the measure, as asked of the matched party."""
    wanted = (listing.purposes if listing else None) or measure.purposes
    if not wanted:
        return NO_PURPOSE
    answer = is_one_of(situation.facts["purpose"], wanted)
    if answer is Answer.NO and is_one_of(situation.facts["purpose"], measure.purposes_argued) is not Answer.NO:
        return row(Test.PURPOSE, Answer.UNKNOWN, "purpose.argued", situation, ("purpose",), purposes=wanted)
    return row(Test.PURPOSE, answer, f"purpose.{answer}", situation, ("purpose",), purposes=wanted)


def site(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the site, and the network the item hangs on, are ones the measure speaks of."""
    classes = is_one_of(situation.facts["site_class"], measure.sites) if measure.sites else Answer.YES
    network = _core_network(situation) if measure.core_network else Answer.YES
    if not measure.sites and not measure.core_network:
        return NO_SITE
    answer = all_of((classes, network))
    asked = (("site_class",) if measure.sites else ()) + (("on_core_network",) if measure.core_network else ())
    says = f"site.{answer}" if measure.sites else f"site.core.{answer}"
    return row(Test.SITE, answer, says, situation, asked, sites=measure.sites)


def _core_network(situation: Situation) -> Answer:
    return Answer.YES if situation.facts["act"].value == "connect_core" else flag(situation, "on_core_network")


def acquired(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the item was acquired on the side of the cut-off that the measure speaks of."""
    cutoff = measure.acquired_after or measure.acquired_until
    if cutoff is None:
        return NO_CUTOFF
    fact = situation.facts["acquired"]
    answer = Answer.UNKNOWN
    if fact.known:
        answer = _bought_after(fact.value, cutoff) if measure.acquired_after else fact.value.on_or_before(cutoff)
    side = "after" if measure.acquired_after else "until"
    answer = soften(answer, fact)
    return row(Test.ACQUIRED, answer, f"acquired.{side}.{answer}", situation, ("acquired",), cutoff=cutoff)


def _bought_after(day: Window, cutoff: date) -> Answer:
    """Whether a day lies after a cut-off whose own day is still before it."""
    inside = day.on_or_before(cutoff)
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES, Answer.UNKNOWN: Answer.UNKNOWN}[inside]


def funding(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the money is of the kind that the measure follows."""
    if not measure.funding:
        return NO_FUNDING
    answer = is_one_of(situation.facts["funding"], measure.funding)
    return row(Test.FUNDING, answer, f"funding.{answer}", situation, ("funding",), fundings=measure.funding)


def certificate(measure: Measure, situation: Situation) -> TestAnswer:
    """Whether the model holds the authorisation that the measure speaks of, or lacks the certificate that it requires."""
    if measure.certificates:
        return _lacks(measure, situation)
    if measure.authorised_before is None:
        return NO_CERTIFICATE
    fact = situation.facts["authorised"]
    answer = Answer.UNKNOWN
    if fact.known:
        answer = soften(fact.value.on_or_before(measure.authorised_before - timedelta(days=1)), fact)
    return row(
        Test.CERTIFICATE, answer, f"certificate.{answer}", situation, ("authorised",), before=measure.authorised_before
    )


def _lacks(measure: Measure, situation: Situation) -> TestAnswer:
    """An allow-list: reaches the model until a certificate is shown; one of another kind leaves it open."""
    fact = situation.facts["certificate"]
    answer = Answer.UNKNOWN
    if isinstance(fact.value, bool):
        answer = soften(Answer.NO if fact.value else Answer.YES, fact)
    elif fact.value in measure.certificates:
        answer = soften(Answer.NO, fact)
    asked, held = ("certificate",), situation.facts["authorised"]
    if not fact.known and held.known and measure.authorisation:
        answer, asked = soften(Answer.NO, held), ("authorised",)
    says = f"certificate.lacks.{answer}"
    return row(Test.CERTIFICATE, answer, says, situation, asked, kinds=measure.certificates)
