"""Words typed at a shell, turned into an exit code."""
