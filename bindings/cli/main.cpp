#include "program.hpp"

int main(int count, char** values) {
  return paidan_cli::run_program(std::vector<std::string>(values + 1, values + count));
}
