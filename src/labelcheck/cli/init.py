"""``labelcheck init``: a configuration file to begin with."""

from __future__ import annotations

import os

import click

from labelcheck.cli.console import CLEAN, note, write, write_file
from labelcheck.config import FILES, find_config
from labelcheck.errors import UsageError

TEMPLATE = """\
# Settings of labelcheck for this folder and all below it. They are options of `labelcheck check`, which beat them.
# What is commented out shows the default, or an example where the default is nothing.

# Registries beside the bundled ones: files or folders, as seen from here.
# registries = ["house.yaml"]
# bundled-registries = true

# The date at which designations must be in force: "article" (the article's own, else today), "today", or a date.
# as-of = "article"

# Which mentions need a label: "every", "first", or "first-per-block".
# mentions = "every"

# Which kinds of label count.
# labels = ["mark", "phrase"]

# Read an undefined *** as * and ** when both are defined.
# combine-marks = false

# How fixes write marks in HTML: "plain" for * or "sup" for <sup>*</sup>.
# html-marks = "plain"

# Rules by code, name or beginning of codes: only these, and not these. `labelcheck rules` lists them.
# select = ["LC"]
# ignore = ["LC205"]

# The mildest finding that makes the exit code 1: "note", "warning" or "error".
# fail-on = "warning"

# Language of the messages: "en" or "ru".
# lang = "en"

# Encoding of articles without a byte order mark.
# encoding = "utf-8"

# Known findings, which are left out: `labelcheck baseline create` writes the file.
# baseline = "labelcheck-baseline.json"

# Files and folders that are never checked. A pattern without a slash holds at any depth.
# exclude = ["drafts", "*.old.md"]

# Formats of files that their extension does not tell: "txt", "md", "html" or "telegram".
# [formats]
# "posts/*.md" = "telegram"

# Rules that are off for some files.
# [per-file-ignores]
# "archive/**" = ["LC501"]

# Suppressions in articles without comments: findings on these words of the article, up to a date if you like.
# [[suppressions]]
# path = "posts/2026-02-03.txt"
# rules = ["LC101"]
# text = "the words as a reader sees them"
# reason = "quoted from a court ruling"
# until = 2027-01-01
"""


@click.command("init", short_help="Write a configuration file to begin with.")
def command() -> int:
    """Write labelcheck.toml with every setting explained, all commented out, into the working directory."""
    name = FILES[0]
    if os.path.lexists(name) and not os.path.isfile(name):  # find_config would only say that it cannot be read
        raise UsageError(f"{name}: is there already; delete it first")
    above = find_config(os.curdir).path
    if above and os.path.dirname(above) == os.path.abspath(os.curdir):
        raise UsageError(f"{above}: this folder has a configuration already; edit it, or delete it first")
    write_file(name, TEMPLATE)
    write(f"{name}: written; `labelcheck check PATHS` reads it\n")
    if above:
        note(f"for this folder it takes the place of {above}")
    return CLEAN
