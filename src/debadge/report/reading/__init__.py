"""An assessment in the order in which people read it: answers to their questions, alike things folded, gaps, words.

Comes in: an Assessment and Sentences. Goes out: small records and texts. Never: markup, colours or column widths.
"""
