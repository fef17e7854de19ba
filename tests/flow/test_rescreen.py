"""A new list re-screens only what it touches, and the answers are byte for byte those of a full screening."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from debadge.flow.each_name import standing
from debadge.flow.earlier import Earlier, HeadWriter, head_file
from debadge.flow.rescreen import Change, Rescreening, rescreening
from debadge.flow.screening import NameScreen
from debadge.flow.world import World
from debadge.model.errors import ToldError
from debadge.model.ids import canonical, digest_bytes
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.model.query import Owner, Query
from debadge.screen.names.answer import NameAnswer
from debadge.store.lists import content_of, keep

DAY = date(2026, 11, 22)
CHANGES = 200
WORDS = ("Nightjar", "Osprey", "Falcon", "Kestrel", "Heron", "Bittern", "Merlin", "Optics", "Sensors", "Trading", "Power",
         "Machines", "Digital")  # fmt: skip
FORMS = ("Co., Ltd.", "GmbH", "Inc.", "JSC", "PJSC", "")
NATIVE = ("海康威视", "夜鹰光学有限公司", "鱼鹰传感器股份有限公司", "Акустика", "宇视科技")


def listed(rand: random.Random, ref: int) -> ListRow:
    name = " ".join([*rand.sample(WORDS, rand.randint(1, 3)), rand.choice(FORMS)]).strip()
    names = (name, *rand.sample(NATIVE, rand.randint(0, 1)), *(rand.sample(WORDS, 1) if rand.random() < 0.2 else ()))
    return ListRow(
        list=f"own-{ref % 2}",
        ref=f"{ref:04}",
        names=tuple(ListedName(text=one) for one in names),
        addresses=(Address(text="x", country=rand.choice(("CN", "RU", "CA"))),) if rand.random() < 0.4 else (),
        identifiers=(("uscc", f"9133000{ref:011}"),) if rand.random() < 0.2 else (),
        start=rand.choice((None, date(2026, 11, 22), date(2026, 12, 1))),
        locator=f"x.csv:{rand.randint(1, 99)}",
    )


def snapshots(rows: Sequence[ListRow]) -> tuple[Snapshot, ...]:
    told = []
    for list_ in sorted({row.list for row in rows}):
        mine = tuple(sorted((row for row in rows if row.list == list_), key=lambda row: row.ref))
        bare = Snapshot(list=list_, digest="", published=None, imported=DAY, count=len(mine), persons=0, files=())
        told.append(replace(bare, digest=digest_bytes(content_of(mine)), rows=mine))
    return tuple(told)


def changed(rand: random.Random, rows: Sequence[ListRow], ref: int) -> list[ListRow]:
    told = list(rows)
    at = rand.randrange(len(told))
    match rand.choice(("add", "remove", "change", "move", "several")):
        case "add":
            told.append(listed(rand, ref))
        case "remove":
            del told[at]
        case "change":
            told[at] = replace(listed(rand, ref), list=told[at].list, ref=told[at].ref)
        case "move":  # only the places in the file
            told = [replace(row, locator=f"{row.locator}9") for row in told]
        case _:
            told = [*told[:at], *told[at + 2 :], listed(rand, ref), listed(rand, ref + 10_000)]
    return told


def queries(rand: random.Random) -> Iterator[Query]:
    for number in range(40):
        text = " ".join([*rand.sample(WORDS, rand.randint(1, 3)), rand.choice(FORMS)]).strip()
        if rand.random() < 0.2:
            at = rand.randrange(len(text))
            text = text[:at] + text[at + 1 :]
        text = rand.choice((text, text, text, rand.choice(NATIVE), "Hikvision Canada Inc.", "Maple Ridge Roofing"))
        yield Query(
            text=text.ljust(35, "x")[:35] if rand.random() < 0.1 else text,
            line=number,
            country=rand.choice((None, "CN", "CA")),
            identifiers=(f"9133000{rand.randrange(60):011}",) if rand.random() < 0.1 else (),
            owners=(Owner(name=rand.choice(WORDS), share=60),) if rand.random() < 0.1 else (),
            names=tuple(
                rand.sample(("Heron Sensors", "海康威视", "Maple Ridge Roofing"), rand.choice((0, 0, 0, 1, 2)))
            ),
            given={"row": number},
        )


def answer(again: Rescreening, query: Query) -> NameAnswer:
    return standing(query, [told for _, told in again.each(query)])


def lines(answers: Sequence[NameAnswer]) -> str:
    return "".join(f"{canonical(one.plain())}\n" for one in answers)


class Held(Earlier):
    """An earlier run that is in memory."""

    def __init__(self, screen: NameScreen, asked: Sequence[Query]) -> None:
        self._told = {query.digest: {**screen.screen(query).plain(), "asked": query.digest} for query in asked}

    def answer(self, asked: str) -> dict[str, object] | None:
        return self._told.get(asked)


def test_answers_after_any_change_of_lists_are_those_of_a_full_screening(world: World) -> None:
    rand = random.Random(20261122)  # noqa: S311  # the same changes every time
    rows = [listed(rand, ref) for ref in range(30)]
    before, anew = NameScreen(world, snapshots(rows), as_of=DAY), 0
    for number in range(CHANGES):
        rows = changed(rand, rows, 100 + number) if len(rows) > 10 else [listed(rand, 300 + n) for n in range(30)]
        after = NameScreen(world, snapshots(rows), as_of=rand.choice((DAY, date(2026, 12, 1))))
        asked = list(queries(rand))
        again = Rescreening(after, Held(before, asked), Change(before, after, world), None)
        moved = [replace(query, line=query.line + 1, given={"row": "other"}) for query in asked]
        assert lines([answer(again, query) for query in moved]) == lines([after.screen(query) for query in moved])
        before, anew = after, anew + again.anew
    assert 0 < anew < CHANGES * 40 * 0.9  # and it saves something, although every name here is like every row


def test_name_that_no_changed_row_is_like_is_not_asked_anew(world: World) -> None:
    rows = [ListRow(list="own-0", ref=str(n), names=(ListedName(text=f"{WORDS[n]} Optics"),)) for n in range(5)]
    before, after = (NameScreen(world, snapshots(some), as_of=DAY) for some in (rows[:4], rows))
    change = Change(before, after, world)
    assert [one for one in WORDS[:6] if change.touches(Query(text=f"{one} Optics Ltd."))] == [WORDS[4]]
    assert change.pairs == {("own-0", "4")}


@pytest.fixture
def kept(world: World, tmp_path: Path) -> tuple[Path, Path, NameScreen]:
    """(home, answers, screen) of an earlier run against one list."""
    rows = [ListRow(list="own-0", ref="1", names=(ListedName(text="Nightjar Optics"),))]
    for one in snapshots(rows):
        keep(tmp_path, one)
    screen, path = NameScreen(world, snapshots(rows), as_of=DAY), tmp_path / "a.jsonl"
    head, query = HeadWriter(screen.against), Query(text="Nightjar Optics")
    path.write_text(head.add(f"{canonical({**screen.screen(query).plain(), 'asked': query.digest})}\n"), "utf-8")
    head_file(path).write_text(head.text(), "utf-8")
    return tmp_path, path, screen


def test_same_lists_facts_and_day_screen_nothing_anew(kept: tuple[Path, Path, NameScreen], world: World) -> None:
    home, path, screen = kept
    rows = [ListRow(list="own-0", ref="1", names=(ListedName(text="Nightjar Optics"),))]
    again = rescreening(screen, Earlier(path), world, snapshots(rows), home)
    assert answer(again, Query(text="Nightjar Optics")).answer == "listed"
    assert (again.anew, again.carried, again.why_all) == (0, 1, None)


def test_lists_that_are_not_kept_any_more_screen_everything_anew(
    kept: tuple[Path, Path, NameScreen], world: World, tmp_path: Path
) -> None:
    _, path, screen = kept
    again = rescreening(screen, Earlier(path), world, (), tmp_path / "elsewhere")
    assert again.why_all == "screen_desk.all.rows"
    assert answer(again, Query(text="Nightjar Optics")).answer == "listed"
    assert (again.anew, again.carried) == (1, 0)


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [("pack", "pack-0", "pack"), ("policy", "names-0", "policy"), ("threshold", 0.1, "policy"), ("sure", 2, "policy")],
)
def test_other_facts_or_policy_screen_everything_anew(
    kept: tuple[Path, Path, NameScreen], key: str, value: object, why: str
) -> None:
    _, path, screen = kept
    assert Earlier(path).why_all(screen.against) is None
    against = replace(screen.against, **{key: value})  # type: ignore[arg-type]
    assert Earlier(path).why_all(against) == f"screen_desk.all.{why}"


def test_answers_that_were_changed_carry_nothing(kept: tuple[Path, Path, NameScreen]) -> None:
    _, path, _ = kept
    path.write_text(path.read_text("utf-8").replace("listed", "no_match"), "utf-8")
    with pytest.raises(ToldError, match=r"since\.head"):
        Earlier(path)


def test_answers_without_a_head_carry_nothing(kept: tuple[Path, Path, NameScreen]) -> None:
    _, path, _ = kept
    head_file(path).unlink()
    with pytest.raises(ToldError, match=r"since\.head"):
        Earlier(path)


def test_head_whose_list_would_lead_out_of_the_folder_is_refused(kept: tuple[Path, Path, NameScreen]) -> None:
    _, path, _ = kept
    head_file(path).write_text(head_file(path).read_text("utf-8").replace("own-0", "../x"), "utf-8")
    with pytest.raises(ToldError, match=r"since\.head"):
        Earlier(path)
