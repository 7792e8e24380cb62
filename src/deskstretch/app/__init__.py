"""The composition root: builds the parts and carries facts between them."""
