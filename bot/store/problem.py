"""What stops the store from opening, said so that an operator can act on it."""


class StoreProblem(Exception):
    """Raised when the store cannot be opened, copied or put in place; its one line says what to do."""

    for_operator = True
