"""Tables, JSON and plain text of any length as batches of rows: in order, in constant memory, each row with its place.

Comes in: a file or standard input, and what we know of headings. Goes out: `Rows`. Never: a maker, or a row lost in silence.
"""
