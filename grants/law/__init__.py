"""What the law asks of whoever pays grants: open files (`scdl/`) and what they lack (`readiness`), three months to
publish an agreement (`agreements`, `clocks`), the share of the accounts that is published (`grades`, `transparency`).
"""
