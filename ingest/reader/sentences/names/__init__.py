"""Names of beneficiaries, in sentences and in lists.

- what a name is, where it ends: `printed_names`, `names_at`
- after the money or before it: `beneficiary_places`, `supposed_names`, `beneficiaries`
- at the head of an entry of a list: `entry_names`, `listed_entries`
"""
