"""Words moved, joined, split, left out, added or cut off."""

from __future__ import annotations

import re
from random import Random

from debadge.text.folding import fold
from tools.accuracy.names.perturb.interface import LETTERS, told_by
from tools.accuracy.names.perturb.legal import parted
from tools.accuracy.names.words import Words, tidied, tokens_of

_CHINESE = {"china", "hk", "hong kong", "shenzhen"}  # places that are added to names of firms from there


def cut_at_35(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """As a field for suppliers cuts it."""
    del country, rng
    return _cut(name, 35, words)


def cut_at_40(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """As a field for texts of items cuts it."""
    del country, rng
    return _cut(name, 40, words)


def _cut(name: str, length: int, words: Words) -> str | None:
    if len(name) <= length:
        return None
    cut = name[:length]
    whole = cut if name[length] == " " else cut.rsplit(" ", 1)[0]  # of the last word only a part may be left
    return cut.rstrip() if told_by(whole, words) else None


def words_joined(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A word that tells written together with its neighbour."""
    del country
    tokens = tokens_of(name)
    places = [n for n in words.telling(tokens, LETTERS - 1) if n + 1 < len(tokens) and fold(tokens[n + 1]).isalpha()]
    if not places:
        return None
    place = rng.choice(places)
    return " ".join((*tokens[:place], tokens[place] + tokens[place + 1], *tokens[place + 2 :]))


def word_split(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A blank inside a word that tells: "Hik Vision"."""
    del country
    tokens = tokens_of(name)
    places = words.telling(tokens, LETTERS + 1)
    if not places:
        return None
    place = rng.choice(places)
    at = rng.randint(3, len(tokens[place]) - 3)
    second = tokens[place][at:]
    second = second.capitalize() if tokens[place].istitle() and rng.random() < 0.5 else second
    return " ".join((*tokens[:place], tokens[place][:at], second, *tokens[place + 1 :]))


def words_reordered(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Two neighbours exchanged, or the first word set behind a comma at the end, as catalogues do."""
    del country
    front, core, end = parted(name, words)
    if len(core) < 2:
        return None
    if rng.random() < 0.5:
        at = rng.randrange(len(core) - 1)
        core[at], core[at + 1] = core[at + 1], core[at]
        return tidied(" ".join((*front, *core, *end)))
    return tidied(" ".join((*core[1:], *end)).rstrip(",") + ", " + " ".join((*front, core[0])))


def place_dropped(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Without its city or country."""
    del country, rng
    kept = [token for token in tokens_of(name) if not _is_place(token, words)]
    told = tidied(" ".join(kept))
    return told if told != tidied(name) and told_by(told, words) and len(words.core(told)) > 1 else None


def _is_place(token: str, words: Words) -> bool:
    return all(word in words.places for word in fold(token).split() or ["-"])


def place_added(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """With a place before its form: "(Canada)"."""
    _, core, end = parted(name, words)
    chinese = country in {"CN", "HK"}
    place = rng.choice([p for p in words.lists["added_places"] if chinese or fold(p) not in _CHINESE])
    if fold(place) in fold(name):
        return None
    front = name[: len(name) - len(" ".join((*core, *end)))].strip()
    return tidied(" ".join((front, *core, place, *end)))


def brackets_moved(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A place in brackets without them, or elsewhere; a place without brackets put into some."""
    del country
    if found := re.search(r"\s*\(([^()]+)\)", name):
        rest = tidied(name[: found.start()] + " " + name[found.end() :])
        return rng.choice((f"{found[1]} {rest}", f"{rest} ({found[1]})", name.replace(found[0], " " + found[1])))
    tokens = tokens_of(name)
    if len(tokens) < 3 or not _is_place(tokens[0], words):
        return None
    _, core, end = parted(" ".join(tokens[1:]), words)
    return tidied(" ".join((*core, f"({tokens[0]})", *end)))


def ampersand(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """& for and, and for &; sometimes "+" or nothing."""
    del country, words
    if re.search(r"\s&\s", name):
        return re.sub(r"\s&\s", rng.choice((" and ", " et ", " AND ")), name, count=1)
    if re.search(r"(?i)\sand\s", name):
        return re.sub(r"(?i)\sand\s", rng.choice((" & ", " &amp; ", " + ")), name, count=1)
    return None


def abbreviated(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Words of trade cut short: "Int'l", "Tech", "Corp."; one or all of them."""
    del country
    short: dict[str, str] = words.lists["abbreviations"]
    tokens = tokens_of(name)
    places = [n for n, token in enumerate(tokens) if fold(token) in short]
    if not places:
        return None
    for place in places if rng.random() < 0.5 else [rng.choice(places)]:
        ending = "," if tokens[place].endswith(",") else ""
        tokens[place] = short[fold(tokens[place])] + ending
    told = " ".join(tokens)
    return told if told != name else None


def apostrophes(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """An apostrophe left out, replaced, or read as a blank."""
    del country, words
    if not re.search("['’‘`]", name):
        return None
    return re.sub("['’‘`]", lambda found: rng.choice([s for s in ("", "’", "'", "`", " ") if s != found[0]]), name)


def hyphens(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """A hyphen as a blank, as nothing, or as a dash."""
    del country, words
    if not re.search(r"(?<=\w)-(?=\w)", name):
        return None
    return re.sub(r"(?<=\w)-(?=\w)", rng.choice((" ", "", "–", " - ")), name)


def trade_word_added(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """One more word of trade before the form."""
    del country
    front, core, end = parted(name, words)
    extra = rng.choice([word for word in words.lists["extra_trade"] if fold(word) not in fold(name)] or ["Group"])
    return tidied(" ".join((*front, *core, extra, *end)))
