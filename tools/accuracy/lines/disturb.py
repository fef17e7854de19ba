"""What happens to a line on its way through catalogues, order forms and short fields."""

from __future__ import annotations

import unicodedata
from random import Random

CUTS = (35, 40)  # characters of a name and of an item text in common purchasing systems
WAYS = ("plain", "upper", "lower", "catalogue", "brackets", "item", "stars")
SHARES = (38, 22, 10, 14, 5, 6, 5)
SAFE = 9  # letters and digits that a number without separators needs to stay telling without a name


def number(text: str, rng: Random, *, alone: bool, lens: bool) -> str:
    """A model number as people type it; one that stands alone stays telling. ``lens`` lets a focal length follow."""
    way = rng.choices(("plain", "joined", "spaced", "oh", "lower", "lens"), (58, 10, 8, 7, 8, 9))[0]
    joined = "".join(sign for sign in text if sign.isalnum())
    if way in {"joined", "spaced"} and alone and len(joined) < SAFE:
        return text
    match way:
        case "joined":
            return joined
        case "spaced":
            return text.replace("-", " ").replace("/", " ")
        case "oh":
            return text.replace("0", "O", 1)
        case "lower":
            return text.lower()
        case "lens" if lens:
            return f"{text}/{rng.choice(('2.8mm', '4mm', '6mm'))}"
        case _:
            return text


def written(text: str, way: str) -> str:
    """A line in one of the ways of writing."""
    match way:
        case "upper":
            return text.upper()
        case "lower":
            return text.lower()
        case "catalogue":
            return text.upper().replace(", ", ",").replace(" - ", ",")
        case "brackets":
            return f"[{text}]"
        case "item":
            return f"00010 {text}"
        case "stars":
            return "*" + text.replace(", ", " * ")
        case _:
            return text


def way(rng: Random) -> str:
    """One of the ways of writing, by its share."""
    return rng.choices(WAYS, SHARES)[0]


def without_accents(text: str) -> str:
    """Latin letters without their accents, as in old systems; other scripts stay."""
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def cut(text: str, kept: str, rng: Random) -> str:
    """The line as a short field keeps it, if what decides is still whole in it; else the line."""
    limit = rng.choice(CUTS)
    at = text.casefold().find(kept.casefold())
    return text[:limit] if at >= 0 and at + len(kept) <= limit else text
