"""Small invented assessments, judged by invented rules: what reports are tested with, and one with 10,000 devices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from debadge.judge.law import Law
from debadge.judge.shared import judge_many
from debadge.model.assessment import Assessment
from debadge.model.asset import Asset
from debadge.model.coverage import Coverage, FileCoverage, NetworkCoverage
from debadge.model.days import Window
from debadge.model.identification import Candidate, Evidence, Identification
from debadge.model.observation import Kept, Observation, Origin, Reject, Subject
from debadge.model.organisation import Organisation, Site
from debadge.model.regime import Regime
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Basis, Grade
from debadge.testing.rules import law, regimes

AS_OF = date(2026, 10, 16)
GROUPS = ("web", "management")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One device as a test describes it."""

    name: str
    maker: str | None = "examplecam"
    grade: Grade = Grade.CONFIRMED
    brand: str | None = None
    entity: str | None = None
    model: str | None = "NJ-200"
    site: str | None = "hq"
    kind: str = "device"
    quantity: int = 1
    acts: tuple[str, ...] = ("use", "retain")
    device_class: str | None = "camera"
    acquired: str | None = None
    chip: str | None = None
    conflict: bool = False
    candidates: tuple[str, ...] = ()
    text: str = "Nightjar-Webs/2.1"

    @property
    def id(self) -> str:
        """The id of its asset."""
        return f"dev-{self.name}"


ESTATE = (
    Thing(name="cam-1", acquired="2023-05-02"),
    Thing(name="cam-2", acquired="2023-05-02"),
    Thing(name="cam-3", acquired="2025-02-01", site="depot"),
    Thing(name="relabel", brand="Acme", grade=Grade.PROBABLE, model="A-1"),
    Thing(name="seller", brand="Nightjar", entity="nightjar_inc", grade=Grade.PROBABLE, model="N-9"),
    Thing(name="chip", maker="northlens", model="NL-5", chip="examplecam"),
    Thing(name="other", maker="northlens", model="NL-1"),
    Thing(name="nobody", maker=None, grade=Grade.UNKNOWN, model=None, site=None),
    Thing(
        name="two", maker=None, grade=Grade.PROBABLE, model=None, conflict=True, candidates=("examplecam", "northlens")
    ),
    Thing(name="po-40", kind="purchase_line", quantity=40, acts=("procure",), acquired="2023-12"),
)


def department(**changed: Any) -> Organisation:
    """A federal department of ZZ with two sites and a marking."""
    whole: dict[str, Any] = {
        "names": {"en": "Harbour Office", "fr": "Bureau du port"},
        "profile": None,
        "jurisdiction": "ZZ",
        "roles": ("federal_department",),
        "marking": "PROTECTED A",
        "record_kinds": ("asset_register", "vms"),
        "sites": (
            Site(id="hq", names={"en": "Headquarters", "fr": "Siège"}, networks=("192.0.2.0/25",), controller="own"),
            Site(
                id="depot", names={"en": "Depot", "fr": "Dépôt"}, networks=("198.51.100.0/24",), controller="landlord"
            ),
        ),
    }
    return Organisation(**{**whole, **changed})


def assessment(
    things: Sequence[Thing] = ESTATE,
    *,
    organisation: Organisation | None = None,
    nobody: bool = False,
    rules: Sequence[Regime] | None = None,
    known: Law | None = None,
    rejects: Iterable[Reject] = (),
    coverage: Coverage | None = None,
) -> Assessment:
    """An assessment of some things by a department, or by nobody; ``known`` gives other parties than the invented ones."""
    asking = None if nobody else organisation or department()
    judged = tuple(regimes() if rules is None else rules)
    sites = {t.id: asking.site(t.site) if asking and t.site else None for t in things}
    situations = {t.id: tuple(situation(t, act, asking, sites[t.id]) for act in t.acts) for t in things}
    lawbook = known or law(*judged)
    seen = [_observation(t) for t in things]
    return Assessment(
        arguments={},
        as_of=AS_OF,
        known_by=None,
        pack="pack-0123456789abcdef",
        organisation=asking,
        observations={told.id: told for told in seen},
        assets=tuple(sorted((_asset(t) for t in things), key=lambda a: a.id)),
        identifications={t.id: identified(t) for t in things},
        situations=situations,
        sites=sites,
        groups=tuple(
            judge_many((s for several in situations.values() for s in several), judged, as_of=AS_OF, law=lawbook)
        ),
        regimes={r.id: r for r in judged},
        makers=lawbook.makers,
        coverage=coverage or covered(things),
        rejects=tuple(rejects),
    )


def many(count: int = 10_000, *, models: int = 60) -> Assessment:
    """As many devices as asked for, of two makers and some models at two sites, bought on many days."""
    return assessment([_one_of_many(n, models) for n in range(count)])


def _one_of_many(number: int, models: int) -> Thing:
    kind = number % models
    return Thing(
        name=f"unit-{number:05}",
        maker="northlens" if kind % 3 else "examplecam",
        brand="Acme" if kind % 7 == 0 else None,
        grade=Grade.PROBABLE if kind % 2 else Grade.CONFIRMED,
        model=f"NJ-{kind:03}",
        site="depot" if number % 5 == 0 else "hq",
        acquired=f"20{20 + kind % 6}-{1 + number % 12:02}-{1 + number % 28:02}",
        text=f"Nightjar-Webs/2.{number}",
    )


def identified(thing: Thing) -> Identification:
    """Who made it, by one server text that was seen."""
    says = (("maker", thing.maker), ("grade", thing.grade.value)) if thing.maker else ()
    seen = Evidence(
        signal="nightjar-webs",
        field="http_server",
        value=thing.text,
        says=says,
        source="NJ-200 manual p. 12",
        observation=f"obs-{thing.name}",
    )
    return Identification(
        subject=thing.id,
        maker=thing.maker,
        grade=thing.grade,
        basis=Basis.OBSERVED if thing.maker else None,
        entity=thing.entity,
        entity_grade=Grade.CONFIRMED if thing.entity else Grade.UNKNOWN,
        brand=thing.brand,
        model=thing.model,
        model_says=(),
        firmware=None,
        built=None,
        chipset=(thing.chip,) if thing.chip else (),
        device_class=thing.device_class,
        conflict=thing.conflict,
        candidates=tuple(Candidate(maker=m, grade=thing.grade, basis=Basis.OBSERVED) for m in thing.candidates),
        because=(seen,) if thing.maker else (),
        against=(seen._replace(signal="other-prefix", field="mac_oui", says=()),) if thing.conflict else (),
        asks=(),
        not_looked=GROUPS,
    )


def situation(thing: Thing, act: str, asking: Organisation | None, site: Site | None) -> Situation:
    """What a rule may ask about it."""
    behind = (f"obs-{thing.name}",)
    told: dict[str, Fact | None] = {
        "act": Fact(value=act, basis=Basis.DERIVED),
        "jurisdiction": Fact(value=asking.jurisdiction) if asking else None,
        "actor": Fact(value=asking.roles) if asking else None,
        "maker": Fact(
            value=thing.maker, basis=Basis.OBSERVED, grade=thing.grade, rests_on=behind, others=thing.candidates
        ),
        "entity": Fact(value=thing.entity, basis=Basis.OBSERVED, rests_on=behind) if thing.entity else None,
        "brand": Fact(value=thing.brand.lower(), basis=Basis.RECORDED, rests_on=behind) if thing.brand else None,
        "product": Fact(value=("video_surveillance",), basis=Basis.DERIVED),
        "component": Fact(value=(Component(maker=thing.chip, part="soc"),), basis=Basis.OBSERVED)
        if thing.chip
        else None,
        "controller": Fact(value=site.controller) if site and site.controller else None,
        "acquired": Fact(value=Window.parse(thing.acquired), basis=Basis.RECORDED, rests_on=behind)
        if thing.acquired
        else None,
    }
    return Situation(subject=thing.id, facts={name: fact for name, fact in told.items() if fact is not None})


def covered(things: Sequence[Thing] = ()) -> Coverage:
    """One file read, one that could not be, one network swept in part and one not at all."""
    units = sum(t.quantity for t in things)
    return Coverage(
        files=(
            read_file("register.csv", records=len(things)),
            read_file("scan.xml", error="nmap_without_scan", form=None),
        ),
        networks=(
            NetworkCoverage(
                network="192.0.2.0/25",
                site="hq",
                addresses=126,
                excluded=0,
                swept=120,
                answered=9,
                methods=("nmap",),
                last="2026-10-14",
            ),
            NetworkCoverage(
                network="198.51.100.0/24",
                site="depot",
                addresses=246,
                excluded=8,
                swept=0,
                answered=2,
                methods=(),
                last=None,
            ),
        ),
        kinds_expected=("asset_register", "vms"),
        kinds_read=("asset_register",),
        personal=1,
        excluded_units=2,
        same_address=(("192.0.2.9", 2),),
        lookalikes=(("Northlnes", "northlens", 1),),
        shared_keys=({"key": "mac", "value": "00:00:5e:00:53:01", "units": 7},),
        not_looked=dict.fromkeys(GROUPS, units),
        left_out=(),
    )


def read_file(name: str, *, records: int = 0, error: str | None = None, form: str | None = "csv") -> FileCoverage:
    """What became of one file."""
    return FileCoverage(
        name=name,
        format=form,
        digest="0" * 64,
        observations=records,
        records=records,
        rejected=0,
        skipped={},
        secret_columns=("password",) if error is None else (),
        unread_columns=("Remarks",) if error is None else (),
        record_kind="asset_register" if error is None else None,
        swept=(),
        method=None,
        last=None,
        error=Reject(locator=name, reason=error, given={}) if error else None,
    )


def _asset(thing: Thing) -> Asset:
    return Asset(
        id=thing.id,
        kind=thing.kind,
        name=thing.name,
        quantity=thing.quantity,
        keys=(("ref", thing.name),),
        observations=(f"obs-{thing.name}",),
        joins=(),
    )


def _observation(thing: Thing) -> Kept:
    seen = Observation(
        subject=Subject(ref=thing.name),
        field="http_server",
        value=thing.text,
        origin=Origin(tool="csv", method="import", locator=f"register.csv:{thing.name}"),
        collected=datetime(2026, 10, 14, tzinfo=UTC),
    )
    return Kept(id=f"obs-{thing.name}", file="register.csv", seen=seen, text=seen.content())
