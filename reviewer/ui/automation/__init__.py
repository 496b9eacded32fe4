"""The real window driven by itself, off screen: pictures, the demo, end-to-end tests."""
