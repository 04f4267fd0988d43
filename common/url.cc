#include "common/url.h"

#include <libxml/uri.h>
#include <libxml/xmlmemory.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text.h"

namespace news {

namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

/// Parameters that say where a reader comes from: of advertisers and social networks (gclid), of
/// mail (mc_cid) and of publishers (smid, ocid, CMP), as Firefox and the lists of ad blockers know
/// them. In lower case.
constexpr std::array tracking_names{"fbclid",
                                    "gclid",
                                    "gclsrc",
                                    "dclid",
                                    "gbraid",
                                    "wbraid",
                                    "msclkid",
                                    "yclid",
                                    "ysclid",
                                    "twclid",
                                    "ttclid",
                                    "li_fat_id",
                                    "igshid",
                                    "igsh",
                                    "mc_cid",
                                    "mc_eid",
                                    "mkt_tok",
                                    "_ga",
                                    "_gl",
                                    "_hsenc",
                                    "_hsmi",
                                    "vero_id",
                                    "wickedid",
                                    "oly_anon_id",
                                    "s_cid",
                                    "oly_enc_id",
                                    "__twitter_impression",
                                    "ref_src",
                                    "ref_url",
                                    "cmp",
                                    "cmpid",
                                    "ocid",
                                    "smid",
                                    "smtyp",
                                    "emc",
                                    "ncid",
                                    "icid",
                                    "itid",
                                    "intcmp",
                                    "wpisrc",
                                    "wpmm",
                                    "xtor",
                                    "xtref",
                                    "sr_share",
                                    "soc_src",
                                    "soc_trk",
                                    "guccounter",
                                    "guce_referrer",
                                    "wt_mc",
                                    "guce_referrer_sig",
                                    "wt.mc_id",
                                    "wt_zmc",
                                    "traffic_source",
                                    "share_source",
                                    "cm_mmc",
                                    "rb_clickid",
                                    "srsltid",
                                    "ito"};
constexpr std::array tracking_prefixes{"utm_",   "at_",     "hsa_", "pk_", "mtm_",
                                       "piwik_", "matomo_", "fb_",  "ns_", "stm_"};

bool is_tracking(std::string_view parameter) {
  const std::string name = lower(parameter.substr(0, parameter.find('=')));
  return std::find(tracking_names.begin(), tracking_names.end(), name) != tracking_names.end() ||
         std::any_of(tracking_prefixes.begin(), tracking_prefixes.end(),
                     [&](std::string_view prefix) { return name.starts_with(prefix); });
}

/// `?` and the parameters that stay; empty if there are none.
std::string kept_query(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    query.remove_prefix(std::min(parameter.size() + 1, query.size()));
    if (parameter.empty() || is_tracking(parameter)) continue;
    kept += kept.empty() ? '?' : '&';
    kept += parameter;
  }
  return kept;
}

using XmlText = std::unique_ptr<xmlChar, void (*)(void*)>;

XmlText owned(xmlChar* text) {
  return {text, [](void* memory) { xmlFree(memory); }};
}

/// With what no URI may hold, such as letters beyond ASCII and spaces, as `%XX`.
XmlText escaped(const std::string& reference) {
  constexpr const char* kept = "%;/?:@&=+$,#[]";
  const auto* text = reinterpret_cast<const xmlChar*>(reference.c_str());
  return owned(xmlURIEscapeStr(text, reinterpret_cast<const xmlChar*>(kept)));
}

}  // namespace

bool is_web_url(std::string_view url) {
  const std::string scheme = lower(url.substr(0, url.find(':')));
  if (scheme != "http" && scheme != "https") return false;
  const std::string_view rest = url.substr(scheme.size());
  if (!rest.starts_with("://") || rest.size() < 4) return false;
  if (std::string_view("/?#:").find(rest[3]) != std::string_view::npos) return false;
  return std::none_of(url.begin(), url.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= ' ' || byte == 0x7f || c == '"' || c == '<' || c == '>';
  });
}

std::string canonical_url(std::string_view url) {
  const std::size_t hash = std::min(url.find('#'), url.size());
  const std::string_view fragment = url.substr(hash);
  url = url.substr(0, hash);
  const std::size_t host = url.find("://") + 3;
  const std::size_t path = std::min(url.find_first_of("/?", host), url.size());
  std::string canonical = lower(url.substr(0, path));
  for (const std::string_view port : {"http:80", "https:443"}) {
    const std::string_view scheme = port.substr(0, port.find(':'));
    const std::string_view number = port.substr(scheme.size());
    if (canonical.starts_with(std::string(scheme) + "://") && canonical.ends_with(number)) {
      canonical.erase(canonical.size() - number.size());
    }
  }
  const std::size_t query = std::min(url.find('?', path), url.size());
  const std::string_view path_text = url.substr(path, query - path);
  canonical += path_text.empty() ? "/" : path_text;
  canonical += kept_query(url.substr(std::min(query + 1, url.size())));
  if (fragment.starts_with("#!") && fragment.size() > 2) canonical += fragment;
  return canonical;
}

std::string resolve_url(std::string_view reference, std::string_view base) {
  std::string line = clean_line(repair_utf8(reference));
  if (line.empty() || is_web_url(line) || base.empty()) return line;
  const XmlText built = owned(xmlBuildURI(escaped(line).get(), escaped(std::string(base)).get()));
  return built ? reinterpret_cast<const char*>(built.get()) : line;
}

}  // namespace news
