package org.safeguardinghub.deploy.local.bench;

import java.util.List;
import java.util.stream.Collectors;

/** Files as the agencies' systems write them, about invented people. One of twenty is refused. */
enum InventedFiles {
  CONCERN_LOG(
      "CSV of a school", "education", "tumbledown-primary", ".csv", CsvLoad.HEADER, "", "") {
    @Override
    String id(int number) {
      return "B-" + number;
    }

    @Override
    String record(int number) {
      return CsvLoad.row(number, bad(number) ? "EDU-NOT-99" : "EDU-NEG-01");
    }
  },
  EPISODES(
      "SSDA903 of a council",
      "social-care",
      "fablewick-social-care",
      ".csv",
      "CHILD,DECOM,RNE,LS,REC,DEC,REASON_PLACE_CHANGE\n",
      "",
      "") {
    @Override
    String id(int number) {
      return number + "/2025-02-01/began";
    }

    @Override
    String record(int number) {
      return "%d,01/02/2025,%s,C2,,,\n".formatted(number, bad(number) ? "Q" : "S");
    }
  },
  POLICE_REPORTS(
      "JSON of a police force",
      "police",
      "fablewick-police",
      ".json",
      "{\"form\":\"police-reports/1\",\"report\":[",
      ",",
      "]}") {
    @Override
    String id(int number) {
      return "PPN-" + number;
    }

    @Override
    String record(int number) {
      return """
          {"id":"PPN-%d","kind":"PROTECTION","incident":"LOG-%d","category":"DOMESTIC_ABUSE","grade":"%s",
          "attended":"2026-03-07T23:10:00","child":[{"ref":"c%d","givenNames":"Rue","familyName":"Larkspindle %d",
          "born":"2016-08-20"}]}"""
          .formatted(number, number, bad(number) ? "PURPLE" : "MEDIUM", number, number);
    }
  },
  HOUSING_CASES(
      "mapped CSV of a landlord",
      "agency",
      "fablewick-housing",
      ".csv",
      "CaseNo;Opened;Category;Priority;Status;TenancyRef;ChildRef;ChildForename;ChildSurname;ChildDOB;Notes\n",
      "",
      "") {
    @Override
    String id(int number) {
      return Integer.toString(number);
    }

    @Override
    String record(int number) {
      String category = bad(number) ? "FIRE" : number % 20 == 2 ? "REPAIR" : "DAMP";
      return "%d;02/03/2026;%s;A;Open;t%d;c%d;Rue;Larkspindle;20/08/2020;Black mould\n"
          .formatted(number, category, number, number);
    }
  };

  private static final int RECORDS = 1000;

  private final String title;
  private final String app;
  private final String feed;
  private final String ending;
  private final String before;
  private final String between;
  private final String after;

  InventedFiles(
      String title,
      String app,
      String feed,
      String ending,
      String before,
      String between,
      String after) {
    this.title = title;
    this.app = app;
    this.feed = feed;
    this.ending = ending;
    this.before = before;
    this.between = between;
    this.after = after;
  }

  /** What the results call this record. */
  abstract String id(int number);

  abstract String record(int number);

  String text(List<Integer> numbers) {
    return numbers.stream().map(this::record).collect(Collectors.joining(between, before, after));
  }

  private static boolean bad(int number) {
    return number % 20 == 7;
  }

  String title() {
    return title;
  }

  String app() {
    return app;
  }

  String feed() {
    return feed;
  }

  String ending() {
    return ending;
  }

  int records() {
    return RECORDS;
  }
}
