# SPDX-License-Identifier: GPL-2.0-or-later
# The installed library: its symbols, its headers, programs in C, C++ and Python against it, leaks, threads.
. "$(dirname "$0")/_lib.sh"
[ -n "${NEWS_BUILD-}" ] || { echo "skipped: no shared library in this build"; exit 77; }
source=$(cd "$(dirname "$0")/../.." && pwd)
cd "$work"
"$NEWS_INDEXER" add -q archive "$NEWS_DATA/sample"

# A tree that was moved after it was installed works all the same.
cmake --install "$NEWS_BUILD" --prefix "$work/first" >/dev/null
mv first root
library=$(dirname "$(find root -name libnewsarchive.so)")
names=$(sed -n 's/^ *\(news_[a-z_]*\);$/\1/p' "$source/library/newsarchive.map" | LC_ALL=C sort)
expect_equal "$(nm -D --defined-only "$library/libnewsarchive.so" | awk '$2 != "A" {sub("@.*", "", $3); print $3}' | LC_ALL=C sort)" "$names"
expect_equal "$(grep -o 'NEWS_API [^(]*(' "$source/library/newsarchive.h" | grep -o 'news_[a-z_]*(' | tr -d '(' | LC_ALL=C sort)" "$names"
! ldd "$library/libnewsarchive.so" | grep -E 'readline|boost_program_options' || { echo "the library wants what only the command line has" >&2; exit 1; }

# Each header by itself, as strict as compilers are.
echo '#include <newsarchive.h>' >alone.c
echo '#include <newsarchive.hpp>' >alone.cpp
cc -std=c99 -Wall -Wextra -Wpedantic -Werror -Iroot/include -fsyntax-only alone.c
c++ -std=c++17 -Wall -Wextra -Wpedantic -Wshadow -Werror -Iroot/include -fsyntax-only alone.cpp
# Members of the request may be added at its end, and numbers of enums stay.
cat >layout.c <<'END'
#include <newsarchive.h>
#define SAME(what, value) typedef char what##_is_##value[(what) == (value) ? 1 : -1]
#define AT(member, value) typedef char member##_at[offsetof(news_request, member) == (value) ? 1 : -1]
AT(size, 0); AT(query, 8); AT(plain_words, 16); AT(sort, 20); AT(offset, 24); AT(limit, 32); AT(facets, 40);
AT(facet_limit, 48); AT(max_expansions, 52); AT(snippets, 56); AT(group, 60);
SAME(NEWS_OK, 0); SAME(NEWS_NONE, 1); SAME(NEWS_USAGE, 2); SAME(NEWS_DAMAGED, 3);
SAME(NEWS_BY_RELEVANCE, 0); SAME(NEWS_NEWEST_FIRST, 1); SAME(NEWS_OLDEST_FIRST, 2);
SAME(NEWS_ID, 0); SAME(NEWS_TITLE, 1); SAME(NEWS_TEXT, 2); SAME(NEWS_SOURCE, 3); SAME(NEWS_DATE, 4); SAME(NEWS_URL, 5);
SAME(NEWS_AUTHOR, 6); SAME(NEWS_SECTION, 7); SAME(NEWS_LANGUAGE, 8); SAME(NEWS_SNIPPET, 9); SAME(NEWS_ARCHIVE, 10);
END
cc -Iroot/include -fsyntax-only layout.c

# The examples, by CMake and by pkg-config; all say the same.
cmake -S "$source/examples" -B built -G Ninja -DCMAKE_PREFIX_PATH="$work/root" >built.log || { cat built.log >&2; exit 1; }
cmake --build built >built.log || { cat built.log >&2; exit 1; }
export PKG_CONFIG_PATH=$library/pkgconfig LD_LIBRARY_PATH=$library
# shellcheck disable=SC2046
cc -o by_pkg_config "$source/examples/search.c" $(pkg-config --cflags --libs newsarchive)
export PYTHONPATH=$(dirname "$(find root -type d -path '*packages/newsarchive')")
python=(python3 "$source/examples/search.py")
for query in 'the OR de' bridge nowhereatall; do
  built/search_c archive "$query" >c
  built/search_cpp archive "$query" >cpp
  ./by_pkg_config archive "$query" >c2
  "${python[@]}" archive "$query" >py
  cmp c cpp
  cmp c c2
  cmp c py
  expect_equal "$(grep -c ' bytes$' c)" "$("$NEWS_SEARCHER" count archive "$query" || true)"
done
for program in built/search_c built/search_cpp "${python[*]}"; do
  expect_exit 2 $program archive '('
  expect_text err 'never closed'
  expect_exit 3 $program nothing x
  expect_text err nothing
  expect_exit 3 $program archive/CURRENT x
done

# No byte is lost, and none is touched that is not ours.
if command -v valgrind >/dev/null; then
  for program in built/search_c built/search_cpp; do
    for arguments in 'archive bridge' 'archive (' 'nothing x'; do
      # shellcheck disable=SC2086
      valgrind -q --leak-check=full --errors-for-leak-kinds=definite,indirect,possible --error-exitcode=99 \
        $program $arguments >out 2>valgrind || [ $? -lt 99 ] || { cat valgrind >&2; exit 1; }
    done
  done
else
  echo "skipped: no valgrind to look for leaks"
fi

# Python: what the module promises beyond the example.
py archive

# Threads; a hundred thousand queries are the soak test's.
printf '%s\n' bridge 'the OR de' '"prime minister"' '*' 'gov* date:2014..' '(' 'title:flood*' 'the NEAR/3 of' nowhereatall >queries
"$NEWS_LIBRARY_THREADS" archive queries "${NEWS_LIBRARY_QUERIES:-3000}" 4
