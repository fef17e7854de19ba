"""Numbers of registers: the right ones pass, and one wrong character is noticed."""

from __future__ import annotations

import pytest

from debadge.flow.world import World
from debadge.parties.identifiers import SCHEMES, mistake

RIGHT = {
    "uscc": "91330000733796106P",
    "uscc_group": "91440300746645251H",
    "lei": "5493001KJTIIGC8Y1R12",  # the worked example of Wikipedia's article on the code
    "isin": "US0378331005",
    "ticker": "XSHE:002415",
    "fcc_grantee": "2ADTD",
    "iana_pen": "39165",
    "ofac_ent_num": "30946",
    "hk_cr_no": "2162198",
}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_right_number_passes(scheme: str) -> None:
    assert mistake(scheme, RIGHT[scheme]) is None


@pytest.mark.parametrize("scheme", [scheme for scheme, (*_, check) in SCHEMES.items() if check])
def test_every_wrong_digit_is_noticed(scheme: str) -> None:
    right = RIGHT[scheme]
    slips = [
        f"{right[:n]}{other}{right[n + 1 :]}"
        for n, sign in enumerate(right)
        if sign.isdigit()
        for other in "0123456789"
        if other != sign
    ]
    assert [slip for slip in slips if mistake(scheme, slip) is None] == []


@pytest.mark.parametrize(
    ("scheme", "value", "says"),
    [
        ("uscc", "91330000733796106", "18 digits and capitals"),
        ("uscc", "9133000073379610IP", "without I, O, S, V, Z"),
        ("isin", "CNE100000PM9", "wrong check digit"),
        ("lei", "5493001KJTIIGC8Y1R13", "wrong check digit"),
        ("fcc_grantee", "2ADT", "begin with a digit"),
        ("iana_pen", "039165", "not a number"),
        ("hk_cr_no", "CR2162198", "up to 8 digits"),
    ],
)
def test_mistake_says_what_is_wrong_and_what_to_do(scheme: str, value: str, says: str) -> None:
    told = mistake(scheme, value)
    assert says in str(told)
    assert "compare it with the source" in str(told)


def test_no_two_parties_share_a_number(world: World) -> None:
    told = [(i.scheme, i.value) for one in world.law.parties.values() for i in one.identifiers]
    assert len(told) == len(set(told)) > 30


def test_every_scheme_has_its_word(world: World) -> None:
    words = world.sentences("fr")
    assert [scheme for scheme in SCHEMES if not words.has(f"identifier.{scheme}")] == []
