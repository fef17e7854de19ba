"""Normal forms: MACs, models, days, numbers, secrets, and the sentences people read.

Comes in: text as found. Goes out: text in one form, or nothing. Never: an opinion about who made a thing.
"""
