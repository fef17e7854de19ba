"""A name is read step by step: parts, legal forms, words that stand for their spellings; every step can be told."""

from __future__ import annotations

import pytest

from debadge.model.query import Query
from debadge.screen.names.letters import folded, pinyin_key, skeleton, syllables
from debadge.screen.names.near import Alike, Lexicon
from debadge.screen.names.person import is_person
from debadge.screen.names.reading import Reader
from debadge.text.lookalikes import as_latin


def words(reader: Reader, text: str) -> list[tuple[str, ...]]:
    return [form.words for form in reader.read(text).forms]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Nightjar Co., Ltd.", ("nightjar",)),
        ("Nightjar S.p.A.", ("nightjar",)),
        ("OOO Nightjar", ("nightjar",)),
        ("Nightjar Ltd. Shenzhen", ("nightjar", "shenzhen")),
        ("Nightjar (Pvt.) Ltd.", ("nightjar",)),
        ("Limited Liability Company Nightjar", ("nightjar",)),
        ("PT Nightjar Tbk", ("nightjar",)),
        ("Nightjar Sanayi ve Ticaret A.Ş.", ("nightjar",)),
        (
            "Limited Nightjar Edition Ltd",
            ("limited", "nightjar", "edition"),
        ),  # never out of the middle, or where no form stands
        ("Co Ltd", ("co",)),  # something is left
        ("A. B. C. Tech", ("abc", "technology")),
        ("L'Étoile d'Or inc.", ("etoile", "or")),
        ("Owl & Sons", ("owl", "sons")),
    ],
)
def test_legal_forms_come_off_the_ends(reader: Reader, text: str, read: tuple[str, ...]) -> None:
    assert words(reader, text)[0] == read


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Owl Inc. o/a Nightjar", [("owl",), ("nightjar",)]),
        ("Owl f.k.a. Nightjar", [("owl",), ("nightjar",)]),
        ("Owl, c/o Nightjar Ltd", [("owl",), ("nightjar",)]),
        ("Owl exerçant sous Nightjar", [("owl",), ("nightjar",)]),
        ("Fournisseur: Nightjar", [("nightjar",)]),
        ("0004711_Nightjar", [("nightjar",)]),
        ("Nightjar #55210", [("nightjar",)]),
        ("Nightjar / Shenzhen CN", [("nightjar",)]),
        ("9123-4567 Québec Inc.", [("9123", "4567", "quebec")]),  # a numbered company: the number is its name
        ("Nightjar (Shenzhen) Ltd", [("nightjar", "shenzhen")]),
        ("Zhejiang Da Hua", [("zhejiang", "hua"), ("zhejiang", "dahua")]),  # a particle, or a syllable
        ("Maison de Verre", [("maison", "verre")]),
        ("Лукойл", [("lukoyl",), ("lukoil",), ("лукойл",)]),
        ("Nightjar (NJX Owl) Ltd", [("nightjar", "njx", "owl"), ("nightjar",), ("njx", "owl")]),
    ],
)
def test_name_falls_into_parts(reader: Reader, text: str, parts: list[tuple[str, ...]]) -> None:
    assert words(reader, text) == parts


def test_listed_row_is_about_what_follows_its_parent(reader: Reader) -> None:
    text = "Owl Corp. Affiliated Entity: Nightjar Optics Ltd."
    assert [form.words for form in reader.read(text, listed=True).forms] == [("nightjar", "optics")]


def test_every_step_is_told(reader: Reader) -> None:
    steps: list[tuple[str, str]] = []
    reader.read("00012345 - Nightjar Technolgies Co., Ltd.", steps)
    assert steps == [
        ("code", "Nightjar Technolgies Co., Ltd."),
        ("letters", "nightjar technolgies co ltd"),
        ("forms", "nightjar technologies"),
        ("words", "nightjar technology"),
    ]


def test_known_words_are_mended_and_rare_ones_are_not(reader: Reader) -> None:
    assert words(reader, "Nihgtjar Electornics Intemational Lirnited") == [("nihgtjar", "electronics", "international")]


@pytest.mark.parametrize("text", ["PT Air", "LES Electronics", "ETS Solutions"])
def test_what_is_left_of_a_form_is_not_everybody(reader: Reader, text: str) -> None:
    assert len(words(reader, text)[0]) == 2


def test_look_alikes_of_other_alphabets_are_meant_as_latin() -> None:
    assert as_latin("Nightjаr Орtics") == "Nightjar Optics"
    assert as_latin("Химмед") == "Химмед"


def test_letters_have_one_form() -> None:
    assert folded("Ｎｉｇｈｔｊａｒ Straße & Cº Łódź İ.Ş.") == "nightjar strasse  and  co lodz is"


@pytest.mark.parametrize(
    ("one", "other"), [("n1ghtjar", "nightjar"), ("0rbital", "orbital"), ("lnstrurnent", "instrument")]
)
def test_skeleton_joins_look_alikes(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("qinghai", "chinghai"), ("xinhua", "hsinhua"), ("lüye".replace("ü", "v"), "luye"), ("zhongxin", "jongxing")],
)
def test_confusions_of_pinyin_share_a_key(one: str, other: str) -> None:
    assert pinyin_key(one) == pinyin_key(other)


def test_pinyin_falls_into_syllables() -> None:
    assert syllables("longtengweishi") == ["long", "teng", "wei", "shi"]
    assert syllables("nightjar") == []


def test_short_words_match_exactly() -> None:
    alike = Alike()
    assert [alike(*pair) for pair in (("via", "vip"), ("lg", "ll"), ("imi", "timi"), ("54", "55"))] == [0.0] * 4
    assert alike("nightjar", "nightjer") > alike("nightjar", "nihgtjer") > 0


def test_every_word_one_slip_away_is_found() -> None:
    known = ("nightjar", "quillon", "orbital")
    lexicon = Lexicon(known, Alike(), 0.5)
    for word in known:
        for at in range(1, len(word)):
            for slip in (word[:at] + word[at + 1 :], f"{word[:at]}x{word[at:]}", f"{word[:at]}x{word[at + 1 :]}"):
                assert word in dict(lexicon.near(slip)), slip


@pytest.mark.parametrize(
    ("text", "kind", "person"),
    [
        ("Mr. John Smith", None, True),
        ("Mme Marie Tremblay", None, True),
        ("Nightjar Optics", "individual", True),
        ("Jean Tremblay", "Personne physique", True),
        ("Mr Lube", "company", False),
        ("Dr. Battery Ltd.", None, False),
        ("Mrs Owl Consulting", None, False),
        ("Jean Tremblay", None, False),  # nobody says that this is a person, and firms have such names
    ],
)
def test_persons_are_told_from_organisations(reader: Reader, text: str, kind: str | None, *, person: bool) -> None:
    assert is_person(Query(text=text, kind=kind), reader) is person
