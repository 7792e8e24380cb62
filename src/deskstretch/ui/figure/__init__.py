"""The figure: a body in three dimensions drawn as calm, flat shapes."""
