"""What a message may feel like, and what an answer shows."""
