"""Which lines a stated sum adds up, and whether it does at the precision at which it is printed."""
