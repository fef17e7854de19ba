"""Names: read (parts, forms, places, trade words), looked up (words, n-grams), weighed by rarity, told with reasons."""
