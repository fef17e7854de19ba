"""What a matched name amounts to on a day, and that ownership which nobody knows never reads as cleared."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from debadge.flow.screening import NameScreen, screen_names
from debadge.flow.standing import Standings
from debadge.flow.world import World
from debadge.model.listing import Address, ListedName, ListRow, Snapshot
from debadge.model.query import Owner, Query
from debadge.model.words import Answer as Told

DAY = date(2026, 11, 22)


def row(name: str, ref: str = "1", **told: object) -> ListRow:
    return ListRow(list="zz_list", ref=ref, names=(ListedName(text=name),), **told)  # type: ignore[arg-type]


def snapshot(*rows: ListRow, list_: str = "zz_list") -> Snapshot:
    return Snapshot(
        list=list_,
        digest="ab" * 32,
        published=date(2026, 11, 1),
        imported=DAY,
        count=len(rows),
        persons=0,
        files=(),
        rows=rows,
    )


@pytest.fixture(scope="module")
def screen(world: World) -> NameScreen:
    rows = (
        row("Nightjar Optics Co., Ltd.", citation="91 FR 1", start=date(2025, 3, 1), locator="zz.csv:7"),
        row("Gone Falcon Instruments", "2", until=date(2026, 1, 31)),
        row("Coming Osprey Sensors", "3", start=date(2027, 1, 1)),
        row("Jane Q. Private Person", "4", kind="person"),
        row("Hikvision", "5", addresses=(Address(text="Hangzhou", country="CN"),)),
    )
    return NameScreen(world, (snapshot(*rows),), as_of=DAY)


def test_row_of_a_list_is_listed_with_its_place_and_citation(screen: NameScreen) -> None:
    told = screen.screen("Nightjar Optics").plain()
    assert told["answer"] == "listed"
    assert (told["list"], told["ref"], told["row"], told["since"]) == ("zz_list", "1", "zz.csv:7", "2025-03-01")
    assert (told["citation"], told["ownership"], told["policy"]) == ("91 FR 1", "not_looked", "names-6")


@pytest.mark.parametrize("name", ["Gone Falcon Instruments", "Coming Osprey Sensors", "Jane Q. Private Person"])
def test_row_that_does_not_stand_on_the_day_or_is_a_person_is_not_compared(screen: NameScreen, name: str) -> None:
    assert screen.screen(name).answer == "no_match"


def test_party_that_a_measure_names_is_listed_with_its_regimes(screen: NameScreen) -> None:
    told = screen.screen("Zhejiang Dahua Technology Co., Ltd.")
    assert (told.answer, told.entity, told.list) == ("listed", "dahua", "pack")
    assert "us-fcc-covered-list" in told.regimes
    assert told.citation


def test_party_is_not_listed_before_the_first_measure(world: World) -> None:
    early = NameScreen(world, as_of=date(2015, 1, 1))
    assert early.screen("Hangzhou Hikvision Digital Technology").answer == "no_match"


def test_the_same_party_on_a_list_and_in_our_facts_is_one_answer(screen: NameScreen) -> None:
    told = screen.screen("Hikvision")
    assert (told.answer, told.entity, told.list) == ("listed", "hikvision", "zz_list")
    assert {"pack"} == {other["list"] for other in told.others if other["same_party"]}


def test_subsidiary_that_nobody_names_is_an_affiliate_by_its_tie(world: World, screen: NameScreen) -> None:
    standings = Standings(world.law, DAY)
    tied = {p: t for p in world.law.parties if not standings.naming(p) and (t := standings.tied(p))}
    answers = {screen.screen(world.law.parties[p].name).answer.value for p, t in tied.items() if t.answer is Told.YES}
    assert answers <= {"affiliate", "possible"}
    assert "affiliate" in answers


def test_unknown_share_of_a_named_party_is_never_no_match(world: World, screen: NameScreen) -> None:
    standings = Standings(world.law, DAY)
    unknown = [p for p in world.law.parties if (t := standings.tied(p)) and t.answer is Told.UNKNOWN]
    told = {p: screen.screen(world.law.parties[p].name).answer.value for p in unknown if not standings.naming(p)}
    assert told
    assert {p: a for p, a in told.items() if a == "no_match"} == {}


def test_party_that_nobody_names_is_no_match_under_its_own_name(world: World, screen: NameScreen) -> None:
    standings = Standings(world.law, DAY)
    free = [p for p in world.law.parties.values() if not standings.naming(p.id) and not standings.tied(p.id)]
    told = {p.id: screen.screen(p.name) for p in free}
    assert told
    assert {id_ for id_, one in told.items() if one.answer == "listed"} == set()
    assert {one.entity for one in told.values() if one.answer == "no_match"} >= {"hualai"}


def test_no_match_tells_the_nearest_listed_name_and_its_score(screen: NameScreen) -> None:
    told = screen.screen("Nightjar Supply Chain").plain()
    assert (told["answer"], told["name"]) == ("no_match", None)
    assert told["nearest"]["name"] == "Nightjar Optics Co., Ltd."
    assert 0 < told["score"] == told["nearest"]["score"] < screen.against.threshold
    assert screen.screen("Zzyzx Wholesome Bakeries").nearest is None


def test_party_named_by_an_unverified_listing_cannot_be_told(world: World, screen: NameScreen) -> None:
    doubtful = {p: n for p in world.law.parties if (n := Standings(world.law, DAY).naming(p)) and not n.sure}
    assert doubtful
    for party, naming in doubtful.items():
        told = screen.screen(world.law.parties[party].name)
        assert (told.answer, told.regimes) == ("cannot_tell", naming.regimes)


def test_subsidiary_that_a_named_party_sold_cannot_be_told(world: World, screen: NameScreen) -> None:
    told = screen.screen("Lorex Technology Inc.")
    assert (told.answer, told.ties[0]["relation"], told.ties[0]["until"]) == (
        "cannot_tell",
        "former_subsidiary",
        "2022-11-24",
    )
    assert NameScreen(world, as_of=date(2012, 6, 1)).screen("Lorex Technology Inc.").answer == "no_match"


def test_equal_number_is_listed_at_once_and_says_so(world: World) -> None:
    listed = row("Nightjar Optics Co., Ltd.", identifiers=(("uscc", "91330000733796106P"),))
    screen = NameScreen(world, (snapshot(listed),), as_of=DAY)
    told = screen.screen(Query(text="Somebody Else Ltd.", identifiers=("9133 0000 7337 9610 6P",)))
    assert (told.answer, told.channel, told.matched[0][2]) == ("listed", "identifier", "identifier")


def test_selection_and_accepted_doubts_are_told_with_the_list(world: World) -> None:
    some = replace(
        snapshot(row("Nightjar")), partial=True, accepted="asked the publisher", doubts=("lists.doubt.count",)
    )
    (told,) = NameScreen(world, (some,), as_of=DAY).against.lists
    assert (told["partial"], told["accepted"], told["doubts"]) == (True, "asked the publisher", ["lists.doubt.count"])


def test_nearly_the_name_is_possible(screen: NameScreen) -> None:
    assert screen.screen("Nightjer Optics").answer == "possible"


OWNERS = [
    ([Owner(name="Nightjar Optics", share=60.0)], "affiliate", "in_part"),
    ([Owner(name="Nightjar Optics", share=50.0)], "affiliate", "in_part"),
    ([Owner(name="Nightjar Optics")], "cannot_tell", "declared"),
    ([Owner(name="Nightjar Optics", share=49.0)], "cannot_tell", "in_part"),  # who holds the rest is not told
    (
        [Owner(name="Nightjar Optics", share=30.0), Owner(name="Maple Ridge Roofing", share=70.0)],
        "cannot_tell",
        "declared",
    ),  # less than half
    (
        [Owner(name="Nightjar Optics", share=0.0), Owner(name="Maple Ridge Roofing", share=100.0)],
        "no_match",
        "declared",
    ),
    ([Owner(name="Nightjar Optics and " + "x" * 500, share=30.0)], "cannot_tell", "in_part"),  # too long to be compared
    ([Owner(name="Nightjar Optics", share=30.0), Owner(name="Hikvision", share=20.0)], "affiliate", "in_part"),
    ([Owner(name="Nightjer Optics", share=80.0)], "cannot_tell", "in_part"),  # the owner itself is only possible
    ([Owner(name="Maple Ridge Roofing", share=100.0)], "no_match", "declared"),
    ([Owner(name="Maple Ridge Roofing", share=40.0)], "no_match", "in_part"),
    ([Owner(name="Maple Ridge Roofing", share=40.0), Owner(name="TBD", share=60.0)], "no_match", "in_part"),
    ([Owner(name="Prairie Freight")], "no_match", "not_looked"),  # a firm that is its own parent
    ([Owner(name="PRAIRIE FREIGHT LTD", share=100.0)], "no_match", "not_looked"),
    ([Owner(name="Prairie Freight Inc.", share=100.0)], "no_match", "declared"),  # another firm of that name
]


@pytest.mark.parametrize(("owners", "answer", "ownership"), OWNERS)
def test_owners_that_the_input_names_decide(
    screen: NameScreen, owners: list[Owner], answer: str, ownership: str
) -> None:
    told = screen.screen(Query(text="Prairie Freight Ltd.", owners=tuple(owners)))
    assert (told.answer, told.ownership) == (answer, ownership)


@pytest.mark.parametrize(
    "name",
    [
        "unknown",
        "N/A",
        "Undisclosed",
        "privately held",
        "inconnu",
        "未知",
        "self",
        "?",
        "Owner: unknown",
        "various shareholders",
        "0",
    ],
)
def test_owner_that_nobody_names_is_nobody(screen: NameScreen, name: str) -> None:
    told = screen.screen(Query(text="Prairie Freight Ltd.", owners=(Owner(name=name, share=100.0),)))
    assert (told.answer, told.ownership) == ("no_match", "not_looked")
    both = (Owner(name="Nightjar Optics", share=30.0), Owner(name=name, share=70.0))
    assert screen.screen(Query(text="Prairie Freight Ltd.", owners=both)).answer == "cannot_tell"


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (Query(text="Strontivar"), "possible"),
        (Query(text="L Strontivar"), "possible"),
        (Query(text="Strontivar LLC"), "listed"),
        (Query(text="Strontivar", country="RU"), "listed"),
        (Query(text="Strontivar Nerazol"), "listed"),
    ],
)
def test_one_word_alone_is_the_name_of_many(world: World, query: Query, answer: str) -> None:
    rows = row("Strontivar LLC"), row("Strontivar Nerazol OOO", ref="2")
    assert NameScreen(world, (snapshot(*rows),), as_of=DAY).screen(query).answer == answer


def test_share_under_half_has_a_sentence_of_its_own(screen: NameScreen, world: World) -> None:
    owners = (Owner(name="Nightjar Optics", share=49.0), Owner(name="Maple Ridge Roofing", share=51.0))
    told = screen.screen(Query(text="Prairie Freight Ltd.", owners=owners))
    assert (told.answer, told.ties[0]["share"]) == ("cannot_tell", "49 %")
    assert "less than half" in world.sentences("en").say(told.reason or "")


def test_share_of_one_or_of_a_hundred_is_kept_as_its_bounds(screen: NameScreen) -> None:
    rest = Owner(name="Maple Ridge Roofing", share=51.0)
    small, open_ = (Owner(name="Nightjar Optics", share=least, most=100 * least) for least in (0.01, 0.6))
    told = screen.screen(Query(text="Prairie Freight Ltd.", owners=(small, rest)))
    assert (told.answer, told.ties[0]["share"], told.reason) == ("cannot_tell", "0.01–1 %", "screen.owner.below_half")
    assert screen.screen(Query(text="Prairie Freight Ltd.", owners=(open_, rest))).reason is None  # or 60 %


LONG = ("Maple " * 70 + "Hikvision", "a; b; c; d; e; f; Hikvision", "x " * 41 + "Hikvision")


@pytest.mark.parametrize("name", LONG)
def test_name_of_which_a_part_would_not_be_read_is_refused(screen: NameScreen, name: str) -> None:
    told = screen.screen(name)
    assert (told.answer, told.reason) == ("refused", "screen.refused.long")


def test_own_listing_stands_whoever_owns_it(screen: NameScreen) -> None:
    told = screen.screen(Query(text="Nightjar Optics", owners=(Owner(name="Hikvision"),)))
    assert (told.answer, told.ties[0]["share"]) == ("listed", "?")


def test_person_is_refused_with_a_reason(screen: NameScreen) -> None:
    told = screen.screen("Mr. John Smith").plain()
    assert (told["answer"], told["reason"], told["query"]) == ("refused", "screen.refused.person", "Mr. John Smith")


def test_one_answer_a_name_in_order_with_the_input_echoed(world: World) -> None:
    names: list[str | Query] = ["Owl", "", "Dahua Technology", Query(text="Elk", line=9, given={"id": 3})]
    told = list(screen_names(names, as_of=DAY, world=world))
    assert [(a["line"], a["query"], a["answer"]) for a in told] == [
        (1, "Owl", "no_match"),
        (2, "", "refused"),
        (3, "Dahua Technology", "listed"),
        (9, "Elk", "no_match"),
    ]
    assert told[3]["input"] == {"id": 3}


def test_names_are_taken_one_at_a_time(world: World) -> None:
    taken: list[int] = []
    names = (taken.append(n) or f"Owl {n}" for n in range(1000))  # type: ignore[func-returns-value]
    answers = screen_names(names, as_of=DAY, world=world)
    next(answers)
    assert taken == [0]


def test_list_order_changes_no_answer(world: World) -> None:
    rows = [row(f"Nightjar {word} Ltd.", str(n)) for n, word in enumerate(("Optics", "Sensors", "Drones"))]
    one, other = (NameScreen(world, (snapshot(*several),), as_of=DAY) for several in (rows, rows[::-1]))
    for name in ("Nightjar Optics", "Nightjar Sensor", "Nightjar", "Nightjar Drones Inc"):
        assert one.screen(name).score == other.screen(name).score


def test_age_of_each_list_is_told_once(screen: NameScreen) -> None:
    (told,) = screen.against.lists
    assert (told["id"], told["published"], told["age_days"]) == ("zz_list", "2026-11-01", 21)
    assert screen.against.id == screen.against.id
