"""VROOM's input and output from outside: a checker of answers and a drawer of inputs, neither of which knows ours."""
