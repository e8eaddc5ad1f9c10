"""Fuzzing of every reader: see README.md. No part of the package; run from the root of the repository."""
