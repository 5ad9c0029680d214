"""Images: those of the sources -> files that any screen gets as light as it can show them."""
