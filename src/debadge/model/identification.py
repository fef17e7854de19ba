"""Who made it: separate answers, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from typing import Any, NamedTuple

from debadge.model.ids import canonical
from debadge.model.words import Basis, Grade


class Evidence(NamedTuple):
    """One signal that fired, and the text it fired on. A run makes some ten for each thing."""

    signal: str  # id of the rule
    field: str  # channel it was read from
    value: str  # the text, cut to a readable length
    says: tuple[tuple[str, str], ...]  # (("maker", "hikvision"), ("grade", "probable"))
    source: str  # who says that this text means that
    observation: str | None = None  # id of the record behind it

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "signal": self.signal,
            "field": self.field,
            "value": self.value,
            "says": dict(self.says),
            "source": self.source,
            "observation": self.observation,
        }

    def text(self) -> str:
        """`plain` as canonical JSON, put together from what the signal always says and what it was found in."""
        before, between, after = _evidence_parts(self.signal, self.field, self.says, self.source)
        return f"{before}{'null' if self.observation is None else quoted(self.observation)}{between}{quoted(self.value)}{after}"


@lru_cache(maxsize=16384)
def _evidence_parts(signal: str, field: str, says: tuple[tuple[str, str], ...], source: str) -> tuple[str, str, str]:
    told = canonical({"says": dict(says), "signal": signal, "source": source})
    return f'{{"field":{quoted(field)},"observation":', f',{told[1:-1]},"value":', "}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A maker that some evidence names."""

    maker: str
    grade: Grade
    basis: Basis

    def plain(self) -> dict[str, str]:
        """The JSON form."""
        return {"maker": self.maker, "grade": self.grade.value, "basis": self.basis.value}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identification:
    """What the evidence on one subject says, and what nobody looked at."""

    subject: str  # asset id, or the caller's ref
    maker: str | None  # whose engineering and factory; None if unknown or in conflict
    grade: Grade
    basis: Basis | None  # observed or inferred; None if unknown
    entity: str | None  # the legal person that brand, registrant or certificate names
    entity_grade: Grade
    brand: str | None
    model: str | None
    model_says: tuple[tuple[str, str], ...]  # what the number says by its maker's grammar; see model/catalogue.py
    firmware: str | None
    built: date | None  # the day that the firmware names
    chipset: tuple[str, ...]  # makers of chips, sorted
    device_class: str | None  # camera | recorder | switch | printer | phone …
    conflict: bool  # two makers on strong evidence
    candidates: tuple[Candidate, ...]
    because: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    asks: tuple[
        str, ...
    ]  # what would settle who supplied the badge: fcc_id, label …; none where the maker was observed
    not_looked: tuple[str, ...]  # groups of evidence that nobody collected

    def text(self, asset: str) -> str:
        """The line of identifications.jsonl: `plain` with the asset, as canonical JSON."""
        rest = _answers(replace(self, subject="", because=(), against=()))
        against, because = ("[" + ",".join(e.text() for e in some) + "]" for some in (self.against, self.because))
        return f'{{"against":{against},"asset":"{asset}","because":{because},{rest[1:]}'

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in identifications.jsonl and in `identify` (DESIGN.md section 5)."""
        return {
            "maker": self.maker,
            "entity": self.entity,
            "grade": self.grade.value,
            "basis": self.basis.value if self.basis else None,
            "brand": self.brand,
            "model": self.model,
            "model_says": dict(self.model_says),
            "firmware": self.firmware,
            "built": self.built.isoformat() if self.built else None,
            "chipset": list(self.chipset),
            "device_class": self.device_class,
            "conflict": self.conflict,
            "candidates": [c.plain() for c in self.candidates],
            "because": [e.plain() for e in self.because],
            "against": [e.plain() for e in self.against],
            "asks": list(self.asks),
            "not_looked": list(self.not_looked),
        }


@lru_cache(maxsize=16384)
def _answers(bare: Identification) -> str:
    """What alike things share: everything but the evidence."""
    return canonical({name: value for name, value in bare.plain().items() if name not in {"against", "because"}})
