"""What can go wrong with a request, in the words that the client will read."""


class MicroblogError(Exception):
    """A request that the service refuses; `detail` tells the client why."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFound(MicroblogError):
    """What the request is about does not exist."""


class Conflict(MicroblogError):
    """Somebody else has taken what the request asks for."""


class NotPermitted(MicroblogError):
    """The client is known and may not do this."""


class Unauthorized(MicroblogError):
    """The client has not proved who they are."""


class TooManyRequests(MicroblogError):
    """Allowed again after `seconds`."""

    def __init__(self, detail: str, seconds: int) -> None:
        super().__init__(detail)
        self.seconds = seconds
