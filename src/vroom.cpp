#include <paidan/vroom/input.ipp>
#include <paidan/vroom/question.ipp>
