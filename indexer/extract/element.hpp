// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace news {

/// The elements that extraction tells apart; all others are `other`.
enum class Element : std::uint8_t {
  text,   ///< not an element: a stretch of characters
  other,  ///< an inline element of no consequence
  html,
  head,
  body,
  title,
  meta,
  base,
  link,
  script,  // NOLINT
  main,
  article,
  section,
  div,
  header,
  footer,
  nav,
  aside,
  form,
  fieldset,
  center,  // NOLINT
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  blockquote,
  pre,
  ul,
  ol,
  li,
  dl,
  dt,
  dd,
  address,  // NOLINT
  table,
  caption,
  tbody,
  tr,
  td,
  th,
  figure,
  figcaption,
  details,
  summary,  // NOLINT
  a,
  br,
  hr,
  time,
  img,
  block,    // NOLINT
  ignored,  ///< has no text for readers: style, svg, controls of forms, players
};

/// What an HTML element's name, in lower case, stands for.
Element element_of(std::string_view name);

/// Whether text before and after an element of that kind is not one line.
bool is_block(Element tag);

/// Whether it is h1 … h6.
constexpr bool is_heading(Element tag) {
  return tag >= Element::h1 && tag <= Element::h6;
}

}  // namespace news
