"""debadge: who really made a device, and what the law of many countries says about it on a given day."""

__version__ = "0.1.0"
