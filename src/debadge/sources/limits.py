"""How much of a stranger's file we take in. Each limit has its reason beside it."""

from __future__ import annotations

MAX_FILE_BYTES = 200_000_000  # unpacked; a register of 100,000 devices is a tenth of this
MAX_LINES_BYTES = 1_000_000_000  # unpacked, where a file is read line by line and never held whole
MAX_ROWS = 1_000_000  # a spreadsheet ends at 1,048,576; our own lists are cut into files of this size
MAX_CELL = 65_536  # characters; twice what Excel lets a cell hold
MAX_LINE = (
    2_000_000  # characters of a JSON line: the longest value, escaped, takes 400,000; a longer line is never held whole
)
MAX_TOKEN_BYTES = (
    4_000_000  # of one tag, attribute or comment of XML; the longest outputs of nmap's scripts are a tenth of it
)
MAX_CELLS = 20_000_000  # of one sheet's rectangle: one cell in the last corner asks for 17 billion
MAX_DEPTH = 40  # of JSON and XML; nothing we read nests deeper than 12
MAX_RATIO = 200  # unpacked to packed; text rarely reaches 30, spreadsheets 60
RATIO_FREE_BYTES = 10_000_000  # below this a high ratio does no harm
MAX_FILES = 10_000  # of one folder walk; evidence is tens of files, a home folder is not evidence
MAX_NOTES = 1_000  # kept of one file; the rest is counted
HEAD_BYTES = 65_536  # what `sniff` sees: enough for the prolog of every format we know
