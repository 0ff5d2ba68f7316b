"""What arrived: turns, their language, and the masking of personal data."""
