"""Step 18: registering."""

from course.contract.check import check
from course.contract.service import Service


@check(step=18)
def registers(service: Service) -> None:
    """`POST /users/` with a name, an e-mail address and a password answers 201 and the user."""
    bo = service.somebody("Bo")
    answer = service.register(bo, "bo").must_be(201)
    answer.must_have(answer.object(), id=int, username=str, created_at=str)
    name = answer.object()["username"]
    answer.need(name == bo.username, f"The name should be shown as typed, not as {name}.")
    answer.moment(answer.object(), "created_at")


@check(step=18, needs=(registers,))
def new_user_has_a_location(service: Service) -> None:
    """A 201 has a `Location`: the path of the new user, `/users/{username}`."""
    cy = service.somebody("cy", "€" * 24)  # 72 bytes, the longest that there is
    service.register(cy, "cy").must_be(201).must_lead_to(f"/users/{cy.username}")


@check(step=18, needs=(registers,))
def new_user_shows_no_secret(service: Service) -> None:
    """The public user that is answered has neither the password, nor its hash, nor the e-mail."""
    answer = service.register(service.somebody("di"), "di")
    answer.need(not answer.leaks_a_password, "The answer shows the password.")
    text = answer.text
    leaked = [name for name in ("password", "$2", "@example") if name in text.casefold()]
    answer.need(not leaked, f"The answer holds {', '.join(leaked)}.")


@check(step=18, needs=(registers,))
def name_is_taken(service: Service) -> None:
    """A name that is taken is 409, whatever its case."""
    bo = service.known("bo")
    for name in (bo.username, bo.username.upper()):
        again = service.somebody("bo")
        again.username, again.email = name, f"again_{again.email}"
        service.register(again).must_be(409)


@check(step=18, needs=(registers,))
def email_is_taken(service: Service) -> None:
    """An e-mail address that is taken is 409, whatever its case."""
    bo = service.known("bo")
    again = service.somebody("bo_again")
    again.email = bo.email.upper()
    service.register(again).must_be(409)


@check(step=18, needs=(registers,))
def user_who_is_not_valid(service: Service) -> None:
    """A name of 3 to 30 letters, digits and underscores, a valid e-mail address and a password
    of 8 characters or more: anything else is 422."""
    wrong = {
        "username": ("ab", "a" * 31, "ana maria", "añа_x"),
        "email": ("", "ana", "ana@"),
        "password": ("", "seven77"),
    }
    for field, values in wrong.items():
        for value in values:
            new = service.somebody("eve").new | {field: value}
            service.post("/users/", json=new).must_be(422)
        incomplete = service.somebody("eve").new
        del incomplete[field]
        service.post("/users/", json=incomplete).must_be(422)
