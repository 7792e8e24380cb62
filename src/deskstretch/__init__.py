"""DeskStretch: a calm break reminder with animated stretches."""

__version__ = "0.1.0"
