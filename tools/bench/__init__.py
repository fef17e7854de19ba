"""Measurements, run by `make bench`: ratios within one run, each the median of several."""
