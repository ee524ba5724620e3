package org.safeguardinghub.risk.identity.compare;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of one kind of field and compares them. */
public sealed interface FieldComparator permits WordsComparator, DayComparator, CodeComparator {
  /** The comparison form; null where the value says nothing (blank, "unknown"). */
  @Nullable Form read(String sent);

  /** How two forms that this comparator read compare. Symmetric. */
  Agreement compare(Form one, Form other);

  /** How a value with this signature compares with itself. */
  Agreement same(long signature);

  /** What two signatures of different values say by themselves; null where they do not suffice. */
  @Nullable Agreement bySignatures(long one, long other);

  /** Every answer that {@link #compare} can give. */
  List<Agreement> scale();
}
