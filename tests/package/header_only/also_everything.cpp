#include <everything.hpp>

const char* version_there() { return paidan::engine_version; }
