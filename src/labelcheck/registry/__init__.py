"""Registries and languages: what they are, and how their files are read and checked."""
