from passlib.context import CryptContext

from my_service.settings import settings

passwords = CryptContext(schemes=["bcrypt"], bcrypt__rounds=settings.bcrypt_rounds)
SECRET_KEY = settings.secret_key
