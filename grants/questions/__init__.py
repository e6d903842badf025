"""A reader's question of the lines: `fields` reads one parameter (its kinds: `parameters`), `dimensions` its condition,
`filters` the whole of it; `criteria` says it in French, `facets` counts each value of a list, `refinements` makes each
a link.
"""
