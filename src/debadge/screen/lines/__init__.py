"""A purchase line: whose goods it names, in whatever spelling, and whether they are bought, looked after, removed or only spoken of."""
