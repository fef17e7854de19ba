"""Names that look close to a listed one and are somebody else's: training material, by seed."""

# ruff: noqa: D103  # a table of small functions named for what they do; no secrets

from __future__ import annotations

from random import Random

from tools.calibrate.perturb import CITIES, FORMS, Change, without_form

SYLLABLES = (
    "an", "bao", "bei", "bo", "chang", "cheng", "da", "dong", "fa", "feng", "fu", "guang", "hai", "han", "hao",
    "he", "heng", "hong", "hua", "hui", "jia", "jian", "jin", "jing", "jun", "kai", "kang", "ke", "lan", "li",
    "lian", "ling", "long", "lu", "ming", "nan", "ning", "peng", "ping", "qi", "qiang", "rui", "run", "sen", "shan",
    "sheng", "shi", "shun", "tai", "tian", "tong", "wan", "wei", "wen", "xiang", "xin", "xing", "xu", "ya", "yan",
    "yang", "yi", "ying", "yong", "yu", "yuan", "yun", "ze", "zhan", "zhe", "zhi", "zhong", "zhou", "zi",
)  # fmt: skip
TRADES = (
    "Electronics",
    "Technology",
    "Trading",
    "Logistics",
    "Industrial",
    "Import and Export",
    "Supply Chain",
    "Network Technology",
    "Communications",
    "Machinery",
    "Information Technology",
    "Chemical",
    "Aviation",
    "Engineering",
    "Foods",
    "Furniture",
    "Medical",
    "Textiles",
)


def _brand(random: Random) -> str:
    return "".join(random.choice(SYLLABLES) for _ in range(random.choice((2, 2, 2, 3)))).capitalize()


def other_brand(name: str, random: Random) -> str | None:
    """Another brand with the same trade words, in the same city."""
    words = without_form(name).split()
    if len(words) < 3:
        return None
    at = 1 if words[0] in CITIES else 0
    return " ".join([*words[:at], _brand(random), *words[at + 1 :], random.choice(FORMS)]).strip()


def other_city(name: str, random: Random) -> str | None:
    """Another city and another brand, the trade words kept."""
    words = without_form(name).split()
    if len(words) < 3 or words[0] not in CITIES:
        return None
    return " ".join(
        [random.choice([c for c in CITIES if c != words[0]]), _brand(random), *words[2:], random.choice(FORMS)]
    ).strip()


def other_trade(name: str, random: Random) -> str | None:
    """The rare word of a name with other trade words: Dahua Supply Chain."""
    words = without_form(name).split()
    rare = max(words, key=len) if words[0] not in CITIES or len(words) < 2 else words[1]
    trade = random.choice([one for one in TRADES if one.split()[0].lower() not in name.lower()])
    return f"{rare} {trade} {random.choice(FORMS)}".strip() if len(words) > 1 and len(rare) > 3 else None


def invented(_: str, random: Random) -> str | None:
    return f"{random.choice(CITIES)} {_brand(random)} {random.choice(TRADES)} {random.choice(FORMS)}".strip()


NEGATIVES: dict[str, Change] = {f.__name__: f for f in (other_brand, other_city, other_trade, invented)}
