"""What the columns of tables mean, from knowledge/data/columns/, and mappings that people save."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.pack import Pack
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import InputError
from debadge.model.observation import SUBJECT_KEYS
from debadge.text.folding import fold
from debadge.text.secrets import Secrets
from debadge.text.tables import Columns, KnownLayout, TableKnowledge, Target

FORMS = frozenset({"text", "code", "mac", "ip", "day", "count"})
SECRET_LISTS = (
    *("anywhere", "inside", "whole", "assigned", "beside"),
    *("vague", "short", "numbers", "keys", "link", "between", "plain", "logins", "users"),
)
WORD_LISTS = ("totals", "notes", "nothing", "no_brand", "no_owner", "quantity", "personal")
TABLES = ("inventory", "sadp", "purchases", "parties")
STATUSES = frozenset({"verified", "unverified"})
MAPPING_FILE = "mapping.yaml"


def columns_of(pack: Pack) -> Columns:
    """The column knowledge of a pack."""
    return read_columns(pack.family("columns"))


def read_columns(family: Mapping[str, Any]) -> Columns:
    """From the plain form of the files ``columns/*``.

    Raises:
        KnowledgeError: A file that is missing or does not fit; names the place.
    """
    tables = {name: _table(family.get(f"columns/{name}"), f"columns/{name}") for name in TABLES}
    secrets = Node(family.get("columns/secrets"), "columns/secrets")
    names = {key: secrets.words(key) for key in SECRET_LISTS}
    secrets.done()
    words = Node(family.get("columns/words"), "columns/words")
    told = {key: frozenset(fold(word) or word for word in words.words(key)) for key in WORD_LISTS}
    words.done()
    return Columns(tables, Secrets(names), told)


def _table(value: Any, place: str) -> TableKnowledge:
    node = Node(value, place)
    targets = {name: _target(name, item) for name, item in node.items("targets")}
    told = node.sub("words", None)
    words = {} if told is None else {key: frozenset(map(fold, told.words(key))) for key in list(told.left)}
    layouts = tuple(_layout(item) for item in node.each("layouts", ()))
    node.done()
    return TableKnowledge(targets, words, layouts)


def _layout(node: Node) -> KnownLayout:
    id_, signs, status = node.text("id"), node.words("signs"), node.text("status")
    if status not in STATUSES:
        raise node.fail(f"status `{status}` is not one of {', '.join(sorted(STATUSES))}")
    source = node.sub("source")
    source.text("title")
    source.day("read")
    source.done()
    node.done()
    return KnownLayout(id=id_, signs=frozenset(map(fold, signs)), is_verified=status == "verified")


def _target(name: str, node: Node) -> Target:
    form, key = node.text("form", "text"), node.text("key", None)
    if form not in FORMS:
        raise node.fail(f"`{form}` is not one of {', '.join(sorted(FORMS))}")
    if key is not None and key not in SUBJECT_KEYS:
        raise node.fail(f"`{key}` is not one of {', '.join(SUBJECT_KEYS)}")
    headings: dict[str, int] = {}
    for rank, heading in enumerate((*node.words("headings"), *node.words("unverified", default=()))):
        headings.setdefault(fold(heading), rank)
    target = Target(
        name=name,
        field=node.text("field", None),
        key=key,
        form=form,
        names_thing=node.flag("names_thing"),
        many=node.flag("many"),
        headings=headings,
        below=frozenset(map(fold, node.words("below", default=()))),
        but=frozenset(map(fold, node.words("but", default=()))),
    )
    node.done()
    return target


def read_mapping(path: Path, columns: Columns, table: str = "inventory") -> dict[str, str]:
    """A saved mapping: ``{maker: Fabricant, serial: "No de série"}``.

    Raises:
        InputError: Not readable, or names a target that does not exist; lists those that do.
    """
    node = Node(read_yaml(path, InputError), path.name, InputError)
    given = {name: node.text(name) for name in list(node.left)}
    return check_mapping(given, columns, path.name, table)


def check_mapping(given: Mapping[str, str], columns: Columns, place: str, table: str = "inventory") -> dict[str, str]:
    """The same mapping, or an error that lists the targets there are.

    Raises:
        InputError: A target that does not exist.
    """
    targets = columns.tables[table].targets
    for name in given:
        if name not in targets:
            near = difflib.get_close_matches(name, list(targets), n=1)
            guess = f"; did you mean `{near[0]}`?" if near else "."
            raise InputError(f"{place}: `{name}` is nothing that a column can be{guess} Possible: {', '.join(targets)}")
    return dict(given)
