"""From observations to things: derive hidden keys and facts, then join what belongs together.

Comes in: observations of many files. Goes out: assets with the joins that made them, and keys that joined nothing.
Never: a join on a junk key, or one that cannot be explained.
"""
