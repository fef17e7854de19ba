"""What a list of purchases is: a quantity is a number, and a line of plain text describes one thing."""

from __future__ import annotations

from debadge.sources.streaming.kind import Kind

FORMATS = ("csv", "spreadsheet", "jsonl", "json", "cyclonedx", "spdx", "text")
PURCHASES = Kind(name="purchases", plain="description", amount="quantity", formats=FORMATS)
