#include <paidan/travel/bands.ipp>
#include <paidan/travel/fit.ipp>
#include <paidan/travel/matrix.ipp>
#include <paidan/travel/road_graph.ipp>
#include <paidan/travel/source.ipp>
#include <paidan/travel/straight_line.ipp>
