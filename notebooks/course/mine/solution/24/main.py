from my_service import people

app.include_router(people.router)
