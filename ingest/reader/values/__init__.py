"""French in print → values: figures, amounts, years and dates; None where print does not say one for certain.

- figures: `figures`, `raised_figures`, `number_words`
- amounts: `written_amounts`, `amounts`, `amount_parts`, `amounts_in_text`
- dates: `dates`
"""
