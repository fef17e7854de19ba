"""Names as purchasing systems spoil them: training material, by seed."""

# ruff: noqa: E501, D103  # a table of small functions named for what they do; no secrets

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

FORMS = (
    "Co., Ltd.", "Ltd", "Limited", "Inc.", "LLC", "Corp", "Co Ltd", "Company Limited", "GmbH", "S.A.", "JSC",
    "Group Co., Ltd.", "Pte Ltd", "",
)  # fmt: skip
FRONT = ("OOO ", "JSC ", "AO ", "")
CITIES = (
    "Beijing", "Shenzhen", "Shanghai", "Guangzhou", "Hangzhou", "Hong Kong", "Nanjing", "Wuhan", "Moscow",
    "Dubai", "Tehran", "Canada", "Istanbul", "Chengdu",
)  # fmt: skip
SHORTER = {
    "technology": ("Tech", "Technologies", "Tech.", "Technol"), "technologies": ("Tech", "Technology"), "international": ("Intl", "Int'l", "Intl."), "manufacturing": ("Mfg", "Mfg.", "Manuf"),
    "electronics": ("Elec", "Electronic", "Elect."), "electronic": ("Elec", "Electronics"), "communications": ("Comm", "Communication", "Comms"), "communication": ("Comm", "Communications"), "engineering": ("Eng", "Engrg", "Engr"),
    "industries": ("Ind", "Industry", "Inds"), "industrial": ("Ind", "Indl"), "equipment": ("Equip", "Eqpt"), "company": ("Co", "Co."), "trading": ("Trdg", "Trade"), "institute": ("Inst", "Inst."),
    "research": ("Res", "Rsch"), "systems": ("Sys", "System"), "system": ("Sys", "Systems"), "development": ("Dev", "Devt"), "science": ("Sci", "Sciences"), "university": ("Univ", "Univ."), "services": ("Svcs", "Service"),
    "information": ("Info", "Info."), "group": ("Grp", "Gp"), "general": ("Gen", "Gen'l"), "import": ("Imp", "Imp."), "export": ("Exp", "Exp."), "laboratory": ("Lab", "Labs"), "national": ("Natl", "Nat'l"),
}  # fmt: skip
FORM_END = re.compile(
    r"[\s,]*\b(?:co\.?,?\s*ltd\.?|company limited|limited liability company|ltd\.?|limited|inc\.?|incorporated|corp\.?|corporation|co\.?|company|llc|l\.l\.c\.|gmbh|s\.?a\.?|jsc|ojsc|fze|fzco|b\.?v\.?|sdn\.? bhd\.?|pvt\.?|plc)\.?$",
    re.IGNORECASE,
)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
CODES = ("00012345 - ", "V-20391 ", "100482: ", "#55210 ", "0004711_")
OTHERS = (
    "Maple Leaf Catering Ltd.",
    "Jean Tremblay Conseil",
    "North Shore Hardware",
    "Groupe Beaulieu inc.",
    "Prairie Freight Services",
)

Change = Callable[[str, Random], str | None]


def without_form(name: str) -> str:
    """The name without the legal forms at its end."""
    bare = name
    while (shorter := FORM_END.sub("", bare).strip(" ,")) != bare and len(shorter) > 3:
        bare = shorter
    return bare


def form_dropped(name: str, _: Random) -> str | None:
    bare = without_form(name)
    return bare if bare != name else None


def form_changed(name: str, random: Random) -> str | None:
    return f"{without_form(name)} {random.choice(FORMS)}".strip()


def _slip(name: str, random: Random) -> str:
    places = [at for at, sign in enumerate(name) if sign.isalpha()]
    at = random.choice(places)
    kind = random.randrange(4)
    letter = random.choice(LETTERS)
    letter = letter.upper() if name[at].isupper() else letter
    if kind == 0:
        return name[:at] + name[at + 1 :]
    if kind == 1:
        return name[:at] + letter + name[at:]
    if kind == 2 and at + 1 < len(name):
        return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    return name[:at] + letter + name[at + 1 :]


def one_typo(name: str, random: Random) -> str | None:
    return _slip(name, random) if len(name) > 7 else None


def two_typos(name: str, random: Random) -> str | None:
    return _slip(_slip(name, random), random) if len(name) > 9 else None


def core_typo(name: str, random: Random) -> str | None:
    bare = without_form(name)
    return _slip(bare, random) if len(bare) > 7 else None


def cut_35(name: str, _: Random) -> str | None:
    return name[:35] if len(name) > 36 else None


def cut_40(name: str, _: Random) -> str | None:
    return name[:40] if len(name) > 41 else None


def joined(name: str, random: Random) -> str | None:
    blanks = [at for at, sign in enumerate(without_form(name)) if sign == " "]
    at = random.choice(blanks) if blanks else None
    return None if at is None else name[:at] + name[at + 1].lower() + name[at + 2 :] if at + 1 < len(name) else None


def split(name: str, random: Random) -> str | None:
    words = name.split()
    long = [n for n, word in enumerate(words) if word.isalpha() and len(word) > 6]
    if not long:
        return None
    n = random.choice(long)
    at = random.randint(3, len(words[n]) - 3)
    return " ".join([*words[:n], words[n][:at], words[n][at:].capitalize(), *words[n + 1 :]])


def reordered(name: str, random: Random) -> str | None:
    words = without_form(name).replace(",", "").split()
    if len(words) < 2:
        return None
    if random.random() < 0.5:
        words = [*words[1:], words[0]]
    else:
        random.shuffle(words)
    return " ".join(words)


def place_dropped(name: str, _: Random) -> str | None:
    for city in CITIES:
        if re.search(rf"\b{city}\b", name, re.IGNORECASE):
            told = re.sub(rf"\s*\(?\b{city}\b\)?,?\s*", " ", name, count=1, flags=re.IGNORECASE).strip()
            return told if len(without_form(told)) > 5 else None
    return None


def place_added(name: str, random: Random) -> str | None:
    if any(city.lower() in name.lower() for city in CITIES):
        return None
    city = random.choice(CITIES)
    return random.choice(
        (
            f"{city} {name}",
            f"{name} ({city})",
            f"{without_form(name)} {city} {random.choice(FORMS)}".strip(),
            f"{name} {city}",
        )
    )


def bracketed(name: str, random: Random) -> str | None:
    return random.choice(
        (
            f"{name} (formerly {random.choice(OTHERS)})",
            f"{random.choice(OTHERS)} ({name})",
            f"{name} (Supplier)",
            f"{name} (12345)",
        )
    )


def operating_as(name: str, random: Random) -> str | None:
    other, mark = (
        random.choice(OTHERS),
        random.choice(("o/a", "d/b/a", "c/o", "DBA", "t/a", "operating as", "faisant affaire sous")),
    )
    return f"{other} {mark} {name}" if random.random() < 0.7 else f"{name} {mark} {other}"


def coded(name: str, random: Random) -> str | None:
    return random.choice(CODES) + name


def shipped_from(name: str, random: Random) -> str | None:
    return f"SHIP FROM: {name} / {random.choice(CITIES).upper()} CN"


def upper(name: str, _: Random) -> str | None:
    return name.upper()


def bare_punctuation(name: str, _: Random) -> str | None:
    return re.sub(r"[^\w\s]", "", name).lower()


def accented(name: str, random: Random) -> str | None:
    marks = {"a": "á", "e": "é", "i": "í", "o": "ö", "u": "ü", "c": "ç"}
    at = [n for n, sign in enumerate(name) if sign in marks]
    for n in random.sample(at, min(2, len(at))):
        name = name[:n] + marks[name[n]] + name[n + 1 :]
    return name if at else None


def zero_for_o(name: str, random: Random) -> str | None:
    at = [n for n, sign in enumerate(name) if sign in "oO"]
    if not at:
        return None
    n = random.choice(at)
    return f"{name[:n]}0{name[n + 1 :]}"


def one_for_l(name: str, random: Random) -> str | None:
    at = [n for n, sign in enumerate(name) if sign in "lIi"]
    if not at:
        return None
    n = random.choice(at)
    return f"{name[:n]}1{name[n + 1 :]}"


def rn_for_m(name: str, _: Random) -> str | None:
    return name.replace("m", "rn", 1) if "m" in name else name.replace("rn", "m", 1) if "rn" in name else None


def cyrillic(name: str, random: Random) -> str | None:
    at = [n for n, sign in enumerate(name) if sign in CYRILLIC]
    for n in random.sample(at, min(len(at), random.randint(1, 3))):
        name = name[:n] + CYRILLIC[name[n]] + name[n + 1 :]
    return name if at else None


def abbreviated(name: str, random: Random) -> str | None:
    words = name.split()
    for n, word in enumerate(words):
        if shorter := SHORTER.get(word.strip(",.").lower()):
            words[n] = random.choice(shorter)
            return " ".join(words)
    return None


def and_sign(name: str, _: Random) -> str | None:
    if "&" in name:
        return name.replace("&", "and")
    return re.sub(r"\band\b", "&", name, flags=re.IGNORECASE) if re.search(r"\band\b", name, re.IGNORECASE) else None


def hyphenated(name: str, _: Random) -> str | None:
    return name.replace("-", " ") if "-" in name else name.replace(" ", "-", 1) if " " in name else None


def cut_and_typo(name: str, random: Random) -> str | None:
    return _slip(name[:35], random) if len(name) > 36 else None


def form_and_typo(name: str, random: Random) -> str | None:
    changed = form_changed(name, random)
    return _slip(changed, random) if changed and len(changed) > 9 else None


CHANGES: dict[str, Change] = {
    f.__name__: f
    for f in (form_dropped, form_changed, one_typo, two_typos, core_typo, cut_35, cut_40, joined, split, reordered, place_dropped, place_added, bracketed, operating_as, coded, shipped_from, upper,
        bare_punctuation, accented, zero_for_o, one_for_l, rn_for_m, cyrillic, abbreviated, and_sign, hyphenated, cut_and_typo, form_and_typo)
}  # fmt: skip
