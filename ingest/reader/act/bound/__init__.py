"""The acts that one file binds: `bound_acts`, over `bound_pages` and `act_heads`."""
