"""Acts of other councils, all made up: headers, columns, amounts and page turns that the samples do not have."""
