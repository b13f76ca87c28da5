"""x"""
from typing import Any
def slides_of(plan: Any, lessons: Any, solutions: Any) -> str:
    return ""
