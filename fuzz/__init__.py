"""Fuzzing of every reader: see README.md. No part of the package; run from the root of the repository."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))  # annotated.py reads the articles of the tests
