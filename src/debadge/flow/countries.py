"""The country of a party as people write it, read in one way for files, suppliers and options."""

from __future__ import annotations

from debadge.flow.world import World
from debadge.sources.interface import ReadContext
from debadge.text.folding import fold

_SHOWN = 80  # characters of a cell that a note repeats
_CODE = 2  # letters of ISO 3166-1 alpha-2
MAX_NOTED = 1_000  # spellings of which it is known that they were told


class Countries:
    """Reads countries; what nobody can place is told once for each spelling."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._noted: set[str] = set()

    def code(self, text: str) -> str:
        """The ISO 3166 alpha-2 code of a country, or of the country of a region.

        Raises:
            ValueError: No country that we know.
        """
        told = self._world.list_reading.countries.get(fold(text))
        code = told or self._world.vocabulary.place(text).partition("-")[0]
        if len(code) != _CODE:
            raise ValueError(f"`{text}` is no country")
        return code

    def of_cell(self, text: str | None, context: ReadContext | None, place: str) -> str | None:
        """The same of a cell; a country that nobody can place raises and lowers nothing, and a note says so."""
        if not text:
            return None
        try:
            return self.code(text)
        except ValueError:
            if context and text not in self._noted and len(self._noted) < MAX_NOTED:
                self._noted.add(text)
                context.report.note(place, "country_unknown", value=context.columns.secrets.cut(text[:_SHOWN]))
            return None
