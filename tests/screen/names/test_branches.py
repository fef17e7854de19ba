"""A branch, an office or affiliates behind a name mean nobody else; words that only look like them stay."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.knowledge.screening import name_words
from debadge.screen.names.branches import Branches
from debadge.screen.names.reading import Reader


@pytest.fixture(scope="module")
def branches(world: World) -> Branches:
    return Branches(name_words(world.pack))


@pytest.mark.parametrize(
    ("behind", "name"),
    [
        (" and affiliates", "Nightjar"),
        (" & its subsidiaries", "Nightjar"),
        (", and all affiliates", "Nightjar"),
        (" Group of Companies", "Nightjar"),
        (" et ses filiales", "Nightjar"),
        (" ou l'équivalent", "Nightjar"),
        (", Ottawa Branch", "Nightjar"),
        (" Ltd Ottawa Branch", "Nightjar Ltd"),
        (" Ltd Grassy Narrows Branch", "Nightjar Ltd"),  # whatever stands between it and a form
        (" Branch No. 12", "Nightjar"),
        (" (Toronto Office)", "Nightjar"),
        (" - Bureau de Toronto", "Nightjar"),
        (" Ltd. Head Office", "Nightjar Ltd."),
        (" Canada Office", "Nightjar"),
        (" succursale de Montréal", "Nightjar"),
        (" Niederlassung Köln", None),  # no mark, no form, and its place behind it: it may be a name
        (", Zweigniederlassung Köln", "Nightjar"),
        (" Branch Ltd", None),
        (" Office", None),
        (" Office Supplies", None),
        (" Affiliates", None),
    ],
)
def test_branch_behind_a_name_comes_off(branches: Branches, behind: str, name: str | None) -> None:
    assert branches.without(f"Nightjar{behind}") == name


@pytest.mark.parametrize(
    "text", ["affiliates", "and affiliates", "Branch", "Head Office", "Post Office", ", Branch", ""]
)
def test_branch_without_a_name_is_left(branches: Branches, text: str) -> None:
    assert branches.without(text) is None


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Nightjar Ottawa Branch", [("nightjar",)]),
        ("Express Branch", []),  # an ordinary word alone tells nobody
        ("China Telecom Hangzhou Branch", [("china", "communication")]),
    ],
)
def test_name_is_read_with_its_branch_and_without(reader: Reader, text: str, more: list[tuple[str, ...]]) -> None:
    first, *others = [form.words for form in reader.read(text).forms]
    assert len(first) > 1
    assert others == more
    assert len(reader.read(text, listed=True).forms) == 1  # the branch of a listed name is what is listed


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("杭州龙腾威视数字技术股份有限公司望江路分公司", "龙腾威视"),
        ("杭州龙腾威视数字技术股份有限公司上海办事处", "龙腾威视"),
        ("龙腾威视分公司", "龙腾威视"),
    ],
)
def test_branch_in_chinese_comes_off(reader: Reader, text: str, core: str) -> None:
    assert reader.native.read(text).core == core
