"""Names that lost the blank beside them are read; words that only hold such letters are left alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debadge.model.screened import LineAnswer

Ask = Callable[..., LineAnswer]


@pytest.mark.parametrize(
    ("text", "maker", "model"),
    [
        ("NVR HIKVISIONDS-7616NI-I2", "hikvision", "DS-7616NI-I2"),
        ("HikvisionDS-2CD2143G2-I", "hikvision", "DS-2CD2143G2-I"),
        ("CAMERADS-2CD2143G2-I", "hikvision", "DS-2CD2143G2-I"),
        ("CAMERA,IP,DOMEHIKVISION", "hikvision", None),
        ("HIKVISIONCAMERA 4MP", "hikvision", None),
        ("camHIKVISIONdome", "hikvision", None),
        ("4MPHIKVISION dome", "hikvision", None),
        ("DAHUACAMERA", "dahua", None),
        ("DAHUAIPCHDW2431T", "dahua", "IPC-HDW2431T"),
        ("HuaweiS5735-L24P4X", "huawei", "S5735-L24P4X"),
        ("DAHUAIPC-HDW2449T-S-IL eyeball", "dahua", "IPC-HDW2449T-S-IL"),
        ("HIKVISIONDS-K1T671TM-3XF", "hikvision", "DS-K1T671TM-3XF"),
        ("TIANDYTC-C35WS camera", "tiandy", "TC-C35WS"),
        ("HUAWEIAR651", "huawei", "AR651"),
        ("HYTERAPD785", "hytera", "PD785"),
        ("HYTERARADIO PD785", "hytera", "PD785"),
        ("UNVIPC2124LE", "uniview", "IPC2124LE"),
        ("UNIVIEWNVR302-16S2", "uniview", "NVR302-16S2"),
        ("TIANDYTCC34QN", "tiandy", "TC-C34QN"),
        ("ZXHNF670L V9 GPON TERMINAL", "zte", None),
    ],
)
def test_glued_name_is_read(text: str, maker: str, model: str | None, ask: Ask) -> None:
    main = ask(text).main
    assert main is not None
    assert (main.found.maker, main.action) == (maker, "buy")
    assert model is None or main.found.model == model


def test_glued_name_in_the_makers_column_is_read(ask: Ask) -> None:
    main = ask("Dome", maker="HIKVISIONDS-2CD2143G2-I").main
    assert main is not None
    assert main.found.maker == "hikvision"


@pytest.mark.parametrize(
    "text", ["huawei-3com switch", "CAMERADERIE DS workshop", "unvented cap", "hiking boots 20 pairs"]
)
def test_other_words_stay_whole(text: str, ask: Ask) -> None:
    assert all(one.found.maker == "h3c" for one in ask(text).goods)
