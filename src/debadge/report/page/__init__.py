"""The page: one self-contained HTML document that loads nothing, for reading, printing and handing over.

Comes in: an Assessment and Sentences. Goes out: markup. Never: a script, an external load, or text that was not escaped.
"""
