"""What stands around a name in a field: other firms, codes, places."""

from __future__ import annotations

from random import Random

from tools.accuracy.names.words import Words


def operating_as(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Another firm that operates as this one; sometimes the other way about."""
    del country
    return _two(name, rng.choice(words.lists["operating_as"]), rng, words)


def care_of(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In the care of another firm, or another in the care of this one."""
    del country
    return _two(name, rng.choice(words.lists["care_of"]), rng, words)


def _two(name: str, between: str, rng: Random, words: Words) -> str:
    other = rng.choice(words.lists["fronts"])
    return f"{other} {between} {name}" if rng.random() < 0.75 else f"{name} {between} {other}"


def code_in_front(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """The number that a ledger gives to a supplier."""
    del country
    code: str = rng.choice(words.lists["codes"])
    return code.format(n=rng.randint(1000, 99999)) + name


def address_behind(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A place or a remark behind the name, sometimes "SHIP FROM" before it."""
    chinese = country in {"CN", "HK"}
    behind = rng.choice([text for text in words.lists["behind"] if chinese or not text.endswith(("CN", "CHINA"))])
    before = "SHIP FROM: " if rng.random() < 0.25 else ""
    return f"{before}{name}{behind}"


_SAID_BESIDE = ("Authorized Dealer", "Electronics Repairs", "Service Centre", "or equivalent")
_BRANCHES = (" and affiliates", " et ses filiales", " Canada Branch", " - Toronto Office", " (Succursale du Canada)")
_ELSEWHERE = ("Poland Sp. z o.o.", "France SAS", "Oceania Pty Ltd", "Brasil Ltda", "Canada Ltée")


def two_words_added(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """What a reseller puts behind the name without its legal form: "Authorized Dealer"."""
    del country
    return f"{' '.join(words.core(name))} {rng.choice(_SAID_BESIDE)}"


def branch_behind(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A branch, an office or the affiliates behind the whole name."""
    del country, words
    return name + rng.choice(_BRANCHES)


def place_and_form(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A country and its legal form instead of the own one."""
    del country
    return f"{' '.join(words.core(name))} {rng.choice(_ELSEWHERE)}"
