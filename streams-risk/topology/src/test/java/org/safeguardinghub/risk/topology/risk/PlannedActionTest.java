package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.safeguardinghub.risk.topology.risk.Log.ROWAN;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.schemas.AlertActionKind;
import org.safeguardinghub.schemas.AlertRecord;
import org.safeguardinghub.schemas.NotificationRecord;
import org.safeguardinghub.schemas.NotificationTemplate;

/** Who is to know or to do something hears of it through the topics, and once over a restart. */
final class PlannedActionTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T10:00:00Z");
  private static final Duration IN_TWO_DAYS = Duration.ofDays(2);

  @TempDir Path folder;

  private static List<String> told(RiskDriver risk, NotificationTemplate template) {
    return risk.notifications().stream()
        .filter(notification -> notification.getTemplate() == template)
        .map(NotificationRecord::getPersonId)
        .toList();
  }

  private RiskDriver raised() {
    RiskDriver risk = new RiskDriver(folder, MONDAY.minus(Duration.ofDays(30)));
    risk.role("named-nurse", "service-manager", "p-nurse");
    risk.roleIn("dsl", "agency-EDU", "p-dsl");
    risk.roleIn("dsl", "agency-of-no-interest", "p-dsl-elsewhere");
    risk.arrives(risk.log.event(ROWAN, "e1", "EDU-NEG-01", MONDAY.minus(Duration.ofDays(20))));
    risk.arrives(risk.log.event(ROWAN, "e2", "EDU-PHY-01", MONDAY));
    return risk;
  }

  @Test
  void theSchoolThatReportedGetsItsCopyAndNoOtherDoes() {
    try (RiskDriver risk = raised()) {
      assertThat(told(risk, NotificationTemplate.COPY)).containsExactly("p-nurse", "p-dsl");
      AlertRecord alert = risk.alerts().getFirst();
      assertThat(alert.getCopies())
          .extracting(copy -> copy.getRole() + " " + copy.getFunction() + " " + copy.getChildren())
          .containsExactly("named-nurse HEALTH []", "dsl SCHOOL [" + ROWAN.ref() + "]");
    }
  }

  @Test
  void theTimeOfWhatIsAgreedIsKeptOverARestartAndTellsOnce() {
    List<RiskDriver.Kept> changelogs;
    RiskDriver first = raised();
    try (first) {
      first.notifications();
      AlertRecord alert = first.alerts().getLast();
      first.acts(alert, AlertActionKind.PLANNED, "p-1", MONDAY.plusSeconds(60));
      assertThat(told(first, NotificationTemplate.ACTION_AGREED)).containsExactly("p-nurse");
      changelogs = first.changelogs();
    }
    try (RiskDriver second =
        new RiskDriver(folder.resolve("second"), MONDAY, first.keys, "token-2")) {
      second.role("named-nurse", "service-manager", "p-nurse");
      second.restore(changelogs);

      second.passes(MONDAY.plus(IN_TWO_DAYS).plusSeconds(59));
      assertThat(told(second, NotificationTemplate.ACTION_OVERDUE)).isEmpty();

      second.passes(MONDAY.plus(IN_TWO_DAYS).plusSeconds(60));
      assertThat(told(second, NotificationTemplate.ACTION_OVERDUE)).containsExactly("p-nurse");

      second.passes(MONDAY.plus(Duration.ofDays(20)));
      assertThat(told(second, NotificationTemplate.ACTION_OVERDUE)).isEmpty();
    }
  }
}
