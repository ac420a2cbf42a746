"""The promises, tried by experiment on the real code: `make prove`, or `make prove-<name>` for one of them.

Each module here is one experiment: `run(scale, seed)` tries it at that part of its full size and returns a Report.
"""

EXPERIMENTS = (
    "kills",
    "inbound",
    "sends",
    "hours",
    "lease",
    "outages",
    "inputs",
    "isolation",
    "anonymity",
    "canary",
    "erasure",
    "crowd",
    "backup",
    "mutants",
)
"""In the order in which docs/promises.md tells of them."""
