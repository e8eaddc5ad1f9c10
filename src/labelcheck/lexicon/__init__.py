"""Names of designated organizations, inflected and compiled, and the matcher that finds them in a text view."""

from labelcheck.lexicon.cache import load_lexicon
from labelcheck.lexicon.lexicon import Lexicon, RegistryInfo

__all__ = ["Lexicon", "RegistryInfo", "load_lexicon"]
