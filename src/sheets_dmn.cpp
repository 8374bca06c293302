// The compiled flavour of the room `io`: decision models in XML.
#include <paidan/sheets/dmn_xml.ipp>
