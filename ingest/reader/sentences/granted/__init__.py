"""What decisions, agreements, reports and sheets set in lines grant.

- agreements and decisions: `granted_lines`, `granted_once`, `agreement_sums`, `decision_sums`
- reports and annexes: `heading_trail`, `reported_sums`
- project sheets set line by line: `sheet_sums`
"""
