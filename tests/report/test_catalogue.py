"""Every sentence a person reads: whole in both languages, used, and never written in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from string import Formatter

import pytest

import debadge.judge
import debadge.report
from debadge.flow.world import World
from debadge.identify.channels import GROUPS
from debadge.knowledge.pack import DATA
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.words import Answer, Basis, Force, Grade, Outcome, Test
from debadge.report.reading.answers import Reply
from debadge.text.sentences import LANGUAGES, Sentences

AREAS = sorted((DATA / "sentences").glob("*.yaml"))
REPORT = Path(debadge.report.__file__).parent
JUDGE = Path(debadge.judge.__file__).parent


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", AREAS, ids=lambda p: p.stem)
def test_every_sentence_is_there_in_both_languages(path: Path) -> None:
    told = read_yaml(path)
    assert [
        id_ for id_, both in told.items() if set(both) != set(LANGUAGES) or not all(t.strip() for t in both.values())
    ] == []


@pytest.mark.parametrize("path", AREAS, ids=lambda p: p.stem)
def test_places_are_the_same_in_both_languages(path: Path) -> None:
    assert [id_ for id_, both in read_yaml(path).items() if places(both["en"]) != places(both["fr"])] == []


def test_no_id_is_in_two_areas() -> None:
    ids = [id_ for path in AREAS for id_ in read_yaml(path)]
    assert sorted({i for i in ids if ids.count(i) > 1}) == []


def test_every_outcome_has_a_word_and_a_sentence(world: World) -> None:
    told = world.sentences("fr")
    assert [
        o
        for o in (*Outcome, "prohibited.policy")
        if not (told.has(f"outcome.{o}") and told.has(f"outcome.{o}.sentence"))
    ] == []


KINDS = {
    "roles": "role",
    "acts": "doing",
    "products": "product",
    "purposes": "purpose",
    "site_classes": "site_class",
    "controllers": "controller",
    "fundings": "funding",
    "conditions": "condition",
    "start_events": "start_event",
    "event_kinds": "event_kind",
    "term_units": "term",
    "personal_classes": "device_class",
}


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_word_of_the_vocabulary_has_one_for_people(world: World, name: str) -> None:
    told = world.sentences("en")
    assert [w for w in world.vocabulary.set(name) if not told.has(f"{KINDS[name]}.{w}")] == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("force", Force),
        ("test", Test),
        ("ask", Test),
        ("grade", Grade),
        ("basis", Basis),
        ("answer", Answer),
        ("question", Reply),
        ("page.reply", Reply),
        ("page.grade", Grade),
    ],
)
def test_every_closed_word_has_one_for_people(world: World, kind: str, words: type[Answer]) -> None:
    told = world.sentences("en")
    assert [w for w in words if not told.has(f"{kind}.{w}")] == []


def test_facts_parts_and_classes_have_words(world: World) -> None:
    told, words = world.sentences("en"), world.vocabulary
    wanted = [
        *(f"fact.{f}" for f in words.facts),
        *(f"part.{p}" for p in words.parts),
        *(f"device_class.{c}" for c in words.device_products),
        *(f"kind.{k}" for k in words.acts_of_kind),
    ]
    assert [w for w in wanted if not told.has(w)] == []


def test_groups_of_evidence_have_words(world: World) -> None:
    told = world.sentences("en")
    assert [g for g in (*GROUPS, "component", "ownership") if not told.has(f"group.{g}")] == []


def strings(path: Path) -> Iterator[tuple[int, str]]:
    """Strings of a module but its docstrings and errors; a place of an f-string is {}."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node) is not None:
            skipped.add(node.body[0].value)  # type: ignore[attr-defined]  # a docstring is an expression
        if isinstance(node, ast.Raise | ast.JoinedStr):
            skipped.update(child for child in ast.walk(node) if child is not node)
    for node in ast.walk(tree):
        if node in skipped:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        if isinstance(node, ast.JoinedStr):
            yield node.lineno, "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)


IDS = sorted(
    {
        text.replace("{}", "*")
        for path in JUDGE.glob("*.py")
        for _, text in strings(path)
        if re.match(rf"({'|'.join(Test)})\.[a-z{{]", text)
    }
)


def test_ids_are_found_in_the_code_of_judging() -> None:
    assert {"force.*", "date.over", "actor.any.*", "entity.listing.*", "component.*"} <= set(IDS)


@pytest.mark.parametrize("pattern", IDS)
def test_every_id_of_judging_has_a_sentence(pattern: str) -> None:
    assert [id_ for id_ in read_yaml(DATA / "sentences" / "judge.yaml") if fnmatchcase(id_, pattern)] != []


def test_every_sentence_of_judging_can_be_said() -> None:
    told = read_yaml(DATA / "sentences" / "judge.yaml")
    assert [id_ for id_ in told if not any(fnmatchcase(id_, pattern) for pattern in IDS)] == []


PROSE = re.compile(r"[A-Za-zÀ-ÿ]{2,} +[A-Za-zÀ-ÿ]{2,}")
BETWEEN = re.compile(r">([^<>]*[A-Za-zÀ-ÿ]{2,}[^<>]*)<")
MACHINE = re.compile(r"^(default-src|width=|color-scheme|light dark|; )|'none'")


def is_prose(text: str) -> bool:
    """Words in a row, or a word between tags; policies and header values are for machines."""
    if MACHINE.search(text):
        return False
    return bool(BETWEEN.search(text.replace("{}", ""))) or bool(PROSE.search(re.sub(r"<[^>]*>?", "", text)))


@pytest.mark.parametrize(
    "path", sorted(p for p in REPORT.rglob("*.py") if p.stem != "style"), ids=lambda p: str(p.relative_to(REPORT))
)
def test_no_sentence_is_written_in_a_report(path: Path) -> None:
    assert [(line, text) for line, text in strings(path) if is_prose(text)] == []


@pytest.mark.parametrize("text", ["Units by maker", "<th>Units</th>", "not looked at for {} units"])
def test_a_written_sentence_would_be_seen(text: str) -> None:
    assert is_prose(text)


def test_every_id_of_a_report_is_in_the_catalogue(world: World) -> None:
    told = world.sentences("en")
    asked = {
        text
        for path in REPORT.rglob("*.py")
        for _, text in strings(path)
        if re.fullmatch(r"(report|page)(\.[a-z_]+)+", text)
    }
    assert asked
    assert sorted(id_ for id_ in asked if not told.has(id_)) == []


def test_every_target_of_a_certificate_has_a_word(world: World) -> None:
    told = world.sentences("en")
    targets = {name for kind in ("purchases", "parties") for name in world.columns.tables[kind].targets}
    assert sorted(name for name in targets if not told.has(f"column.{name}")) == []


VERDICTS = re.compile(
    r"\b(compliant|non-compliant|clear of suspicion|conforme|banned|illegal|violation)\b", re.IGNORECASE
)


@pytest.mark.parametrize("path", AREAS, ids=lambda p: p.stem)
def test_no_sentence_passes_a_verdict(path: Path) -> None:
    assert [t for both in read_yaml(path).values() for t in both.values() if VERDICTS.search(t)] == []


def test_french_colon_and_quotation_marks_stay_with_their_word() -> None:
    told = {"a": {"en": 'x: "{y}"', "fr": "x : « {y} »"}}
    assert Sentences("fr", told).say("a", y="a : b") == "x\u00a0: «\u00a0a : b\u00a0»"
    assert Sentences("en", told).say("a", y="a : b") == 'x: "a : b"'
