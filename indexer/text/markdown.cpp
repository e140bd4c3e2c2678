// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/text/markdown.hpp"

#include <md4c.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/ascii.hpp"
#include "indexer/text/sgml.hpp"
#include "indexer/text/text_flow.hpp"

namespace news {
namespace {

constexpr unsigned kDialect = MD_DIALECT_GITHUB | MD_FLAG_NOINDENTEDCODEBLOCKS;

/// Takes md4c's events and puts the text together block by block.
class MarkdownReader {
 public:
  MarkdownText take() {
    end_block();
    return std::move(out_);
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end_block();
        tight_ = !lists_.empty();
        lists_.push_back(type == MD_BLOCK_OL
                             ? List{true, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start}
                             : List{false, 0});
        break;
      case MD_BLOCK_LI:
        end_block();
        marker_ = lists_.back().ordered ? std::to_string(lists_.back().number++) + ". " : "- ";
        break;
      case MD_BLOCK_TD:
      case MD_BLOCK_TH:
        if (!block_.empty()) block_ += " | ";
        break;
      case MD_BLOCK_CODE:
        end_block();
        verbatim_ = true;
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
      case MD_BLOCK_HTML:
      case MD_BLOCK_TR:
        end_block();
        break;
      default:
        break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        end_block();
        lists_.pop_back();
        tight_ = !lists_.empty();
        break;
      case MD_BLOCK_H:
        heading();
        break;
      case MD_BLOCK_HTML:
        block_ = plain_text(block_, Blanks::flowing);
        end_block();
        break;
      case MD_BLOCK_P:
        permalink();
        end_block();
        break;
      case MD_BLOCK_TR:
        end_block();
        tight_ = true;
        break;
      case MD_BLOCK_TABLE:
        tight_ = false;
        break;
      case MD_BLOCK_LI:
        end_block();
        tight_ = true;
        marker_.clear();
        break;
      case MD_BLOCK_CODE:
        end_block();
        verbatim_ = false;
        break;
      default:
        break;
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_A) {
      const MD_ATTRIBUTE& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
      link_ = decode_entities({href.text, href.size});
      ++links_;
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) --images_;
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (images_ > 0) return;
    switch (type) {
      case MD_TEXT_BR:
        block_ += '\n';
        return;
      case MD_TEXT_SOFTBR:
        block_ += ' ';
        return;
      case MD_TEXT_ENTITY:
        block_ += decode_entities(piece);
        return;
      case MD_TEXT_HTML:
        if (in_html_block(piece)) return;
        break;
      case MD_TEXT_NULLCHAR:
        return;
      default:
        break;
    }
    block_ += piece;
  }

  void html_block(bool inside) { html_ = inside; }

 private:
  struct List {
    bool ordered;
    unsigned number;  ///< of the next item
  };

  /// Tags within a paragraph come one by one; those of a block are left for its end.
  bool in_html_block(std::string_view piece) {
    if (html_) return false;
    TagScanner tags(piece);
    const auto tag = tags.next();
    if (tag && equal_names(tag->name, "br")) block_ += '\n';
    return true;
  }

  void heading() {
    const bool first = out_.title.empty() && out_.text.empty();
    if (first) {
      out_.title = one_line(block_);
      block_.clear();
    }
    end_block();
  }

  void permalink() {
    const bool only = links_ == 1 && (block_ == "Source" || block_ == "Permalink");
    out_.permalink = only && link_.find("://") != link_.npos ? link_ : std::string();
  }

  void end_block() {
    if (!verbatim_) block_ = trimmed_lines(without_left_marks(block_));
    while (block_.ends_with('\n')) block_.pop_back();
    links_ = 0;
    if (block_.empty()) return;
    flush_permalink();
    if (!out_.permalink.empty()) {
      waiting_ = std::exchange(block_, {});
      return;
    }
    put(std::exchange(block_, {}));
  }

  /// A link that turned out not to be the last paragraph is text.
  void flush_permalink() {
    if (!waiting_.empty()) put(std::exchange(waiting_, {}));
  }

  void put(std::string block) {
    if (!out_.text.empty()) out_.text += tight_ ? "\n" : "\n\n";
    out_.text += marker_;
    out_.text += block;
    marker_.clear();
    tight_ = false;
  }

  /// Mark-up that a writer got wrong is text to CommonMark, but to nobody else: "**bold **", links
  /// whose address is nowhere ("[name][2]").
  static std::string without_left_marks(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t open = text.npos;  // where in `out` the last '[' is
    for (std::size_t at = 0; at < text.size();) {
      const char c = text[at];
      const auto next = text.substr(at + 1);
      if (c == '*' && next.starts_with('*')) {
        at += 2;
        continue;
      }
      if (c == ']' && open != text.npos && (next.starts_with('[') || next.starts_with('('))) {
        constexpr std::size_t kMaxLength = 500;
        const auto end = next.substr(0, kMaxLength).find(next.front() == '[' ? ']' : ')');
        if (end != next.npos) {
          out.erase(open, 1);
          open = text.npos;
          at += end + 2;
          continue;
        }
      }
      if (c == '[') open = out.size();
      out += c;
      ++at;
    }
    return out;
  }

  static std::string trimmed_lines(std::string_view text) {
    std::string out;
    while (!text.empty()) {
      const auto end = std::min(text.find('\n'), text.size());
      const auto line = one_line(text.substr(0, end));
      const bool gap = line.empty() && (out.empty() || out.ends_with("\n\n"));
      if (!gap) out.append(line).append("\n");
      text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
  }

  MarkdownText out_;
  std::string block_;    ///< of the paragraph or other block that is open
  std::string waiting_;  ///< a paragraph that is a permalink if it is the last
  std::string link_;     ///< address of the last link
  std::string marker_;   ///< of the list item that begins
  std::vector<List> lists_;
  int links_ = 0, images_ = 0;
  bool verbatim_ = false;
  bool html_ = false;
  bool tight_ = false;  ///< the next block is a line below the last, not a paragraph
};

MarkdownReader& reader(void* data) {
  return *static_cast<MarkdownReader*>(data);
}

}  // namespace

MarkdownText read_markdown(std::string_view markdown) {
  MarkdownReader state;
  MD_PARSER parser = {};
  parser.flags = kDialect;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) {
    reader(data).enter_block(type, detail);
    if (type == MD_BLOCK_HTML) reader(data).html_block(true);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) {
    reader(data).leave_block(type);
    if (type == MD_BLOCK_HTML) reader(data).html_block(false);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) {
    reader(data).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* data) {
    reader(data).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    reader(data).text(type, {text, size});
    return 0;
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &state);
  return state.take();
}

}  // namespace news
