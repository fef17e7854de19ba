"""What model numbers say, whole knowledge and single signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from debadge.flow.world import World
from debadge.identify.catalogue import Catalogue
from debadge.knowledge.catalogue import check_catalogue, read_catalogue
from debadge.model.catalogue import FORMS, SAYINGS, TECHNOLOGIES
from debadge.model.errors import KnowledgeError

LIST = Path(__file__).parent / "models.txt"
NUMBERS = [
    ("hikvision", "DS-2CD2143G2-I", {"form": "dome", "megapixels": "4", "technology": "ip"}),
    (
        "hikvision",
        "DS-2CE16D0T-EXLPF 2.8MM",
        {"form": "bullet", "megapixels": "2", "lens": "2.8", "technology": "analogue"},
    ),
    ("hikvision", "DS-7732NI-M4", {"channels": "32", "device_class": "recorder"}),
    ("hikvision", "IPC-D120HA-LU", {"form": "dome", "megapixels": "2"}),
    ("dahua", "IPC-HDW1431T1-S4", {"form": "turret", "megapixels": "4", "series": "1"}),
    ("dahua", "DHI-NVR4108HS-8P-4KS2", {"channels": "8"}),
    ("uniview", "IPC2124SR3-DPF28", {"form": "bullet", "megapixels": "4", "lens": "2.8"}),
    ("hikvision", "DS-2CD6365G0E-IVS", {"form": "fisheye", "megapixels": "6"}),
    ("hikvision", "DS-2CE56D0T-IT3", {"form": None, "megapixels": "2"}),
    ("uniview", "IPC3614SB-ADF28KM-I0", {"form": "turret", "megapixels": "4"}),
    ("tiandy", "TC-C34XN", {"megapixels": "4"}),
    ("axis", "P3265-LVE", {"form": "dome"}),
]


@pytest.mark.parametrize(("maker", "model", "said"), NUMBERS, ids=[row[1] for row in NUMBERS])
def test_number_says_what_its_maker_means(world: World, maker: str, model: str, said: dict[str, str | None]) -> None:
    told = dict(world.identifier.catalogue.read(maker, model))
    assert {name: told.get(name) for name in said} == said


@pytest.mark.parametrize(
    ("maker", "model"), [("dahua", "DS-2CD2143G2-I"), (None, "DS-2CD2143G2-I"), ("hikvision", None)]
)
def test_number_says_nothing_under_another_maker(world: World, maker: str | None, model: str | None) -> None:
    assert world.identifier.catalogue.read(maker, model) == ()


def test_sign_that_no_line_explains_says_nothing(world: World) -> None:
    told = dict(world.identifier.catalogue.read("hikvision", "DS-2CD2X43G2-I"))
    assert "form" not in told
    assert told["megapixels"] == "4"


def test_every_grammar_proves_itself(world: World) -> None:
    assert check_catalogue(world.catalogue, world.law.makers) == []


def test_no_grammar_comes_or_goes_unnoticed(world: World) -> None:
    assert sorted(f"{g.maker} {g.id}" for g in world.catalogue) == LIST.read_text("utf-8").splitlines()


def test_every_word_has_a_sentence_in_both_languages(world: World) -> None:
    wanted = [*(f"model.form.{form}" for form in FORMS), *(f"model.technology.{word}" for word in TECHNOLOGIES)]
    wanted += [f"model.{name}" for name in SAYINGS if name not in {"form", "technology", "device_class"}]
    assert [(lang, id_) for lang in ("en", "fr") for id_ in wanted if not world.sentences(lang).has(id_)] == []


GOOD = {
    "id": "x",
    "pattern": "^X(?P<megapixels>[0-9])$",
    "says": {"technology": "ip"},
    "why": "x",
    "source": {"title": "t", "url": None, "read": "2026-11-23", "status": "verified"},
    "examples": [{"text": "X4", "megapixels": "4"}],
    "not": ["Y4"],
}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"pattern": "^X(?P<colour>[0-9])$"}, "`colour` is not one of"),
        ({"pattern": "^X("}, "does not compile"),
        ({"means": {"form": {"1": "dome"}}}, "does not capture"),
        ({"says": {"form": "sphere"}}, "form `sphere` is not one of"),
    ],
    ids=["unknown capture", "no pattern", "idle meaning", "unknown form"],
)
def test_grammar_that_does_not_load_names_the_place(change: dict[str, object], told: str) -> None:
    with pytest.raises(KnowledgeError, match=told):
        read_catalogue({"models/axis": [{**GOOD, **change}]})


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"examples": []}, "has no example"),
        ({"examples": [{"text": "X4", "megapixels": "5"}]}, "instead of"),
        ({"not": ["X5"]}, "reads its counter-example"),
    ],
    ids=["no example", "wrong example", "counter-example read"],
)
def test_grammar_that_proves_nothing_is_told(change: dict[str, object], told: str) -> None:
    (wrong,) = [
        w for w in check_catalogue(read_catalogue({"models/axis": [{**GOOD, **change}]}), ["axis"]) if told in w
    ]
    assert wrong.startswith("models.x: ")


def test_reading_is_the_same_from_the_cache() -> None:
    reading = Catalogue(read_catalogue({"models/axis": [GOOD]}))
    assert reading.read("axis", "X4") == reading.read("axis", "X4") == (("technology", "ip"), ("megapixels", "4"))
