// SPDX-License-Identifier: GPL-2.0-or-later
#include "common/cli/completion.hpp"
#include "common/error.hpp"

namespace news {
namespace {

// In all of them, PROGRAM is the program's name.

// Bash hands words over as they are typed, quotes and all, cut at : and = too, and replaces what
// stands after the last of those or after the quote that is open.
constexpr std::string_view kBash =
    R"(# Completion of PROGRAM for bash: source <(PROGRAM completion bash)
_PROGRAM_unquote() {
  local i c
  REPLY= quote=
  for ((i = 0; i < ${#1}; i++)); do
    c=${1:i:1}
    if [[ $quote = "'" && $c != "'" ]]; then
      REPLY+=$c
    elif [[ $c = \\ ]]; then
      i=$((i + 1))
      REPLY+=${1:i:1}
    elif [[ -n $quote && $c = "$quote" ]]; then
      quote=
    elif [[ -z $quote && ($c = "'" || $c = '"') ]]; then
      quote=$c
    else
      REPLY+=$c
    fi
  done
}
_PROGRAM_quote() {
  case $open in
    "'") REPLY=${1//\'/\'\\\'\'} ;;
    '"')
      REPLY=${1//\\/\\\\}
      REPLY=${REPLY//\"/\\\"}
      REPLY=${REPLY//\$/\\\$}
      REPLY=${REPLY//\`/\\\`}
      ;;
    *)
      if [[ $1 = '~/'* ]]; then
        printf -v REPLY '~/%q' "${1:2}"
      else
        printf -v REPLY %q "$1"
      fi
      ;;
  esac
}
_PROGRAM() {
  local rest=${COMP_LINE:0:COMP_POINT} words=() given=() i piece line kept REPLY quote open
  for ((i = 0; i <= COMP_CWORD; i++)); do
    piece=${rest#"${rest%%[![:blank:]]*}"}
    if ((i == 0)) || [[ $piece != "$rest" ]]; then words+=(""); fi
    if ((i < COMP_CWORD)); then
      rest=${piece#"${COMP_WORDS[i]}"}
      piece=${COMP_WORDS[i]}
    fi
    words[${#words[@]} - 1]+=$piece
  done
  for piece in "${words[@]:1}"; do
    _PROGRAM_unquote "$piece"
    given+=("$REPLY")
  done
  open=$quote kept=$REPLY
  _PROGRAM_unquote "$open$2"
  kept=${kept%"$REPLY"}
  COMPREPLY=()
  while IFS= read -r line; do
    line=${line%%$'\t'*}
    _PROGRAM_quote "${line#"$kept"}"
    COMPREPLY+=("$REPLY")
  done < <(PROGRAM complete -- "${given[@]}" 2>/dev/null)
  if ((${#COMPREPLY[@]} == 1)) && [[ -z $open && ${COMPREPLY[0]} != *[:/=] ]]; then
    COMPREPLY[0]+=' '
  fi
}
complete -o nospace -F _PROGRAM PROGRAM
)";

constexpr std::string_view kZsh = R"(#compdef PROGRAM
# Completion of PROGRAM for zsh: source <(PROGRAM completion zsh), or a file _PROGRAM in $fpath
_PROGRAM() {
  local line
  local -a open open_shown done done_shown
  for line in "${(@f)$(PROGRAM complete -- "${(@Q)words[2,CURRENT-1]}" "${(Q)PREFIX}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    if [[ ${line%%$'\t'*} == *[:/=] ]]; then
      open+=("${line%%$'\t'*}")
      open_shown+=("${line/$'\t'/  -- }")
    else
      done+=("${line%%$'\t'*}")
      done_shown+=("${line/$'\t'/  -- }")
    fi
  done
  compadd -U -S '' -d open_shown -a open
  compadd -U -d done_shown -a done
}
if [[ $funcstack[1] == _PROGRAM ]]; then _PROGRAM "$@"; else compdef _PROGRAM PROGRAM; fi
)";

constexpr std::string_view kFish =
    R"(# Completion of PROGRAM for fish: PROGRAM completion fish | source
function __PROGRAM_candidates
    set -l words (commandline -opc)
    set -l word (commandline -ct | string replace -r '^[\'"]' '')
    PROGRAM complete -- $words[2..-1] "$word" 2>/dev/null
end
complete -c PROGRAM -f -a '(__PROGRAM_candidates)'
)";

}  // namespace

std::string completion_script(const ProgramInfo& program, std::string_view shell) {
  std::string_view script;
  if (shell == "bash") script = kBash;
  if (shell == "zsh") script = kZsh;
  if (shell == "fish") script = kFish;
  if (script.empty())
    throw Error(ErrorCode::usage,
                "completion: '" + std::string(shell) + "' is none of bash, zsh, fish",
                "See: " + std::string(program.name) + " help completion");
  constexpr std::string_view kName = "PROGRAM";
  std::string out(script);
  for (std::size_t at = 0; (at = out.find(kName, at)) != out.npos; at += program.name.size())
    out.replace(at, kName.size(), program.name);
  return out;
}

}  // namespace news
