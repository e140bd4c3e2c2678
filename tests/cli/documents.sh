# SPDX-License-Identifier: GPL-2.0-or-later
# The examples of README and docs/SCRIPTING.md run word for word, with programs and library as they are installed.
. "$(dirname "$0")/_lib.sh"
source=$(cd "$(dirname "$0")/../.." && pwd)
export XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/config
unset NEWSARCHIVE_FORMAT NEWSARCHIVE_LIMIT
blocks="sh console"
if [ -n "${NEWS_BUILD-}" ]; then
  cmake --install "$NEWS_BUILD" --prefix "$work/root" >/dev/null
  library=$(dirname "$(find "$work/root" -name libnewsarchive.so)")
  export PATH=$work/root/bin:$PATH LD_LIBRARY_PATH=$library PKG_CONFIG_PATH=$library/pkgconfig
  PYTHONPATH=$(dirname "$(find "$work/root" -type d -path '*packages/newsarchive')")
  export PYTHONPATH
  blocks="sh console python c cpp"
else
  mkdir "$work/bin"
  ln -s "$NEWS_SEARCHER" "$work/bin/searcher"
  ln -s "$NEWS_INDEXER" "$work/bin/indexer"
  export PATH=$work/bin:$PATH
fi
mkdir "$work/readme" "$work/scripting"
ln -s "$NEWS_DATA" "$work/readme/data"
cd "$work/readme"
NEWS_BLOCKS=$blocks py "$source/README.md"
cd "$work/scripting"
cp "$NEWS_DATA/sample/articles.jsonl" news.jsonl
indexer add -q my.archive "$NEWS_DATA/sample"
NEWS_BLOCKS=$blocks py "$source/docs/SCRIPTING.md"
