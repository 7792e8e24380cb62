"""Small widgets every window shares. Each takes the Look and follows it."""
