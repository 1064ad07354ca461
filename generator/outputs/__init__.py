"""What a site is made of: each module gives the jobs of one kind of output, and none of them writes."""
