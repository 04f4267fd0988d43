// Lucene as it comes: EnglishAnalyzer, BM25, one field, a query as its words joined by OR.
// Usage: java -cp ... Lucene ARTICLES.tsv QUERIES.tsv INDEX_DIR > OUT.run
// Both files have an id, a tab and a text in each line; the index is made anew.

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

class Lucene {
  private static final int DEPTH = 1000;

  public static void main(String[] args) throws IOException {
    Analyzer analyzer = new EnglishAnalyzer();
    try (Directory directory = FSDirectory.open(Path.of(args[2]))) {
      index(Path.of(args[0]), directory, analyzer);
      search(Path.of(args[1]), directory, analyzer);
    }
  }

  private static void index(Path articles, Directory directory, Analyzer analyzer)
      throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    try (IndexWriter writer = new IndexWriter(directory, config);
        Stream<String> lines = Files.lines(articles)) {
      for (String line : (Iterable<String>) lines::iterator) {
        String[] parts = line.split("\t", 2);
        Document document = new Document();
        document.add(new StringField("id", parts[0], Field.Store.YES));
        document.add(new TextField("text", parts[1], Field.Store.NO));
        writer.addDocument(document);
      }
    }
  }

  private static void search(Path queries, Directory directory, Analyzer analyzer)
      throws IOException {
    QueryBuilder builder = new QueryBuilder(analyzer);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      for (String line : Files.readAllLines(queries)) {
        String[] parts = line.split("\t", 2);
        Query query = builder.createBooleanQuery("text", parts[1]);
        if (query == null) continue; // nothing but stop words
        int rank = 0;
        for (ScoreDoc hit : searcher.search(query, DEPTH).scoreDocs) {
          String id = searcher.doc(hit.doc).get("id");
          out.printf("%s Q0 %s %d %s lucene%n", parts[0], id, ++rank, hit.score);
        }
      }
    }
    out.flush();
  }
}
