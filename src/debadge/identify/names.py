"""Reading the names of makers and badges out of what people write: a brand column, a model cell, a line of free text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from debadge.model.party import Badge, Maker
from debadge.text.tables import is_nothing

_BLANKS = re.compile(r"[\s\u00a0_]+")
_REST_OF_A_NAME = re.compile(
    r"(?i)^(?:[\s,.®™/]|\b(?:inc|corp|corporation|co|ltd|limited|llc|gmbh|ag|ab|bv|b\.v|sa|software|network|canada|usa|america|americas|international|intl|europe|uk|tech|device|technolog(?:y|ies)|digital|"
    r"communications?|security|systems?|video|vision|brand|cameras?|caméras?|by|group)\b)*$"
)
_NUMBER = re.compile(r"(?=\S*[A-Za-z])\S*\d\S*|\d{3,}")  # "2 nights" holds none
_THING = "(?=录像|摄像|硬盘|网络|球机|半球|枪机|交换|门禁)"
"""Chinese is written without blanks: these words for recorders, cameras and switches may follow a name at once."""
_MAY_FOLLOW = (_REST_OF_A_NAME, re.compile(r"\S*\d"), re.compile(_THING))
MAX_TEXT = 512  # characters; a cell that is longer is prose, and prose names nothing surely


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in a text."""

    key: str  # maker id or badge id
    is_badge: bool
    text: str  # as written
    rest: str  # what follows it
    before: str = ""  # what stands before it


class Names:
    """All names of makers and badges, longest first."""

    def __init__(
        self, makers: Mapping[str, Maker], badges: Mapping[str, Badge], nothing: AbstractSet[str] = frozenset()
    ) -> None:
        self._nothing = nothing  # folded words that people write instead of a name
        self._keys: dict[str, tuple[str, bool]] = {}
        self._without_person = frozenset(maker.id for maker in makers.values() if maker.entity is None)
        self._suppliers = {maker: frozenset((maker,)) for maker in makers}  # who may have made what carries a name
        self._suppliers |= {badge.id: frozenset(edge.maker for edge in badge.edges) for badge in badges.values()}
        for maker in makers.values():
            self._add((maker.id, maker.name, *maker.brands), maker.id, badge=False)
        for badge in badges.values():
            self._add((badge.name, badge.id.replace("_", " "), *badge.aliases), badge.id, badge=True)
        spellings = sorted(self._keys, key=lambda name: (-len(name), name))
        words = "|".join(re.escape(name).replace(r"\ ", r"[\s_]+") for name in spellings)
        self._word = re.compile(rf"(?<![^\W_])(?:{words})(?:(?![^\W_])|{_THING})", re.IGNORECASE) if words else None

    def _add(self, names: Iterable[str], key: str, *, badge: bool) -> None:
        for name in names:
            if normal(name):
                self._keys[normal(name)] = (key, badge)

    def resolve(self, name: str) -> tuple[str, bool] | None:
        """(id, whether it is a badge) of a name that stands alone."""
        return self._keys.get(normal(name))

    def is_nothing(self, text: str) -> bool:
        """Whether the text says that there is no name to tell: "N/A", "various"."""
        return is_nothing(text, self._nothing)

    def is_unlisted(self, named: Named) -> bool:
        """Whether we keep no legal person of the maker, so that no list can name it: its name may be read more freely."""
        return not named.is_badge and named.key in self._without_person

    def leading(self, text: str) -> Named | None:
        """The name that a cell begins with, if nothing but a model or the rest of a company name follows.

        "Dahua Technology" and "Dahua IPC-HFW1431S" are Dahua; "Dahua Supply Chain" is somebody else. "HiLook by Hikvision"
        says one thing in two names, and "Dahua Hikvision" two things, which is to say nothing.
        """
        bare = text[:MAX_TEXT].strip()
        found = self._word.match(bare) if self._word else None
        if not found:
            return None
        rest = bare[found.end() :].strip()
        key, is_badge = self._keys[normal(found[0])]
        if rest and not (self._may_follow(rest, key) or rest.startswith("(") or _model_word(rest)):
            return None
        return Named(key, is_badge, found[0], rest)

    def _may_follow(self, rest: str, key: str) -> bool:
        others = {self._keys[normal(found[0])][0] for found in self._word.finditer(rest)} if self._word else set()
        if any(self._suppliers[key].isdisjoint(self._suppliers[other]) for other in others):
            return False
        words = self._word.sub(" ", rest) if self._word and others else rest
        return any(form.match(words) for form in _MAY_FOLLOW)

    def inside(self, text: str) -> tuple[Named, ...]:
        """Every name in a line of free text, in order, each once."""
        found: dict[str, Named] = {}
        for named in self.every(text):
            found.setdefault(named.key, named)
        return tuple(found.values())

    def every(self, text: str) -> Iterator[Named]:
        """Every place of a line of free text where a name stands, in order."""
        for hit in self._word.finditer(text[:MAX_TEXT]) if self._word else ():
            key, is_badge = self._keys[normal(hit[0])]
            yield Named(key, is_badge, hit[0], text[hit.end() : MAX_TEXT].strip(), text[: hit.start()])

    @property
    def spellings(self) -> Mapping[str, tuple[str, bool]]:
        """Every name in small letters -> (maker or badge id, whether it is a badge)."""
        return self._keys


def _model_word(rest: str) -> bool:
    """Whether a number stands among the first three words: "LaserJet Enterprise M507dn"."""
    return any(_NUMBER.fullmatch(word) for word in rest.split()[:3])


def normal(name: str) -> str:
    """Lower case, one blank between words."""
    return _BLANKS.sub(" ", name.strip()).lower()
