"""What happened: the one store of prompts, answers and sessions."""
