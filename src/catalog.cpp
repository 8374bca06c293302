// The compiled flavour of the room `catalog`.
#include <paidan/catalog/catalog.ipp>
#include <paidan/catalog/lint.ipp>
#include <paidan/catalog/mapping.ipp>
