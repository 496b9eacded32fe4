"""The rules that come with Reviewer, one in each module, by group."""
