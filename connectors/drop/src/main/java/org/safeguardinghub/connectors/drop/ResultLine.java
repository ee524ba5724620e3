package org.safeguardinghub.connectors.drop;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What became of one row, in words for its sender.
 *
 * @param row where it stands: a row as a spreadsheet shows it, else in words
 * @param recordId the sender's own id of the record
 * @param outcome ACCEPTED, REFUSED, REPEATED or NO_EVENT
 * @param step the check that refused
 * @param reason why, as a code
 * @param whatToDo what the sender should do
 * @param receiptId under which the hub answers later
 */
record ResultLine(
    String row,
    String recordId,
    String outcome,
    String step,
    String reason,
    String whatToDo,
    String receiptId) {
  static final String HEADER = "row,recordId,outcome,step,reason,whatToDo,receiptId\n";

  /** What a spreadsheet may take for the beginning of a formula, in both widths. */
  private static final String FORMULA = "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20";

  /** The lines as they stand in the file. */
  static String csv(List<ResultLine> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      for (ResultLine line : lines) {
        writer.writeRecord(
            cell(line.row),
            cell(line.recordId),
            line.outcome,
            line.step,
            line.reason,
            cell(line.whatToDo),
            cell(line.receiptId));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** One line, and nothing that a spreadsheet would take for a formula. */
  private static String cell(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      plain.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
    }
    String line = plain.toString();
    String shown = line.stripLeading();
    return !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + line : line;
  }

  @Override
  public String toString() {
    return "ResultLine[" + row + ", " + outcome + "]";
  }
}
