"""What a line of each kind says, before it is dressed for an order form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from tools.accuracy.lines import catalogue, disturb
from tools.accuracy.lines.catalogue import Subject
from tools.accuracy.lines.draw import Draw
from tools.accuracy.lines.grammar import expand
from tools.accuracy.lines.labelled import ACTIONS

MISSPELT = 0.12  # share of Latin names


@dataclass(frozen=True, slots=True)
class Draft:
    """A line before it is written down: its text, the words that decide, and its label."""

    text: str
    kept: str  # what must survive a cut
    maker: str | None = None
    action: str | None = None
    any_of: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    cells: tuple[tuple[str, str | int], ...] = ()
    why: str = ""


@cache
def phrases() -> Mapping[str, Any]:
    """The phrases of phrases.yaml."""
    return dict(catalogue.load("phrases"))


@cache
def _ordinary() -> Mapping[str, Any]:
    return dict(catalogue.load("ordinary"))


def _fill(draw: Draw, lang: str, phrase: str, about: Subject, **more: str) -> Draft:
    """A phrase about a thing; what decides is the name, or the number where no name stands."""
    things = phrases()["things"][about.thing]
    thing = more.pop("thing", None) or draw.one(things[lang])
    name, model = _name(draw, lang, about), _number(draw, about)
    text = phrase.format(
        name=name,
        model=model,
        thing=thing,
        fr_thing=draw.one(things["fr"]),
        n=draw.rng.choice((4, 8, 16, 32, 64)),
        licence=draw.one(about.licences) if about.licences else "",
        **more,
    )
    if lang == "fr":
        text = re.sub(r"\bde (?=[aeéiou])", "d'", text)
    text = text[:1].upper() + text[1:]
    kept = name if "{name}" in phrase else model
    return Draft(text, kept, about.maker, any_of=about.any_of, why=phrase)


def _name(draw: Draw, lang: str, about: Subject) -> str:
    is_misspelt = about.misspelt and lang != "zh" and draw.rng.random() < MISSPELT
    return draw.one(about.misspelt if is_misspelt else about.names[lang])


def _number(draw: Draw, about: Subject) -> str:
    return disturb.number(
        expand(about.number, draw.rng), draw.rng, alone=about.alone, lens=about.alone and about.thing == "camera"
    )


def _acting(draw: Draw, lang: str, about: Subject, action: str) -> Draft:
    """A line that names the maker and does something with its thing; all its words decide, but for a plain purchase."""
    told_of = [p for p in phrases()["named"][action][lang] if about.licences or "{licence}" not in p]
    fitting = [p for p in told_of if "{model}" in p or not about.numbered]
    told = _fill(draw, lang, draw.one(fitting), about, part=draw.one(phrases()["parts"]["any"][lang]))
    if about.maker is None:
        return replace(told, kept=told.text)
    return replace(told, action=action, kept=told.kept if action == "buy" else told.text)


def _plain(draw: Draw, lang: str) -> Draft:
    return _bought(draw, lang, draw.subject(catalogue.watched()))


def _catalogue(draw: Draw, lang: str) -> Draft:
    return _bought(draw, lang, draw.subject(catalogue.catalogue()))


def _bought(draw: Draw, lang: str, about: Subject) -> Draft:
    if about.alone and draw.rng.random() < 0.35:
        return replace(_fill(draw, lang, draw.one(phrases()["alone"][lang]), about), action="buy")
    return _acting(draw, lang, about, "buy")


def _spare(draw: Draw, lang: str) -> Draft:
    if draw.rng.random() < 0.3:
        part = draw.subject(catalogue.spares())
        thing = draw.one(phrases()["parts"][part.thing][lang])
        phrase = draw.one(["{name} {thing} {model}", "{thing}, {name}, {model}", "{model} {name} {thing}"])
        told = _fill(draw, lang, phrase, replace(part, thing="device"), thing=thing)
        return replace(told, action="spare_or_licence", kept=told.text)
    return _acting(draw, lang, draw.subject(catalogue.watched()), "spare_or_licence")


def _service(draw: Draw, lang: str) -> Draft:
    return _acting(draw, lang, draw.subject(catalogue.watched()), "service")


def _removal(draw: Draw, lang: str) -> Draft:
    if draw.rng.random() < 0.75:
        return _acting(draw, lang, draw.subject(catalogue.watched()), "removal")
    told, other = _beside(draw, lang, draw.subject(_rivalled()), "exchange")
    return replace(told, action="removal", also=(other.maker or "",))


def _mention(draw: Draw, lang: str) -> Draft:
    about = draw.subject(_rivalled())
    if draw.rng.random() < 0.75:
        return _acting(draw, lang, about, "mention")
    told, other = _beside(draw, lang, about, "instead")
    return replace(told, maker=other.maker, any_of=other.any_of, action="buy", also=(about.maker or "",))


def _cue(draw: Draw, lang: str) -> Draft:
    told = _fill(draw, lang, draw.one(phrases()["misleading"][lang]), draw.subject(catalogue.watched()))
    return replace(told, action="buy")


def _several(draw: Draw, lang: str) -> Draft:
    told, other = _beside(draw, lang, draw.subject(_rivalled()), "several")
    return replace(told, action="buy", any_of=(other.maker or "",), also=(other.maker or "",))


@cache
def _rivalled() -> tuple[Subject, ...]:
    """Watched makers' things of the kinds that others make as well."""
    kinds = {told.thing for told in catalogue.others()}
    return tuple(told for told in catalogue.watched() if told.thing in kinds)


def _beside(draw: Draw, lang: str, about: Subject, family: str) -> tuple[Draft, Subject]:
    """A line about two makers' things of one kind."""
    other = draw.thing([told for told in catalogue.others() if told.thing == about.thing])
    number = expand(other.number, draw.rng)
    told = _fill(draw, lang, draw.one(phrases()[family][lang]), about, other=draw.one(other.names[lang]), number=number)
    return replace(told, kept=told.text), other


def _columns(draw: Draw, lang: str) -> Draft:
    about = draw.subject(catalogue.watched())
    action = draw.rng.choice(sorted(phrases()["columns"]))
    told = _fill(draw, lang, draw.one(phrases()["columns"][action][lang]), about)
    name = draw.one([*about.names[lang], *about.legal])
    number = _number(draw, about)
    cells: tuple[tuple[str, str | int], ...] = (("manufacturer", name), ("part_number", number))
    if about.alone and draw.rng.random() < 0.25:
        cells = cells[1:]
    if draw.rng.random() < 0.5:
        cells += (("quantity", draw.rng.choice((1, 2, 5, 10))),)
    return replace(told, action=action, kept=told.text, cells=cells)


def _relabel(draw: Draw, lang: str) -> Draft:
    action = "buy" if draw.rng.random() < 0.7 else draw.rng.choice(ACTIONS)
    return _acting(draw, lang, draw.thing(catalogue.badges()), action)


def _other(draw: Draw, lang: str) -> Draft:
    action = "buy" if draw.rng.random() < 0.7 else draw.rng.choice(ACTIONS)
    return _acting(draw, lang, draw.thing(catalogue.others()), action)


def _trap(draw: Draw, lang: str) -> Draft:
    family = draw.rng.choice(("lookalikes", "lookalikes", "homonyms"))
    text = draw.grammar(_ordinary()[family][lang])
    return Draft(text, text, why=family)


def _ordinary_line(draw: Draw, lang: str) -> Draft:
    family = draw.rng.choice(("goods", "services", "unbranded"))
    if family == "unbranded":
        thing = draw.rng.choice(sorted(phrases()["things"]))
        phrase = draw.one(phrases()["unbranded"][lang])
        text = phrase.format(thing=draw.one(phrases()["things"][thing][lang]))
    else:
        text = draw.grammar(_ordinary()[family][lang])
    return Draft(text, text, why=family)


WRITERS: Mapping[str, Callable[[Draw, str], Draft]] = {
    "plain": _plain,
    "catalogue": _catalogue,
    "spare": _spare,
    "service": _service,
    "removal": _removal,
    "mention": _mention,
    "several": _several,
    "cue": _cue,
    "columns": _columns,
    "relabel": _relabel,
    "other": _other,
    "trap": _trap,
    "ordinary": _ordinary_line,
}
