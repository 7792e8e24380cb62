"""What is read before the first session, the stop signs, and the short check."""
