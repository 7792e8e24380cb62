"""The settings window: made from the table of fields, applied at once."""
