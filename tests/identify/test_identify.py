"""Whole things: the traps that the facts name, and the answers beside the maker."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from debadge.correlate.derive import derive
from debadge.flow.world import World
from debadge.identify.answers import is_by_address_only
from debadge.model.identification import Identification
from debadge.model.observation import Observation, Origin, Subject, keep
from debadge.model.words import Grade

SCOPE = "onvif://www.onvif.org/"
DAHUA_LAYOUT = " ".join(
    SCOPE + s
    for s in (
        "location/country/china",
        "name/{}",
        "hardware/{}",
        "Profile/Streaming",
        "type/Network_Video_Transmitter",
        "extension/unique_identifier",
    )
)
SADP = (
    "<ProbeMatch><Types>inquiry</Types><DeviceDescription>{}</DeviceDescription>"
    "<DeviceSN>{}</DeviceSN><MAC>{}</MAC>{}</ProbeMatch>"
)
DHIP = (
    '{{"mac":"{}","method":"client.notifyDevInfo","params":{{"deviceInfo":'
    '{{"DeviceClass":"IPC","DeviceType":"{}","Vendor":"{}","Version":"{}"}}}}}}'
)


def see(field: str, value: str, **key: str) -> Observation:
    return Observation(
        subject=Subject(ref="x", **key),
        field=field,
        value=value,
        collected=datetime(2026, 10, 1, tzinfo=UTC),
        origin=Origin(tool="t", method="record", locator="f:1"),
    )


def whole(world: World, *seen: Observation) -> Identification:
    kept = [keep("f", one) for one in seen]
    return world.identifier.identify("x", [(told.id, told.seen) for told in (*kept, *derive(kept))])


def alone(world: World, field: str, value: str) -> Identification:
    return whole(world, see(field, value))


LAMP = (
    "<device><deviceType>urn:schemas-upnp-org:device:EmbeddedNetDevice:1</deviceType>"
    "<friendlyName>LampControlGateway</friendlyName><manufacturer>UPNP</manufacturer></device>"
)
XIONGMAI = "General_IPC_HI3516EV200_50H20AI_S38.Nat.dss.OnvifS.HIK_V5.00.R02.20200507_all.bin"
TRAPS = [
    ("realm of a web application", "http_wwwauth", 'Basic realm="Login to XIMS"'),
    ("realm of another web application", "http_wwwauth", 'Basic realm="Login to World Vision"'),
    ("prefix of an unrelated firm of the same name", "mac_oui", "40:2C:76:10:00:01"),
    ("brand cell of an unrelated firm", "brand_string", "Shanghai Dahua Scale Factory"),
    ("brand cell of a trading firm", "brand_string", "Dahua Supply Chain"),
    ("document scanner", "model_string", "DS-640"),
    ("document scanner with its line", "model_string", "WorkForce DS-530"),
    ("air conditioner", "model_string", "CS-XE9DKE"),
    ("network storage", "model_string", "Synology DS923+"),
    ("oscilloscope", "model_string", "Rigol DS1054Z"),
    ("chip for maker", "mac_oui", "84:8A:59:00:00:01"),
    (
        "clone that answers the discovery question",
        "sadp_probematch",
        '{"DeviceDescription": "Virtual", "DeviceSN": "Virtual-1"}',
    ),
    (
        "simulator of the other discovery",
        "dhip_devinfo",
        '{"DeviceClass": "V", "Vendor": "General", "Version": "1.0000"}',
    ),
    ("path that another firmware answers too", "http_path", "/ISAPI/Image/channels/1"),
    ("network stack for maker", "snmp_sysobjid", "1.3.6.1.4.1.26381"),
    ("default location of many firmwares", "onvif_scopes", SCOPE + "location/country/china"),
    ("virtual camera", "sip_user_agent", "SIP UAS V.2016.1"),
    ("radio module of another maker's product", "fcc_id", "Contains FCC ID: 2ADTD-5604SD"),
    ("folklore service name", "mdns_service", "_hikvision._tcp"),
    ("firmware number of a router", "firmware_string", "1.0.0 Build 200910 Rel.12345"),
    ("part for a camera", "description", "Wall bracket for Hikvision DS-2CD2143 dome"),
    ("locally administered address", "mac_oui", "46:19:b6:00:00:01"),
    ("television with the prefix of a camera", "model_string", "TC-P50ST60"),
    ("bicycle part with the prefix of a radio", "model_string", "RD-R8150"),
    ("bicycle part with the prefix of a camera", "model_string", "DH-3N31-NT"),
    ("bicycle cassette with the prefix of a camera", "model_string", "CS-R7100"),
    ("game with the prefix of a camera", "model_string", "HAC-001"),
    ("storage switch with the prefix of a camera", "model_string", "DS-C9148S-K9"),
    ("dictation machine with the prefix of a camera", "model_string", "DS-7000"),
    ("bar code reader with the prefix of a camera", "model_string", "DS2208"),
    ("industrial computer with the prefix of a camera", "model_string", "IPC427E"),
    ("printer with the prefix of a hot spot", "model_string", "MF237w"),
    ("laser printer with a letter and four figures", "model_string", "B2360dn"),
    ("identity of the national standard", "serial_string", "21010200001320000001"),
    ("hot spot of another maker", "wifi_ssid", "DAP-1360"),
    ("realm that says what the other one says", "http_wwwauth", 'Basic realm="Login to use!"'),
    ("lamp gateway with the firmware's device type", "upnp_description", LAMP),
    (
        "extension namespace that other firmware declares",
        "onvif_soap",
        'xmlns:hikwsd="http://www.onvifext.com/onvif/ext/ver10"',
    ),
    ("test laboratory on a radio report", "description", "Test report 21741, Huawei antenna compatible"),
    ("line of a table of substitutes", "description", "Camera 4 MP, equivalent to Hikvision DS-2CD2143G2-I"),
    ("client program of another project", "package_url", "pkg:pypi/hikvisionapi@0.3.2"),
    ("firmware of a maker that nobody described", "firmware_string", "V1.0.0 build 160612"),
    ("firmware of a board with words of others in its name", "file_name", XIONGMAI),
    ("person of the name", "description", "Dahua Lin, The Chinese University of Hong Kong"),
    ("hotel of the name", "description", "Hotel Dahua, 2 nights, trade fair"),
    ("cabinet for a recorder", "description", "Network cabinet 12U, customer supplied Hikvision NVR"),
    ("remark in brackets", "description", "RJ45 plugs, bag of 100 (Dahua camera project)"),
    ("shelf for things of the name", "description", "Recorder shelf, steel, grey, for the hall, Huawei 19inch"),
    ("what it was before", "description", "Kenwood TK-3401D radios (were Hytera PD365)"),
    ("host of the name", "telnet_banner", "huawei-lab login:"),
]
ISAPI = '<DeviceInfo xmlns="http://www.isapi.org/ver20/XMLSchema"><model>{}</model><manufacturer>{}</manufacturer></DeviceInfo>'
WATCHED = {"hikvision", "dahua", "huawei", "zte", "hytera", "uniview", "tiandy"}


@pytest.mark.parametrize(("what", "field", "value"), TRAPS, ids=[t[0] for t in TRAPS])
def test_trap_names_no_watched_maker(world: World, what: str, field: str, value: str) -> None:
    assert alone(world, field, value).maker not in WATCHED, what


@pytest.mark.parametrize(
    ("model", "named", "maker"),
    [("TC-C35KS", "tiandy", "tiandy"), ("P3245-V", "Axis", "axis"), ("DS-2CD2143G2-I", "hikvision", "hikvision")],
)
def test_answer_in_the_neutral_form_is_of_the_maker_that_it_names(
    world: World, model: str, named: str, maker: str
) -> None:
    assert alone(world, "isapi_deviceinfo", ISAPI.format(model, named)).maker == maker


@pytest.mark.parametrize(
    ("name", "maker"), [("浙江大华技术股份有限公司", "dahua"), ("杭州海康威视数字技术股份有限公司", "hikvision")]
)
def test_legal_name_in_its_own_script_is_a_name(world: World, name: str, maker: str) -> None:
    assert alone(world, "brand_string", name).maker == maker
    answer = f"<Response><Manufacturer>{name}</Manufacturer></Response>"
    assert alone(world, "gb28181_deviceinfo", answer).maker == maker


def test_hilook_writes_three_digits_where_dahua_writes_four(world: World) -> None:
    assert alone(world, "model_string", "IPC-T620-Z").maker == "hikvision"
    assert alone(world, "model_string", "IPC-T5442TM-AS").maker == "dahua"


def test_discovery_clone_is_at_most_possible(world: World) -> None:
    found = alone(world, "sadp_probematch", SADP.format("IPCam", "CLONE-1", "00-00-5e-00-53-01", ""))
    assert found.grade is Grade.POSSIBLE


def test_board_that_writes_a_known_name_and_the_number_of_its_chip_is_at_most_possible(world: World) -> None:
    found = alone(world, "onvif_deviceinfo", '{"Manufacturer": "HIKVISION", "Model": "XM530"}')
    assert found.grade is Grade.POSSIBLE


def test_lying_scope_does_not_outweigh_the_stream_realm(world: World) -> None:
    scopes = f"{SCOPE}name/HIKVISION%20DS-2CD2042WD-I {SCOPE}hardware/DS-2CD2042WD-I"
    found = whole(world, see("onvif_scopes", scopes), see("rtsp_wwwauth", 'Digest realm="Login to 7F03A1CPAG5D2E9"'))
    assert (found.maker, found.grade) == ("dahua", Grade.CONFIRMED)
    assert {e.signal for e in found.against} == {"onvif-name-hik", "model-hik-ds", "name:hikvision"}


def test_relabelled_camera_is_traced_to_its_maker_by_its_serial(world: World) -> None:
    found = whole(
        world,
        see("brand_string", "LTS"),
        see("serial_string", "CMIP1043W-28M20190612AAWRD00417733"),
        see("mac_oui", "14:2F:FD:2C:88:E5"),
    )
    assert (found.maker, found.grade, found.brand, found.entity) == ("hikvision", Grade.CONFIRMED, "LTS", None)


def test_scope_layout_survives_the_badge(world: World) -> None:
    scopes = DAHUA_LAYOUT.format("Amcrest", "IP8M-2493EW")
    found = whole(world, see("brand_string", "Amcrest"), see("onvif_scopes", scopes, mac="9c:8e:cd:33:a0:6f"))
    assert (found.maker, found.grade, found.brand, found.model) == ("dahua", Grade.PROBABLE, "Amcrest", "IP8M-2493EW")


def test_unit_that_calls_itself_neutral_names_no_legal_person(world: World) -> None:
    more = "<SpecificDeviceType>Neutral</SpecificDeviceType><DetailOEMCode>2180101</DetailOEMCode>"
    found = alone(world, "sadp_probematch", SADP.format("C800", "C80020220908AAWRK30577214", "c0-56-e3-4a-1f-82", more))
    assert (found.maker, found.entity, found.brand) == ("hikvision", None, None)


def test_discovery_answer_states_its_badge(world: World) -> None:
    found = alone(world, "dhip_devinfo", DHIP.format("00:1f:54:c8:12:9d", "LNE9292B", "Lorex", "2.800.0000000.7.R"))
    assert (found.maker, found.grade) == ("dahua", Grade.CONFIRMED)
    assert (found.brand, found.entity, found.device_class) == ("Lorex", "lorex", "camera")


def test_ezviz_has_a_legal_person_of_its_own(world: World) -> None:
    found = whole(world, see("brand_string", "EZVIZ", mac="20:bb:bc:d6:49:3e"))
    assert (found.maker, found.grade, found.entity, found.entity_grade) == (
        "hikvision",
        Grade.PROBABLE,
        "ezviz",
        Grade.PROBABLE,
    )


def test_brand_alone_is_inferred_and_never_confirms(world: World) -> None:
    found = alone(world, "brand_string", "EZVIZ")
    assert (found.maker, found.grade, found.basis) == ("hikvision", Grade.POSSIBLE, "inferred")
    assert (found.entity, found.entity_grade) == ("ezviz", Grade.POSSIBLE)


def test_chip_is_a_component_and_not_the_maker(world: World) -> None:
    found = whole(
        world, see("brand_string", "Vivotek"), see("model_string", "FD9369"), see("chipset_string", "Hi3516DV300")
    )
    assert (found.maker, found.grade, found.chipset) == ("vivotek", Grade.PROBABLE, ("hisilicon",))


def test_note_about_another_camera_is_no_evidence(world: World) -> None:
    found = whole(
        world,
        see("brand_string", "Axis"),
        see("model_string", "P3245-V"),
        see("description", "replaces the Hikvision dome"),
    )
    assert [c.maker for c in found.candidates] == ["axis"]


def test_channel_of_a_recorder_keeps_its_own_maker(world: World) -> None:
    channel = see("nvr_channel", '{"proxyProtocol": "HIKVISION", "model": "JVSWO708-PO300M2"}')
    channels = [replace(channel, subject=Subject(kind="channel", ref=f"ch{n}")) for n in range(8)]
    assert {whole(world, c).maker for c in channels} == {"jovision"}


def test_library_on_a_disk_says_nothing_about_the_device_beside_it(world: World) -> None:
    library = see("software_library", "libhcnetsdk.so")
    assert whole(world, library).maker is None
    assert whole(world, replace(library, subject=Subject(kind="component", ref="c"))).maker == "hikvision"


@pytest.mark.parametrize(
    "cell", ["Hikvision DS-2CD2143G2-I (dôme)", "HIKVISION DS-2CD2143G2-I", "hikvision  DS-2CD2143G2-I, d"]
)
@pytest.mark.parametrize("field", ["brand_string", "model_string", "description"])
def test_brand_and_model_in_one_cell_are_both_read(world: World, field: str, cell: str) -> None:
    found = alone(world, field, cell)
    assert (found.maker, found.grade, found.brand, found.model) == (
        "hikvision",
        Grade.PROBABLE,
        "Hikvision",
        "DS-2CD2143G2-I",
    )


def test_sub_brand_keeps_its_own_spelling(world: World) -> None:
    found = alone(world, "brand_string", "HoloSens")
    assert (found.maker, found.brand, found.entity) == ("huawei", "HoloSens", "huawei")


def test_two_makers_on_one_address_are_not_decided(world: World) -> None:
    sadp = SADP.format("DS-2CD2085G1-I", "DS-2CD2085G1-I20190417AAWRD21306458", "00-00-5e-00-53-40", "")
    found = whole(
        world,
        see("sadp_probematch", sadp),
        see("dhip_devinfo", DHIP.format("00:00:5e:00:53:40", "IPC-HDW2831T", "Private", "2.800.0000000.9.R")),
    )
    assert (found.maker, found.conflict, found.model) == (None, True, None)
    assert {(c.maker, c.grade) for c in found.candidates} == {
        ("hikvision", Grade.CONFIRMED),
        ("dahua", Grade.CONFIRMED),
    }


def test_firmware_is_the_one_seen_last(world: World) -> None:
    old, new = see("firmware_string", "V5.7.1 build 220610"), see("firmware_string", "V5.7.3 build 220112")
    later = replace(new, collected=datetime(2026, 11, 1, tzinfo=UTC))
    assert whole(world, old, later).firmware == "V5.7.3 build 220112"


def test_not_looked_lists_the_groups_that_nobody_collected(world: World) -> None:
    found = whole(world, see("http_server", "nginx"), see("model_string", "X"))
    assert found.not_looked == ("network_address", "stream", "discovery", "management")


def test_order_and_repetition_change_nothing(world: World) -> None:
    seen = [
        see("brand_string", "Annke"),
        see("serial_string", "C80020220908AAWRK30577214"),
        see("http_server", "App-webs/"),
        see("description", "Dome"),
    ]
    records = list(enumerate(seen))
    shuffled = [records[n] for n in (2, 0, 3, 1, 0, 2)]
    first, other = (
        world.identifier.identify("x", [(str(n), o) for n, o in several]) for several in (records, shuffled)
    )
    assert first == other


def test_every_piece_of_evidence_names_its_record_and_its_source(world: World) -> None:
    kept = keep("f", see("http_server", "App-webs/", mac="44:19:b6:00:00:01"))
    (prefix,) = derive([kept])
    found = whole(world, kept.seen)
    assert {e.signal: e.observation for e in found.because} == {"srv-app-webs": kept.id, "oui-hikvision": prefix.id}
    assert all(e.source for e in found.because)


@pytest.mark.parametrize("text", ["Axis P3265-LVE", "camera AXIS M3106-L Mk II in the hall"])
def test_everyday_word_before_its_own_model_is_the_maker(text: str, world: World) -> None:
    found = alone(world, "description", text)
    assert (found.maker, found.brand) == ("axis", "Axis")


@pytest.mark.parametrize("text", ["x axis motor P1234", "axis of the door", "the hunt is on"])
def test_everyday_word_alone_names_nobody(text: str, world: World) -> None:
    assert alone(world, "description", text).maker is None


def test_kind_of_device_far_away_counts_where_a_number_follows_the_name(world: World) -> None:
    assert alone(world, "description", "Camera IP 360 degrees 3 MP for the hall IMOU TA32CP-L").brand == "Imou"
    assert alone(world, "description", "CAMERA SEG IA 8MP LENTE 2,8 VIP 3830 INTELBRAS").brand == "Intelbras"
    assert alone(world, "description", "Camera FishEye 5MP H.265 Indoor 20m IR HikVision").brand == "Hikvision"
    assert alone(world, "description", "A view by night of the houses that look like Hikvision").brand is None
    assert alone(world, "description", "Camera course with many pages by 1830 Intelbras people").brand is None
    assert alone(world, "description", "Camera IP 360 degrees 3 MP for the hall IMOU house").brand is None


def test_name_in_its_own_script_is_a_name(world: World) -> None:
    found = whole(world, see("brand_string", "\u6d77\u5eb7\u5a01\u89c6"), see("model_string", "DS-2CD2385G1-I"))
    assert (found.maker, found.grade.value) == ("hikvision", "probable")


def test_prefix_alone_is_said_to_be_the_network_address_only(world: World) -> None:
    assert is_by_address_only(alone(world, "mac_oui", "3c:ef:8c:00:00:01"))
    assert not is_by_address_only(whole(world, see("rtsp_server", "Dahua Rtsp Server", mac="3c:ef:8c:00:00:01")))
    assert not is_by_address_only(alone(world, "rtsp_server", "Dahua Rtsp Server"))


def test_circumstances_are_passed_over(world: World) -> None:
    found = whole(world, see("supplier", "Hikvision Canada Inc."), see("site", "Dahua street"))
    assert (found.maker, found.because) == (None, ())


@pytest.mark.parametrize("word", ["Unknown", "N/A", "sans marque", "Divers", "OEM", "générique", "Various", "???"])
def test_word_instead_of_a_brand_stands_against_nobody(word: str, world: World) -> None:
    found = whole(world, see("brand_string", word), see("description", "Caméra dôme Hikvision DS-2CD2143G2-I"))
    assert (found.maker, found.grade.value) == ("hikvision", "probable")


def test_name_in_running_text_beside_a_badge_of_nobody_known_is_a_question(world: World) -> None:
    found = whole(world, see("brand_string", "CDW"), see("description", "Caméra dôme Hikvision DS-2CD2143G2-I"))
    assert (found.maker, [c.maker for c in found.candidates], found.asks) == (None, ["hikvision"], ("label",))
