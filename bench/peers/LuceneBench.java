// SPDX-License-Identifier: GPL-2.0-or-later
// A peer: Apache Lucene (Debian's liblucene8-java), doing the same work on the same corpus.
//
//   index  CORPUS.jsonl DIR THREADS       every article: positions, stored fields at best
//                                         compression, doc values for source and day, one segment
//   search DIR QUERIES.tsv MODE [PASSES [SECONDS]]
//          MODE: or | exact-or | and | exact-and | phrase | exact-phrase | facets | date-sort
//                | fetch
//          exact- and facets count every match; the others may stop counting at 1000
//   export DIR FILE                       every stored article as a JSON line
//   plain-phrase DIR QUERIES.tsv          totals of exact phrases, words as they stand, not stemmed
//
// QUERIES.tsv: one query a line, "id<TAB>text"; for fetch the text is ids with tabs between.
// Passes and times as in search_bench.cpp. One JSON object a run.
import com.google.gson.*;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.*;
import java.util.concurrent.atomic.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.codecs.StoredFieldsReader;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.queryparser.classic.QueryParser;
import org.apache.lucene.queryparser.classic.QueryParserBase;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;
import org.apache.lucene.util.BytesRef;

public class LuceneBench {
  static final String[] STORED = {"url", "author", "section", "language", "date"};
  static final int MONTHS = 3000 * 12;

  // Title and text are one searched field with a gap, as a bare query word of ours searches both.
  static Analyzer withGap(Analyzer analyzer) {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      protected Analyzer getWrappedAnalyzer(String field) { return analyzer; }
      public int getPositionIncrementGap(String field) { return 100; }
    };
  }

  // No stop words, so that "to be or not to be" is as searchable here as it must be in ours.
  static Analyzer english() { return withGap(new EnglishAnalyzer(CharArraySet.EMPTY_SET)); }

  // Words as they stand: small letters, no accents, nothing stemmed.
  static Analyzer plain() {
    return withGap(new Analyzer() {
      protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
      }
    });
  }

  static String text(JsonObject o, String k) {
    JsonElement e = o.get(k);
    return e == null || e.isJsonNull() ? "" : e.isJsonArray() ? e.toString() : e.getAsString();
  }

  // What has no day counts as the first of 1970: it costs the same.
  static LocalDate day(String date) {
    if (!date.matches("[0-2]\\d{3}-\\d{2}-\\d{2}.*")) return LocalDate.EPOCH;
    try {
      return LocalDate.parse(date.substring(0, 10));
    } catch (DateTimeParseException e) {
      return LocalDate.EPOCH;
    }
  }

  static Document document(JsonObject o) {
    Document d = new Document();
    d.add(new StringField("id", text(o, "id"), Field.Store.YES));
    d.add(new TextField("title", text(o, "title"), Field.Store.YES));  // for title:word
    d.add(new TextField("text", text(o, "title"), Field.Store.NO));
    d.add(new TextField("text", text(o, "text"), Field.Store.YES));
    for (String name : STORED) if (o.has(name)) d.add(new StoredField(name, text(o, name)));
    String source = text(o, "source"), date = text(o, "date");
    d.add(new StringField("source", source, Field.Store.YES));
    d.add(new SortedDocValuesField("source", new BytesRef(source)));
    LocalDate day = day(date);
    d.add(new LongPoint("day", day.toEpochDay()));
    d.add(new NumericDocValuesField("day", day.toEpochDay()));
    d.add(new NumericDocValuesField("month", day.getYear() * 12 + day.getMonthValue() - 1));
    return d;
  }

  static IndexWriterConfig config(Analyzer analyzer) {
    return new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE)
        .setRAMBufferSizeMB(512).setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_COMPRESSION));
  }

  static double seconds(long since) { return (System.nanoTime() - since) / 1e9; }

  static void index(String corpus, String dir, int threads) throws Exception {
    AtomicLong docs = new AtomicLong();
    AtomicReference<Exception> failure = new AtomicReference<>();
    long t0 = System.nanoTime();
    try (IndexWriter w = new IndexWriter(FSDirectory.open(Paths.get(dir)), config(english()));
         BufferedReader in = new BufferedReader(
             new InputStreamReader(new FileInputStream(corpus), StandardCharsets.UTF_8), 1 << 20)) {
      Thread[] pool = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        pool[i] = new Thread(() -> {
          try {
            for (;;) {
              String line;
              synchronized (in) { line = in.readLine(); }
              if (line == null) return;
              w.addDocument(document(JsonParser.parseString(line).getAsJsonObject()));
              docs.incrementAndGet();
            }
          } catch (Exception e) { failure.set(e); }
        });
        pool[i].start();
      }
      for (Thread t : pool) t.join();
      if (failure.get() != null) throw failure.get();
      w.commit();
      double added = seconds(t0);
      w.forceMerge(1);
      w.commit();
      System.out.printf(Locale.ROOT,
          "{\"task\":\"index\",\"articles\":%d,\"seconds_committed\":%.3f,\"seconds\":%.3f}%n",
          docs.get(), added, seconds(t0));
    }
  }

  static Query parse(String q, String mode) throws Exception {
    QueryParser p = new QueryParser("text", english());
    if (mode.endsWith("and")) p.setDefaultOperator(QueryParser.Operator.AND);
    String e = QueryParserBase.escape(q.toLowerCase(Locale.ROOT));
    return p.parse(mode.endsWith("phrase") ? "\"" + e + "\"" : e);
  }

  static class Facets extends SimpleCollector {
    int[] source = {}, month = new int[MONTHS];
    SortedDocValues sources;
    NumericDocValues months;
    protected void doSetNextReader(LeafReaderContext c) throws IOException {
      sources = c.reader().getSortedDocValues("source");
      months = c.reader().getNumericDocValues("month");
      source = new int[sources.getValueCount()];  // the index is one segment
    }
    public void collect(int d) throws IOException {
      if (sources.advanceExact(d)) source[sources.ordValue()]++;
      if (months.advanceExact(d)) month[(int) months.longValue()]++;
    }
    public ScoreMode scoreMode() { return ScoreMode.COMPLETE_NO_SCORES; }
  }

  static long fetch(IndexReader r, String ids) throws IOException {
    long found = 0;
    for (String id : ids.split("\t"))
      for (LeafReaderContext c : r.leaves()) {
        PostingsEnum p = c.reader().postings(new Term("id", id), PostingsEnum.NONE);
        if (p == null || p.nextDoc() == DocIdSetIterator.NO_MORE_DOCS) continue;
        if (!c.reader().document(p.docID()).get("text").isEmpty()) found++;
      }
    return found;
  }

  static long run(IndexSearcher s, String text, String mode) throws Exception {
    if (mode.equals("fetch")) return fetch(s.getIndexReader(), text);
    Query q = parse(text, mode);
    if (mode.equals("date-sort")) {
      SortField newest = new SortField("day", SortField.Type.LONG, true);
      newest.setCanUsePoints();  // lets Lucene skip what cannot be among the newest
      return s.search(q, 10, new Sort(newest)).totalHits.value;
    }
    boolean facets = mode.equals("facets");
    if (!facets && !mode.startsWith("exact-")) return s.search(q, 10).totalHits.value;
    TopScoreDocCollector top = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
    s.search(q, facets ? MultiCollector.wrap(top, new Facets()) : top);
    return top.topDocs().totalHits.value;
  }

  static DirectoryReader open(String dir) throws IOException {
    return DirectoryReader.open(MMapDirectory.open(Paths.get(dir)));
  }

  static List<String> queries(String file) throws IOException {
    List<String> out = new ArrayList<>();
    for (String line : Files.readAllLines(Paths.get(file)))
      out.add(line.substring(line.indexOf('\t') + 1));
    return out;
  }

  // The last pass counts, of twelve if need be: the JIT is warm by then.
  static void search(String dir, String file, String mode, int passes, double limit)
      throws Exception {
    IndexSearcher s = new IndexSearcher(open(dir));
    s.setQueryCache(null);
    List<String> queries = queries(file);
    double[] ms = new double[queries.size()];
    long hits = 0, begin = System.nanoTime();
    int pass = 0;
    for (; pass < passes && (pass < 2 || seconds(begin) < limit); pass++) {
      hits = 0;
      for (int i = 0; i < ms.length; i++) {
        long t = System.nanoTime();
        hits += run(s, queries.get(i), mode);
        ms[i] = (System.nanoTime() - t) / 1e6;
      }
    }
    double sum = 0;
    for (double x : ms) sum += x;
    Arrays.sort(ms);
    System.out.printf(Locale.ROOT,
        "{\"task\":\"%s\",\"queries\":%d,\"passes\":%d,\"hits\":%d,\"mean_ms\":%.4f,"
        + "\"p50_ms\":%.4f,\"p99_ms\":%.4f}%n",
        mode, ms.length, pass, hits, sum / ms.length, ms[ms.length / 2], ms[ms.length * 99 / 100]);
  }

  interface Visit { void article(Document d) throws Exception; }

  // All stored articles in order; a merge instance decompresses each block once.
  static void forEach(IndexReader r, Visit visit) throws Exception {
    for (LeafReaderContext c : r.leaves()) {
      StoredFieldsReader stored = ((CodecReader) c.reader()).getFieldsReader().getMergeInstance();
      for (int i = 0; i < c.reader().maxDoc(); i++) {
        DocumentStoredFieldVisitor d = new DocumentStoredFieldVisitor();
        stored.visitDocument(i, d);
        visit.article(d.getDocument());
      }
    }
  }

  static void export(String dir, String file) throws Exception {
    long t0 = System.nanoTime();
    Gson gson = new GsonBuilder().disableHtmlEscaping().create();
    try (IndexReader r = open(dir);
         Writer out = new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file),
             StandardCharsets.UTF_8), 1 << 20)) {
      forEach(r, d -> {
        JsonObject o = new JsonObject();
        for (IndexableField f : d.getFields()) o.addProperty(f.name(), f.stringValue());
        gson.toJson(o, out);
        out.write('\n');
      });
      out.flush();
      System.out.printf(Locale.ROOT, "{\"task\":\"export\",\"articles\":%d,\"seconds\":%.3f}%n",
          r.maxDoc(), seconds(t0));
    }
  }

  // A second index, beside the first and without stems, which is removed afterwards.
  static void plainPhrase(String dir, String file) throws Exception {
    Path beside = Paths.get(dir + "-plain");
    List<Integer> totals = new ArrayList<>();
    try (Directory d = FSDirectory.open(beside)) {
      try (IndexReader r = open(dir); IndexWriter w = new IndexWriter(d, config(plain()))) {
        forEach(r, stored -> {
          Document words = new Document();
          words.add(new TextField("text", stored.get("title"), Field.Store.NO));
          words.add(new TextField("text", stored.get("text"), Field.Store.NO));
          w.addDocument(words);
        });
      }
      try (IndexReader r = DirectoryReader.open(d)) {
        for (String q : queries(file))
          totals.add(new IndexSearcher(r).count(new PhraseQuery("text", q.split(" "))));
      }
      for (String name : d.listAll()) d.deleteFile(name);
    }
    Files.delete(beside);
    System.out.printf("{\"task\":\"plain-phrase\",\"totals\":%s}%n", totals);
  }

  public static void main(String[] a) throws Exception {
    switch (a.length < 3 ? "" : a[0]) {
      case "index": index(a[1], a[2], Integer.parseInt(a[3])); break;
      case "search":
        search(a[1], a[2], a[3], a.length > 4 ? Integer.parseInt(a[4]) : 12,
            a.length > 5 ? Double.parseDouble(a[5]) : 1e9);
        break;
      case "export": export(a[1], a[2]); break;
      case "plain-phrase": plainPhrase(a[1], a[2]); break;
      default:
        System.err.println("usage: index CORPUS DIR THREADS | search DIR QUERIES MODE [PASSES "
            + "[SECONDS]] | export DIR FILE | plain-phrase DIR QUERIES");
        System.exit(2);
    }
  }
}
