"""The labelled samples, read in place where they are: every figure of `make accuracy` that has a target holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from tools.accuracy.__main__ import FILES, answered, figures
from tools.accuracy.samples import Sample, load, repository, units
from tools.accuracy.support import cited
from tools.table import Figure

from debadge.flow.world import World


@pytest.fixture(scope="module")
def measured(shared: Path, world: World) -> list[Figure]:
    samples = load(shared / "facts" / name for name in FILES)
    return figures(samples, answered(samples, world), world)


def test_every_target_holds(measured: list[Figure]) -> None:
    assert [(figure.what, figure.figure, figure.target) for figure in measured if not figure.holds] == []


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


def sample(channel: str, source: str, model: str | None) -> Sample:
    return Sample(channel=channel, value="x", maker="dahua", expect="identify", source=source, model=model)


def test_whole_device_is_what_one_source_shows_of_one_model() -> None:
    one = [sample("model_string", "a", "M1"), sample("serial_string", "a", None)]
    two = [sample("model_string", "b", "M1"), sample("model_string", "b", "M2")]
    assert units([*one, *two]) == [one]
