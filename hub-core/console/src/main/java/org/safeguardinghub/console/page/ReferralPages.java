package org.safeguardinghub.console.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.alert.Sharing;
import org.safeguardinghub.console.people.LeadDirectory;
import org.safeguardinghub.console.referral.IntakeDoor;
import org.safeguardinghub.console.referral.Kept;
import org.safeguardinghub.console.referral.Provider;
import org.safeguardinghub.console.referral.ReferralForm;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.EventType;
import org.safeguardinghub.kernel.event.Assertion;

/** Makes the pages of a provider. */
public final class ReferralPages {
  private final EventCatalogue catalogue;
  private final LeadDirectory directory;

  public ReferralPages(EventCatalogue catalogue, LeadDirectory directory) {
    this.catalogue = catalogue;
    this.directory = directory;
  }

  public ReferralPage.All all(List<Kept> referrals, Instant now) {
    return new ReferralPage.All(
        referrals.stream()
            .map(
                one ->
                    new ReferralPage.Row(
                        "/referrals/" + one.id(),
                        title(one.type()),
                        LondonTime.when(one.madeAt(), now),
                        tag(one)))
            .toList());
  }

  public ReferralPage.Form form(
      String path,
      String actionId,
      Provider provider,
      ReferralForm form,
      String notice,
      List<Fault> faults) {
    Map<String, String> types = new LinkedHashMap<>();
    provider.types(catalogue).forEach(type -> types.put(type.code(), type.title()));
    return new ReferralPage.Form(
        path,
        actionId,
        directory.agencyName(provider.agency()),
        MinutesPages.choices(types, form.field("type")),
        MinutesPages.choices(assertions(), form.field("assertion")),
        MinutesPages.choices(informed(), form.field("familyInformed")),
        MinutesPages.choices(Sharing.gateways(), form.field("gateway")),
        form,
        notice,
        faults);
  }

  private static Map<String, String> assertions() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(Assertion.OBSERVED.name(), "We saw or heard it ourselves");
    words.put(Assertion.DISCLOSED.name(), "The child told us");
    words.put(Assertion.REPORTED.name(), "Somebody else told us");
    words.put(Assertion.SUSPECTED.name(), "We suspect it");
    return words;
  }

  private static Map<String, String> informed() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put("YES", "Yes");
    words.put("NOT_YET", "Not yet");
    words.put("UNSAFE", "No: it would not be safe");
    return words;
  }

  /** One that the intake has, with what became of it. */
  public ReferralPage.One received(
      Kept referral, String receiptId, IntakeDoor.Fate fate, Instant now) {
    List<String> lines =
        switch (fate) {
          case IntakeDoor.Fate.Known(String status, String led, String answer) ->
              Stream.of(standing(status), led(led), answer(answer))
                  .filter(line -> !line.isEmpty())
                  .toList();
          case IntakeDoor.Fate.Unknown _ ->
              List.of("The hub holds no such receipt any more. What you sent was recorded then.");
          case IntakeDoor.Fate.Away _ ->
              List.of(
                  "It was recorded and will not be lost. What became of it cannot be asked just"
                      + " now: look again later.");
        };
    return new ReferralPage.One(
        title(referral.type()),
        LondonTime.when(referral.madeAt(), now),
        tag(referral),
        receiptId,
        lines);
  }

  private static String standing(String status) {
    return switch (status) {
      case "waiting for identity" ->
          "It is not settled yet which child it is about: somebody in the hub looks at that.";
      case String other -> "It is " + other + ".";
    };
  }

  private static String led(String led) {
    return switch (led) {
      case "yes" -> "Together with what others reported it led to an alert, which has an owner.";
      case "no" -> "It has led to no alert so far. It is kept and counts with what comes later.";
      case String _ -> "Whether it led to an alert cannot be told to you.";
    };
  }

  /** In the words of the intake's answers; what they do not say is not told. */
  private static String answer(String answer) {
    return switch (answer) {
      case "acted on" -> "Somebody responsible has read it: they will act on it.";
      case "already known" -> "Somebody responsible has read it: it was known to them already.";
      case "not relevant" ->
          "Somebody responsible has read it: they do not think that anything has to be done now."
              + " It is kept. If you still worry about the child, report it again or telephone"
              + " children's services.";
      case "about another child" ->
          "Somebody responsible has read it: they think that it is about another child. If you can"
              + " say more about who it is, report it again with that.";
      case "more is needed" ->
          "Somebody responsible has read it: they need to know more. If you know more, report it.";
      case String _ -> "";
    };
  }

  /** One that waits to be sent. */
  public ReferralPage.One waiting(Kept referral, Instant now) {
    return new ReferralPage.One(
        title(referral.type()),
        LondonTime.when(referral.madeAt(), now),
        tag(referral),
        "",
        List.of(
            "The hub cannot be reached just now. What you wrote is kept, and is sent as soon as it"
                + " can be. You need not fill it in again.",
            "Nobody has read it yet. If the child needs somebody today, telephone children's"
                + " services or the duty desk now."));
  }

  private static Tag tag(Kept referral) {
    return switch (referral.status()) {
      case Kept.Status.Waiting _ -> new Tag("Not sent yet", "govuk-tag--yellow");
      case Kept.Status.Received _ -> new Tag("Received", "govuk-tag--green");
      case Kept.Status.Refused _ -> new Tag("To be put right", "govuk-tag--red");
    };
  }

  private String title(String type) {
    return catalogue.find(type).map(EventType::title).orElse("A concern");
  }
}
