"""What concerns one person: consent, contact, behaviour, everything in one file."""
