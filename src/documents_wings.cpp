#include <paidan/documents/money_json.ipp>
#include <paidan/documents/rules_json.ipp>
#include <paidan/documents/warranty_json.ipp>
