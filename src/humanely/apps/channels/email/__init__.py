"""E-mail: an answer still reaches whoever is no longer there, and what they reply joins their conversation."""
