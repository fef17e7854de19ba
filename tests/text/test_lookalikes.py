"""Letters that look like Latin ones."""

from __future__ import annotations

import pytest

from debadge.text.lookalikes import as_latin


@pytest.mark.parametrize(
    ("text", "told"), [("Нikvision", "Hikvision"), ("Ηikvision", "Hikvision"), ("Hikvіsion camera", "Hikvision camera")]
)
def test_word_that_mixes_alphabets_was_meant_as_latin(text: str, told: str) -> None:
    assert as_latin(text) == told


@pytest.mark.parametrize("text", ["видеокамера", "κάμερα", "Hikvision", "10 μF"])
def test_other_words_stay(text: str) -> None:
    assert as_latin(text) == text
