"""How often identification is right, on labelled samples that stay where they are: `make accuracy`."""
