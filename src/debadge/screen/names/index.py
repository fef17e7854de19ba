"""The names of all entries, to be asked for candidates: by words, by words that are nearly theirs, by the whole as one word."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log
from typing import NamedTuple

from debadge.screen.names.entry import Entry
from debadge.screen.names.letters import pinyin_key, syllables
from debadge.screen.names.native import Native
from debadge.screen.names.near import Alike, Lexicon
from debadge.screen.names.reading import Form, Read, Reader, spread
from debadge.screen.names.slips import Slips
from debadge.screen.names.sounds import LATIN, Sounds
from debadge.screen.names.weigh import CORE, PLACE, TAIL_WEIGHT, TRADE, Scale
from debadge.screen.names.whereabouts import Whereabouts
from debadge.screen.names.words import Policy
from debadge.screen.names.written import Written

ACRONYM = 7  # letters; what is shorter and stands in brackets is taken for an acronym, and many share one
_KEPT = 100_000  # words of strangers kept: some 12 MB; then all are forgotten
_UNSEEN = 3  # in how many names of ordinary suppliers a word may stand that the table leaves out
_SHARE = 0.5  # of the query's weight that a candidate has to share: what shares less is never a match
_MOST = 24  # candidates weighed for one reading
_LEAST = 0.6  # likeness of words that are taken for each other
_SPELLED = (4, 80)  # letters of a name in pinyin, at least and at most
_SYLLABLES = 3  # words of a name that is pinyin in syllables
_CUT_LETTERS = 4  # of a last word that was cut off, from which on it leads to words that begin so
_BEGUN = 40  # such words
_BRAND = 3  # letters of a word that names a party of ours by itself
_WHOLE_LEAST = 0.78
_WHOLE_LETTERS = 7  # of a name written as one word, from which on it is looked up with slips


class Name(NamedTuple):
    """One reading of one name of an entry."""

    entry: int
    text: str  # as listed
    words: tuple[str, ...]
    shown: tuple[str, ...]  # as written
    channel: str  # name | bracket | split | transliteration | pinyin
    weak: bool  # the publisher calls it weak, or it is not how the name is written
    generic: bool  # of generic words only: matches exactly or not at all


class NativeName(NamedTuple):
    """A name in a script without blanks."""

    entry: int
    text: str
    native: Native


def _rounded(number: int) -> int:
    """To two digits: a row more on a list does not change what every word weighs, so only what it touches is screened anew."""
    unit: int = 10 ** (len(str(number)) - 2)
    return number // unit * unit


class Index:
    """All names of all entries; made once for a set of lists."""

    def __init__(
        self, entries: Sequence[Entry], reader: Reader, policy: Policy, readings: dict[str, Read] | None = None
    ) -> None:
        """``readings``: listed names as they were read before by the same words; filled with those that are read now."""
        self._readings = {} if readings is None else readings
        self.entries, self.reader, self.policy = tuple(entries), reader, policy
        self.names: list[Name] = []
        self.natives: list[NativeName] = []
        self._texts: dict[tuple[int, tuple[str, ...]], dict[str, None]] = {}
        drafts = self._read()
        self._listed = Counter(word for _, _, form, _ in drafts for word in set(form.words))
        self._total = _rounded(max(len(drafts), 1000))  # of few names nothing is known about what is common in them
        self._ordinary = reader.words.ordinary
        self._weights: dict[str, float] = {}
        forms = (*reader.words.end, *reader.words.front)
        self._form_words = {word for form in forms for word in form} - reader.words.trade - reader.words.places
        self._kinds: dict[str, str] = {}
        self.alike = Alike()
        self.scale = Scale(
            self.weigh,
            self.kind,
            self.alike,
            policy.weights,
            (f[0] for f in reader.words.end if len(f) == 1),
            reader.words,
        )
        self._totals: list[float] = []
        self._of_word: dict[str, list[int]] = {}
        self._of_pair: dict[str, list[int]] = {}
        self._of_whole: dict[str, list[int]] = {}
        self._exact: dict[tuple[str, ...], list[int]] = {}
        self._of_key: dict[str, list[int]] = {}
        for draft in drafts:
            self._add(*draft)
        self.as_written = Written(self.entries, self._readings, reader, self._ordinary)
        del self._readings
        self.whereabouts = Whereabouts(self.entries, reader, self.party)
        self._party: dict[tuple[str, str], str] = {}
        self._groups: dict[tuple[str, str], str] = {}
        self._link()
        self._lexicon = Lexicon(self._of_word, self.alike, _LEAST)
        self._wholes = Lexicon((w for w in self._of_whole if len(w) >= _WHOLE_LETTERS), self.alike, _WHOLE_LEAST)
        self._sorted = sorted(self._of_word)
        self._of_core: dict[str, list[int]] = {}
        self._of_sign: dict[str, list[int]] = {}
        self._of_spelling: dict[str, list[int]] = {}
        self.places: dict[int, frozenset[str]] = {}  # entry -> places of its names in their own script
        for number, name in enumerate(self.natives):
            self.places[name.entry] = self.places.get(name.entry, frozenset()) | name.native.places
            for key in sorted(reader.native.spellings(name.native)):
                self._of_spelling.setdefault(key, []).append(number)
            for text in {name.native.core, name.native.whole}:
                self._of_core.setdefault(text, []).append(number)
            for sign in set(zip(name.native.core, name.native.core[1:], strict=False)):
                self._of_sign.setdefault("".join(sign), []).append(number)

        self.written = {
            word for n in self.names if n.entry in self.places for word in n.words if self.kind(word) is CORE
        }
        """Telling words of parties whose name in their own script is known."""
        self.brands = self._brands()
        """Word -> parties of ours that measures name and that are known by this word alone; no other firm is."""
        self._sounds, self._slips = Sounds(self.brands, self.alike), Slips(self.brands, self.alike)

    def _brands(self) -> dict[str, tuple[int, ...]]:
        """Of each named party the one core word of a name, unless it is short, or ordinary suppliers or others have it too."""
        told: dict[str, dict[int, None]] = {}
        for number, name in enumerate(self.names):
            if name.weak or name.channel not in ("name", "split") or not self.entries[name.entry].named:
                continue
            cores = {word for word in name.words if self.kind(word) is CORE}
            if len(cores) == 1 and self.is_brand(word := cores.pop()):
                told.setdefault(word, {}).setdefault(number, None)
        return {word: tuple(numbers) for word, numbers in told.items()}

    def branded(self, read: Read) -> list[tuple[str, int]]:
        """(word, number of the name) of parties of ours whose own word stands in a name as it is written."""
        written = (form for form in read.forms if form.channel != "pinyin")  # 华伟 only sounds like 华为
        words = {*spread(written), *itertools.chain.from_iterable(read.spelled)}
        return [(word, number) for word in sorted(words & self.brands.keys()) for number in self.brands[word]]

    def sounding(self, read: Read) -> list[tuple[str, str, int]]:
        """(word asked, word known, number of the name) of the same parties, whose word sounds like one of a name."""
        told = [(word, known) for word in read.heard for known in self._sounds.of(word, by_ear=True)]
        for word in spread(read.forms):
            if len(word) >= LATIN and self.kind(word) is CORE and word not in self._ordinary:
                told += [(word, known) for known in self._sounds.of(word, by_ear=False)]
        return [(*pair, number) for pair in dict.fromkeys(told) for number in self.brands[pair[1]]]

    def slipped(self, read: Read) -> list[tuple[str, str, int]]:
        """(word asked, word known, number of the name) of the same parties, whose word is one slip away and nobody else's."""
        words = (word for word in spread(read.forms) if self.kind(word) is CORE and word not in self._ordinary)
        told = [(word, known) for word in words if word not in self._of_word for known in self._slips.of(word)]
        return [(*pair, number) for pair in told for number in self.brands[pair[1]]]

    def is_brand(self, word: str) -> bool:
        """Whether a word names a party of ours by itself: nobody else has it, as far as suppliers and our facts tell."""
        is_known = word in self._ordinary or word in self.reader.words.shared
        return len(word) >= _BRAND and word.isalpha() and not is_known

    def weigh(self, word: str) -> float:
        """What a word weighs: the rarer among ordinary suppliers and in the lists, the more; places and trade words little."""
        told = self._weights.get(word)
        if told is None:
            if len(self._weights) > _KEPT:
                self._weights.clear()
            told = self._weights[word] = self._weight(word)
        return told

    def _weight(self, word: str) -> float:
        weights, words = self.policy.weights, self.reader.words
        kind = self.kind(word)
        if kind is PLACE:
            return weights.place
        if word in self._form_words:
            return weights.form
        ordinary = max(words.ordinary.get(word, 0), _UNSEEN) / words.ordinary_names
        rarity = -log(min(max(ordinary, self._listed.get(word, 0) / (4 * self._total)), 1.0))
        return min(weights.trade * rarity, weights.trade_most) if kind is TRADE else max(rarity, 1.0)

    def is_generic(self, words: Sequence[str]) -> bool:
        """Whether a name consists of words that everybody uses: it matches exactly or not at all."""
        if any(self.kind(word) is CORE and word not in self._ordinary for word in words):
            return False
        return sum(map(self.weigh, words)) < self.policy.weights.generic

    def kind(self, word: str) -> str:
        """Whether a word says where, what, or who."""
        told = self._kinds.get(word)
        if told is None:
            if len(self._kinds) > _KEPT:
                self._kinds.clear()
            words = self.reader.words
            told = self._kinds[word] = (
                PLACE if word in words.places else TRADE if word in words.trade or word in self._form_words else CORE
            )
        return told

    def _read(self) -> list[tuple[int, str, Form, bool]]:
        """Every reading of every name, each once an entry: as the name is written before weak names and mere pinyin."""
        drafts = []
        for number, entry in enumerate(self.entries):
            forms: list[tuple[bool, str, Form, bool]] = []
            for name in entry.names:
                read = self._readings.get(name.text)
                if read is None:
                    read = self._readings[name.text] = self.reader.read(name.text, listed=True)
                self.natives += [NativeName(number, name.text, native) for native in read.natives]
                is_weak = name.kind == "weak"
                forms += [(is_weak or form.channel == "pinyin", name.text, form, is_weak) for form in read.forms]
            seen: set[tuple[str, ...]] = set()
            for _, text, form, is_weak in sorted(forms, key=lambda one: one[0]):
                self._texts.setdefault((number, form.words), {})[text] = None
                if form.words not in seen and any(map(str.isalpha, "".join(form.words))):
                    seen.add(form.words)
                    drafts.append((number, text, form, is_weak))
        return drafts

    def _add(self, entry: int, text: str, form: Form, weak: bool) -> None:  # noqa: FBT001  # of a tuple
        number, words = len(self.names), form.words
        total, generic = sum(map(self.weigh, words)), self.is_generic(words)
        if generic and form.channel in ("part", "bracket"):
            return
        acronym = form.channel == "bracket" and len("".join(words)) < ACRONYM
        is_weak = weak or acronym or form.channel == "pinyin"
        self.names.append(Name(entry, text, words, form.shown, form.channel, is_weak, generic))
        self._totals.append(total)
        self._exact.setdefault(tuple(sorted(words)), []).append(number)
        if generic:
            return
        for word in set(words):
            self._of_word.setdefault(word, []).append(number)
        for one, other in itertools.pairwise(words):
            self._of_pair.setdefault(one + other, []).append(number)
        for whole in {"".join(words), "".join(word for word in words if self.kind(word) is not PLACE)}:
            self._of_whole.setdefault(whole, []).append(number)
        if form.channel == "pinyin":
            core = "".join(word for word in words if self.kind(word) is CORE)
            self._of_key.setdefault(pinyin_key(core), []).append(number)

    def texts(self, name: Name) -> Iterable[str]:
        """The names of an entry, as listed, that come to the same words: "JSC Crake", "Crake AO"."""
        return self._texts[name.entry, name.words]

    def party(self, entry: Entry) -> str | None:
        """The party of ours that an entry is: as its list says, or since both have a name in common."""
        return entry.entity or self._party.get((entry.list, entry.ref))

    def group(self, entry: Entry) -> str:
        """Entries of one group are one party."""
        return self.party(entry) or self._groups.get((entry.list, entry.ref), f"{entry.list}/{entry.ref}")

    def _link(self) -> None:
        """Rows of lists with a name that is a party's own, or that another row has, are that party."""
        own: dict[tuple[str, ...], str] = {}
        for name in self.names:
            entity = self.entries[name.entry].entity
            if entity and not name.generic and not name.weak:
                own.setdefault(tuple(sorted(name.words)), entity)
        first: dict[tuple[str, ...], str] = {}
        for name in self.names:
            entry = self.entries[name.entry]
            key = (entry.list, entry.ref)
            if entry.entity or name.generic or name.weak or name.channel != "name":
                continue
            words = tuple(sorted(name.words))
            if words in own:
                self._party.setdefault(key, own[words])
            group = first.setdefault(words, self._groups.get(key, f"{entry.list}/{entry.ref}"))
            self._groups.setdefault(key, group)

    def candidates(self, form: Form) -> list[int]:
        """Numbers of names that may match a reading, the likeliest first."""
        words = form.words
        tail = self.scale.tail(words, range(len(words)), tail=not form.removed)
        weights = [
            self.weigh(word) if at < tail else min(self.weigh(word), TAIL_WEIGHT) for at, word in enumerate(words)
        ]
        total = sum(weights)
        found = dict.fromkeys(self._exact.get(tuple(sorted(words)), ()), total)
        beyond = [] if any(self.kind(word) is CORE for word in words) else self._elsewhere(words)
        if self.is_generic(words):
            return [*found, *beyond]
        self._by_words(words, weights, total, found, cut=form.cut)
        self._by_joins(words, weights, found)
        enough = _SHARE * total
        totals = self._totals
        ranked = sorted(
            (totals[number] - 2 * shared, self.names[number].weak, number)
            for number, shared in found.items()
            if shared >= enough
        )
        return list(dict.fromkeys([*beyond, *(number for _, _, number in ranked[:_MOST])]))

    def _elsewhere(self, words: Sequence[str]) -> list[int]:
        """Generic names of parties of ours, of which the words name one more place: "China Mobile Canada"."""
        told: list[int] = []
        for at, word in enumerate(words):
            if at and len(words) > 2 and self.kind(word) is PLACE:
                found = self._exact.get(tuple(sorted([*words[:at], *words[at + 1 :]])), ())
                told += [number for number in found if self.entries[self.names[number].entry].entity]
        return told

    def _by_words(
        self, words: Sequence[str], weights: Sequence[float], total: float, found: dict[int, float], *, cut: bool
    ) -> None:
        """Rarest words first; a word is no lead any more when it and those after it could not make up the share."""
        enough, ahead = _SHARE * total, total
        for weight, word in sorted(zip(weights, words, strict=True), reverse=True):
            is_lead = ahead >= enough
            ahead -= weight
            if is_lead:
                self._lead(word, weight, found)
                if cut and word == words[-1] and len(word) >= _CUT_LETTERS:
                    self._begin(word, weight, found)
                continue
            for number in self._of_word.get(word, ()):
                if number in found:
                    found[number] += weight

    def _lead(self, word: str, weight: float, found: dict[int, float]) -> None:
        """Everybody with a word, or one that it nearly is; what is nearly a trade word leads to too many to mean anybody."""
        for known, likeness in self._near(word):
            if likeness == 1 or self.kind(known) is CORE:
                for number in self._of_word[known]:
                    found[number] = found.get(number, 0.0) + weight * likeness

    def _begin(self, start: str, weight: float, found: dict[int, float]) -> None:
        """Everybody with a word that begins as a cut one does."""
        at = bisect_left(self._sorted, start)
        for known in self._sorted[at : at + _BEGUN]:
            for number in self._of_word[known] if known.startswith(start) else ():
                found[number] = max(found.get(number, 0.0), weight) + 0.01

    def _near(self, word: str) -> tuple[tuple[str, float], ...]:
        """Words of the lists that this one nearly is; a word of ordinary suppliers is itself only."""
        if word in self._ordinary:
            return ((word, 1.0),) if word in self._of_word else ()
        return self._lexicon.near(word)

    def _by_joins(self, words: Sequence[str], weights: Sequence[float], found: dict[int, float]) -> None:
        total = sum(weights)
        for at in range(len(words) - 1):
            weight = weights[at] + weights[at + 1]
            for number in self._of_word.get(words[at] + words[at + 1], ()):
                found[number] = found.get(number, 0.0) + weight
        for at, word in enumerate(words):
            for number in self._of_pair.get(word, ()):
                found[number] = found.get(number, 0.0) + weights[at]
        wholes = {"".join(words), "".join(word for word in words if self.kind(word) is not PLACE)}
        for whole in wholes:
            for known, likeness in self._wholes.near(whole) if len(whole) >= _WHOLE_LETTERS else ():
                for number in self._of_whole[known]:
                    found[number] = max(found.get(number, 0.0), total * likeness)
        core = "".join(word for word in words if self.kind(word) is CORE)
        for number in self._of_key.get(pinyin_key(core), ()) if len(core) > 4 else ():
            found[number] = max(found.get(number, 0.0), total)

    def spelled_candidates(self, words: Sequence[str]) -> list[int]:
        """Numbers of names in their own script whose pinyin, whole or of the core, these words are, by a key that slips share."""
        word = "".join(words)
        if not _SPELLED[0] <= len(word) <= _SPELLED[1] or not word.isalpha():
            return []
        native = self.reader.native
        if found := self._of_spelling.get(native.key(word)):
            return found
        # "zhon guo" has its key word by word: joined, its n and g would be one sound
        found = self._of_spelling.get(native.key(words[0], *words[1:]), []) if len(words) >= _SYLLABLES else []
        return found or self._of_core_spelling(words)

    def _of_core_spelling(self, words: Sequence[str]) -> list[int]:
        """The same for "beijing kuangshi keji", all of it pinyin: by the word between its places and what it does."""
        if not all(map(syllables, words)):
            return []
        canon = self.reader.words.canon
        cores = [word for word in words if self.kind(canon.get(word, word)) is CORE]
        is_core = len(cores) == 1 and len(cores) < len(words) and len(syllables(cores[0])) > 1
        return self._of_spelling.get(self.reader.native.key(cores[0]), []) if is_core else []

    def native_candidates(self, native: Native) -> list[int]:
        """Numbers of names in their own script that share the core, or two signs in a row of it."""
        found = dict.fromkeys([*self._of_core.get(native.whole, ()), *self._of_core.get(native.core, ())])
        for pair in zip(native.whole, native.whole[1:], strict=False):
            found |= dict.fromkeys(self._of_sign.get("".join(pair), ()))
        return list(found)
