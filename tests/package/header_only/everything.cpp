#include <everything.hpp>

const char* version_here() { return paidan::engine_version; }
