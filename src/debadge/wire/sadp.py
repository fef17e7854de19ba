"""SADP, the discovery question and answer of Hikvision's firmware: XML in one UDP datagram, port 37020.

The question can be written, and nothing else: the verbs that change a device (activate, update, reset ...) have no form here.
What is read is hostile until shown otherwise, so an answer is scanned and not parsed. Units sold under other names answer
too, and say so in their OEM codes. Source: the fact base on protocols, section 1, and `protocols_more`, read 2026-11-22.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from debadge.wire.elements import MAX_TEXT, scan
from debadge.wire.texts import text_of
from debadge.wire.withheld import open_elements

PORT = 37020  # UDP; group 239.255.255.250, broadcast or unicast
GROUP = "239.255.255.250"
_QUESTION = '<?xml version="1.0" encoding="utf-8"?><Probe><Uuid>{}</Uuid><Types>inquiry</Types></Probe>'
_ROOT = re.compile(
    r"(?i)<(?:[\w.-]{1,64}:)?(Envelope|ProbeMatch|Probe)(?=[\s/>])"
)  # WS-Discovery stands in an Envelope
_END = re.compile(r"(?i)</(?:[\w.-]{1,64}:)?(?:ProbeMatch|Probe)\s{0,16}>")
_DATE = re.compile(
    r"(?=(20[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9]))"
)  # runs overlap: the model before it may end in digits
_OPEN = ("uuid", "types")  # of a message that is no inquiry: what it is, and nothing of what it says


@dataclass(frozen=True, slots=True, kw_only=True)
class SadpAnswer:
    """One message as heard. Answers go to the whole group, and one's own question comes back as an echo."""

    is_answer: bool  # False: somebody's question (root Probe); our own is known by its uuid
    uuid: str  # of the question, upper case; "" if it names none
    types: str  # "inquiry"; the verb of somebody else's tool, whose content is left out; "" if cut off
    text: str  # from its root on, decoded, without secrets; "" for what is no inquiry
    fields: Mapping[str, str]  # the elements under their lower-case names, without secrets


@dataclass(frozen=True, slots=True, kw_only=True)
class OemMarks:
    """What a unit says about its badge. None where it says nothing, or nothing that the sources explain."""

    is_oem: bool | None  # OEMCode: 0 baseline, 1 an OEM unit
    is_ezviz: bool | None  # EZVIZCode: 0 baseline, 1 EZVIZ
    detail: int | None  # DetailOEMCode as it stands: 0 an old unit, 1 a new baseline unit
    customer: int | None  # of a longer code: whom the unit was made for
    menu_style: int | None  # its last four digits: style, then region
    region: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SerialParts:
    """A DeviceSN taken apart: model, day of manufacture, region letters and number."""

    model: str | None  # None if no day stands in it: then nobody can say where the model ends
    made: date | None
    rest: str  # from the day on; the whole where there is none


def inquiry(uuid: UUID) -> bytes:
    """The minimal question in its wire form. The answer repeats the uuid, which should be a new one of version 4."""
    return _QUESTION.format(str(UUID(str(uuid))).upper()).encode()


def read(datagram: bytes) -> SadpAnswer | None:
    """A question or an answer out of a datagram, whatever its encoding; None if it is neither."""
    return read_text(text_of(datagram))


def read_text(text: str) -> SadpAnswer | None:
    """As `read`, for text that was decoded already. Before the root and after its end may stand anything."""
    root = _ROOT.search(text)
    if root is None or root[1].lower() == "envelope":
        return None
    body = text[root.start() : root.start() + MAX_TEXT]
    end = _END.search(body)
    body = open_elements(body[: end.end()] if end else body).rstrip()
    fields = scan(body)
    types = fields.get("types", "").strip()
    if types and not types.lower().startswith("inquiry"):
        body, fields = "", {name: fields[name] for name in _OPEN if name in fields}
    is_answer, uuid = root[1].lower() == "probematch", fields.get("uuid", "").strip("{} ").upper()
    return SadpAnswer(is_answer=is_answer, uuid=uuid, types=types, text=body, fields=fields)


def split_serial(serial: str) -> SerialParts:
    """Cut a DeviceSN before the last eight digits that are a day of this century.

    A day that region letters follow goes before one inside the closing number, which holds one by chance. Recorders put
    two digits more before the day (their channels); nothing tells those from the end of a model, so they stay with it.
    """
    whole = serial.strip()
    days = [(found.start(), day) for found in _DATE.finditer(whole) if (day := _day(found[1]))]
    lettered = [(at, day) for at, day in days if whole[at + 8 : at + 9].isalpha()]
    if not days:
        return SerialParts(model=None, made=None, rest=whole)
    at, day = (lettered or days)[-1]
    return SerialParts(model=whole[:at] or None, made=day, rest=whole[at:])


def model_of(serial: str) -> str | None:
    """The model that a DeviceSN begins with; None if it has no day of manufacture, or nothing stands before it."""
    return split_serial(serial).model


def oem_marks(fields: Mapping[str, str]) -> OemMarks:
    """What the fields of an answer say about the badge; ten digits at most, as in the maker's own header."""
    code = fields.get("detailoemcode", "").strip()
    known = code.isascii() and code.isdigit() and len(code) <= 10
    long = known and len(code) >= 5
    return OemMarks(
        is_oem=_flag(fields.get("oemcode")),
        is_ezviz=_flag(fields.get("ezvizcode")),
        detail=int(code) if known else None,
        customer=int(code[:-4]) if long else None,
        menu_style=int(code[-4:-2]) if long else None,
        region=int(code[-2:]) if long else None,
    )


def _flag(value: str | None) -> bool | None:
    return {"1": True, "true": True, "0": False, "false": False, "flase": False}.get((value or "").strip().lower())


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        return None
