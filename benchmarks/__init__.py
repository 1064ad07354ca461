"""What the build costs: synthetic projects, measurements, and the stacks that it is compared with."""
