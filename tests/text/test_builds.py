"""The day of a build, in every maker's way of writing it."""

from __future__ import annotations

import pytest

from debadge.text.builds import build_day


@pytest.mark.parametrize(
    ("firmware", "day"),
    [
        ("V5.6.2 build 190701", "2019-07-01"),
        ("V5.6.2build 190701", "2019-07-01"),
        ("V3.1.3 build20240106", "2024-01-06"),
        ("2.800.00AC000.0.R, Build Date 2019-05-22", "2019-05-22"),
        ("2.420.Dahua 00.15.R, build: 2016-01-23", "2016-01-23"),
        ("2.840.13R1000.0.R 2024-11-29", "2024-11-29"),
        ("V2.680.0000000.16.R.210406", "2021-04-06"),
        ("QIPC-B2202.6.21.NB.221025", "2022-10-25"),
        ("NVSS_V29.0.23.20250330", "2025-03-30"),
        ("IPC_HCMN1102-20150824", "2015-08-24"),
    ],
)
def test_day_that_the_text_names(firmware: str, day: str) -> None:
    assert str(build_day(firmware)) == day


@pytest.mark.parametrize(
    "firmware",
    [
        "",
        "V5.6.2",
        "2.800.0000000.16.R",
        "V5.6.2 build 191301",
        "V100R003C00SPC600",
        "build 999999",
        "9.8.20990101",
        "x" * 500,
    ],
)
def test_text_without_a_day_names_none(firmware: str) -> None:
    assert build_day(firmware) is None
