"""What lines add up to. From querysets to plain records: no request, no HTML, no rounding.

`stats` adds up, `checks` counts totals that close, `breakdowns` adds up by two dimensions, `registers` by name,
`timelines` in order of time, `comparisons` side by side, `maps` as shapes; `fingerprints` tells one answer from
another, `remembered` keeps it while the data stay.
"""
