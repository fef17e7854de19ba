"""Lines that are put together from shared parts are the canonical JSON of the records they stand for."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debadge.model.asset import Asset, Join
from debadge.model.days import Window
from debadge.model.identification import Evidence
from debadge.model.ids import canonical
from debadge.model.observation import Kept, Observation, Origin, Subject, keep
from debadge.model.situation import Component, Fact, facts_text
from debadge.model.words import Basis, Grade
from debadge.store.observations import lines, number, parse

TEXT = st.text(max_size=20).filter(lambda t: t.isprintable() or "\n" in t)
WORD = st.one_of(st.none(), st.text(min_size=1, max_size=8))
OBSERVATIONS = st.builds(
    Observation,
    subject=st.builds(Subject, ref=WORD, ip=WORD, mac=WORD, row=WORD),
    field=st.sampled_from(["http_server", "acquired"]),
    value=TEXT,
    origin=st.builds(Origin, tool=TEXT, method=st.sampled_from(["probe", "record"]), locator=TEXT),
    collected=st.one_of(st.none(), st.just(datetime(2026, 1, 1, tzinfo=UTC))),
    raw=st.one_of(st.none(), st.just("ab" * 32)),
)


@given(OBSERVATIONS)
def test_content_is_canonical_json_without_the_place(seen: Observation) -> None:
    told = json.loads(seen.content())
    assert canonical(told) == seen.content()
    plain = seen.plain()
    plain["subject"].pop("row", None)
    plain["origin"].pop("locator")
    assert told == plain


@given(st.lists(OBSERVATIONS, max_size=6))
def test_observations_come_back_as_they_were_kept(several: list[Observation]) -> None:
    kept = number(keep("f", seen) for seen in several)
    back = list(parse(lines(kept), "observations.jsonl"))
    assert back == [(told.file, told.seen) for told in kept]


def test_equal_observations_are_numbered_by_place() -> None:
    alike = [
        Observation(
            subject=Subject(ref="x"),
            field="f",
            value="v",
            collected=None,
            origin=Origin(tool="t", method="record", locator=place),
        )
        for place in ("b:2", "a:1", "b:1")
    ]
    kept: list[Kept] = number(keep("f", seen) for seen in alike)
    assert [told.id.partition("-")[2] for told in kept] == ["", "2", "3"]
    assert [told.seen.origin.locator for told in kept] == ["a:1", "b:1", "b:2"]


VALUES: list[Any] = [
    "axis",
    True,
    7,
    ("a", "b"),
    Window(date(2021, 1, 1), date(2021, 12, 31)),
    (Component(maker="hisilicon", part="soc"),),
    'say "value":x',
]


@pytest.mark.parametrize("value", [*VALUES, None])
@pytest.mark.parametrize("others", [(), ("dahua", "axis")])
@pytest.mark.parametrize("rests_on", [(), ("ab12", "cd34-2")])
def test_fact_text_is_its_plain_form(value: Any, others: tuple[str, ...], rests_on: tuple[str, ...]) -> None:
    fact = Fact(value=value, basis=Basis.RECORDED, grade=Grade.PROBABLE, rests_on=rests_on, others=others)
    expected = {"maker": fact.plain()} if fact.known or fact.others else {}
    assert facts_text({"maker": fact}) == canonical(expected)


@pytest.mark.parametrize("observation", [None, "ab12"])
def test_evidence_text_is_its_plain_form(observation: str | None) -> None:
    told = Evidence(
        signal="s",
        field="http_server",
        value='a "quoted"\nvalue',
        says=(("grade", "weak"), ("maker", "axis")),
        source="somebody's page",
        observation=observation,
    )
    assert told.text() == canonical(told.plain())


@pytest.mark.parametrize("parent", [None, "ab12"])
def test_asset_text_is_its_plain_form(parent: str | None) -> None:
    told = Asset(
        id="ab12",
        kind="lot",
        name='a "name"',
        quantity=40,
        keys=(("mac", "0000"), ("ref", "x")),
        observations=("cd34", "cd34-2"),
        joins=(Join(key="mac", value="0000", strength="strong"),),
        parent=parent,
    )
    assert told.text() == canonical(told.plain())
