package org.safeguardinghub.connectors.education.drop;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What became of one row, in words for the school.
 *
 * @param row as a spreadsheet shows it
 * @param recordId the school's own id of the row
 * @param outcome ACCEPTED, REFUSED, REPEATED or NO_EVENT
 * @param step the check that refused
 * @param reason why, as a code
 * @param whatToDo what the school should do
 * @param receiptId under which the hub answers later
 */
record ResultLine(
    int row, String recordId, String outcome, String step, String reason, String whatToDo, String receiptId) {
  static final String HEADER = "row,recordId,outcome,step,reason,whatToDo,receiptId\n";

  String csv() {
    StringWriter text = new StringWriter();
    CsvWriter.builder()
        .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
        .build(text)
        .writeRecord(
            List.of(
                Integer.toString(row), cell(recordId), outcome, step, reason, cell(whatToDo), cell(receiptId)));
    return text.toString();
  }

  /** One line, and nothing that a spreadsheet would take for a formula. */
  private static String cell(String text) {
    StringBuilder plain = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c)
        .forEach(plain::appendCodePoint);
    String line = plain.toString();
    return !line.isEmpty() && "=+-@|%\uFF1D\uFF0B\uFF0D\uFF20".indexOf(line.stripLeading().isEmpty() ? ' ' : line.stripLeading().charAt(0)) >= 0
        ? "'" + line
        : line;
  }

  @Override
  public String toString() {
    return "ResultLine[" + row + ", " + outcome + "]";
  }
}
