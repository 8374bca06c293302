#include <paidan/io/schema.ipp>
