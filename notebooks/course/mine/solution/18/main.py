from my_service import accounts

app.include_router(accounts.router)
