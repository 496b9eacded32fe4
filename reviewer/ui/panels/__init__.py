"""The parts of the window, one package each: view, presenter, model."""
