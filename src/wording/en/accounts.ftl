### Returns of a grant.
