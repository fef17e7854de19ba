"""Bills of materials as lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from debadge.model.errors import FileError
from debadge.sources.purchases.component import of_cpe

Take = Callable[..., Any]


def test_component_gives_maker_part_and_quantity(take: Take, synthetic: Path) -> None:
    taken = take((synthetic / "hbom.cdx.json").read_bytes(), "b.json")
    board = taken.lines[1]
    assert (board.locator, board.maker, board.part_number, board.quantity, board.kind) == (
        "b.json:components[0]", "Hikvision", "DS-7608NI-K2", 2, "component"
    )  # fmt: skip
    assert board.supplier == "Harbour Supply"
    assert board.description == ("DS-7608NI-K2 V4.30\nRecorder board",)


def test_thing_itself_comes_first_and_parts_follow_what_holds_them(take: Take, synthetic: Path) -> None:
    taken = take((synthetic / "hbom.cdx.json").read_bytes(), "b.json")
    assert [line.locator.partition(":")[2] for line in taken.lines] == [
        "metadata.component", "components[0]", "components[0].components[0]", "components[1]"
    ]  # fmt: skip


def test_identifier_of_a_platform_names_maker_and_product(take: Take, synthetic: Path) -> None:
    firmware = take((synthetic / "hbom.cdx.json").read_bytes(), "b.json").lines[2]
    assert (firmware.maker, firmware.item_numbers, firmware.part_number) == (
        "dahuasecurity",
        ("dh-ipc-hfw2431s",),
        None,
    )


def test_author_who_is_a_person_is_no_maker(take: Take, synthetic: Path) -> None:
    library = take((synthetic / "hbom.cdx.json").read_bytes(), "b.json").lines[3]
    assert (library.maker, library.purl) == (None, "pkg:maven/org.example/parser@1.2")


@pytest.mark.parametrize(("name", "place"), [("bom.spdx.json", "packages[0]"), ("bom.spdx", "5")])
def test_package_of_either_form_of_spdx_is_a_line(name: str, place: str, take: Take, synthetic: Path) -> None:
    first, second = take((synthetic / name).read_bytes(), name).lines
    assert (first.locator, first.maker) == (f"{name}:{place}", "OpenSSL Software Foundation")
    assert (first.purl, second.maker, second.supplier) == ("pkg:generic/openssl@3.0.1", None, None)


def test_newest_form_of_spdx_is_refused_with_a_remedy(take: Take) -> None:
    with pytest.raises(FileError) as told:
        take('{"@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld", "@graph": []}', "b.json")
    assert told.value.reason == "spdx_three"


def test_component_that_is_no_object_is_told_in_its_place(take: Take) -> None:
    taken = take('{"bomFormat": "CycloneDX", "components": [{"name": "a"}, 7, {"name": "b"}]}', "b.json")
    assert [told.locator for told in taken.answers] == [f"b.json:components[{n}]" for n in range(3)]
    assert taken.rejects == [("b.json:components[1]", "component_no_object")]


def test_components_nested_without_end_are_told(take: Take) -> None:
    inner: dict[str, object] = {"name": "x"}
    for _ in range(60):
        inner = {"name": "x", "components": [inner]}
    taken = take(json.dumps({"bomFormat": "CycloneDX", "components": [inner]}), "b.json")
    assert len(taken.lines) == 41
    assert [reason for _, reason in taken.rejects] == ["component_too_deep"]


@pytest.mark.parametrize(
    ("cpe", "told"),
    [
        ("cpe:2.3:h:hikvision:ds-2cd2143g2-i:-:*:*:*:*:*:*:*", ("hikvision", "ds-2cd2143g2-i")),
        ("cpe:/o:hikvision:ds-2cd2143g2-i_firmware:5.5", ("hikvision", "ds-2cd2143g2-i")),
        (r"cpe:2.3:a:tp-link:tapo_c200\:v3:1:*:*:*:*:*:*:*", ("tp-link", "tapo c200:v3")),
        ("cpe:2.3:a:*:-:1:*:*:*:*:*:*:*", ("", "")),
        ("nonsense", ("", "")),
    ],
)
def test_vendor_and_product_of_a_platform_name(cpe: str, told: tuple[str, str]) -> None:
    assert of_cpe(cpe) == told


def test_component_with_endless_text_is_told_in_its_place(take: Take) -> None:
    bom = {"bomFormat": "CycloneDX", "components": [{"name": "a"}, {"name": "b", "description": "x" * 70_000}]}
    assert take(json.dumps(bom), "b.json").rejects == [("b.json:components[1]", "cell_too_long")]


def test_text_of_several_lines_is_one_value_and_has_an_end(take: Take) -> None:
    text = "SPDXVersion: SPDX-2.3\nPackageName: a\nPackageDescription: <text>one\ntwo</text>\nPackageName: <text>b\n"
    first, second = take(text + "c\n" * 100_000, "b.spdx").lines
    assert (first.description, second.locator) == (("a\none\ntwo",), "b.spdx:5")
    assert len(second.description[0]) < 70_000


def test_real_bill_of_a_board_is_read_whole(take: Take, shared: Path) -> None:
    path = shared / "data/samples/cyclonedx/hbom-pcie-sata-1.4.json"
    taken = take(path.read_bytes(), path.name)
    assert [line.maker for line in taken.lines[1:4]] == ["Samtec", "Molex", "3M"]
    assert taken.lines[2].quantity == 8
