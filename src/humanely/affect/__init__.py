"""What a message may feel like: estimates with their uncertainty."""
