"""Every reason that readers give has its sentence, in both languages and with its places filled."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import debadge.sources
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.sources import discover
from debadge.sources.discover import formats, importer
from debadge.sources.read import FileReading
from debadge.text.sentences import LANGUAGES, Sentences

TOLD = read_yaml(DATA / "sentences" / "sources.yaml") | read_yaml(DATA / "sentences" / "purchases.yaml")
SOURCE = Path(debadge.sources.__file__).parent
SAMPLES = sorted(
    path for path in (Path(__file__).parent / "importers").glob("*/*") if path.suffix not in {".json", ".py", ".pyc"}
)
BEFORE = (
    *(r"reason ?= ?", r"_?Bad(?:Row|Value)?\(", r"_(?:skip|reject)\(", r"Broken\([\w., ]+, ", r"place, "),
    *(r"FileError\(", r"return ", r"else ", r"\.note\([\w.()]+, "),
)


def reasons() -> set[str]:
    """Ids in the code: arguments called reason, first arguments of a bad row or line, and of a note the second."""
    text = "\n".join(path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    found = set(re.findall(rf'(?:{"|".join(BEFORE)})"([a-z]+(?:_[a-z]+)+)"', text))
    built = {
        "sheet_of_file",
        "file_is_link",
        *dict(discover.REMEDIES).values(),
    }  # where an error stands, and by the first bytes
    built |= {"mac_malformed", "ip_malformed", "mac_dropped", "ip_dropped", "row_unreadable"}  # from parts
    built |= {"word_unknown"}  # said by flow/remark.py, which knows the vocabulary
    return (found | built) - {"asset_register", "purchase_orders", "purchase_line", "json_list"}


def test_every_reason_in_the_code_has_a_sentence() -> None:
    assert sorted(reasons() - TOLD.keys()) == []


def test_every_sentence_is_used() -> None:
    assert sorted(TOLD.keys() - reasons() - {importer(name).DESCRIPTION for name in formats()}) == []


def test_both_languages_fill_the_same_places() -> None:
    for id_, told in TOLD.items():
        assert set(re.findall(r"{(\w+)}", told["en"])) == set(re.findall(r"{(\w+)}", told["fr"])), id_


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_that_a_sentence_asks_for_is_given(
    sample: Path, lang: str, read: Callable[..., FileReading]
) -> None:
    reading, sentences = read(sample.read_bytes(), sample.name), Sentences(lang, TOLD)
    said: list[tuple[str, Mapping[str, str]]] = [(reject.reason, reject.given) for reject in reading.rejects]
    said += [(note.reason, note.given) for note in reading.notes]
    said += [(skip.reason, {}) for skip in reading.skips]
    said += [(reading.error.reason, reading.error.given)] if reading.error else []
    assert [id_ for id_, given in said if "{" in sentences.say(id_, **given)] == []
