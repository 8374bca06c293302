#include <paidan/ledger/step.ipp>
