#include <paidan/documents/detail/problem_json.ipp>
#include <paidan/documents/json.ipp>
