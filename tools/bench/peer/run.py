"""Runs inside the peer's own environment: `python run.py ROWS QUERIES ANSWERS`; prints CPU seconds and counts as JSON.

Rows and queries are JSON lines {"id", "names", "country"}. Each is a company of FollowTheMoney. The peer's own index gives
candidates, its logic-v2 scores them. It remembers the names of an entity by its id, so that every query needs an id of its own;
within one run it remembers a thousand entities, which is its default.
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from followthemoney import ValueEntity, model
from nomenklatura.blocker import Index
from nomenklatura.matching import get_algorithm

BATCH = 1000  # names at once. Measured from 100 to 3,000: larger batches are faster, and lose matches, as its index drops words
# that are frequent in rows and batch (126 to 177 names a second, recall 0.63 to 0.61 on development seeds 1-6)
OTHERS = 5
THRESHOLD = 0.7  # from which its own service, yente, calls a candidate a match


class Rows:
    """What the peer's index asks of a store: its entities, and one by its id. In memory, read once."""

    def __init__(self, entities: Iterable[Any]) -> None:
        self.by_id = {entity.id: entity for entity in entities}

    def entities(self, include_schemata: Any = None) -> Iterator[Any]:
        """All rows; they are of one schema."""
        del include_schemata
        return iter(self.by_id.values())


def read(path: str) -> Iterator[Any]:
    """Companies of a file of JSON lines."""
    schema = model.get("Company")
    with Path(path).open(encoding="utf-8") as file:
        for line in file:
            told = json.loads(line)
            entity = ValueEntity(schema, {"id": told["id"], "properties": {}})
            entity.add("name", told["names"][0])
            for alias in told["names"][1:]:
                entity.add("alias", alias)
            if told.get("country"):
                entity.add("country", told["country"])
            yield entity


def screened(index: Any, rows: Rows, queries: list[Any]) -> Iterator[dict[str, Any]]:
    """The best candidates of each query, in order of the queries."""
    algorithm = get_algorithm("logic-v2")
    config = algorithm.default_config()
    for start in range(0, len(queries), BATCH):
        batch = queries[start : start + BATCH]
        candidates = {found.id: matches for found, matches in index.match_entities(batch)}
        for query in batch:
            compared = (
                (algorithm.compare(query, rows.by_id[match.id], config).score, match.id)
                for match, _ in candidates.get(query.id, ())
            )
            yield _answer(sorted(compared, key=lambda pair: (-pair[0], pair[1])))


def _answer(best: list[tuple[float, str]]) -> dict[str, Any]:
    """Which rows, and whether the best would be shown."""
    told = [{"id": id_, "score": score} for score, id_ in best[: OTHERS + 1] if score > 0]
    top = told[0] if told else {"id": None, "score": 0.0}
    return {**top, "answer": "possible" if top["score"] >= THRESHOLD else "no_match", "others": told[1:]}


def main() -> None:
    """Build the index, screen, write answers, print what it took."""
    rows_path, queries_path, answers_path = sys.argv[1:4]
    begun = time.process_time()
    rows = Rows(read(rows_path))
    with tempfile.TemporaryDirectory() as folder:
        index = Index(rows, Path(folder))
        index.build()
        queries = list(read(queries_path))
        built = time.process_time()
        answers = list(screened(index, rows, queries))
        done = time.process_time()
        index.close()
    with Path(answers_path).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(answer) + "\n" for answer in answers)
    print(
        json.dumps(
            {"build_s": built - begun, "screen_s": done - built, "queries": len(queries), "rows": len(rows.by_id)}
        )
    )


if __name__ == "__main__":
    main()
