def is_password(password: str, hashed_password: str | None) -> bool:
    """Whether it made the hash. None, for an unknown user, takes just as long."""
    secret = password.encode("utf-8", "surrogatepass")
    if len(secret) > 72 or b"\0" in secret:
        return False
    if hashed_password is None:
        return bool(passwords.dummy_verify())
    return passwords.verify(secret, hashed_password)
