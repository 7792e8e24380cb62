"""The diary: ten buttons on a card or in a window, and what may follow the click."""
