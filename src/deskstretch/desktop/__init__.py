"""The outside world: clock, wake-ups, buses, idle time, notifications, files."""
