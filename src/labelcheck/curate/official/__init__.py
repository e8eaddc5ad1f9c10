"""Official lists as their keepers publish them, read into one model: :class:`~.listing.Listing`.

``detect`` tells the formats apart. ``xlsx``, ``delimited`` and ``rest`` read a grid of cells, ``page`` the tables and
paragraphs of a web page; ``table`` makes a listing of a grid, ``paragraphs`` of numbered paragraphs, ``wording`` finds
names and dates within a text. What is not the list that it should be is refused, never read in part.
"""
