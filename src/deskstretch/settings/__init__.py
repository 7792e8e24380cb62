"""What you chose: one table of fields and the file that holds it."""
