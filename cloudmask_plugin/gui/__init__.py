"""The dock and the options page: what the user sees, without any engine logic."""
