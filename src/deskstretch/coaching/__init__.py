"""What to do now: a session as a timeline of cues, and when to stop it."""
