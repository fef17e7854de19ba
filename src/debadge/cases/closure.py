"""The best choice where things pay only if all that they need is bought: a maximum closure, by a minimum cut.

Groups have weights and need questions; each question costs the same. What is gained less what is paid is largest on one side of a
minimum cut (Picard 1976). The network has three layers, so shortest augmenting paths are short, and levels are few.
"""

from __future__ import annotations

from collections.abc import Sequence

_SOURCE, _SINK = 0, 1
_NOTHING = 1e-9  # room that rounding leaves


class Closure:
    """The network of groups and questions; asked for one price after another."""

    def __init__(self, weights: Sequence[int], needs: Sequence[Sequence[int]], questions: int) -> None:
        """Take them; ``needs`` has numbers of questions for each group."""
        self._weights, self._needs = weights, needs
        self._first_question = 2 + len(weights)
        self._nodes = self._first_question + questions
        self._edges: list[list[int]] = [[] for _ in range(self._nodes)]
        self._to: list[int] = []
        self._room: list[float] = []

    def best(self, price: float) -> list[int]:
        """The questions to buy at a price, sorted: of the best choices the largest."""
        self._build(price)
        while (levels := self._levels())[_SINK] >= 0:
            places = [0] * self._nodes
            while self._push(levels, places) > 0:
                pass
        reached = self._reaches_sink()
        return [node - self._first_question for node in range(self._first_question, self._nodes) if not reached[node]]

    def _build(self, price: float) -> None:
        for edges in self._edges:
            edges.clear()
        self._to.clear()
        self._room.clear()
        for number, (weight, needs) in enumerate(zip(self._weights, self._needs, strict=True)):
            self._edge(_SOURCE, 2 + number, weight)
            for question in needs:
                self._edge(2 + number, self._first_question + question, float("inf"))
        for node in range(self._first_question, self._nodes):
            self._edge(node, _SINK, price)

    def _edge(self, start: int, end: int, room: float) -> None:
        for one, other, space in ((start, end, room), (end, start, 0.0)):
            self._edges[one].append(len(self._to))
            self._to.append(other)
            self._room.append(space)

    def _levels(self) -> list[int]:
        levels = [-1] * self._nodes
        levels[_SOURCE] = 0
        row = [_SOURCE]
        while row and levels[_SINK] < 0:
            following = []
            for node in row:
                for edge in self._edges[node]:
                    if self._room[edge] > _NOTHING and levels[self._to[edge]] < 0:
                        levels[self._to[edge]] = levels[node] + 1
                        following.append(self._to[edge])
            row = following
        return levels

    def _push(self, levels: list[int], places: list[int]) -> float:
        """As much as one path takes; 0 where none is left on these levels."""
        path: list[int] = []
        node = _SOURCE
        while node != _SINK:
            edges = self._edges[node]
            while places[node] < len(edges):
                edge = edges[places[node]]
                if self._room[edge] > _NOTHING and levels[self._to[edge]] == levels[node] + 1:
                    break
                places[node] += 1
            else:
                if not path:
                    return 0.0
                node = self._to[path.pop() ^ 1]
                places[node] += 1
                continue
            path.append(edge)
            node = self._to[edge]
        most = min(self._room[edge] for edge in path)
        for edge in path:
            self._room[edge] -= most
            self._room[edge ^ 1] += most
        return most

    def _reaches_sink(self) -> list[bool]:
        """Nodes from which room is left to the sink: they are not bought."""
        reached = [False] * self._nodes
        reached[_SINK] = True
        row = [_SINK]
        while row:
            node = row.pop()
            for edge in self._edges[node]:
                other = self._to[edge]
                if not reached[other] and self._room[edge ^ 1] > _NOTHING:
                    reached[other] = True
                    row.append(other)
        return reached
