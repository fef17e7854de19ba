"""Legal forms: another spelling, another form, none, or in another place."""

from __future__ import annotations

from random import Random

from debadge.text.folding import fold
from tools.accuracy.names.perturb.interface import told_by
from tools.accuracy.names.words import Words, tidied, tokens_of


def parted(name: str, words: Words) -> tuple[list[str], list[str], list[str]]:
    """Written words of the form in front, of the name proper, and of the form at its end."""
    tokens = tokens_of(name)
    start, stop = 0, len(tokens)
    while (size := _form(tokens[start:stop], words, at_end=True)) and stop - size > start:
        stop -= size
    while (size := _form(tokens[start:stop], words, at_end=False)) and start + size < stop:
        start += size
    return tokens[:start], tokens[start:stop], tokens[stop:]


def _form(tokens: list[str], words: Words, *, at_end: bool) -> int:
    """How many written words at one end are a legal form."""
    for count in range(min(4, len(tokens) - 1), 0, -1):
        some = tokens[-count:] if at_end else tokens[:count]
        told = [word for token in some for word in fold(token).split()]
        if tuple(told) in words.forms or (told and all((word,) in words.forms for word in told)):
            return count
    return 0


def legal_form_swapped(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Another spelling of the form, or a form that its country has besides."""
    front, core, end = parted(name, words)
    if not front and not end:
        return None
    forms: dict[str, list[str]] = words.lists["forms"]
    now = fold(" ".join((*front, *end)))
    spelt = [form for form in forms.get(_like(country), forms["other"]) if fold(form) != now or form == form.upper()]
    form, core_text = rng.choice(spelt), " ".join(core).rstrip(",")
    told = f"{form} {core_text}" if front and not end and form in words.lists["front_forms"] else f"{core_text} {form}"
    return told if told != name else None


def _like(country: str | None) -> str:
    """Countries whose firms have the same forms."""
    alike = {"HK": "CN", "TW": "CN", "MO": "CN", "BY": "RU", "UA": "RU", "IN": "PK", "BD": "PK", "SA": "AE", "LB": "AE",
             "SY": "AE", "IQ": "AE", "OM": "AE", "KW": "AE", "GB": "US", "CH": "DE", "AT": "DE", "BE": "FR"}  # fmt: skip
    return alike.get(country or "other", country or "other")


def legal_form_dropped(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Without its form."""
    del country, rng
    front, core, end = parted(name, words)
    told = " ".join(core).rstrip(",")
    return told if (front or end) and told_by(told, words) and len(told) > 3 else None


def legal_form_moved(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """The form at the other end: "JSC Kronshtadt", "Kronshtadt JSC"."""
    del country, rng
    front, core, end = parted(name, words)
    movable = {fold(form) for form in words.lists["front_forms"]}
    if bool(front) == bool(end) or fold(" ".join((*front, *end))) not in movable:
        return None
    return tidied(" ".join((*end, " ".join(core).rstrip(","), *front)))


def french_form(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A form as an office in Quebec writes it."""
    del country
    front, core, _ = parted(name, words)
    if front:
        return None
    form = rng.choice(("inc.", "Ltée", "ltée", "Limitée", "Cie Ltée", "S.E.N.C.", "Incorporée", "et Cie"))
    return f"{' '.join(core).rstrip(',')} {form}"
