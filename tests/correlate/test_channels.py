"""Cameras behind a recorder are things of their own."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from debadge.flow.asking import ask
from debadge.flow.assess import assess
from debadge.flow.read import Reading, read
from debadge.flow.world import World
from debadge.model.assessment import Assessment
from debadge.wire.channels import MAX_CHANNELS, channel_number, split_channels

RECORDER = {"kind": "device", "ref": "nvr-1", "ip": "192.0.2.9", "serial": "DS-7732NI-M41620220101CCRRJ12345678WCVU"}
JOVISION = {"proxyProtocol": "ONVIF", "model": "JVSWO708-PO300M2", "serialNumber": "00000000000000000000"}


def channel(number: int, **told: str) -> str:
    return json.dumps({"id": str(number), **JOVISION, **told})


def assessed(world: World, folder: Path, *lines: Mapping[str, object]) -> Assessment:
    evidence = folder / "seen.jsonl"
    evidence.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    asking = ask(world, org=None, beside=(), as_of=date(2026, 11, 22), known_by=None)
    return assess(read([evidence], world, Reading()), asking, world)


def test_eight_cameras_of_another_maker_behind_a_recorder_inherit_nothing(world: World, tmp_path: Path) -> None:
    listed = [{"subject": RECORDER, "field": "nvr_channel", "value": channel(n)} for n in range(1, 9)]
    model = {"subject": RECORDER, "field": "model_string", "value": "DS-7732NI-M4"}
    run = assessed(world, tmp_path, model, *listed)
    makers = [(a.kind, run.identifications[a.id].maker) for a in run.assets]
    assert sorted(makers) == [("channel", "jovision")] * 8 + [("device", "hikvision")]


def test_channel_names_its_recorder(world: World, tmp_path: Path) -> None:
    run = assessed(world, tmp_path, {"subject": RECORDER, "field": "nvr_channel", "value": channel(3)})
    recorder = next(a for a in run.assets if a.kind == "device")
    (camera,) = [a for a in run.assets if a.kind == "channel"]
    assert (camera.parent, camera.name) == (recorder.id, "nvr-1 channel 3")


def test_camera_seen_on_the_network_and_behind_its_recorder_is_one(world: World, tmp_path: Path) -> None:
    mac = "44:19:b6:00:00:01"
    listed = {"subject": RECORDER, "field": "nvr_channel", "value": channel(1, macAddress=mac)}
    seen = {"subject": {"kind": "device", "mac": mac}, "field": "http_server", "value": "App-webs/"}
    run = assessed(world, tmp_path, listed, seen)
    (camera,) = [a for a in run.assets if a.parent]
    assert len(run.assets) == 2
    assert camera.kind == "device"


def test_channels_without_a_number_stay_as_many_as_they_are(world: World, tmp_path: Path) -> None:
    lines = [{"subject": RECORDER, "field": "nvr_channel", "value": json.dumps(JOVISION)} for _ in range(3)]
    run = assessed(world, tmp_path, *lines)
    assert sum(a.kind == "channel" for a in run.assets) == 3


OTHER = {**RECORDER, "ref": None, "ip": "192.0.2.10", "serial": None, "hostname": "NVR"}


def named(recorder: Mapping[str, str | None]) -> dict[str, object]:
    return {key: value for key, value in recorder.items() if value}


def test_recorders_with_the_same_inner_addresses_keep_their_cameras_apart(world: World, tmp_path: Path) -> None:
    first = {"subject": RECORDER, "field": "nvr_channel", "value": channel(1, ipAddress="192.168.254.2")}
    second = {
        "subject": named(OTHER),
        "field": "nvr_channel",
        "value": channel(1, ipAddress="192.168.254.2", model="P3265-LVE"),
    }
    run = assessed(world, tmp_path, first, second)
    channels = [a for a in run.assets if a.kind == "channel"]
    assert len(channels) == len({a.parent for a in channels}) == 2


def test_recorders_of_one_host_name_keep_their_cameras_apart(world: World, tmp_path: Path) -> None:
    lines = [
        {"subject": named({**OTHER, "ip": ip}), "field": "nvr_channel", "value": channel(1)}
        for ip in ("192.0.2.10", "192.0.2.11")
    ]
    assert sum(a.kind == "channel" for a in assessed(world, tmp_path, *lines).assets) == 2


def test_list_that_is_read_twice_lists_no_more(world: World, tmp_path: Path) -> None:
    value = json.dumps([{"model": "A1"}, {"model": "B2"}])
    lines = [{"subject": RECORDER, "field": "nvr_channel", "value": value} for _ in range(2)]
    assert sum(a.kind == "channel" for a in assessed(world, tmp_path, *lines).assets) == 2


def test_recorder_known_by_its_uuid_is_the_parent(world: World, tmp_path: Path) -> None:
    recorder = {"kind": "device", "uuid": "5a1b6f2e-0000-4000-8000-000000000001"}
    run = assessed(world, tmp_path, {"subject": recorder, "field": "nvr_channel", "value": channel(1)})
    assert [a.parent is not None for a in run.assets if a.kind == "channel"] == [True]


LISTS = [
    (
        "ISAPI",
        "<InputProxyChannelList><InputProxyChannel><id>1</id><model>A1</model></InputProxyChannel>"
        '<InputProxyChannel version="2.0"><id>2</id><model>B2</model></InputProxyChannel></InputProxyChannelList>',
    ),
    ("JSON list", json.dumps([{"id": 1, "model": "A1"}, {"id": 2, "model": "B2"}])),
    (
        "LAPI",
        json.dumps(
            {"Response": {"Data": {"DetailInfos": [{"ID": 1, "DeviceModel": "A1"}, {"ID": 2, "DeviceModel": "B2"}]}}}
        ),
    ),
]


ONE = [
    ("LAPI", json.dumps({"Response": {"Data": {"DetailInfos": [{"ID": 1, "DeviceModel": "A1"}]}}})),
    ("ISAPI as JSON", json.dumps({"InputProxyChannelList": {"InputProxyChannel": [{"id": 1, "model": "A1"}]}})),
    ("object for a list", json.dumps({"InputProxyChannelList": {"InputProxyChannel": {"id": 1, "model": "A1"}}})),
    ("recorder with a list", json.dumps({"model": "DS-7608NI-K2", "channels": [{"id": 1, "model": "A1"}]})),
    ("numbers as names", json.dumps({"channels": {"1": {"id": 1, "model": "A1"}}})),
    ("long attributes", f'<InputProxyChannel xmlns="{"x" * 900}"><id>1</id><model>A1</model></InputProxyChannel>'),
]


@pytest.mark.parametrize(("what", "text"), ONE, ids=[row[0] for row in ONE])
def test_list_of_one_is_that_channel_and_not_its_recorder(what: str, text: str) -> None:
    (one,) = split_channels(text)
    assert channel_number(one) == "1", what
    assert "A1" in one
    assert "DS-7608NI-K2" not in one


@pytest.mark.parametrize(("what", "text"), LISTS, ids=[row[0] for row in LISTS])
def test_every_form_of_a_list_is_split(what: str, text: str) -> None:
    assert [channel_number(one) for one in split_channels(text)] == ["1", "2"], what


@pytest.mark.parametrize("text", ["", "{", "[[[[", "<InputProxyChannel>", '{"model": "A1"}', "[" * 5000])
def test_what_is_no_list_stays_what_it_is(text: str) -> None:
    assert split_channels(text) == (text,)


def test_list_without_end_is_bounded() -> None:
    assert len(split_channels("<InputProxyChannel><id>1</id></InputProxyChannel>" * 1200)) == MAX_CHANNELS
