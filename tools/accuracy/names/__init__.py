"""Names to screen with the answer they should get: written by hand, made from lists with seeds, and a scorer for both.

What comes in: the lists of a shared folder, where there is one, and the parties of the pack. What goes out: queries, and figures
about answers. Nothing here knows how names are matched, and nobody tunes on the test seeds.
"""
