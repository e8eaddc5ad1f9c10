"""Recognition: from a text view to an article with every mention, its label, and the footnotes and links around."""

from labelcheck.recognise.recogniser import Recogniser

__all__ = ["Recogniser"]
