"""Proposals that make broken front matter readable again, each of them proved."""
