package org.safeguardinghub.connectors.education.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.connectors.drop.FeedFolder;
import org.safeguardinghub.connectors.intake.Intake;
import org.safeguardinghub.connectors.intake.fakes.InMemoryReceipts;
import org.safeguardinghub.connectors.intake.fakes.Messages;
import org.safeguardinghub.connectors.intake.fakes.RecordingSender;
import org.safeguardinghub.connectors.intake.fakes.Senders;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.sealing.HubKeys;

/** Files against the real checks of the intake, with store and broker in memory. */
class RealIntakeTest {
  private static final String LOG =
      "recordId,date,time,pupilId,upn,forenames,surname,dob,type,level,narrative,attributes\n";

  @TempDir Path drop;
  private final RecordingSender sender = new RecordingSender();
  private final Intake intake =
      Intake.of(
          "connector-education",
          HubKeys.generate(),
          new InMemoryReceipts(),
          sender,
          Runnable::run,
          InstantSource.fixed(Messages.NOW));

  @Test
  void concernsPassOrAreRefusedWithStepReasonAndColumn() throws IOException {
    List<String> results =
        results(
            LOG
                + "r1,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-PHY-01,3,a bruise,explanation=fell\n"
                + "r2,2026-03-02,,p1,not-a-upn,Tansy,Quibblewort,04/05/2016,EDU-NEG-01,,hungry,\n"
                + "r3,2026-02-30,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry,\n"
                + "r4,2099-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry,\n"
                + "r5,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-XXX-99,2,hungry,\n"
                + "r6,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,POL-DA-01,2,hungry,\n"
                + "r7,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,nine,hungry,\n"
                + "r8,2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry,favourite=blue\n"
                + "r9,2026-03-02,09:00,p1,,Tansy,Quibblewort,31/02/2016,EDU-NEG-01,2,hungry,\n"
                + ",2026-03-02,09:00,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry,\n"
                + "r11,,,p1,,Tansy,Quibblewort,2016-05-04,EDU-NEG-01,2,hungry,\n");
    assertThat(results)
        .containsExactly(
            "2,r1,ACCEPTED,,,",
            "3,r2,ACCEPTED,,,",
            "4,r3,REFUSED,SHAPE,IMPOSSIBLE_DATE,date and time",
            "5,r4,REFUSED,TIME,IN_FUTURE,date and time",
            "6,r5,REFUSED,CATALOGUE,UNKNOWN_TYPE,type",
            "7,r6,REFUSED,CATALOGUE,NOT_YOUR_TYPE,type",
            "8,r7,REFUSED,SHAPE,WRONG_TYPE,level",
            "9,r8,REFUSED,CATALOGUE,UNKNOWN_ATTRIBUTE,attributes",
            "10,r9,REFUSED,SHAPE,IMPOSSIBLE_DATE,dob",
            "11,,REFUSED,SHAPE,NO_ID,recordId",
            "12,r11,REFUSED,SHAPE,MISSING_FIELD,date and time");
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(2);
    assertThat(sender.on("intake-refused.v1")).hasSize(9);
  }

  @Test
  void marksPassAndAChangedOneIsRefused() throws IOException {
    String header = "date,session,pupilId,upn,forenames,surname,dob,code\n";
    String mark = "2026-02-27,%s,p1,,Tansy,Quibblewort,2016-05-04,%s\n";
    assertThat(results(header + mark.formatted("AM", "N") + mark.formatted("PM", "\\")))
        .containsExactly("2,2026-02-27/AM/p1,ACCEPTED,,,", "3,2026-02-27/PM/p1,ACCEPTED,,,");
    assertThat(results(header + mark.formatted("AM", "N") + mark.formatted("PM", "O")))
        .containsExactly(
            "2,2026-02-27/AM/p1,ACCEPTED,,RECEIVED_BEFORE,",
            "3,2026-02-27/PM/p1,REFUSED,DUPLICATE,ID_REUSED,");
    assertThat(sender.on("concerns.thistledown-primary.v1")).hasSize(2);
  }

  /** Row, record id, outcome, step, reason and the column that is named. */
  private List<String> results(String text) throws IOException {
    SchoolFiles form = new SchoolFiles(EventCatalogue.load(), "CA2004-S16LA");
    FeedFolder folder = FeedFolder.of(drop, Senders.SCHOOL, form.drop(), intake::ready);
    Path own = drop.resolve(Senders.SCHOOL.name());
    Files.writeString(own.resolve("in").resolve("file.csv"), text);
    folder.look();
    folder.look();
    try (Stream<Path> files = Files.list(own.resolve("done"))) {
      Path last =
          files
              .filter(f -> f.toString().endsWith(".results.csv"))
              .max(java.util.Comparator.comparingInt(f -> f.toString().length()))
              .orElseThrow();
      return Files.readAllLines(last).stream()
          .skip(1)
          .map(line -> line.replaceFirst("^((?:[^,]*,){5})(?:\"?column ([^:]*): .*|.*)$", "$1$2"))
          .collect(Collectors.toList());
    }
  }
}
