"""Labelled purchase lines, written without looking at how they are screened, and how often the answers to them are right.

Three sets, one kind of label:

- ``hand-*.jsonl``: lines as a procurement officer sees them, each written and labelled by hand.
- generated lines of the development seeds 1 to 50: for anyone who works on screening to look at.
- generated lines of the test seeds 1001 to 1050: **nobody tunes on them**. They also draw phrases, names and numbers that
  the development seeds never show, so that learning the development lines by heart does not help.

A label says who made the thing that the line is about (``maker``, an id of ``knowledge/data/makers``, null where no maker is
named or the badge proves none) and what the line does with it (``action``):

- ``buy``: a device is got: bought, leased, rented, supplied and installed, or bought to replace a failed one;
- ``spare_or_licence``: a part, an accessory, a consumable, or a licence or subscription of software;
- ``service``: work on what is there: repair, maintenance, installing or moving what one owns, warranty and support;
- ``removal``: it goes: taken down, swapped for another maker's, recycled, destroyed, sold off;
- ``mention``: it is only named: compatible with, none accepted, or equivalent, training, consulting, audit, research.

Where a line buys one maker's thing and names another, ``maker`` is the one bought and ``also`` holds the other; where it
removes one maker's and buys another's, ``maker`` is the one that goes. ``any_of`` holds further makers whose naming is no
mistake: the other makers of a line that buys several, the possible makers of an ambiguous badge.
"""
