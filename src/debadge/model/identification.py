"""Who made it: separate answers, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from debadge.model.words import Basis, Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One signal that fired, and the text it fired on."""

    signal: str                     # id of the rule
    field: str                      # channel it was read from
    value: str                      # the text, cut to a readable length
    says: tuple[tuple[str, str], ...]          # (("maker", "hikvision"), ("grade", "probable"))
    source: str                     # who says that this text means that
    observation: str | None = None  # id of the record behind it

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {"signal": self.signal, "field": self.field, "value": self.value, "says": dict(self.says),
                "source": self.source, "observation": self.observation}


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

    subject: str                    # asset id, or the caller's ref
    maker: str | None               # whose engineering and factory; None if unknown or in conflict
    grade: Grade
    basis: Basis | None             # observed or inferred; None if unknown
    entity: str | None              # the legal person that brand, registrant or certificate names
    entity_grade: Grade
    brand: str | None
    model: str | None
    firmware: str | None
    chipset: tuple[str, ...]        # makers of chips, sorted
    device_class: str | None        # camera | recorder | switch | printer | phone …
    conflict: bool                  # two makers on strong evidence
    candidates: tuple[Candidate, ...]
    because: tuple[Evidence, ...]
    against: tuple[Evidence, ...]
    not_looked: tuple[str, ...]     # groups of evidence that nobody collected

    def plain(self) -> dict[str, Any]:
        """The JSON form, as in identifications.jsonl and in `identify` (DESIGN.md section 5)."""
        return {"maker": self.maker, "entity": self.entity, "grade": self.grade.value,
                "basis": self.basis.value if self.basis else None, "brand": self.brand, "model": self.model,
                "firmware": self.firmware, "chipset": list(self.chipset), "device_class": self.device_class,
                "conflict": self.conflict, "candidates": [c.plain() for c in self.candidates],
                "because": [e.plain() for e in self.because], "against": [e.plain() for e in self.against],
                "not_looked": list(self.not_looked)}
