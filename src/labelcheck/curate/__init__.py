"""What keeps registries true: checks, comparisons, the state of the data, imports of official lists."""
