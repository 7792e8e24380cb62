"""When to ask: the rules of REMINDERS as a machine without a clock."""
