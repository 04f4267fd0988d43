// Lucene with its facet module: EnglishAnalyzer, BM25, the words joined by AND, snippets of the
// UnifiedHighlighter, counts by SortedSetDocValuesFacetCounts.
// Usage: java -cp ... Lucene index ARTICLES.tsv DIR | search DIR QUERIES.tsv ROUNDS
//                          | load DIR QUERIES.tsv ROUNDS CLIENTS
// An article has eight columns (scripts/bench), a query those of corpus/generate. Searching prints
// a line for each query and round: id, round, milliseconds, total. Under the load of so many threads
// that share the queries it prints how many a second were answered in the rounds after the first.

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

class Lucene {
  private static final int THREADS = 2;
  private static final int HITS = 10;
  private static final int MONTHS = 1000; // all there are
  private static final Sort NEWEST = new Sort(new SortField("day", SortField.Type.INT, true));
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  public static void main(String[] args) throws Exception {
    if (args[0].equals("index")) {
      index(Path.of(args[1]), Path.of(args[2]));
    } else if (args[0].equals("load")) {
      load(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), Integer.parseInt(args[4]));
    } else {
      search(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
    }
  }

  // --- indexing

  private static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("author", true);
    config.setMultiValued("country", true);
    return config;
  }

  private static void index(Path articles, Path folder) throws Exception {
    IndexWriterConfig config =
        new IndexWriterConfig(new EnglishAnalyzer())
            .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
            .setRAMBufferSizeMB(256);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (BufferedReader lines = Files.newBufferedReader(articles);
        IndexWriter writer = new IndexWriter(FSDirectory.open(folder), config)) {
      List<Future<Void>> done =
          threads.invokeAll(
              java.util.Collections.nCopies(
                  THREADS,
                  (Callable<Void>)
                      () -> {
                        addAll(lines, writer);
                        return null;
                      }));
      for (Future<Void> each : done) each.get();
      writer.forceMerge(1);
    } finally {
      threads.shutdown();
    }
  }

  private static void addAll(BufferedReader lines, IndexWriter writer) throws IOException {
    FacetsConfig facets = facetsConfig();
    for (String line; (line = lines.readLine()) != null; ) {
      writer.addDocument(facets.build(document(line.split("\t", -1))));
    }
  }

  private static Document document(String[] parts) {
    Document document = new Document();
    document.add(new StringField("id", parts[0], Field.Store.YES));
    document.add(new StoredField("title", parts[1]));
    String text = parts[1] + ". " + parts[2] + " " + parts[3];
    document.add(new TextField("text", text, Field.Store.YES));
    addDay(document, parts[4]);
    document.add(new StringField("section", parts[5], Field.Store.YES));
    addValues(document, "author", parts[6]);
    addValues(document, "country", parts[7]);
    return document;
  }

  private static int number(String day) {
    return Integer.parseInt(day.replace("-", ""));
  }

  private static void addDay(Document document, String day) {
    document.add(new IntPoint("day", number(day)));
    document.add(new NumericDocValuesField("day", number(day)));
    document.add(new StoredField("day", day));
    document.add(new SortedSetDocValuesFacetField("month", day.substring(0, 7)));
  }

  private static void addValues(Document document, String field, String values) {
    if (values.isEmpty()) return;
    for (String value : values.split("\\|")) {
      document.add(new StringField(field, value, Field.Store.YES));
      document.add(new SortedSetDocValuesFacetField(field, value));
    }
  }

  // --- searching

  private static List<String[]> log(Path queries) throws IOException {
    return Files.readAllLines(queries).stream()
        .map(line -> line.split("\t", -1))
        .collect(Collectors.toList());
  }

  private static void load(Path folder, Path queries, int rounds, int clients) throws Exception {
    List<String[]> log = log(queries);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      Lucene lucene = new Lucene(reader);
      long begin = 0;
      for (int round = 0; round <= rounds; ++round) {
        if (round == 1) begin = System.nanoTime();
        List<Callable<Integer>> all =
            log.stream()
                .map(query -> (Callable<Integer>) () -> lucene.answer(query))
                .collect(Collectors.toList());
        for (Future<Integer> each : threads.invokeAll(all)) each.get();
      }
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf("queries/s\t%.1f%n", rounds * log.size() / seconds);
    } finally {
      threads.shutdown();
    }
  }

  private static void search(Path folder, Path queries, int rounds) throws IOException {
    List<String[]> log = log(queries);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
      Lucene lucene = new Lucene(reader);
      for (int round = 0; round <= rounds; ++round) {
        for (String[] query : log) {
          long begin = System.nanoTime();
          int total = lucene.answer(query);
          double took = (System.nanoTime() - begin) / 1e6;
          out.printf("%s\t%d\t%.3f\t%d%n", query[0], round, took, total);
        }
      }
    }
    out.flush();
  }

  private final Analyzer analyzer = new EnglishAnalyzer();
  private final QueryBuilder builder = new QueryBuilder(analyzer);
  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState facets;
  private final UnifiedHighlighter highlighter;

  private Lucene(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null); // result caches are off
    facets = new DefaultSortedSetDocValuesReaderState(reader);
    highlighter = new UnifiedHighlighter(searcher, analyzer);
  }

  private int answer(String[] query) throws IOException {
    Query words = words(query[3]);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(words == null ? new MatchAllDocsQuery() : words, Occur.MUST);
    addFilters(all, query);
    FacetsCollector found = new FacetsCollector();
    TopDocs top =
        words == null
            ? FacetsCollector.search(searcher, all.build(), HITS, NEWEST, found)
            : FacetsCollector.search(searcher, all.build(), HITS, found);
    show(top, words);
    return count(found);
  }

  private Query words(String text) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Matcher part = PART.matcher(text); part.find(); ) {
      Query query = part(part.group(1), part.group(2));
      if (query != null) all.add(query, Occur.MUST); // else a stop word
    }
    BooleanQuery query = all.build();
    return query.clauses().isEmpty() ? null : query;
  }

  private Query part(String phrase, String word) {
    if (phrase != null) return builder.createPhraseQuery("text", phrase);
    if (!word.endsWith("*")) return builder.createBooleanQuery("text", word, Occur.MUST);
    String begin = word.substring(0, word.length() - 1).toLowerCase();
    return new PrefixQuery(new Term("text", begin));
  }

  private static void addFilters(BooleanQuery.Builder all, String[] query) {
    if (!query[4].isEmpty() || !query[5].isEmpty()) {
      int from = query[4].isEmpty() ? Integer.MIN_VALUE : number(query[4]);
      int to = query[5].isEmpty() ? Integer.MAX_VALUE : number(query[5]);
      all.add(IntPoint.newRangeQuery("day", from, to), Occur.FILTER);
    }
    addFilter(all, "country", query[6]);
    addFilter(all, "section", query[7]);
    addFilter(all, "author", query[8]);
  }

  private static void addFilter(BooleanQuery.Builder all, String field, String value) {
    if (!value.isEmpty()) all.add(new TermQuery(new Term(field, value)), Occur.FILTER);
  }

  private void show(TopDocs top, Query words) throws IOException {
    for (int i = 0; i < top.scoreDocs.length; ++i) searcher.doc(top.scoreDocs[i].doc).get("title");
    if (words != null) highlighter.highlight("text", words, top, 2);
  }

  /** The number of articles found; their facets are counted on the way. */
  private int count(FacetsCollector found) throws IOException {
    int total = found.getMatchingDocs().stream().mapToInt(docs -> docs.totalHits).sum();
    if (total == 0) return 0;
    Facets counts = new SortedSetDocValuesFacetCounts(facets, found);
    counts.getTopChildren(HITS, "author");
    counts.getTopChildren(HITS, "country");
    counts.getTopChildren(MONTHS, "month");
    return total;
  }
}
