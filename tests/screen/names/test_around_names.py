"""What a ledger writes around a name is no part of it, and what only looks like it stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from debadge.model.query import Query
from debadge.screen.names.around import decoded
from debadge.screen.names.mending import Mender
from debadge.screen.names.near import Alike
from debadge.screen.names.person import is_person
from debadge.screen.names.reading import Reader
from debadge.screen.names.screener import Candidate

Find = Callable[..., tuple[Candidate, ...]]

AROUND = {
    "remark between stars": "Nightjar Optics *DO NOT USE*",
    "remark in brackets": "Nightjar Optics (vendor inactive)",
    "remark in front": "*INACTIVE* Nightjar Optics",
    "remark in French": "Nightjar Optics - fournisseur inactif",
    "currency": "Nightjar Optics - USD ACCT",
    "postal box": "Nightjar Optics, P.O. Box 1142, Station B",
    "case postale": "Nightjar Optics, C.P. 55",
    "city and province": "Nightjar Optics, Mississauga ON",
    "city, province and postal code": "Nightjar Optics, Mississauga ON L5B 3C1",
    "label and remark": "SHIP FROM: Nightjar Optics, Mississauga ON",
    "two remarks": "Nightjar Optics - USD ACCT *DO NOT USE*",
}


@pytest.mark.parametrize("text", AROUND.values(), ids=AROUND.keys())
def test_what_stands_around_a_name_comes_off(reader: Reader, text: str) -> None:
    assert [form.words for form in reader.read(text).forms] == [("nightjar", "optics")]


KEPT = {
    "Old Inactive Volcano Tours Inc.": ("old", "inactive", "volcano", "travel"),  # nothing sets it off
    "Box 55 Catering": ("box", "55", "catering"),
    "New - Nightjar": ("nightjar",),  # a remark in front, set off
    "*DO NOT USE*": ("not", "use"),  # something is left
}


@pytest.mark.parametrize(("text", "words"), KEPT.items())
def test_only_what_a_mark_sets_off_is_a_remark(reader: Reader, text: str, words: tuple[str, ...]) -> None:
    assert reader.read(text).forms[0].words == words


def test_number_in_brackets_in_front_is_a_code(reader: Reader) -> None:
    assert ("nightjar", "optics") in [form.words for form in reader.read("[27936] Nightjar Optics").forms]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("R&amp;D", "R&D"),
        ("R&amp;amp;D", "R&D"),
        ("Caf&eacute;", "Café"),
        ("O&#39;Neil", "O'Neil"),
        ("R&D; Ltd", "R&D; Ltd"),
        ("&copy", "&copy"),
    ],
)
def test_encoded_signs_are_read(text: str, plain: str) -> None:
    assert decoded(text) == plain


@pytest.mark.parametrize(
    "mark", ["a/s", "a/s de", "A/S", "f.a.s.n.", "faisant affaires sous le nom de", "aux bons soins de"]
)
def test_marks_of_two_firms_part_them(reader: Reader, mark: str) -> None:
    assert [form.words for form in reader.read(f"Owl Inc. {mark} Nightjar Optics").forms] == [
        ("owl",),
        ("nightjar", "optics"),
    ]


def test_danish_form_at_the_end_is_no_mark(reader: Reader) -> None:
    assert [form.words for form in reader.read("Nightjar A/S").forms] == [("nightjar",)]


JOINED = {
    "NightjarLtd.": ("nightjar",),
    "WATER NIGHTJARCORP.": ("water", "nightjar"),
    "QuillonAG": ("quillon",),
    "Technologies Company, Nightjar": ("nightjar", "technology"),
    "QuillonMemory Technologies": ("quillon", "memory", "technology"),
}


@pytest.mark.parametrize(("text", "words"), JOINED.items())
def test_words_run_together_or_turned_are_read_as_well(reader: Reader, text: str, words: tuple[str, ...]) -> None:
    assert words in [form.words for form in reader.read(text).forms]


@pytest.mark.parametrize("text", ["McDonald Optics", "Biocorp", "ZINC"])
def test_names_that_only_look_joined_are_read_once(reader: Reader, text: str) -> None:
    assert len(reader.read(text).forms) == 1


def test_place_behind_a_dash_may_be_an_address(reader: Reader) -> None:
    told = [form.words for form in reader.read("China Mobile Limited - Ottawa").forms]
    assert told == [("china", "mobile", "ottawa"), ("china", "mobile")]


def test_number_in_front_of_common_words_is_part_of_the_name(reader: Reader) -> None:
    assert [form.words for form in reader.read("569 Aircraft Repair Plant JSC").forms] == [
        ("569", "aircraft", "repair", "plant")
    ]
    assert ("nightjar",) in [form.words for form in reader.read("569 Nightjar").forms]
    assert reader.read("558 Plant", listed=True).forms[0].words == ("558", "plant")


def test_hyphen_behind_a_silent_word_is_read_without(reader: Reader) -> None:
    told = [form.words for form in reader.read("Da-Jiang Innovations", listed=True).forms]
    assert told == [("jiang", "innovation"), ("dajiang", "innovation")]


def test_brand_is_no_slip_in_a_common_word(reader: Reader) -> None:
    mender = Mender(reader.words)
    assert [mender.mended(word) for word in ("hivision", "changxin", "technlogy")] == [
        "hivision",
        "changxin",
        "technology",
    ]


@pytest.mark.parametrize(
    ("one", "other"), [("xianghe", "xiangmei"), ("hongyi", "hongyu"), ("cairn", "caim"), ("tci", "tcl")]
)
def test_other_syllables_and_short_words_are_not_alike(one: str, other: str) -> None:
    assert Alike()(one, other) <= 0.7


@pytest.mark.parametrize(("one", "other"), [("xianghe", "xianhe"), ("dj1", "dji"), ("nightjar", "nightjer")])
def test_confused_sounds_and_digits_for_letters_are_alike(one: str, other: str) -> None:
    assert Alike()(one, other) > 0.8


GROUP = {
    "Quillonar Trading Corporation": True,
    "Quillonar Systems": True,
    "Quillonar Supply Chain": False,
    "Quillonar Restaurant Systems": False,
    "Owl Trading": False,
}


@pytest.mark.parametrize(("text", "is_found"), GROUP.items())
def test_group_puts_some_trade_words_behind_its_name(text: str, is_found: bool, find: Find) -> None:
    assert [candidate.entry.ref for candidate in find(text)] == (["group"] if is_found else [])


def test_other_number_is_never_a_slip(find: Find) -> None:
    assert find("China Orbital Mechanics Corporation 45th Research Institute") == ()


def test_signs_of_the_same_sound_are_another_firm(find: Find) -> None:
    assert find("龙藤科技有限公司") == ()


@pytest.mark.parametrize(
    ("text", "refused"),
    [("M. Jean Tremblay", True), ("M Tremblay", False), ("M. Tremblay Construction inc.", False), ("mrs gmbh", False)],
)
def test_bare_name_behind_an_honorific_is_a_person(reader: Reader, text: str, refused: bool) -> None:
    assert is_person(Query(text=text), reader) == refused
