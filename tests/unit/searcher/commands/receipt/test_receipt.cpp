// SPDX-License-Identifier: GPL-2.0-or-later
#include <limits>
#include <string>
#include <vector>

#include "common/error.hpp"
#include "searcher/commands/receipt/receipt.hpp"
#include "tests/catch.hpp"

namespace news {
namespace {

using Lines = std::vector<std::string>;

Receipt receipt_of(Lines ids, bool whole) {
  Receipt out;
  out.archive = "u";
  out.revision = 3;
  out.software = "1";
  out.query = "flood \"x\"";
  out.request.sort = Sort::oldest;
  out.request.limit = whole ? std::numeric_limits<std::uint64_t>::max() : 5;
  out.total = ids.size();
  add_page(out, std::move(ids));
  return out;
}

}  // namespace

TEST_CASE("a receipt is read back as it was written", "[searcher][receipt]") {
  for (const bool whole : {true, false}) {
    const Receipt receipt = receipt_of({"a", "b\n\"c\"", "日"}, whole);
    const std::string json = receipt_json(receipt);
    CHECK(json.ends_with("}\n"));
    CHECK(receipt_json(parse_receipt(json)) == json);
    CHECK(compare_receipts(parse_receipt(json), receipt).empty());
    CHECK(receipt.ids.size() == (whole ? 3 : 0));
  }
  CHECK(receipt_of({}, true).sha256 ==
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST_CASE("what changed since a receipt is said", "[searcher][receipt]") {
  const Receipt then = receipt_of({"a", "b", "c"}, true);
  CHECK(compare_receipts(then, receipt_of({"a", "c", "b"}, true)) == Lines{"order: another"});
  CHECK(compare_receipts(then, receipt_of({"a", "d", "c"}, true)) == Lines{"gone: b", "new: d"});
  CHECK(compare_receipts(then, receipt_of({"c", "a"}, true)) ==
        Lines{"total: 2, was 3", "gone: b", "order: another"});
  CHECK(compare_receipts(receipt_of({"a", "b"}, false), receipt_of({"b", "a"}, false)) ==
        Lines{"hits: others, or in another order"});
  Receipt now = then;
  now.software = "2";
  now.written = "later";
  CHECK(compare_receipts(then, now).empty());
  now.revision = 4;
  CHECK(compare_receipts(then, now) == Lines{"revision: 4, was 3"});
  now.archive = "v";
  CHECK(compare_receipts(then, now) == Lines{"another archive: v, the receipt is of u"});
}

TEST_CASE("what is no receipt is refused", "[searcher][receipt]") {
  const std::string good = receipt_json(receipt_of({"a"}, true));
  Lines wrong = {"", "{}", "[]", "null", good.substr(0, good.size() / 2), good + good};
  for (const char* part :
       {"\"schema\":1", "\"ids\"", "\"uuid\"", "\"oldest\"", "\"limit\"", ":3"}) {
    std::string broken = good;
    broken.replace(broken.find(part), std::string(part).size(), "\"x\":-1");
    wrong.push_back(broken);
  }
  for (const auto& json : wrong) {
    CAPTURE(json);
    CHECK_THROWS_AS(parse_receipt(json), Error);
  }
}

}  // namespace news
