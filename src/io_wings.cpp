#include <paidan/io/money_json.ipp>
#include <paidan/io/rules_json.ipp>
#include <paidan/io/warranty_json.ipp>
