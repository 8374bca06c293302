#include <paidan/documents/documents.ipp>
#include <paidan/documents/pair_names.ipp>
#include <paidan/documents/problem_json.ipp>
#include <paidan/documents/result_json.ipp>
