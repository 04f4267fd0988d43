#include "indexer/text/mail_message.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <memory>

#include "common/text.h"
#include "indexer/charset.h"
#include "indexer/text/lines_of.h"

namespace news {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Type>
using Owned = std::unique_ptr<Type, Unref>;

/// Parts nested deeper, and more of them, nobody reads.
constexpr int max_parts = 200;

void init_gmime() {
  static const bool ready = [] {
    g_mime_init();
    return true;
  }();
  static_cast<void>(ready);
}

std::string string_of(const char* text) {
  return text == nullptr ? std::string() : repair_utf8(text);
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
  g_mime_parser_set_respect_content_length(parser.get(), FALSE);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

void take_headers(GMimeObject* object, MailMessage& message) {
  GMimeHeaderList* const list = g_mime_object_get_header_list(object);
  const int count = g_mime_header_list_get_count(list);
  for (int i = 0; i < count; ++i) {
    GMimeHeader* const header = g_mime_header_list_get_header_at(list, i);
    message.headers.emplace_back(lower_ascii(string_of(g_mime_header_get_name(header))),
                                 clean_line(string_of(g_mime_header_get_value(header))));
  }
}

void take_sender(GMimeMessage* parsed, MailMessage& message) {
  InternetAddressList* const senders = g_mime_message_get_from(parsed);
  if (senders == nullptr || internet_address_list_length(senders) == 0) return;
  InternetAddress* const sender = internet_address_list_get_address(senders, 0);
  message.from_name = clean_line(string_of(internet_address_get_name(sender)));
  if (!INTERNET_ADDRESS_IS_MAILBOX(sender)) return;
  message.from_address =
      string_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)));
}

/// The content without its transfer encoding, in UTF-8.
std::string content_of(GMimePart* part) {
  GMimeDataWrapper* const content = g_mime_part_get_content(part);
  if (content == nullptr) return {};
  const Owned<GMimeStream> stream(g_mime_stream_mem_new());
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  const GByteArray* const bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
  if (bytes == nullptr || bytes->len == 0) return {};
  const char* const charset =
      g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
  return repair_utf8(decode_text({reinterpret_cast<const char*>(bytes->data), bytes->len},
                                 charset == nullptr ? "" : charset));
}

/// The first part of each kind is the message's; what is attached is left out.
void take_part(GMimeObject* object, MailMessage& message) {
  if (!GMIME_IS_PART(object) || g_mime_part_is_attachment(GMIME_PART(object))) return;
  GMimeContentType* const type = g_mime_object_get_content_type(object);
  if (g_mime_content_type_is_type(type, "text", "html")) {
    if (message.html.empty()) message.html = content_of(GMIME_PART(object));
  } else if (g_mime_content_type_is_type(type, "text", "*") && message.plain.empty()) {
    message.plain = content_of(GMIME_PART(object));
    const std::string format =
        string_of(g_mime_object_get_content_type_parameter(object, "format"));
    message.is_flowed = lower_ascii(format) == "flowed";
  }
}

void take_parts(GMimeMessage* parsed, MailMessage& message) {
  const std::unique_ptr<GMimePartIter, void (*)(GMimePartIter*)> parts(
      g_mime_part_iter_new(GMIME_OBJECT(parsed)), g_mime_part_iter_free);
  for (int i = 0; i < max_parts; ++i) {
    GMimeObject* const part = g_mime_part_iter_get_current(parts.get());
    if (part == nullptr) break;
    take_part(part, message);
    if (g_mime_part_iter_next(parts.get()) == FALSE) break;
  }
}

}  // namespace

std::string MailMessage::header(std::string_view name) const {
  const auto found = std::find_if(headers.begin(), headers.end(),
                                  [&](const auto& header) { return header.first == name; });
  return found == headers.end() ? std::string() : found->second;
}

MailMessage read_mail_message(std::string_view bytes) {
  init_gmime();
  MailMessage message;
  const Owned<GMimeMessage> parsed = parse(bytes);
  if (!parsed) return message;
  take_headers(GMIME_OBJECT(parsed.get()), message);
  // GMime keeps those that begin with Content- with the part.
  GMimeObject* const part = g_mime_message_get_mime_part(parsed.get());
  if (part != nullptr) take_headers(part, message);
  take_sender(parsed.get(), message);
  take_parts(parsed.get(), message);
  return message;
}

}  // namespace news
