"""A key that one word has in whatever script it was written by ear: Хиквижн, 하이크비전 and ハイクビジョン are Hikvision.

Scripts write a foreign word by its sound, and each leaves something out: vowels, the difference of l and r, of v and b. So the
key keeps the consonants in few classes. It is a lead for a person, and never proves a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from debadge.screen.names.near import Alike

_LEAST = 5  # letters of a word, and of one that is known, under which too many sound alike: "ZTE", "Taha"
LATIN = 7  # letters of a word that was written in Latin letters
_TELLING = 5  # consonants of a key from which on it says enough by itself
_APART = ((4, 0.4), (0, 0.15))  # consonants of a key -> share of the letters that may differ
_KEPT = 100_000  # words kept: some 10 MB; then all are forgotten
_SPOKEN = frozenset("aeiou")
_TOGETHER = (
    ("tech", "tek"),
    ("tekh", "tek"),
    ("sch", "s"),
    ("kh", "h"),
    ("zh", "s"),
    ("sh", "s"),
    ("ch", "s"),
    ("ts", "s"),
    ("dz", "s"),
    ("ck", "k"),
    ("ph", "b"),
    ("ng", "n"),
)
_SOFT = re.compile("c(?=[eiy])")  # "Dance", not "Micro"
_CLASSES = str.maketrans("cqgvfpzjrdyw", "kkkbbbssltiu")
_VOWELS = re.compile("[aeiou]+")
_TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """A word in Latin letters as it sounds, in few classes of letters; vowels stay."""
    for written, heard in _TOGETHER:
        word = word.replace(written, heard)
    word = _SOFT.sub("s", word)
    word = f"s{word[1:]}" if word[:1] == "x" else word
    return _TWICE.sub(r"\1", word.replace("x", "ks").translate(_CLASSES))


def sound_key(heard: str) -> str:
    """Its consonants."""
    return _TWICE.sub(r"\1", _VOWELS.sub("", heard))


class Sounds:
    """Words by which named parties are known, to be asked by how they sound."""

    def __init__(self, words: Iterable[str], alike: Alike) -> None:
        """``alike`` counts edits."""
        self._alike = alike
        self._of_key: dict[str, list[tuple[str, str]]] = {}
        for word in sorted(words):
            for heard in {sound(word), sound(word.replace("w", "v"))}:  # Russian writes Хуавей, Korean 화웨이
                self._of_key.setdefault(sound_key(heard), []).append((word, heard))
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, word: str, *, by_ear: bool) -> tuple[str, ...]:
        """Words that one may be meant for.

        Args:
            word: In Latin letters, lower case.
            by_ear: Whether it is written in a script that has to write it by its sound; of Latin words only long ones count.
        """
        if len(word) < (_LEAST if by_ear else LATIN):
            return ()
        asked = f"{by_ear:d}{word}"
        told = self._known.get(asked)
        if told is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            told = self._known[asked] = tuple(self._of(word, by_ear=by_ear))
        return told

    def _of(self, word: str, *, by_ear: bool) -> Iterator[str]:
        heard = sound(word)
        key = sound_key(heard)
        most = next(share for least, share in _APART if len(key) >= least)
        for known, known_heard in self._of_key.get(key, ()) if by_ear or len(key) >= _TELLING else ():
            apart = self._alike.edits(heard, known_heard) / max(len(heard), len(known_heard))
            begins_so = (heard[0] in _SPOKEN) == (known_heard[0] in _SPOKEN)
            if begins_so and apart <= most and len(known_heard) >= _LEAST:
                yield known
