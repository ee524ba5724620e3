package org.safeguardinghub.console.alert;

import java.util.Set;
import org.safeguardinghub.kernel.event.HandlingClass;

/**
 * Which items of an alert a reader may see (domain reference, sections 1.5 and 6.3): deny first.
 */
public final class HandlingRule {
  private static final Set<String> HEALTH = Set.of("named-nurse", "named-midwife");
  private static final Set<String> POLICE = Set.of("police-mash-lead", "police-missing-unit");
  private static final Set<String> PROTECTED_DESK = Set.of("mash-manager");
  private static final Set<String> ALLEGATIONS = Set.of("lado");

  private HandlingRule() {}

  public static boolean maySee(HandlingClass handling, Reader reader) {
    return switch (handling) {
      case H0, H1 -> true;
      case H2 -> holdsAny(reader, HEALTH);
      case H3 -> holdsAny(reader, POLICE);
      case H4 -> holdsAny(reader, PROTECTED_DESK);
      case H5 -> holdsAny(reader, ALLEGATIONS);
    };
  }

  /** Whom to ask about an item that is not shown, in words that follow "ask". */
  public static String whomToAsk(HandlingClass handling) {
    return switch (handling) {
      case H0, H1, H2 -> "the named nurse";
      case H3 -> "the police MASH lead";
      case H4 -> "the MASH manager";
      case H5 -> "the LADO";
    };
  }

  private static boolean holdsAny(Reader reader, Set<String> roles) {
    return roles.stream().anyMatch(reader::holds);
  }
}
