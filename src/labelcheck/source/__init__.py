"""From the bytes of a file to what a reader sees of it."""
