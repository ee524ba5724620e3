package org.safeguardinghub.risk.policy.oracle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** What social care has open, as domain reference 5.1 says: replayed anew for every question. */
final class NaiveEpisodes {
  static final String REFERRAL = "referral";
  static final String ASSESSMENT = "assessment";
  static final String S47 = "s47";
  static final String CP = "CP";
  static final String CIN = "CIN";
  static final String LAC = "LAC";

  private static final int STALE_AFTER_DAYS = 60;

  private static final Set<String> STEPS =
      Set.of(
          "CSC-REF-01",
          "CSC-REF-02",
          "CSC-ASM-01",
          "CSC-ASM-02",
          "CSC-UNB-01",
          "CSC-S47-01",
          "CSC-S47-03",
          "CSC-ICP-01",
          "CSC-CPP-02",
          "CSC-CIN-01",
          "CSC-CIN-02",
          "CSC-LAC-01",
          "CSC-LAC-03",
          "YJS-REM-01");

  private final List<NaiveEvent> events;

  NaiveEpisodes(List<NaiveEvent> events) {
    this.events = List.copyOf(events);
  }

  Set<String> openAt(Instant moment) {
    Set<String> open = new TreeSet<>();
    for (NaiveEvent event : NaiveChild.upTo(events, moment)) {
      // The plan of a brother or sister is not this child's.
      if (event.about()) {
        apply(event, open);
      }
    }
    return open;
  }

  private static void apply(NaiveEvent event, Set<String> open) {
    switch (event.type()) {
      case "CSC-REF-01" -> open.add(REFERRAL);
      case "CSC-ASM-01", "CSC-UNB-01" -> open.add(ASSESSMENT);
      case "CSC-S47-01" -> open.add(S47);
      case "CSC-STR-01" -> {
        if (!event.isNot("s47Initiated")) {
          open.add(S47);
        }
      }
      case "CSC-ICP-01" -> open.add(CP);
      case "CSC-CIN-01" -> open.add(CIN);
      case "CSC-LAC-01", "YJS-REM-01" -> open.add(LAC);
      case "CSC-REF-02" -> open.removeAll(List.of(REFERRAL, ASSESSMENT, S47));
      case "CSC-ASM-02" -> {
        open.removeAll(List.of(REFERRAL, ASSESSMENT));
        if (event.text("outcome", "s47")) {
          open.add(S47);
        }
        if (event.text("outcome", "cin")) {
          open.add(CIN);
        }
      }
      case "CSC-S47-03" -> open.remove(S47);
      case "CSC-CPP-02" -> open.removeIf(kind -> !kind.equals(LAC));
      case "CSC-CIN-02" -> open.removeAll(List.of(CIN, REFERRAL, ASSESSMENT));
      case "CSC-LAC-03" -> open.remove(LAC);
      default -> {
        // Opens and closes nothing.
      }
    }
  }

  /** Open, and touched by social care within 60 days: then there is a worker to tell. */
  boolean activeAt(Instant moment) {
    List<NaiveEvent> acts = new ArrayList<>();
    for (NaiveEvent event : NaiveChild.upTo(events, moment)) {
      if (NaiveSets.family(event.sent().type()) == OriginFamily.CSC || event.in(STEPS)) {
        acts.add(event);
      }
    }
    return !openAt(moment).isEmpty()
        && !acts.isEmpty()
        && moment.isBefore(NaiveDays.plusDays(acts.getLast().at(), STALE_AFTER_DAYS));
  }
}
