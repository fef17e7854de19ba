"""CycloneDX in XML gives the lines of its JSON form; hostile and foreign documents are told and not read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from debadge.model.errors import FileError
from debadge.sources.limits import MAX_DEPTH

Take = Callable[..., Any]
BOM = """<?xml version="1.0" encoding="{encoding}"?>
<!-- exported --><bom xmlns="http://cyclonedx.org/schema/bom/1.5"><metadata>
<tools><components><component type="application"><name>Dahua tool</name></component></components></tools>
<component type="device"><name>Cabinet</name></component></metadata><components>
<component type="device"><manufacturer><name>Hikvision</name></manufacturer><name>DS-2CD2143G2-I</name>
<properties><property name="cdx:device:quantity">3</property></properties><components>
<component type="firmware"><supplier><name>Dahua</name></supplier><name>image &amp; boot</name></component>
</components></component>
<component type="library"><name>parser</name><cpe>cpe:2.3:a:owl:parser:1:*:*:*:*:*:*:*</cpe></component></components></bom>"""


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1"])
def test_components_stand_as_in_json(encoding: str, take: Take) -> None:
    lines = take(BOM.format(encoding=encoding).encode(encoding), "b.xml").lines
    assert [line.locator.partition(":")[2] for line in lines] == [
        "metadata.component", "components[0]", "components[0].components[0]", "components[1]"
    ]  # fmt: skip
    assert [line.maker for line in lines] == [None, "Hikvision", "Dahua", "owl"]
    assert (lines[1].part_number, lines[1].quantity, lines[2].description) == ("DS-2CD2143G2-I", 3, ("image & boot",))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ('<bom xmlns="http://cyclonedx.org/schema/bom/1.5"><comp', "bom_xml_unread"),
        ('<x xmlns="http://cyclonedx.org/schema/bom/1.5"/>', "bom_xml_unread"),
        (
            '<!DOCTYPE bom [<!ENTITY a "b">]><bom xmlns="http://cyclonedx.org/schema/bom/1.5">&a;</bom>',
            "file_with_entities",
        ),
        ("<html></html>", "file_of_nobody"),
        ("Desc\0\0\0\0ription,Qty\nHikvision camera,2\n", "file_of_controls"),
    ],
)
def test_what_is_none_is_told(content: str, reason: str, take: Take) -> None:
    with pytest.raises(FileError) as bad:
        take(content.encode(), "b.xml")
    assert bad.value.reason == reason


def test_components_that_nest_too_deeply_are_refused(take: Take) -> None:
    deep = 3 * MAX_DEPTH
    inside = '<components><component type="device"><name>box</name>' * deep + "</component></components>" * deep
    taken = take(f'<bom xmlns="http://cyclonedx.org/schema/bom/1.5">{inside}</bom>'.encode(), "b.xml")
    assert len(taken.lines) == MAX_DEPTH + 1
    assert [reason for _, reason in taken.rejects] == ["component_too_deep"]
