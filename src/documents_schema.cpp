#include <paidan/documents/schema.ipp>
