"""Nouns of the product: frozen records and closed word lists, standard library only.

Comes in: plain values. Goes out: records. Never: files, clocks, opinions about who made a device.
"""
