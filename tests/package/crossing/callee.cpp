#include "../use.hpp"

std::string describe(const paidan::Money& price) { return use().substr(0, 8) + price.text() + " 2024-10-06"; }
