"""What JSON Schema cannot say about a request that the service may accept."""

from typing import Any

import schemathesis


@schemathesis.hook
def filter_body(context: Any, body: Any) -> bool:
    """Leaves out contents that are too long for the schema only by the blanks around them."""
    content = body.get("content") if isinstance(body, dict) else None
    return not (isinstance(content, str) and len(content.strip()) <= 280 < len(content))
