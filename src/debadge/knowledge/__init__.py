"""Facts as files: a strict loader, a checker that lets the data prove itself, and a compiler to one pack.

Comes in: the YAML and CSV files under data/. Goes out: one `Pack` of model types. Never: a fact without a source.
"""
