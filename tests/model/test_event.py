"""The line of an event is the canonical form of what it says, and a field more or less is another event."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from debadge.model.event import FIRST, Event, bound, chained, event_of, salts_of
from debadge.model.jcs import jcs, parsed

TEXT = st.text(max_size=12)
GIVEN = st.dictionaries(
    st.text(st.characters(codec="ascii"), max_size=6), TEXT | st.integers(0, 9) | st.lists(TEXT, max_size=2), max_size=4
)


def event(given: dict[str, Any], **told: Any) -> Event:
    plain = Event(
        1, FIRST, "2026-11-22T10:00:00Z", "Ada", "reviewer", "note", ("c-1",), None, given, ("ab" * 32,), "0" * 32
    )
    return plain._replace(**told)


@given(GIVEN, TEXT, TEXT, st.none() | TEXT, st.lists(TEXT, max_size=3))
def test_line_is_canonical_and_comes_back(
    fields: dict[str, Any], actor: str, action: str, reason: str | None, cases: list[str]
) -> None:
    told = event(fields, actor=actor, action=action, reason=reason, cases=tuple(cases))
    id_, line = told.told()
    assert jcs(parsed(line)) + b"\n" == line
    assert event_of(parsed(line)) == told
    assert parsed(line)["id"] == id_ == told.id


def test_copy_that_shows_only_the_digest_of_a_field_has_the_same_id() -> None:
    told = event({"serial": "DS-1", "place": "roof"}, reason="named")
    hidden = told.hidden()
    salts = dict(zip(hidden, salts_of(told.salt, len(hidden)), strict=True))
    digests = {name: bound(salts[name], text) for name, text in hidden.items()}
    assert chained("note", told.at, told.blobs, told.cases, FIRST, "reviewer", 1, digests) == told.id
    assert bound("1" * 32, hidden["given.serial"]) != digests["given.serial"]


def test_every_field_is_bound() -> None:
    told = event({"serial": "DS-1"})
    others = {
        "seq": 2, "previous": "1" * 64, "at": "2026-11-23T10:00:00Z", "actor": "Eve", "role": "decider", "action": "x",
        "cases": ("c-2",), "reason": "r", "given": {"serial": "DS-2"}, "blobs": (), "salt": "1" * 32,
    }  # fmt: skip
    assert others.keys() == set(Event._fields)
    assert all(told._replace(**{name: value}).id != told.id for name, value in others.items())  # type: ignore[arg-type]
