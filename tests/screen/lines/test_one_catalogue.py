"""One catalogue: what the facts know of numbers and names says the same maker of a device and of a purchase line.

A line is read more strictly where a number stands alone, since people write all sorts of numbers: it needs a kind of equipment, a
maker's name, or seven letters and digits. So every example is asked about beside its kind.
"""

from __future__ import annotations

import pytest

from debadge.flow.line_cells import cells_of_line
from debadge.flow.lines_at_hand import LinesAtHand
from debadge.flow.screen_lines import line_screener
from debadge.flow.world import World
from debadge.model.catalogue import ModelGrammar
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject
from debadge.model.purchase import PurchaseLine
from debadge.model.signal import Signal

WORLD = World.load()
SCREENER, AT_HAND = line_screener(WORLD), LinesAtHand(WORLD)
KINDS = {"access_point": "access point", "access_control": "access control", "video_server": "encoder"}
KINDS |= {"management_software": "software", "industrial_camera": "camera"}
RULES: list[Signal | ModelGrammar] = [
    *(signal for signal in WORLD.identifier.signals.values() if signal.field == "model_string"),
    *WORLD.catalogue,
]
EXAMPLES = [(rule, example.text) for rule in RULES for example in rule.examples]
UNREAD = {
    "DS-PK-LRT": "no digit: it could be a word",
    "TIANDY-NVT": "no digit, and no maker's name alone",
    "HoloSens SDC": "no digit, and no maker's name alone",
    "THC-B257-LTS": "the name of another badge ends it",
    "IPC-F42FP-imou": "the badge ends it",
    "CH121 V3": "a blank in it: its first word is no number",
    "eSpace 7910": "a blank in it: its first word is no number",
}
"""Numbers that a line leaves unread, each with the reason."""
SHAPED = {"CS-C6", "NDE-5702-A", "FLEXIDOME IP starlight 8000i", "LaserJet Enterprise M507dn", "MS521dn"}
"""Numbers of a shape that means nothing alone in a model cell, and beside its kind of equipment in a line means its maker."""
JOINED = {
    *("CloudEngine-S5732-H48XUM2CC", "OptiXstar-B650-8E8P3W", "OceanStor-Dorado-2100", "ZXA10-F822-16"),
    *("ZXR10-5950-28PD-L", "SmartAX MT882", "TaiShan 200", "IPC M1220", "宇视IPC323L-IR3", "天地伟业TC-NC9400S3E"),
}
"""Numbers joined with the name of their line or maker, which a text reads as a name of its own."""
ADJECTIVES = {"northern"}
"""Names that say in a text where a thing is, unless a number follows."""


def of_device(*cells: tuple[str, str]) -> str | None:
    """The maker that `check` reads from cells of an inventory."""
    origin, subject = Origin(tool="t", method="record", locator=""), Subject(kind="device", row="1")
    seen = [
        (str(n), Observation(subject=subject, field=field, value=value, origin=origin, collected=None))
        for n, (field, value) in enumerate(cells)
    ]
    return WORLD.identifier.identify("device", seen).maker


def of_line(**cells: str) -> str | None:
    """The maker that a purchase line is answered with."""
    line = AT_HAND.line(cells, 1)
    assert isinstance(line, PurchaseLine)
    main = SCREENER.screen(cells_of_line(line)).main
    return main.found.maker if main else None


def found_of(**cells: str) -> Identification:
    """What a purchase line is answered with."""
    line = AT_HAND.line(cells, 1)
    assert isinstance(line, PurchaseLine)
    main = SCREENER.screen(cells_of_line(line)).main
    assert main is not None, cells
    return main.found


def says_no_less(told: Identification, other: Identification, text: str) -> bool:
    """Whether one answer names the maker as surely as the other, and the number or some words of it."""
    number = (other.model or text).casefold()
    return (
        told.maker == other.maker
        and told.grade.rank >= other.grade.rank
        and told.model is not None
        and told.model.casefold() in number
    )


def kind_of(rule: object) -> str:
    said = rule.says.get("device_class", "camera") if isinstance(rule, Signal) else "camera"
    return KINDS.get(said, said)


def test_number_in_its_column_beside_its_kind_has_the_same_maker() -> None:
    other = [
        text
        for rule, text in EXAMPLES
        if of_line(part_number=text, description=kind_of(rule))
        != of_device(("model_string", text), ("device_class_string", kind_of(rule)))
    ]
    assert [text for text in other if text not in UNREAD] == []


def test_number_in_a_text_beside_its_kind_has_the_same_maker() -> None:
    other = [
        text
        for rule, text in EXAMPLES
        if of_line(description=f"{kind_of(rule)} {text}")
        != of_device(("model_string", text), ("device_class_string", kind_of(rule)))
    ]
    assert [text for text in other if text not in UNREAD and text not in SHAPED] == []


def test_number_beside_its_maker_has_the_same_maker() -> None:
    for rule, text in EXAMPLES:
        if rule.maker:
            told = of_line(manufacturer=rule.maker.replace("_", " "), part_number=text)
            assert told == of_device(("brand_string", rule.maker.replace("_", " ")), ("model_string", text)), text


NAMED = [
    (WORLD.identifier.makers[rule.maker].name, text)
    for rule, text in EXAMPLES
    if rule.maker and rule.maker in WORLD.identifier.makers and text not in UNREAD
]
"""(name of a maker, number of one of its grammars)."""


@pytest.mark.parametrize(
    "form",
    [
        "{name} 4MP {number}", "{name} camera, 12 VDC, P/N: {number}", "{name} 16 channel, IP67 {number}",
        "{number} - {name}", "{number}, 4MP dome, {name}", "{number}, fabricant: {name}",
    ],
)  # fmt: skip
def test_name_and_number_with_specification_between_say_what_columns_say(form: str) -> None:
    wrong = [
        text
        for name, text in NAMED
        if not says_no_less(
            found_of(description=form.format(name=name, number=text)),
            found_of(manufacturer=name, part_number=text, description="camera"),
            text,
        )
    ]
    apart = {text for _, text in NAMED if set(" ()") & set(text)} if form.startswith("{number}") else set[str]()
    assert [text for text in wrong if text not in JOINED | apart] == []  # other words end a number before its name


def test_number_in_the_text_beside_a_column_for_makers_says_what_columns_say() -> None:
    wrong = [
        text
        for name, text in NAMED
        if not says_no_less(
            found_of(manufacturer=name, description=f"camera {text}"),
            found_of(manufacturer=name, part_number=text, description="camera"),
            text,
        )
    ]
    assert [text for text in wrong if text not in JOINED] == []


@pytest.mark.parametrize("form", ["column", "text"])
def test_every_name_has_the_same_maker(form: str) -> None:
    names = WORLD.identifier.matcher.names.spellings.keys() - (ADJECTIVES if form == "text" else set())
    for name in sorted(names):
        cells = (
            {"manufacturer": name, "description": "camera"} if form == "column" else {"description": f"{name} camera"}
        )
        assert of_line(**cells) == of_device(("brand_string", name), ("device_class_string", "camera")), name


def test_adjective_names_nobody_in_a_text_without_a_number() -> None:
    for name in ADJECTIVES:
        assert of_line(description=f"{name.title()} Ontario camera maintenance") is None
        assert of_line(description=f"{name.title()} camera") is None


def test_numbers_left_unread_are_still_examples() -> None:
    assert set(UNREAD) | SHAPED <= {text for _, text in EXAMPLES}
