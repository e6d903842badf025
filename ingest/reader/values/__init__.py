"""French in print → values: figures, amounts, years and dates; None where print does not say one for certain."""
