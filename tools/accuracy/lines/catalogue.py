"""The things that generated lines speak of: makers, badges, their names as written, and their model numbers.

Numbers come from our own grammars (makers.yaml), and from the examples that the product's own knowledge gives for its rules on
model numbers and on badges; a line of a catalogue example must be read as the device with that number is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tools.accuracy.lines.labelled import HERE, WATCHED
from tools.table import ROOT

KNOWLEDGE = ROOT / "src" / "debadge" / "knowledge" / "data"
KINDS = {"gateway": "firewall", "access_point": "access"}  # our word for a kind of device, where it is another
TELLING = frozenset({"hikvision", "dahua", "uniview", "tiandy"})  # whose catalogue numbers are telling without a name
LONG = 8  # characters from which such a number is taken for telling
SURE = frozenset({"A", "B"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a line may be about."""

    maker: str | None
    names: Mapping[str, tuple[str, ...]]  # by language
    number: str  # a grammar, or a number as it stands
    thing: str  # a key of `things`, or of `parts` for a spare
    misspelt: tuple[str, ...] = ()
    alone: bool = False  # whether the number tells without a name
    numbered: bool = False  # whether a line must show the number, because the name alone would not bear the label
    licences: tuple[str, ...] = ()
    legal: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()


@cache
def load(name: str) -> Any:
    """One of the generator's own files."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text("utf-8"))


@cache
def watched() -> tuple[Subject, ...]:
    """Devices of the watched makers, by our grammars."""
    return tuple(
        _own(maker, told, model) for maker, told in load("makers")["watched"].items() for model in told["models"]
    )


@cache
def spares() -> tuple[Subject, ...]:
    """Parts of the watched makers that have numbers of their own."""
    return tuple(
        _own(maker, told, part) for maker, told in load("makers")["watched"].items() for part in told["spares"]
    )


def _own(maker: str, told: dict[str, Any], model: dict[str, Any]) -> Subject:
    return Subject(
        maker=maker,
        names={lang: tuple(some) for lang, some in told["names"].items()},
        misspelt=tuple(told["misspelt"]),
        number=model["number"],
        thing=model["is"],
        alone=model.get("alone", False),
        licences=tuple(told["licences"]),
        legal=tuple(told["legal"]),
    )


@cache
def catalogue() -> tuple[Subject, ...]:
    """Devices of the watched makers, by the examples of the rules on model numbers."""
    own = {subject.maker: subject for subject in watched()}
    rules = yaml.safe_load((KNOWLEDGE / "fingerprints" / "model_string.yaml").read_text("utf-8"))
    return tuple(
        Subject(
            maker=maker,
            names=own[maker].names,
            numbered=True,
            number=text,
            thing=_thing(rule["says"].get("device_class")),
            alone=rule["strength"] == "model" and maker in TELLING and len(text) >= LONG,
            licences=own[maker].licences,
            legal=own[maker].legal,
        )
        for rule in rules
        if (maker := rule["says"].get("maker")) in WATCHED and rule["strength"] in {"model", "shape"}
        for text in _examples(rule)
        if text.isascii() and any(sign.isdigit() for sign in text)
    )


def _examples(rule: dict[str, Any]) -> Iterator[str]:
    for key in ("examples", "examples_synthetic"):
        yield from (example["text"] for example in rule.get(key, ()))


def _thing(told: str | None) -> str:
    kind = KINDS.get(told or "", told or "device")
    return kind if kind in load("phrases")["things"] else "device"


@cache
def others() -> tuple[Subject, ...]:
    """Devices of makers that nobody watches."""
    return tuple(_badge(told) for told in load("makers")["others"])


@cache
def badges() -> tuple[Subject, ...]:
    """Relabelled goods: our own rows, and the examples of model rules of grade A or B."""
    return tuple(_badge(told) for told in load("makers")["badges"]) + tuple(_relabelled())


def _badge(told: dict[str, Any]) -> Subject:
    return Subject(
        maker=told["maker"],
        names=dict.fromkeys(("en", "fr", "zh"), tuple(told["names"])),
        number=told["number"],
        numbered=told.get("numbered", False),
        thing=told["is"],
        any_of=tuple(told.get("any_of", ())),
    )


def _relabelled() -> Iterator[Subject]:
    for file in sorted((KNOWLEDGE / "relabels").glob("*.yaml")):
        told = yaml.safe_load(file.read_text("utf-8"))
        for rule in told.get("models", ()):
            if rule["confidence"] in SURE:
                yield from (_of_rule(told, rule, text) for text in _examples(rule))


def _of_rule(told: dict[str, Any], rule: dict[str, Any], text: str) -> Subject:
    maker = rule.get("maker")
    possible = {edge["maker"] for edge in told.get("made_by", ())} - {rule.get("not_maker")}
    return Subject(
        maker=maker,
        names=dict.fromkeys(("en", "fr", "zh"), (told["name"],)),
        number=text,
        numbered=True,
        thing="device",
        any_of=() if maker else tuple(sorted(possible)),
    )
