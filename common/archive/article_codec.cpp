// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/archive/article_codec.hpp"

#define ZDICT_STATIC_LINKING_ONLY
#define ZSTD_STATIC_LINKING_ONLY
#include <zdict.h>
#include <zstd.h>

#include <algorithm>

#include "common/archive/schema.hpp"
#include "common/error.hpp"
#include "common/io/file.hpp"
#include "common/io/varint.hpp"

namespace news {
namespace {

// A record larger than this was never written: inputs are limited to far less.
constexpr std::uint64_t kMaxRecord = 1u << 30;

void put(std::string& out, StoredField tag, std::string_view value) {
  append_field(out, tag, value);
}

void put_number(std::string& out, StoredField tag, std::uint64_t value) {
  std::string bytes;
  put_varint(bytes, value);
  put(out, tag, bytes);
}

std::string date_bytes(const Date& date) {
  if (!date.dated()) return {};
  std::string out;
  put_varint(out, static_cast<std::uint64_t>(pack_date(date)));
  if (date.has_offset) put_varint(out, static_cast<std::uint64_t>(date.offset_minutes + 1440));
  return out;
}

[[noreturn]] void broken(const char* what) {
  throw_damaged("a stored article is broken", what);
}

std::uint64_t number(std::string_view bytes) {
  std::uint64_t value = 0;
  if (!get_varint(bytes, value)) broken("a number ends too early");
  return value;
}

Date read_date(std::string_view bytes) {
  std::uint64_t packed = 0, offset = 0;
  if (!get_varint(bytes, packed)) broken("its date ends too early");
  Date date = unpack_date(static_cast<std::int64_t>(packed));
  if (!bytes.empty()) {
    if (!get_varint(bytes, offset) || offset > 2880) broken("its date has no such offset");
    date.offset_minutes = static_cast<std::int16_t>(static_cast<int>(offset) - 1440);
    date.has_offset = true;
  }
  return date;
}

// A place in the text, then the block. Places beyond the end of the text are harmless.
std::string boilerplate_bytes(const Boilerplate& block) {
  std::string out;
  put_varint(out, block.at);
  return out + block.text;
}

Boilerplate read_boilerplate(std::string_view bytes) {
  Boilerplate out;
  if (!get_varint(bytes, out.at)) broken("its boilerplate ends too early");
  out.text = bytes;
  return out;
}

void set_field(Article& a, StoredField tag, std::string_view value) {
  switch (tag) {
    case StoredField::id:
      a.id = value;
      return;
    case StoredField::url:
      a.url = value;
      return;
    case StoredField::source:
      a.source = value;
      return;
    case StoredField::section:
      a.section = value;
      return;
    case StoredField::language:
      a.language = value;
      return;
    case StoredField::author:
      a.authors.emplace_back(value);
      return;
    case StoredField::date:
      a.date = read_date(value);
      return;
    case StoredField::date_given:
      a.date_given = value;
      return;
    case StoredField::extra:
      a.extra = value;
      return;
    case StoredField::from_file:
      a.from.file = value;
      return;
    case StoredField::from_record:
      a.from.record = number(value);
      return;
    case StoredField::from_offset:
      a.from.offset = number(value);
      return;
    case StoredField::language_detected:
      a.language_detected = true;
      return;
    case StoredField::from_bytes:
      a.from.bytes = number(value);
      return;
    case StoredField::from_sha256:
      a.from.sha256 = value;
      return;
    case StoredField::date_from:
      if (number(value) >= kDateFromNames.size()) broken("its date is from nowhere");
      a.date_from = static_cast<DateFrom>(number(value));
      return;
    case StoredField::crawled:
      a.crawled = value;
      return;
    case StoredField::boilerplate:
      a.boilerplate.push_back(read_boilerplate(value));
      return;
    default:
      break;
  }
  broken("it has an unknown field");
}

void put_content(std::string& out, const Article& a, const std::string& language) {
  put(out, StoredField::id, a.id);
  put(out, StoredField::source, a.source);
  put(out, StoredField::section, a.section);
  put(out, StoredField::language, language);
  for (const auto& author : a.authors) put(out, StoredField::author, author);
  put(out, StoredField::date, date_bytes(a.date));
  if (a.date_given != format_date(a.date)) put(out, StoredField::date_given, a.date_given);
  put(out, StoredField::url, a.url);
  put(out, StoredField::extra, a.extra);
  for (const auto& block : a.boilerplate)
    put(out, StoredField::boilerplate, boilerplate_bytes(block));
}

}  // namespace

void append_field(std::string& record, StoredField tag, std::string_view bytes) {
  if (bytes.empty()) return;
  record += static_cast<char>(tag);
  put_varint(record, bytes.size());
  record += bytes;
}

std::string encode_fields(const Article& article) {
  std::string out;
  put_content(out, article, article.language);
  put(out, StoredField::from_file, article.from.file);
  put_number(out, StoredField::from_record, article.from.record);
  put_number(out, StoredField::from_offset, article.from.offset);
  if (article.language_detected) put_number(out, StoredField::language_detected, 1);
  if (article.from.bytes > 0) put_number(out, StoredField::from_bytes, article.from.bytes);
  put(out, StoredField::from_sha256, article.from.sha256);
  put(out, StoredField::crawled, article.crawled);
  if (article.date_from != DateFrom::none)
    put_number(out, StoredField::date_from, static_cast<std::uint64_t>(article.date_from));
  return out;
}

ArticleRecord decode_record(std::string_view record) {
  ArticleRecord out;
  while (!record.empty()) {
    const auto tag = static_cast<StoredField>(record.front());
    record.remove_prefix(1);
    std::uint64_t length = 0;
    if (!get_varint(record, length) || length > record.size()) broken("a field ends too early");
    const auto value = record.substr(0, length);
    record.remove_prefix(length);
    if (tag == StoredField::title_surface)
      out.title_surface = value;
    else if (tag == StoredField::text_surface)
      out.text_surface = value;
    else
      set_field(out.article, tag, value);
  }
  if (out.article.date_given.empty()) out.article.date_given = format_date(out.article.date);
  return out;
}

std::uint64_t content_hash(const Article& a) {
  std::string out;
  out.reserve(a.text.size() + a.title.size() + a.url.size() + 256);
  put_content(out, a, a.language_detected ? "" : a.language);
  put(out, StoredField::title, a.title);
  put(out, StoredField::text, a.text);
  return xxh3(out);
}

struct Dictionary::Impl {
  std::string bytes;
  int level;
  ZSTD_CDict* compress = nullptr;
  ZSTD_DDict* decompress = nullptr;
};

Dictionary::Dictionary(std::string bytes, int level)
    : impl_(new Impl{std::move(bytes), level, nullptr, nullptr}) {
  if (impl_->bytes.empty()) return;
  if (level > 0)
    impl_->compress = ZSTD_createCDict(impl_->bytes.data(), impl_->bytes.size(), level);
  impl_->decompress = ZSTD_createDDict(impl_->bytes.data(), impl_->bytes.size());
}

Dictionary::~Dictionary() {
  ZSTD_freeCDict(impl_->compress);
  ZSTD_freeDDict(impl_->decompress);
}

std::string train_dictionary(const std::vector<std::string>& samples, std::size_t size) {
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const auto& sample : samples) {
    joined += sample;
    sizes.push_back(sample.size());
  }
  std::string out(size, '\0');
  ZDICT_fastCover_params_t params{};
  params.k = 1024;
  params.d = 8;
  params.f = 20;
  params.accel = 1;
  params.splitPoint = 1.0;
  params.zParams.compressionLevel = 9;
  const std::size_t n =
      ZDICT_trainFromBuffer_fastCover(out.data(), out.size(), joined.data(), sizes.data(),
                                      static_cast<unsigned>(sizes.size()), params);
  if (ZDICT_isError(n)) return {};
  out.resize(n);
  return out;
}

struct Codec::Impl {
  std::shared_ptr<const Dictionary> dictionary;
  ZSTD_CCtx* compress = nullptr;
  ZSTD_DCtx* decompress = nullptr;
  std::string buffer;
};

Codec::Codec(std::shared_ptr<const Dictionary> dictionary)
    : impl_(new Impl{std::move(dictionary), nullptr, nullptr, {}}) {}

Codec::~Codec() {
  ZSTD_freeCCtx(impl_->compress);
  ZSTD_freeDCtx(impl_->decompress);
}

std::string_view Codec::compress(std::string_view record) {
  const auto& dictionary = impl_->dictionary->impl();
  if (!impl_->compress) {
    impl_->compress = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(impl_->compress, ZSTD_c_compressionLevel, dictionary.level);
    ZSTD_CCtx_setParameter(impl_->compress, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(impl_->compress, ZSTD_c_dictIDFlag, 0);
    if (dictionary.compress) ZSTD_CCtx_refCDict(impl_->compress, dictionary.compress);
  }
  impl_->buffer.resize(ZSTD_compressBound(record.size()));
  const std::size_t n = ZSTD_compress2(impl_->compress, impl_->buffer.data(), impl_->buffer.size(),
                                       record.data(), record.size());
  if (ZSTD_isError(n))
    throw Error(ErrorCode::failed, std::string("zstd cannot compress: ") + ZSTD_getErrorName(n));
  return std::string_view(impl_->buffer).substr(0, n);
}

std::string Codec::decompress(std::string_view frame) {
  if (!impl_->decompress) {
    impl_->decompress = ZSTD_createDCtx();
    if (!kChecked)
      ZSTD_DCtx_setParameter(impl_->decompress, ZSTD_d_forceIgnoreChecksum, ZSTD_d_ignoreChecksum);
    ZSTD_DCtx_refDDict(impl_->decompress, impl_->dictionary->impl().decompress);
  }
  const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kMaxRecord)
    broken("its frame header is damaged");
  // zstd cannot expand a frame by more than this, so a forged header allocates nothing large.
  if (size > frame.size() * 140000) broken("its frame header is damaged");
  std::string out(size, '\0');
  const std::size_t n =
      ZSTD_decompressDCtx(impl_->decompress, out.data(), out.size(), frame.data(), frame.size());
  if (ZSTD_isError(n) || n != size) broken("its checksum does not match");
  return out;
}

std::size_t Codec::frame_size(std::string_view bytes) {
  const std::size_t size = ZSTD_findFrameCompressedSize(bytes.data(), bytes.size());
  return ZSTD_isError(size) ? 0 : size;
}

}  // namespace news
