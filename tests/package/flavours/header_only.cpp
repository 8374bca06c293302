#include "../use.hpp"

std::string with_header_only() { return use(); }
