"""What makes an answer right: one module for each kind of answer."""
