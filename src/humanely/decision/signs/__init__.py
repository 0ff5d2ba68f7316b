"""What to look for at a moment: each sign is a function that yields its evidence, or nothing."""
