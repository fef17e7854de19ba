"""One module a format; add one and it is found (docs/how-to/add-an-importer.md).

Each has NAME, DESCRIPTION (an id of the sentence catalogue), GENERAL, `sniff` and `read`. `sniff` needs the standard library
alone; heavy parsers are imported inside `read`.
"""
