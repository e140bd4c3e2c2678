// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/class_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace news {
namespace {

constexpr std::string_view kBody =
    "articlebody articlecontent articletext articlecopy articlemain storybody storycontent "
    "storytext storycopy postbody postcontent posttext entrycontent entrybody newsbody newscontent "
    "newstext contentbody bodycontent bodycopy bodytext maincontent textbody textcontent "
    "contenttext blogcontent blogbody articulo artikel artikeltext noticia cuerpo cuerpotexto "
    "corps corpo testo richtext hentry readcontent pagecontent detailcontent detailtext fulltext";

constexpr std::string_view kChromeWords =
    "nav navbar navigation menu submenu breadcrumb breadcrumbs crumbs footer foot masthead topbar "
    "toolbar toolbox sidebar rail rightrail asidebar skiplink pagination pager paging pagenav "
    "postnav nextprev prevnext share shares sharing sharebar sharetools sharebuttons sharelinks "
    "sharethis shareicons social socials sociallinks socialmedia socialicons socialshare addthis "
    "addtoany sharedaddy related relateds relatedposts relatedarticles relatedstories "
    "relatedcontent relatedlinks relatednews relatedtopics recommended recommendation "
    "recommendations recommend recirc recirculation readmore readnext morefrom morenews "
    "morestories morearticles moreon moretopics alsoread seealso youmaylike mayalsolike mostread "
    "mostpopular mostviewed mostshared popular trending outbrain taboola zergnet revcontent promo "
    "promos promobox promotion newsletter newsletters subscribe subscription signup optin "
    "mailinglist mailchimp inlinesignup ad ads adv advert adverts advertisement advertisements "
    "advertising advertorial adsense adslot adunit adbox adcontainer adwrapper adplaceholder dfp "
    "googlead sponsor sponsored sponsors sponsorship affiliate cookie cookies cookiebar "
    "cookiebanner consent gdpr modal popup popover lightbox overlay interstitial login signin "
    "loginform register registration regwall donate donation donations searchform searchbox "
    "sitesearch carousel slider slideshow gallery thumbnails playlist videoplayer "
    "player poll quiz survey rating ratings voting feedback reactions correction widgets ticker "
    "tickers marquee stockticker weather taglist tagcloud tags tagged topics keywords "
    "articletags posttags filedunder authorbio authorbox aboutauthor authorinfo bio biography "
    "disclaimer copyright legal terms printfriendly toc tableofcontents infobox noprint "
    "editsection reflist catlinks navbox hatnote srowonly visuallyhidden screenreadertext sronly "
    "screenreader skipnav backtotop jumplink jumplinks errormessage noscript";

constexpr std::string_view kComments =
    "comment comments commentlist commentsarea commentsection commentthread commenttext respond "
    "commentform disqus disqusthread livefyre fbcomments kommentar kommentare commentaires "
    "comentarios reacties komentarze replies coral spotim talkback discussion discussions "
    "userposts "
    "conversation";

constexpr std::string_view kSmall =
    "caption captions imagecaption photocaption imgcaption wpcaption credit credits photocredit "
    "imagecredit bylines authors dateline dates lastupdated updated publishdate postdate meta "
    "postmeta entrymeta articlemeta metadata postinfo articleinfo storymeta storyinfo kicker "
    "eyebrow category categories readtime readingtime timetoread tools actions utility icons icon";
constexpr std::string_view kByline = "byline author authorname";
constexpr std::string_view kDated = "date datetime timestamp time published posted pubdate";

constexpr std::string_view kTeaser = "teaser teasers promoted print card cards tile tiles";

// Beginnings of names that tell how an article is filed or laid out, not what stands in it.
constexpr std::array<std::string_view, 12> kFiled = {"category-", "tag-",    "cat-",     "has-",
                                                     "no-",       "with-",   "without-", "type-",
                                                     "status-",   "format-", "js-",      "is-"};

using Words = std::unordered_map<std::string_view, Hint>;

void add_words(Words& words, std::string_view list, Hint hint) {
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    words.emplace(list.substr(0, end), hint);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

const Words& known_words() {
  static const Words kWords = [] {
    Words words;
    add_words(words, kBody, Hint::body);
    add_words(words, kChromeWords, Hint::chrome);
    add_words(words, kComments, Hint::comments);
    add_words(words, kSmall, Hint::small);
    add_words(words, kByline, Hint::small | Hint::byline);
    add_words(words, kDated, Hint::small | Hint::dated);
    add_words(words, kTeaser, Hint::teaser);
    return words;
  }();
  return kWords;
}

constexpr std::size_t kMaxBytes = 512;

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_letter(char c) {
  return is_upper(c) || (c >= 'a' && c <= 'z');
}

/// Calls visit(word) with each word of a name and each two in a row, in lower case.
template <typename Visit>
void visit_words(std::string_view names, Visit visit) {
  std::string last, word;
  for (std::size_t at = 0; at <= names.size(); ++at) {
    const char c = at < names.size() ? names[at] : ' ';
    const bool camel =
        is_upper(c) && at > 0 && is_letter(names[at - 1]) && !is_upper(names[at - 1]);
    if ((!is_letter(c) || camel) && !word.empty()) {
      visit(std::string_view(word));
      if (!last.empty()) visit(std::string_view(last += word));
      last = std::exchange(word, {});
    }
    if (is_letter(c)) word += static_cast<char>(c | 0x20);
  }
}

}  // namespace

Hint hint_of_names(std::string_view names) {
  Hint hint = Hint::none;
  const Words& words = known_words();
  names = names.substr(0, kMaxBytes);
  while (!names.empty()) {
    const auto name = names.substr(0, names.find(' '));
    names.remove_prefix(std::min(name.size() + 1, names.size()));
    if (std::any_of(kFiled.begin(), kFiled.end(),
                    [&](auto filed) { return name.starts_with(filed); }))
      continue;
    visit_words(name, [&](std::string_view word) {
      if (const auto found = words.find(word); found != words.end()) hint = hint | found->second;
    });
  }
  return hint;
}

}  // namespace news
