"""What must not be published as it is: persons, accounts, addresses, numbers, signatures."""
