"""Reviews: the answers that wait for a human, and the page on which one is judged."""
