"""What a person sees: tray, card, player and settings. Windows show and ask."""
