class PasswordChange(Input):
    old_password: str
    new_password: Password
