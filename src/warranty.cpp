// The compiled flavour of the room `warranty`.
#include <paidan/warranty/certificate.ipp>
#include <paidan/warranty/evaluate.ipp>
#include <paidan/warranty/policy.ipp>
#include <paidan/warranty/term.ipp>
