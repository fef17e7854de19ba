"""Fusion as a function of a set: what may raise, what may lower, and the table of grades."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from debadge.flow.world import World
from debadge.knowledge.pack import load_pack
from debadge.model.words import Basis, Grade

IDENTIFIER = World(load_pack()).identifier
FUSE = IDENTIFIER.fusion.fuse
NAMES = sorted(id_ for id_, s in IDENTIFIER.signals.items() if s.field != "combo" and ":" not in id_)
SPOKEN = sorted(id_ for id_ in IDENTIFIER.signals if ":" in id_)
MAKERS = ("hikvision", "dahua", "uniview", "axis", "huawei")
SETS = st.frozensets(st.sampled_from(NAMES) | st.sampled_from(SPOKEN), max_size=7)


def grade_of(fired: frozenset[str], maker: str) -> int:
    return max((c.grade.rank for c in FUSE(fired).candidates if c.maker == maker), default=0)


def of(maker: str) -> list[str]:
    return [i for i in NAMES if IDENTIFIER.signals[i].maker == maker]


@settings(max_examples=200, deadline=None)
@given(SETS, st.sampled_from(MAKERS), st.data())
def test_more_evidence_for_a_maker_never_lowers_it(fired: frozenset[str], maker: str, data: st.DataObject) -> None:
    more = fired | {data.draw(st.sampled_from(of(maker)))}
    assert grade_of(more, maker) >= grade_of(fired, maker)


@settings(max_examples=200, deadline=None)
@given(SETS, st.sampled_from(MAKERS), st.data())
def test_evidence_for_another_never_raises_a_maker(fired: frozenset[str], maker: str, data: st.DataObject) -> None:
    other = data.draw(st.sampled_from([m for m in MAKERS if m != maker]))
    more = fired | {data.draw(st.sampled_from(of(other)))}
    assert grade_of(more, maker) <= max(grade_of(fired, maker), grade_of(frozenset(edges_only(more)), maker))


def edges_only(fired: frozenset[str]) -> list[str]:
    """A signal of one maker may state a badge that another supplies; that is its badge speaking, not its maker."""
    return [f"badge:{b}" for i in fired if (b := IDENTIFIER.signals[i].says.get("brand")) in IDENTIFIER.badges]


@settings(max_examples=100, deadline=None)
@given(SETS, st.sampled_from(["badge:amcrest", "badge:annke", "oui-lts", "oui-amcrest", "model-lorex", "brand:other"]))
def test_badge_never_lowers_a_protocol_signal(fired: frozenset[str], badge: str) -> None:
    before, after = FUSE(fired), FUSE(fired | {badge})
    if before.grade.rank >= Grade.PROBABLE.rank and before.basis is Basis.OBSERVED:
        assert (after.maker, after.grade) == (before.maker, before.grade)


@settings(max_examples=100, deadline=None)
@given(SETS)
def test_conflict_names_no_maker_and_a_maker_has_the_best_grade(fired: frozenset[str]) -> None:
    verdict = FUSE(fired)
    assert not (verdict.conflict and verdict.maker)
    if verdict.maker:
        assert verdict.grade.rank == max(c.grade.rank for c in verdict.candidates)
    assert all(c.maker in IDENTIFIER.makers for c in verdict.candidates)


TABLE = [
    ("verified signal", {"serial-hik"}, "hikvision", "confirmed"),
    ("two strong signals from two groups", {"oui-hikvision", "srv-app-webs"}, "hikvision", "confirmed"),
    ("two strong signals of one group", {"srv-app-webs", "xmlns-hik"}, "hikvision", "probable"),
    ("firmware inside the answer is the same witness", {"sadp-baseline", "fw-hik@discovery"}, "hikvision", "probable"),
    ("one strong signal", {"realm-ipcamera"}, "hikvision", "probable"),
    ("name and model", {"name:hikvision", "model-hik-ds"}, "hikvision", "probable"),
    ("name and a shape that others share", {"name:vivotek", "model-vivotek"}, "vivotek", "probable"),
    ("model alone", {"model-hik-ds"}, "hikvision", "possible"),
    ("name alone", {"name:hikvision"}, "hikvision", "possible"),
    ("shape alone", {"model-vivotek"}, None, "unknown"),
    ("two weak signals", {"title-webservice", "rtsp-server-3"}, "dahua", "possible"),
    ("chip, software and traps", {"chip-hisilicon", "srv-generic", "onvif-country-china"}, None, "unknown"),
    ("prefix of a chip maker", {"oui-hisilicon"}, None, "unknown"),
    ("name of one maker, model of another", {"name:hikvision", "model-dahua-ipc"}, None, "unknown"),
    ("confirmed maker, record says another", {"serial-hik", "name:axis", "model-axis"}, "hikvision", "confirmed"),
    ("prefix of one maker, record says another", {"oui-hikvision", "name:axis", "model-axis"}, None, "unknown"),
]


@pytest.mark.parametrize(("what", "fired", "maker", "grade"), TABLE, ids=[row[0] for row in TABLE])
def test_table_of_grades(what: str, fired: set[str], maker: str | None, grade: str) -> None:
    verdict = FUSE(frozenset(fired))
    assert (verdict.maker, verdict.grade.value) == (maker, grade), what


def test_two_strong_makers_are_a_conflict_with_both_shown() -> None:
    verdict = FUSE(frozenset({"oui-hikvision", "realm-login-to-serial"}))
    assert verdict.conflict
    assert {c.maker for c in verdict.candidates} == {"hikvision", "dahua"}


def test_badge_is_inferred_through_its_best_edge() -> None:
    verdict = FUSE(frozenset({"badge:honeywell", "class-camera"}))
    assert (verdict.maker, verdict.grade, verdict.basis) == ("dahua", Grade.POSSIBLE, Basis.INFERRED)
    assert {c.maker for c in verdict.candidates} == {"dahua", "hikvision"}


def test_badge_on_a_printer_leads_to_nobody() -> None:
    assert FUSE(frozenset({"badge:honeywell", "class-printer"})).candidates == ()


def test_badge_with_equally_good_edges_picks_none() -> None:
    verdict = FUSE(frozenset({"badge:swann"}))
    assert verdict.maker is None
    assert {"raysharp", "reolink", "hikvision"} <= {c.maker for c in verdict.candidates}


@pytest.mark.parametrize(
    ("beside", "maker"),
    [(set(), None), ({"class-camera"}, "dahua"), ({"badge:lorex"}, "dahua"), ({"class-printer"}, None)],
    ids=["alone", "on a camera", "beside the badge", "on a printer"],
)
def test_prefix_of_a_badge_names_no_maker_of_its_own(beside: set[str], maker: str | None) -> None:
    verdict = FUSE(frozenset({"oui-lorex", *beside}))
    assert verdict.maker == maker
    assert verdict.badged.brand == "lorex"


def test_prefix_of_a_badge_keeps_its_suppliers_in_question() -> None:
    suppliers = [(c.maker, c.basis) for c in FUSE(frozenset({"oui-lorex"})).candidates]
    assert suppliers == [("dahua", Basis.INFERRED), ("hikvision", Basis.INFERRED)]


def test_mention_gives_way_to_other_evidence() -> None:
    assert FUSE(frozenset({"name:hikvision@mention", "model-hik-ds@mention"})).grade is Grade.PROBABLE
    assert {c.maker for c in FUSE(frozenset({"name:hikvision@mention", "name:axis"})).candidates} == {"axis"}
