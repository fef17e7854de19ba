"""Simulated devices: strangers to our readers, silent where real ones are, and known for what they are."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from pathlib import Path
from uuid import UUID

import pytest

import debadge.testing.devices
from debadge.correlate.derive import derive
from debadge.flow.world import World
from debadge.model.observation import Observation, Origin, Subject, keep
from debadge.model.words import Grade
from debadge.testing.devices import catalogue, dahua_v1, dhip, nvss, sadp
from debadge.testing.devices.persona import Persona
from debadge.text import macs
from debadge.wire import dahua_v1 as wire_v1
from debadge.wire import dhip as wire_dhip
from debadge.wire import nvss as wire_nvss
from debadge.wire import sadp as wire_sadp

FOLDER = Path(debadge.testing.devices.__file__).parent
EVERY = (*catalogue.SADP, *catalogue.DAHUA, *catalogue.TIANDY)
ID = UUID("e8ecfe09-90e4-44c0-842b-703f46b58c81")
Simulator = Callable[[Persona, bytes], bytes | None]
SIMULATORS: dict[str, tuple[Simulator, bytes, Persona]] = {
    "sadp": (sadp.answer, wire_sadp.inquiry(ID), catalogue.SADP[1]),
    "dhip": (dhip.answer, wire_dhip.search(), catalogue.DAHUA[0]),
    "dahua_v1": (dahua_v1.answer, wire_v1.search(), catalogue.DAHUA[0]),
    "nvss": (nvss.answer, wire_nvss.search(), catalogue.TIANDY[0]),
}
JSON = b'{"method":"%s","params":%s}'


def framed(body: bytes) -> bytes:
    length = len(body).to_bytes(4, "little")
    return b"\x20\x00\x00\x00DHIP" + bytes(8) + length + bytes(4) + length + bytes(4) + body


def imported(path: Path) -> set[str]:
    """Every module that a file names in an import, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "an import by dots hides its package"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.stem)
def test_simulator_shares_nothing_with_the_readers_and_opens_no_socket(path: Path) -> None:
    told = imported(path)
    ours = {name for name in told if name.startswith("debadge.")}
    assert all(name.startswith("debadge.testing.devices.") for name in ours)
    assert not any(name.split(".")[0] in {"socket", "asyncio", "importlib", "socketserver"} for name in told)
    assert "__import__" not in path.read_text("utf-8")


SILENT = {
    "sadp": [
        b"",
        b"<Probe/>",
        b"<Probe><Uuid>1</Uuid><Types>inquiry",
        b"<Probe><Uuid>1</Uuid><Types>reboot</Types></Probe>",
        b"<Probe><Types>inquiry</Types></Probe>",
        b"<ProbeMatch><Uuid>1</Uuid><Types>inquiry</Types></ProbeMatch>",
        b'<!DOCTYPE x [<!ENTITY a "b">]><Probe><Uuid>&a;</Uuid><Types>inquiry</Types></Probe>',
        b"\xff\xfe\x00",
    ],
    "dhip": [
        b"",
        b"\xff",
        wire_dhip.search().replace(b"DHIP", b"PIHD"),  # only a few units answer that
        wire_dhip.search()[32:],  # one author measured four units: no head, no answer
        framed(JSON % (b"DHDiscover.setConfig", b"{}")),
        framed(JSON % (b"DHDiscover.search", b"[]")),
        framed(JSON % (b"DHDiscover.search", b'{"mac":"3c:ef:8c:00:00:01"}')),
        framed(b'{"method":"DHDiscover.search","mac":"3c:ef:8c:00:00:99","params":{"uni":1}}'),
        framed(b"[" * 9_000),
        framed(b"[]"),
    ],
    "dahua_v1": [b"", wire_v1.search()[:31], wire_v1.search() + b"\x00", b"\xa3\x05" + bytes(30)],
    "nvss": [
        b"",
        wire_nvss.search()[:-1],
        wire_nvss.search()[10:],
        b"\xbe\xbe\xe5\xe5" + bytes(40),
        b"\x00" + wire_nvss.search()[1:],
    ],
}
CASES = [(name, datagram) for name, several in SILENT.items() for datagram in several]


@pytest.mark.parametrize(("name", "datagram"), CASES, ids=[f"{n}-{k}" for k, (n, _) in enumerate(CASES)])
def test_device_is_silent_to_all_but_its_question(name: str, datagram: bytes) -> None:
    answer, question, persona = SIMULATORS[name]
    assert answer(persona, datagram) is None
    assert answer(persona, question) is not None


@pytest.mark.parametrize("name", SIMULATORS)
@pytest.mark.parametrize("other", SIMULATORS)
def test_device_answers_only_its_own_protocol(name: str, other: str) -> None:
    answer, _, persona = SIMULATORS[name]
    assert (answer(persona, SIMULATORS[other][1]) is not None) is (name == other)


def test_search_that_names_the_unit_is_answered() -> None:
    camera = catalogue.DAHUA[0]
    asked = b'{"method":"DHDiscover.search","mac":"%s","params":{"uni":1}}' % camera.mac.encode()
    assert dhip.answer(camera, framed(asked)) is not None


def written(manner: sadp.Manner) -> bytes:
    relabel = next(persona for persona in catalogue.SADP if persona.label == "relabel")
    told = sadp.answer(relabel, wire_sadp.inquiry(ID), manner)
    assert told is not None
    return told


def test_faults_of_firmware_are_written_as_asked() -> None:
    plain = written(sadp.Manner())
    assert written(sadp.Manner(before=b"A", after=b"Z")) == b"A" + plain + b"Z"
    assert b"Harbour &amp; Sons" in plain
    assert b"Harbour & Sons" in written(sadp.Manner(bare_ampersand=True))
    assert b">flase<" in plain
    assert b">flase<" not in written(sadp.Manner(flase=False))
    assert written(sadp.Manner(closed=False)) == plain.removesuffix(b"\r\n</ProbeMatch>")


def test_order_of_elements_follows_the_seed() -> None:
    first, again, other = (written(sadp.Manner(shuffle=seed)) for seed in (1, 1, 2))
    assert first == again != other
    assert len(first) == len(other) == len(written(sadp.Manner()))


def test_persona_is_synthetic_and_stays_so() -> None:
    persona = EVERY[0]
    assert all(one.synthetic is True for one in EVERY)
    with pytest.raises(FrozenInstanceError):
        persona.synthetic = False  # type: ignore[assignment,misc]
    with pytest.raises(TypeError):
        Persona(label="x", brand="", model="", serial="", mac="", firmware="", synthetic=False)  # type: ignore[call-arg]


@pytest.mark.parametrize("persona", EVERY, ids=lambda persona: persona.label)
def test_persona_is_a_possible_device(persona: Persona) -> None:
    assert macs.from_eui64(persona.link_local()) == macs.parse_mac(persona.mac)
    assert macs.is_registered(persona.mac.replace(":", ""))
    assert persona.ip.startswith("192.0.2.")  # RFC 5737: nobody's


def test_labels_tell_personas_apart() -> None:
    assert len({persona.label for persona in EVERY}) == len(EVERY)
    codes = {persona.detail_oem_code for persona in catalogue.SADP}
    assert {0, 1} < codes
    assert any(code is not None and code > 9_999 for code in codes)


SAYS = [
    *[("sadp_probematch", "sadp", persona, "hikvision") for persona in catalogue.SADP if persona.label != "clone"],
    *[("dhip_devinfo", "dhip", persona, "dahua") for persona in catalogue.DAHUA],
    *[("nvss_seek", "nvss", persona, "tiandy") for persona in catalogue.TIANDY],
]


def grade(world: World, field: str, text: str) -> tuple[str | None, Grade]:
    seen = Observation(
        subject=Subject(ref="x"),
        field=field,
        value=text,
        collected=None,
        origin=Origin(tool="t", method="probe", locator="x"),
    )
    kept = keep("x", seen)
    told = world.identifier.identify("x", [(k.id, k.seen) for k in (kept, *derive([kept]))])
    return told.maker, told.grade


def text_of(simulator: str, persona: Persona) -> str:
    answer, question, _ = SIMULATORS[simulator]
    datagram = answer(persona, question)
    assert datagram is not None
    reader = {"sadp": wire_sadp.read, "dhip": wire_dhip.read, "nvss": wire_nvss.read}[simulator]
    told = reader(datagram)
    assert told is not None
    return told.text


@pytest.mark.parametrize(("field", "simulator", "persona", "maker"), SAYS, ids=[case[2].label for case in SAYS])
def test_unit_is_traced_to_its_maker_whatever_its_badge(
    field: str, simulator: str, persona: Persona, maker: str, world: World
) -> None:
    assert grade(world, field, text_of(simulator, persona)) == (maker, Grade.CONFIRMED)


def test_firmware_that_only_copies_the_protocol_is_not_confirmed(world: World) -> None:
    clone = next(persona for persona in catalogue.SADP if persona.label == "clone")
    assert grade(world, "sadp_probematch", text_of("sadp", clone))[1] is not Grade.CONFIRMED
