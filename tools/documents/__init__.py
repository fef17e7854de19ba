"""`make documents`: pages on makers, regimes and legal persons, made of what the fact files say; a test holds them to it."""
