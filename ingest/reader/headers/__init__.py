"""What stands over the columns of a grid, and what their cells look like, before anybody says what a column is."""
