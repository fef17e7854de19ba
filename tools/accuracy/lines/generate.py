"""Purchase lines by the thousand: phrases x makers and badges x ways of writing x languages, from a seed.

Seeds 1 to 50 are for development, 1001 to 1050 for tests. **Nobody tunes on the test seeds**: no rule, word list or threshold is
changed because of a line that only they show. A quarter of all phrases, names and numbers appears under test seeds alone.
The same seed gives the same lines, whatever else was generated before.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random
from typing import Any

from tools.accuracy.lines import catalogue, disturb
from tools.accuracy.lines.catalogue import Subject
from tools.accuracy.lines.grammar import expand
from tools.accuracy.lines.labelled import ACTIONS, Line

DEV = range(1, 51)
TEST = range(1001, 1051)
SHARES = {
    "plain": 32,
    "catalogue": 8,
    "spare": 9,
    "service": 9,
    "removal": 11,
    "mention": 11,
    "several": 4,
    "columns": 7,
    "relabel": 13,
    "other": 14,
    "trap": 10,
    "ordinary": 14,
}
"""Lines of each kind a seed."""
HELD = 4  # one in so many phrases, names and numbers is kept for the test seeds
COUNTED = frozenset({"buy", "spare_or_licence", "removal", "goods", "lookalikes"})  # lines that state a quantity
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


class Draw:
    """Choices of one seed. Development seeds never see what is held back."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)  # noqa: S311  no secret: the same lines again
        self.held = seed not in TEST

    def one(self, options: Sequence[str]) -> str:
        """One of several texts."""
        return self.rng.choice([text for text in options if not (self.held and _is_held(text))] or list(options))

    def thing(self, options: Sequence[Subject]) -> Subject:
        """One thing, each equally often."""
        return self.rng.choice(self._seen(options))

    def subject(self, options: Sequence[Subject]) -> Subject:
        """One thing, each maker equally often."""
        seen = self._seen(options)
        maker = self.rng.choice(sorted({told.maker or "" for told in seen}))
        return self.rng.choice([told for told in seen if (told.maker or "") == maker])

    def _seen(self, options: Sequence[Subject]) -> Sequence[Subject]:
        return [told for told in options if not (self.held and _is_held(told.number))] or options

    def grammar(self, options: Sequence[str]) -> str:
        """One text of one of several grammars."""
        return expand(self.one(options), self.rng)

    def language(self) -> str:
        """English most often."""
        return self.rng.choices(("en", "fr", "zh"), (58, 22, 20))[0]


def _is_held(text: str) -> bool:
    return zlib.crc32(text.encode()) % HELD == 0


def generate(seeds: Iterable[int]) -> Iterator[Line]:
    """The lines of these seeds, seed by seed."""
    for seed in seeds:
        yield from _of_seed(seed)


def _of_seed(seed: int) -> Iterator[Line]:
    draw = Draw(seed)
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    draw.rng.shuffle(kinds)
    for place, kind in enumerate(kinds, 1):
        lang = draw.language()
        yield _line(f"{seed}-{place:03}", kind, lang, _WRITERS[kind](draw, lang), draw)


def _line(id_: str, kind: str, lang: str, draft: Draft, draw: Draw) -> Line:
    text, kept = _written(draft, lang, draw)
    return Line(
        id=id_,
        shown={
            "description": disturb.cut(text, kept, draw.rng) if draw.rng.random() < 0.2 else text,
            **dict(draft.cells),
        },
        lang=lang,
        maker=draft.maker,
        action=draft.action,
        kind=kind,
        any_of=draft.any_of,
        also=draft.also,
        why=draft.why,
    )


def _written(draft: Draft, lang: str, draw: Draw) -> tuple[str, str]:
    """The text with place and count behind it, and the deciding words, both written the same way."""
    phrases = _phrases()
    is_counted = draft.action in COUNTED or draft.why in COUNTED
    count = draw.one(phrases["counts"][lang]) if is_counted else ""
    tail = count.replace("{n}", str(draw.rng.choice((1, 2, 4, 6, 10, 12, 24)))) + draw.one(phrases["places"][lang])
    way = disturb.way(draw.rng)
    text, kept = disturb.written(draft.text + tail, way), disturb.written(draft.kept, way).strip("[]*")
    if lang == "fr" and draw.rng.random() < 0.4:
        text, kept = disturb.without_accents(text), disturb.without_accents(kept)
    return text, kept.removeprefix("00010 ")


@cache
def _phrases() -> Mapping[str, Any]:
    return dict(catalogue.load("phrases"))


@cache
def _ordinary() -> Mapping[str, Any]:
    return dict(catalogue.load("ordinary"))


def _fill(draw: Draw, lang: str, phrase: str, about: Subject, **more: str) -> Draft:
    """A phrase about a thing; what decides is the name, or the number where no name stands."""
    things = _phrases()["things"][about.thing]
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
    text = text[:1].upper() + text[1:]
    kept = name if "{name}" in phrase else model
    return Draft(text, kept, about.maker, any_of=about.any_of, why=phrase)


def _name(draw: Draw, lang: str, about: Subject) -> str:
    is_misspelt = about.misspelt and lang != "zh" and draw.rng.random() < MISSPELT
    return draw.one(about.misspelt if is_misspelt else about.names[lang])


def _number(draw: Draw, about: Subject) -> str:
    return disturb.number(expand(about.number, draw.rng), draw.rng, alone=about.alone, lens=about.thing == "camera")


def _acting(draw: Draw, lang: str, about: Subject, action: str) -> Draft:
    """A line that names the maker and does something with its thing; all its words decide, but for a plain purchase."""
    phrases = [p for p in _phrases()["named"][action][lang] if about.licences or "{licence}" not in p]
    fitting = [p for p in phrases if "{model}" in p or not about.numbered]
    told = _fill(draw, lang, draw.one(fitting), about, part=draw.one(_phrases()["parts"]["any"][lang]))
    if about.maker is None:
        return replace(told, kept=told.text)
    return replace(told, action=action, kept=told.kept if action == "buy" else told.text)


def _plain(draw: Draw, lang: str) -> Draft:
    return _bought(draw, lang, draw.subject(catalogue.watched()))


def _catalogue(draw: Draw, lang: str) -> Draft:
    return _bought(draw, lang, draw.subject(catalogue.catalogue()))


def _bought(draw: Draw, lang: str, about: Subject) -> Draft:
    if about.alone and draw.rng.random() < 0.35:
        return replace(_fill(draw, lang, draw.one(_phrases()["alone"][lang]), about), action="buy")
    return _acting(draw, lang, about, "buy")


def _spare(draw: Draw, lang: str) -> Draft:
    if draw.rng.random() < 0.3:
        part = draw.subject(catalogue.spares())
        thing = draw.one(_phrases()["parts"][part.thing][lang])
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


def _several(draw: Draw, lang: str) -> Draft:
    told, other = _beside(draw, lang, draw.subject(_rivalled()), "several")
    return replace(told, action="buy", any_of=(other.maker or "",), also=(other.maker or "",))


@cache
def _rivalled() -> tuple[Subject, ...]:
    """Watched makers' things of the kinds that others make as well."""
    kinds = {told.thing for told in catalogue.others()}
    return tuple(told for told in catalogue.watched() if told.thing in kinds)


def _beside(draw: Draw, lang: str, about: Subject, phrases: str) -> tuple[Draft, Subject]:
    """A line about two makers' things of one kind."""
    other = draw.thing([told for told in catalogue.others() if told.thing == about.thing])
    number = expand(other.number, draw.rng)
    told = _fill(
        draw, lang, draw.one(_phrases()[phrases][lang]), about, other=draw.one(other.names[lang]), number=number
    )
    return replace(told, kept=told.text), other


def _columns(draw: Draw, lang: str) -> Draft:
    about = draw.subject(catalogue.watched())
    action = draw.rng.choice(sorted(_phrases()["columns"]))
    told = _fill(draw, lang, draw.one(_phrases()["columns"][action][lang]), about)
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
        thing = draw.rng.choice(sorted(_phrases()["things"]))
        phrase = draw.one(_phrases()["unbranded"][lang])
        text = phrase.format(thing=draw.one(_phrases()["things"][thing][lang]))
    else:
        text = draw.grammar(_ordinary()[family][lang])
    return Draft(text, text, why=family)


_WRITERS = {
    "plain": _plain,
    "catalogue": _catalogue,
    "spare": _spare,
    "service": _service,
    "removal": _removal,
    "mention": _mention,
    "several": _several,
    "columns": _columns,
    "relabel": _relabel,
    "other": _other,
    "trap": _trap,
    "ordinary": _ordinary_line,
}
