#include <paidan/desk/session.ipp>
