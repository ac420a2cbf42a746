"""What each piiri command does, imported when it is called."""
