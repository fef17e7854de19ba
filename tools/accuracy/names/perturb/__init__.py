"""Ways in which people write a name otherwise: one function each, known by its name.

What comes in: a name, the country of its firm, a source of chance, the word lists. What goes out: the name as somebody wrote it,
or None where it cannot be done to this name without losing what tells the firm from others.
"""

from __future__ import annotations

from tools.accuracy.names.perturb import around, layout, legal, native, typing
from tools.accuracy.names.perturb.interface import Perturbation

LATIN: tuple[Perturbation, ...] = (
    legal.legal_form_swapped,
    legal.legal_form_dropped,
    legal.legal_form_moved,
    legal.french_form,
    typing.one_typo,
    typing.two_typos,
    typing.digits_for_letters,
    typing.rn_for_m,
    typing.cyrillic_letters,
    typing.accents,
    typing.case,
    layout.cut_at_35,
    layout.cut_at_40,
    layout.words_joined,
    layout.word_split,
    layout.words_reordered,
    layout.place_dropped,
    layout.place_added,
    layout.brackets_moved,
    layout.ampersand,
    layout.abbreviated,
    layout.apostrophes,
    layout.hyphens,
    layout.trade_word_added,
    around.operating_as,
    around.care_of,
    around.code_in_front,
    around.address_behind,
    around.two_words_added,
    around.branch_behind,
    around.place_and_form,
)
NATIVE: tuple[Perturbation, ...] = (
    native.native_form_swapped,
    native.native_latin_form,
    native.native_spaced,
    native.traditional,
    native.simplified,
    native.pinyin_joined,
    native.pinyin_split,
    native.pinyin_confused,
)
"""For names in Chinese signs."""
BY_NAME = {function.__name__: function for function in (*LATIN, *NATIVE)}
