package org.safeguardinghub.risk.topology.identity;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.codec.SealedCodec;
import org.safeguardinghub.kernel.identifiers.TestNumbers;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.schemas.HandlingClassCode;
import org.safeguardinghub.schemas.IdentityRulingDecision;
import org.safeguardinghub.schemas.IdentityRulingRecord;
import org.slf4j.LoggerFactory;

/** A marker name goes every way that identity has; no key, value, header or log line shows it. */
final class IdentityPrivacyTest {
  private static final String NHS = TestNumbers.nhsNumber(77).value();
  private static final List<String> MARKERS =
      List.of("zzmarkerling", "2013-11-17", NHS, "vorpal lane");
  private static final String CLAIMS =
      """
      {"givenNames":"Zzmarkerling","familyName":"Quux","dateOfBirth":"2013-11-17","nhsNumber":"%s",
       "address":{"line":"1 Vorpal Lane"}}"""
          .formatted(NHS);

  @Test
  void noMarkerLeavesInClear() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    ((Logger) LoggerFactory.getLogger("org.safeguardinghub")).setLevel(Level.TRACE);
    List<String> seen = new ArrayList<>();
    try (TwoTopologies hub = new TwoTopologies(false)) {
      everyWay(hub);
      seen.addAll(hub.everything);
    } finally {
      root.detachAppender(log);
      root.setLevel(before);
    }
    log.list.forEach(
        event ->
            seen.add(
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy()))));
    assertThat(seen).hasSizeGreaterThan(25);
    assertThat(log.list).isNotEmpty();
    for (String marker : MARKERS) {
      assertThat(seen).noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(marker));
    }
  }

  private static void everyWay(TwoTopologies hub) {
    Sent sent = hub.sent;
    hub.receive(sent.concern("e1", CLAIMS, b -> b.setNarrative(sent.sealed("e1", CLAIMS))));
    hub.receive(sent.concern("e2", CLAIMS, Sent.person("p1")));
    hub.receive(sent.concern("e3", CLAIMS, Sent.person("p1")));
    hub.receive(sent.concern("e4", "{\"givenNames\":\"Zzmarkerling\",\"familyName\":\"Quux\"}"));
    hub.rule(
        IdentityRulingRecord.newBuilder()
            .setTaskId(hub.tasks.getLast().getTaskId())
            .setDecision(IdentityRulingDecision.NEW)
            .setActor("p-identity-steward")
            .setReason(SealedCodec.toRecord(hub.keys.sealText(HubKeys.REASON, "t", CLAIMS)))
            .setAt(TwoTopologies.NOW)
            .build());
    hub.receive(
        sent.concern(
            "e5",
            "{\"familyName\":\"Zzmarkerling\"}",
            b -> Sent.level(4).apply(b).setLocation(sent.sealed("e5", "1 Vorpal Lane"))));
    hub.receive(sent.concern("e6", "no json: Zzmarkerling"));
    hub.receive(
        sent.concern(
            "e7", CLAIMS, b -> b.setClaims(new Sent(HubKeys.generate()).sealed("e7", CLAIMS))));
    hub.receive(
        sent.concern(
            "e9",
            CLAIMS,
            b ->
                Sent.handled(HandlingClassCode.H5)
                    .apply(b)
                    .setAdultRef("adult1")
                    .setNarrative(sent.sealed("e9", CLAIMS))));
    hub.receiveBytes(
        "concerns.fablewick-police.v1",
        "p9",
        "Zzmarkerling".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    hub.linkerAway(true);
    hub.receive(sent.concern("e8", CLAIMS, Sent.level(4)));
    hub.wait(Duration.ofSeconds(3));
    hub.linkerAway(false);
  }
}
