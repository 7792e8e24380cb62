"""The player: one movement, step by step, over a session's timeline."""
