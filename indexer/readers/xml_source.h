#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/intake.h"
#include "indexer/readers/source.h"
#include "indexer/xml_elements.h"

namespace news {

/// The local name of the root element of XML that begins so, in whatever encoding; empty if it is
/// no XML.
std::string root_element(std::string_view beginning);

/// Hands each element that is `wanted` to `take`. Where the XML is broken beyond mending, what
/// follows is rejected; returns whether it was whole. `apart` is as in XmlElements.
bool read_elements(const Source& source, Intake& intake, XmlElements::Wanted wanted,
                   const std::function<void(const XmlNode*, const Place&)>& take,
                   std::string apart = {});

}  // namespace news
