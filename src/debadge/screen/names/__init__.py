"""Names: read (parts, legal forms, places, trade words), looked up (tokens, n-grams), weighed (IDF), told (answer and reasons)."""
