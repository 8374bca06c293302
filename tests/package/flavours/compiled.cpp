#include "../use.hpp"

std::string with_compiled() { return use(); }
