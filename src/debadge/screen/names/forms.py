"""Legal forms, taken off both ends of a name as whole phrases, the longest first; never out of its middle."""

from __future__ import annotations

from debadge.screen.names.words import NameWords

_LONGEST = 8  # words of a form
_CUT = 3  # letters of a cut legal form that stands behind the name itself


class Forms:
    """Takes legal forms off; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        self._end_last = {form[-1] for form in words.end}
        self._front_first = {form[0] for form in words.front}
        self._long = sorted({word for form in words.end for word in form if len(word) > _CUT})

    def without(self, found: list[str], *, cut: bool, front: bool = True) -> tuple[list[str], list[str]]:
        """(words that are left, forms that were taken off), behind places as well: "Foo Ltd Shenzhen".

        Args:
            found: The words of a name.
            cut: Whether its end may have been cut off, so that the last word may be the beginning of a form.
            front: Whether forms are taken off the front as well.
        """
        words, removed = list(found), []
        if cut and len(words) > 2 and self._is_cut(words[-1], behind_form=words[-2] in self._end_last):
            removed.append(words.pop())
        while len(words) > 1 and (form := self._take_end(words)):
            removed.append(form)
        while front and len(words) > 1 and (form := self._take_front(words)):
            removed.append(form)
        return words, removed

    def _take_end(self, words: list[str]) -> str | None:
        """Takes one form off the end, or off what stands before the places at the end."""
        last = len(words)
        while last > 1 and (size := self._place_before(words, last)):
            last -= size
        for stop in dict.fromkeys((len(words), last)):
            if words[stop - 1] not in self._end_last:
                continue
            for start in range(max(1, stop - _LONGEST), stop):
                if tuple(words[start:stop]) in self._words.end:
                    form = " ".join(words[start:stop])
                    del words[start:stop]
                    return form
        return None

    def _take_front(self, words: list[str]) -> str | None:
        if words[0] in self._front_first:
            for stop in range(min(len(words) - 1, _LONGEST), 0, -1):
                if tuple(words[:stop]) in self._words.front:
                    form = " ".join(words[:stop])
                    del words[:stop]
                    return form
        return None

    def _place_before(self, words: list[str], last: int) -> int:
        """Of how many words the place is that ends before ``last``; 0 where none does."""
        places = self._words.places
        if self._words.canon.get(words[last - 1]) in places:
            return 1
        return 2 if last > 2 and self._words.phrases.get((words[last - 2], words[last - 1])) in places else 0

    def _is_cut(self, word: str, *, behind_form: bool) -> bool:
        """Whether a last word is what was left of a legal form: "Corpora", and behind another form a letter is enough."""
        if len(word) < _CUT and not behind_form:
            return False
        return any(form.startswith(word) and form != word for form in self._long)
