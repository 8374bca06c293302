// What each consumer builds: a price and the last day of a warranty.
#include "use.hpp"

#include <cstdio>

int main() { std::puts(use().c_str()); }
