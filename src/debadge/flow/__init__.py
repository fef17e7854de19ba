"""One module a verb: read it to understand the product. Comes in: arguments. Goes out: records and reports."""
