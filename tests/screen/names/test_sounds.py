"""A word that another script writes by its sound leads to the party that it means, and never proves it."""

from __future__ import annotations

import pytest

from debadge.screen.names.letters import heard_words
from debadge.screen.names.near import Alike
from debadge.screen.names.sounds import Sounds, sound, sound_key


@pytest.fixture(scope="module")
def sounds() -> Sounds:
    return Sounds(["hikvision", "huawei", "tiandy", "hytera", "xiaomi", "zte"], Alike())


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("ООО Хиквижн", "hikvision"),
        ("Хиквижен", "hikvision"),
        ("하이크비전", "hikvision"),
        ("ハイクビジョン", "hikvision"),
        ("Хуавей", "huawei"),
        ("화웨이", "huawei"),
        ("Хитера", "hytera"),
        ("샤오미", "xiaomi"),
    ],
)
def test_foreign_script_is_heard(sounds: Sounds, text: str, word: str) -> None:
    assert [known for heard in heard_words(text, text) for known in sounds.of(heard, by_ear=True)] == [word]


@pytest.mark.parametrize("text", ["Кино", "Хикори", "Хавана", "Тайдон", "Хатора", "ЗТЕ", "Самсунг", "소미", "ヒカリ"])
def test_other_words_are_not(sounds: Sounds, text: str) -> None:
    assert not [known for heard in heard_words(text, text) for known in sounds.of(heard, by_ear=True)]


@pytest.mark.parametrize(
    ("word", "known"), [("haikbijeon", ("hikvision",)), ("hickvizhn", ("hikvision",)), ("huavei", ()), ("hawaii", ())]
)
def test_romanised_word_counts_if_it_is_long(sounds: Sounds, word: str, known: tuple[str, ...]) -> None:
    assert sounds.of(word, by_ear=False) == known


@pytest.mark.parametrize(("one", "other"), [("xiaomi", "shaomi"), ("phone", "fone"), ("zhongke", "chonggke")])
def test_spellings_of_one_sound_are_one(one: str, other: str) -> None:
    assert sound_key(sound(one)) == sound_key(sound(other))
