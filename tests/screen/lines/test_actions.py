"""What a line does with a name in it."""

from __future__ import annotations

import pytest
from tests.screen.lines.conftest import Does

from debadge.screen.lines.role import Role, weigh

PART = "spare_or_licence"


@pytest.mark.parametrize(
    "line",
    [
        "<crake> camera", "supply and install 12 <crake> cameras", "supply, delivery and maintenance of <crake> cameras",
        "replace [grebe] cameras with <crake>", "removal of old cameras and installation of <crake> nvr", "采购<crake>摄像机20台",
        "<crake> camera with wall bracket", "<crake> battery camera", "<crake> camera incl. installation and training",
        "<crake> camera, maintenance included", "cable, camera <crake>",
    ],
)  # fmt: skip
def test_thing_itself_is_bought(line: str, does: Does) -> None:
    assert does(line)[0] == "buy"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("removal and disposal of 20 <crake> cameras", "ahead"), ("replace existing <crake> cameras", "ahead"),
        ("<crake> cameras to be dismantled", "behind"), ("<crake> camera removal", "behind"),
        ("depose et mise au rebut de 8 cameras <crake>", "ahead"), ("拆除现有<crake>摄像机", "ahead"),
        ("<crake> nvr - a retirer", "behind"), ("replace <crake> cameras with [grebe]", "ahead"),
    ],
)  # fmt: skip
def test_thing_is_taken_away(line: str, place: str, does: Does) -> None:
    assert does(line) == ("removal", place)


@pytest.mark.parametrize(
    "line",
    [
        "annual maintenance of <crake> cctv system", "<crake> nvr repair", "<crake> nvr (annual maintenance)",
        "entretien annuel des cameras <crake>", "<crake>监控系统维护", "replace the fan in a <crake> switch",
        "<crake> camera supplied by the owner",
    ],
)  # fmt: skip
def test_thing_that_is_there_is_looked_after(line: str, does: Does) -> None:
    assert does(line)[0] == "service"


@pytest.mark.parametrize(
    "line",
    [
        "battery for <crake> radio", "<crake> camera bracket", "wall bracket, <crake> dome", "support mural pour camera <crake>",
        "battery,radio,li-ion,<crake>", "cable, camera, <crake>", "supply of batteries for <crake> radios",
    ],
)  # fmt: skip
def test_part_is_a_part_whoever_supplies_it(line: str, does: Does) -> None:
    assert does(line)[0] == PART


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("bracket compatible with all existing <crake> cameras", "close"), ("ip camera, no <crake>", "close"),
        ("wiring for the <crake> recorder", "close"), ("security audit of <crake> cameras", "ahead"),
        ("<crake>, [grebe] and [dunlin] are excluded", "behind"), ("study of the removal of <crake> cameras", "ahead"),
        ("摄像机(非<crake>)", "close"), ("<crake> compatible bracket", "behind"),
    ],
)  # fmt: skip
def test_name_is_only_spoken_of(line: str, place: str, does: Does) -> None:
    assert does(line) == ("mention", place)


@pytest.mark.parametrize("line", ["training centre <crake> camera", "salle de formation : camera <crake>"])
def test_name_of_a_place_is_no_action(line: str, does: Does) -> None:
    assert does(line) == ("buy", None)


def test_another_sentence_does_not_decide(does: Does) -> None:
    assert does("removal of old cabling. <crake> camera")[0] == "buy"
    assert does("maintenance, incl. <crake> camera")[0] == "service"  # the point behind an abbreviation ends none


def test_words_before_the_next_name_belong_to_that(does: Does) -> None:
    assert does("<crake> dome to replace [grebe] dome")[0] == "buy"
    assert does("[crake] dome to replace <grebe> dome") == ("mention", "close")


@pytest.mark.parametrize(
    ("after", "ahead", "told"),
    [
        (None, None, "buy"), ("service", "buy", "service"), ("service", "removal", "removal"), ("service", "mention", "mention"),
        (PART, "service", "service"), (PART, "buy", PART), (None, "removal", "removal"), ("removal", PART, "removal"),
    ],
)  # fmt: skip
def test_two_sayings_are_weighed(after: str | None, ahead: str | None, told: str) -> None:
    one, other = (Role(action, action, None) if action else None for action in (after, ahead))
    assert weigh(one, other).action == told
