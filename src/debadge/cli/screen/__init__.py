"""The verbs of `debadge screen`."""
