#include <paidan/core/money.hpp>

#include <cstdio>

std::string describe(const paidan::Money& price);

int main() { std::puts(describe({3000, {}}).c_str()); }
