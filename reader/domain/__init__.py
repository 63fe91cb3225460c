"""What Reader talks about: frozen values that every room shares; standard library only."""
