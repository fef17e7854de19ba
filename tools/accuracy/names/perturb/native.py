"""Names in Chinese signs and in pinyin: forms, sets of signs, syllables joined, split and misspelt."""

from __future__ import annotations

from random import Random

from tools.accuracy.names.words import Words

BEARS = 9  # letters of a name in pinyin, for one sound to be misspelt in it


def native_core(name: str, words: Words) -> str:
    """Without the legal form at its end."""
    forms = sorted({*words.lists["chinese"]["forms"], *words.lists["chinese"]["forms_traditional"]} - {""}, key=len)
    return next((name.removesuffix(form) for form in reversed(forms) if name.endswith(form) and name != form), name)


def native_form_swapped(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Another form, or none."""
    del country
    traditional = _traditional(name, words) == name != _simplified(name, words)
    forms = words.lists["chinese"]["forms_traditional" if traditional else "forms"]
    core = native_core(name, words)
    form: str = rng.choice([form for form in forms if core + form != name])
    return core + form


def native_latin_form(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Chinese signs with a Latin form or a Latin word behind them."""
    del country
    return f"{native_core(name, words)}{rng.choice((' Co., Ltd.', ' Co Ltd', ' (Canada) Inc.', ' Ltée', ' CORP', ' Canada'))}"


def native_spaced(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Blanks, brackets or dots between the parts, as forms and scans set them."""
    del country
    mark = rng.choice((" ", "　", "·", " "))
    told = mark.join(_parts(name, words))
    return told if told != name else None


def traditional(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In traditional signs, half the time with another form."""
    del country
    told = _traditional(name, words)
    if told == name:
        return None
    return (
        native_core(told, words) + rng.choice(words.lists["chinese"]["forms_traditional"])
        if rng.random() < 0.5
        else told
    )


def simplified(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In simplified signs, half the time with another form."""
    del country
    told = _simplified(name, words)
    if told == name:
        return None
    return native_core(told, words) + rng.choice(words.lists["chinese"]["forms"]) if rng.random() < 0.5 else told


def _traditional(name: str, words: Words) -> str:
    table: dict[str, str] = words.lists["chinese"]["traditional"]
    return "".join(table.get(sign, sign) for sign in name)


def _simplified(name: str, words: Words) -> str:
    table = {new: old for old, new in words.lists["chinese"]["traditional"].items()}
    return "".join(table.get(sign, sign) for sign in name)


def pinyin_joined(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In pinyin, a word for each part: "Haikang Weishi"; with an English form, a pinyin form, or none."""
    del country
    return _with_form(_pinyin(name, words, between=""), rng)


def pinyin_split(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In pinyin, syllable by syllable: "Hai Kang Wei Shi"."""
    del country
    return _with_form(_pinyin(name, words, between=" "), rng)


def pinyin_confused(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """In pinyin, with one sound misspelt; the name must be long enough to bear it."""
    del country
    told = _pinyin(name, words, between=rng.choice(("", " ")))
    if told is None or len(told.replace(" ", "")) < BEARS:
        return None
    pairs = [pair for pair in words.lists["chinese"]["confused"] if pair[0] in told.lower()]
    if not pairs:
        return None
    old, new = rng.choice(pairs)
    at = told.lower().index(old)
    return _with_form(told[:at] + (new.capitalize() if told[at].isupper() else new) + told[at + len(old) :], rng)


def _pinyin(name: str, words: Words, *, between: str) -> str | None:
    sounds: dict[str, str] = words.lists["chinese"]["pinyin"]
    core = native_core(_simplified(name, words), words)
    if not all(sign in sounds for sign in core):
        return None
    parts = [[sounds[sign] for sign in part] for part in _parts(core, words)]
    if between:
        return " ".join(syllable.capitalize() for part in parts for syllable in part)
    return " ".join("".join(part).capitalize() for part in parts)


def _with_form(told: str | None, rng: Random) -> str | None:
    if told is None:
        return None
    told = told.upper() if rng.random() < 0.25 else told
    return told + rng.choice((" Co., Ltd.", " Youxian Gongsi", " Gufen Youxian Gongsi", " Company Limited", "", ""))


def _parts(name: str, words: Words) -> list[str]:
    """The name cut where a known part begins or ends; a stretch of unknown signs is one part."""
    known = sorted(words.lists["chinese"]["parts"], key=len, reverse=True)
    told: list[str] = []
    rest, loose = name, ""
    while rest:
        part = next((p for p in known if rest.startswith(p)), None)
        if part is None:
            loose, rest = loose + rest[0], rest[1:]
            continue
        told += [loose, part] if loose else [part]
        loose, rest = "", rest[len(part) :]
    return [*told, loose] if loose else told
