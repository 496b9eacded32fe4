"""The index of a content folder: what its posts say, kept so that nothing is read twice."""
