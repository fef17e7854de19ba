"""What a person would call alike things: badge and model first, then who made them."""

from __future__ import annotations

from debadge.model.identification import Identification
from debadge.model.words import Basis, Grade
from debadge.report.reading.folding import Fold
from debadge.report.reading.plain import cut, harmless
from debadge.report.reading.speech import Speech

LONGEST = 80  # characters of a badge or model; longer ones are somebody's free text


def what(one: Fold, speech: Speech) -> str:
    """Badge, model and kind, and the maker where the badge does not say it."""
    thing = plain_name(one, speech)
    if one.first.conflict:
        return speech.say("report.what.conflict", thing=thing, makers=speech.makers(one.makers, "report.and"))
    if one.first.maker is None and one.makers:
        return speech.say(_lead(one.first), thing=thing, makers=speech.makers(one.makers))
    if one.first.maker and other_badge(one.first, speech):
        if one.first.grade is Grade.POSSIBLE:
            return speech.say(_lead(one.first), thing=thing, makers=speech.makers(one.makers))
        return speech.say("report.what.badge", thing=thing, maker=speech.name(one.first.maker))
    return thing


def _lead(found: Identification) -> str:
    """How a lead is worded: something of the unit itself points to the maker, or only its badge does."""
    is_inferred = all(c.basis is Basis.INFERRED for c in found.candidates)
    return "report.what.supplied" if found.candidates and is_inferred else "report.what.leads"


def plain_name(one: Fold, speech: Speech) -> str:
    """Badge or maker, model, and the class of device where there is no model."""
    found = one.first
    head = badge(found) or (speech.name(found.maker) if found.maker else "")
    kind = (
        speech.word("device_class", found.device_class)
        if found.device_class
        else speech.word("kind", one.assets[0].kind)
    )
    if one.model:
        return f"{head} {cut(harmless(one.model), LONGEST)}".strip()
    return (
        speech.say("report.what.kind", badge=head, kind=kind) if head else speech.say("report.what.nameless", kind=kind)
    )


def badge(found: Identification) -> str:
    """The badge as written."""
    return cut(harmless(found.brand), LONGEST) if found.brand else ""


def other_badge(found: Identification, speech: Speech) -> bool:
    """Whether the thing carries a badge other than its maker's own name."""
    if not found.brand or not found.maker:
        return False
    maker = speech.assessment.makers.get(found.maker)
    own = {found.maker, speech.name(found.maker).casefold(), *(maker.brands if maker else ())}
    return found.brand.casefold() not in own
