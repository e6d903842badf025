"""An act read again: `replacing` (a new reading waits, is compared, accepted or refused, undone), `act_states` and
`differences` (what it would change)."""
