// The compiled flavour of the room `io`: decision models in XML.
#include <paidan/io/dmn_xml.ipp>
