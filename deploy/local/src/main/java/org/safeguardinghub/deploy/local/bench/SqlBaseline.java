package org.safeguardinghub.deploy.local.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An ordinary batch run to measure against: Fellegi and Sunter's model in SQL on DuckDB, with equal
 * values as blocking rules, expectation and maximisation over the patterns of agreement, and
 * everything joined that a likely pair joins. On one thread, as the hub's matching.
 */
public final class SqlBaseline {
  private static final int ROUNDS = 25;
  private static final int LEVELS = 3;
  private static final int STRANGERS = 300_000;
  private static final double LEAST = 1e-6;

  /** Pairs that agree on all columns of a rule are compared. */
  private static final List<List<String>> RULES =
      List.of(
          List.of("nhs"),
          List.of("upn"),
          List.of("given", "born"),
          List.of("surname", "born"),
          List.of("given", "surname", "postcode"),
          List.of("given", "phone"),
          List.of("postcode", "born"));

  private static final List<String> WORDS = List.of("given", "surname", "address", "parent");
  private static final List<String> CODES =
      List.of("born", "nhs", "upn", "sex", "postcode", "school", "phone");

  private final Connection database;

  private SqlBaseline(Connection database) {
    this.database = database;
  }

  /**
   * What came of it.
   *
   * @param people the group of each record, in the order of the file
   * @param pairs that were compared
   * @param seconds from opening the file to the groups
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed over once, for measuring.
  public record Result(int[] people, long pairs, double seconds) {}

  /** Whether DuckDB is on the class path: it is fetched for this measurement alone. */
  public static boolean available() {
    return DriverManager.drivers()
        .anyMatch(driver -> driver.getClass().getName().startsWith("org.duckdb."));
  }

  /** Matches a file of invented children. */
  public static Result run(Path file) throws SQLException {
    long begun = System.nanoTime();
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
      SqlBaseline baseline = new SqlBaseline(database);
      baseline.run(
          "SET threads=1",
          "CREATE TABLE r AS SELECT (row_number() OVER ()) - 1 AS id, * FROM read_csv('%s', all_varchar=true)"
              .formatted(file.toString().replace("'", "''")),
          "CREATE TABLE pairs AS SELECT DISTINCT l, r FROM (%s)"
              .formatted(
                  RULES.stream().map(SqlBaseline::rule).collect(Collectors.joining(" UNION ALL "))),
          "CREATE TABLE compared AS SELECT p.l, p.r, %s AS pattern FROM pairs p JOIN r a ON a.id = p.l JOIN r b ON b.id = p.r"
              .formatted(pattern()));
      int rows = (int) baseline.number("SELECT count(*) FROM r");
      long pairs = baseline.number("SELECT count(*) FROM compared");
      int[] people = baseline.joined(rows, baseline.learnt());
      return new Result(people, pairs, (System.nanoTime() - begun) / 1e9);
    }
  }

  private static String rule(List<String> columns) {
    return "SELECT a.id AS l, b.id AS r FROM r a JOIN r b ON a.id < b.id AND "
        + columns.stream()
            .map(column -> "a.%1$s = b.%1$s".formatted(column))
            .collect(Collectors.joining(" AND "));
  }

  private static List<String> columns() {
    List<String> all = new ArrayList<>(WORDS);
    all.addAll(CODES);
    return all;
  }

  /** One digit a column: 0 missing, 1 different, 2 alike, 3 the same. */
  private static String pattern() {
    return columns().stream()
        .map(
            column ->
                "CASE WHEN a.%1$s IS NULL OR b.%1$s IS NULL THEN '0' WHEN a.%1$s = b.%1$s THEN '3' WHEN %2$s THEN '2' ELSE '1' END"
                    .formatted(column, alike(column)))
        .collect(Collectors.joining(" || "));
  }

  private static String alike(String column) {
    return (WORDS.contains(column)
            ? "jaro_winkler_similarity(a.%1$s, b.%1$s) >= 0.88"
            : "damerau_levenshtein(a.%1$s, b.%1$s) <= 1")
        .formatted(column);
  }

  private void run(String... statements) throws SQLException {
    for (String each : statements) {
      try (Statement statement = database.createStatement()) {
        statement.execute(each);
      }
    }
  }

  private long number(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getLong(1);
    }
  }

  /** A pattern of agreement and how many pairs have it. */
  private record Counted(String pattern, double pairs) {}

  private List<Counted> counted(String query) throws SQLException {
    List<Counted> all = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        all.add(new Counted(result.getString(1), result.getDouble(2)));
      }
    }
    return all;
  }

  /** Shares of each level by column, of one person and of two, and how many pairs are of one. */
  @SuppressWarnings("ArrayRecordComponent") // Never leaves this class.
  private record Learnt(double[][] one, double[][] two, double share) {
    double odds(String pattern) {
      double odds = share / (1 - share);
      for (int c = 0; c < one.length; c++) {
        int level = pattern.charAt(c) - '1';
        odds *= level < 0 ? 1 : one[c][level] / two[c][level];
      }
      return odds;
    }
  }

  private Learnt learnt() throws SQLException {
    double[][] two =
        shares(
            counted(
                ("SELECT %s AS pattern, count(*) FROM r a JOIN r b ON b.id = (a.id * 7919 + 104729) %% (SELECT count(*) FROM r)"
                        + " WHERE a.id < %d AND a.id <> b.id GROUP BY 1")
                    .formatted(pattern(), STRANGERS)),
            _ -> 1);
    List<Counted> patterns =
        counted("SELECT pattern, count(*) FROM compared GROUP BY 1 ORDER BY 1");
    double[][] one = new double[two.length][];
    Arrays.setAll(one, _ -> new double[] {0.05, 0.1, 0.85});
    Learnt learnt = new Learnt(one, two, 0.3);
    for (int round = 0; round < ROUNDS; round++) {
      Learnt known = learnt;
      double[][] next = shares(patterns, pattern -> probability(known, pattern));
      double ofOne = 0;
      double all = 0;
      for (Counted each : patterns) {
        ofOne += each.pairs * probability(known, each.pattern);
        all += each.pairs;
      }
      learnt = new Learnt(next, two, Math.clamp(ofOne / Math.max(1, all), LEAST, 1 - LEAST));
    }
    return learnt;
  }

  private static double probability(Learnt learnt, String pattern) {
    double odds = learnt.odds(pattern);
    return odds / (1 + odds);
  }

  /** What a pattern counts for. */
  private interface Weight {
    double of(String pattern);
  }

  private static double[][] shares(List<Counted> patterns, Weight weight) {
    double[][] shares = new double[columns().size()][LEVELS];
    for (Counted each : patterns) {
      double counts = each.pairs * weight.of(each.pattern);
      for (int c = 0; c < shares.length; c++) {
        int level = each.pattern.charAt(c) - '1';
        if (level >= 0) {
          shares[c][level] += counts;
        }
      }
    }
    for (double[] each : shares) {
      double sum = Arrays.stream(each).sum() + LEVELS * 0.1;
      Arrays.setAll(each, level -> Math.max(LEAST, (each[level] + 0.1) / sum));
    }
    return shares;
  }

  private int[] joined(int rows, Learnt learnt) throws SQLException {
    int[] root = IntStream.range(0, rows).toArray();
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery("SELECT l, r, pattern FROM compared")) {
      while (result.next()) {
        if (learnt.odds(result.getString(3)) > 1) {
          int one = find(root, result.getInt(1));
          int other = find(root, result.getInt(2));
          root[Math.max(one, other)] = Math.min(one, other);
        }
      }
    }
    return IntStream.range(0, rows).map(row -> find(root, row)).toArray();
  }

  private static int find(int[] root, int row) {
    int at = row;
    while (root[at] != at) {
      root[at] = root[root[at]];
      at = root[at];
    }
    return at;
  }
}
