"""Text in columns: widths of characters, wrapping, padding, colour.

Comes in: words and widths. Goes out: lines. Never: a question about where they are shown; the caller asks the terminal.
"""
