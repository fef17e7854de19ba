"""Names of suppliers in, candidates with their reasons out: rows of lists and parties of ours that a name may mean.

It compares organisations only, never natural persons; it never says that a name is cleared, and asks nobody for ownership.
"""
