// Both flavours in one program, side by side.
#include <cstdio>
#include <string>

std::string with_compiled();
std::string with_header_only();

int main() {
  std::puts(with_compiled().c_str());
  std::puts(with_header_only().c_str());
}
