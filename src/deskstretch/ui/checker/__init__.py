"""The movement checker: a file, its figure, and what is wrong with either."""
