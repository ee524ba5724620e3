package org.safeguardinghub.risk.identity.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.safeguardinghub.risk.identity.compare.Agreement;
import org.safeguardinghub.risk.identity.match.Matching;
import org.safeguardinghub.risk.identity.model.Feature;
import org.safeguardinghub.risk.identity.model.PairComparator;
import org.safeguardinghub.risk.identity.model.Parameters;

/** One run over files of people: matches, measures, writes. */
public final class MatchRun {
  private final PersonFiles.Reading.Sound records;
  private final int[] source;
  private final boolean between;
  private final Matching.Result result;

  private MatchRun(
      PersonFiles.Reading.Sound records,
      boolean between,
      Optional<Parameters> known,
      Matching.Progress progress) {
    this.records = records;
    this.between = between;
    this.source = sources(records.origins());
    this.result = new Matching(records.table(), source, between, known).run(progress);
  }

  /**
   * Matches records.
   *
   * @param between whether only links between sources are wanted
   * @param known what each answer is worth, where that is not to be learnt from the records
   */
  public static MatchRun of(
      PersonFiles.Reading.Sound records,
      boolean between,
      Optional<Parameters> known,
      Matching.Progress progress) {
    return new MatchRun(records, between, known, progress);
  }

  /** What is compared of these records. */
  public static List<Feature> features(PersonFiles.Reading.Sound records) {
    return new PairComparator(records.table()).features();
  }

  /** What each answer is worth, as it was learnt. */
  public Parameters learnt() {
    return result.learnt();
  }

  private static int[] sources(List<PersonFiles.RecordOrigin> origins) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] source = new int[origins.size()];
    for (int row = 0; row < source.length; row++) {
      source[row] = numbers.computeIfAbsent(origins.get(row).source(), _ -> numbers.size());
    }
    return source;
  }

  /**
   * What came of it.
   *
   * @param measure what there is to measure by
   * @param cost time and memory
   */
  public MatchReport report(PersonFiles.Measure measure, MatchReport.Cost cost) {
    int[] people = result.people();
    boolean measured = !measure.truth().isEmpty();
    int groups = 0;
    for (int row = 0; row < people.length; row++) {
      groups += people[row] == row ? 1 : 0;
    }
    Equity.Decided decided = new Equity.Decided(result.certain(), people, result.pairs());
    return new MatchReport(
        people.length,
        groups,
        result.compared(),
        measured ? quality(people) : null,
        measured ? quality(result.certain()) : null,
        measured && !measure.group().isEmpty()
            ? Equity.of(records.origins(), decided, this::counts)
            : null,
        cost,
        learnt(result.learnt()));
  }

  private boolean counts(int one, int other) {
    return !between || source[one] != source[other];
  }

  private Quality quality(int[] groups) {
    return Quality.of(
        groups,
        records.origins().stream().map(PersonFiles.RecordOrigin::person).toList(),
        this::counts,
        result.candidates()::meet);
  }

  /** The lowest row of each row's group that needs nobody's consent. */
  public int[] certain() {
    return result.certain();
  }

  private static List<MatchReport.Learnt> learnt(Parameters parameters) {
    List<MatchReport.Learnt> learnt = new ArrayList<>();
    for (int f = 0; f < parameters.features().size(); f++) {
      Feature feature = parameters.features().get(f);
      for (Agreement agreement : feature.scale()) {
        learnt.add(
            new MatchReport.Learnt(
                feature.name(),
                agreement.name(),
                parameters.one(f, agreement),
                parameters.near(f, agreement),
                parameters.two(f, agreement)));
      }
    }
    return learnt;
  }

  /**
   * Writes each record with the number of its person: file, line, record, person. Persons are
   * numbered from 1 in the order of their first record.
   */
  public void write(Writer to) throws IOException {
    Map<Integer, Integer> numbers = new HashMap<>();
    CsvWriter csv = CsvWriter.builder().build(to);
    csv.writeRecord("file", "line", "record", "person");
    for (int row = 0; row < result.people().length; row++) {
      PersonFiles.RecordOrigin origin = records.origins().get(row);
      int person = numbers.computeIfAbsent(result.people()[row], _ -> numbers.size() + 1);
      csv.writeRecord(
          origin.file(), String.valueOf(origin.line()), origin.record(), String.valueOf(person));
    }
    csv.flush();
  }
}
