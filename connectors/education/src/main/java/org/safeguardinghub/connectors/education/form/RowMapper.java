package org.safeguardinghub.connectors.education.form;

import org.safeguardinghub.connectors.form.Fate;

/** One kind of file: its columns and the meaning of its rows. */
sealed interface RowMapper permits ConcernLogMapper, AttendanceMapper {
  Fate map(Cells cells);
}
