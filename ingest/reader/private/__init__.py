"""What must not be published as it is: persons, accounts, addresses, numbers, signatures.

- in a text: `findings`, `bank_details`, `contact_details`, `person_names`
- on a page: `printed_places`, `postal_addresses`, `beneficiaries`, `signatures`
"""
