### grant
