"""What can be done: movements, their doses, routines, and what to offer whom."""
