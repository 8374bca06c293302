#include <paidan/desk/operations.ipp>
#include <paidan/desk/pair_text.ipp>
