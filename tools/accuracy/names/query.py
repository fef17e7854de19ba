"""One name to screen, and what would be right to answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Ref = tuple[str, str]
"""(list, what the publisher calls the row); a party of ours is ("pack", its id)."""
PACK = "pack"
WANTED = ("match", "affiliate", "cannot_tell", "no_match", "refused")
POSITIVE = frozenset({"match", "affiliate", "cannot_tell"})
ORIGINS = ("chinese", "arabic", "persian", "russian", "french", "english", "other")
SCRIPTS = ("latin", "han", "cyrillic", "arabic", "mixed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A name with its label."""

    text: str
    want: str  # one of WANTED
    kind: str  # what was done to the name, or what sort of negative it is
    origin: str  # one of ORIGINS: where such names come from, not where a firm is
    script: str  # one of SCRIPTS
    country: str | None = None  # ISO 3166 alpha-2, told with the name
    refs: frozenset[Ref] = frozenset()  # rows and parties, any of which is right
    names: frozenset[str] = frozenset()  # keys (register.key) of the names of these rows

    @property
    def is_positive(self) -> bool:
        """Whether somebody is to be found."""
        return self.want in POSITIVE

    def asked(self) -> dict[str, Any]:
        """What the screening is told: never the label."""
        return {"query": self.text} | ({"country": self.country} if self.country else {})


def script_of(text: str) -> str:
    """The script of the letters of a text; `mixed` if there are several."""
    found = {_script(letter) for letter in text if letter.isalpha()} - {None}
    return found.pop() or "latin" if len(found) == 1 else "mixed" if found else "latin"


def _script(letter: str) -> str | None:
    code = ord(letter)
    if code < 0x250 or 0x1E00 <= code < 0x1F00:
        return "latin"
    if 0x400 <= code < 0x530:
        return "cyrillic"
    if 0x600 <= code < 0x700:
        return "arabic"
    return "han" if 0x3400 <= code < 0xA000 else None
