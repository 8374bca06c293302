#include <paidan/documents/rules_json.ipp>
