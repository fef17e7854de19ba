"""Files of published lists, read into rows: one module a layout.

Comes in: files of strangers, what is known of lists, and how they are written. Goes out: rows with the place of each, persons
that are counted and not kept, and rejects with a reason. Never: a row about a natural person, or one that vanished in silence.
"""
