"""What the posts have: the fields in force, where each rule comes from, and changing them."""
