"""Names that are pinyin word for word: a weak channel, since many Chinese names sound alike."""

from __future__ import annotations

from collections.abc import Callable

from debadge.screen.names.letters import syllables
from debadge.screen.names.reading import Form

_FORM = 4  # letters of a legal form in pinyin are more: "gufen"


def is_pinyin_only(form: Form, listed: tuple[str, ...], is_place: Callable[[str], bool]) -> bool:
    """Whether a name is pinyin, and not as the listed one is written: "Dahua Keji" may be another 大华科技.

    Args:
        form: The name asked about.
        listed: The words of the listed one as written.
        is_place: Of a word as it stands for its spellings.
    """
    told = [one for one, word in zip(form.shown, form.words, strict=True) if not is_place(word)]
    is_other = form.channel == "split" or not set(told) <= set(listed) or any(map(_is_form, form.removed))
    return is_other and all(map(syllables, told))


def _is_form(form: str) -> bool:
    """Whether a legal form is one in pinyin, "youxian gongsi"; "sa" and "ou" only look like it."""
    return len(form) > _FORM and all(map(syllables, form.split()))
