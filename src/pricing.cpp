// The compiled flavour of the room `pricing`.
#include <paidan/pricing/audit.ipp>
#include <paidan/pricing/bill.ipp>
#include <paidan/pricing/estimate.ipp>
#include <paidan/pricing/price_book.ipp>
#include <paidan/pricing/quote.ipp>
