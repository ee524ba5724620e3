package org.safeguardinghub.console.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.kernel.sharing.LegalGateways;
import org.safeguardinghub.kernel.sharing.WithholdingGround;

/** Judges a decision to share information, or not to. */
public final class Sharing {
  private static final LegalGateways GATEWAYS = LegalGateways.load();
  private static final int WHOM_MAX = 200;

  private Sharing() {}

  /**
   * The form as it was sent.
   *
   * @param decision {@code shared} or {@code not-shared}
   * @param gateway why it may be shared, where it is
   * @param ground why it is not, where it is not
   */
  public record Form(
      String decision, String withWhom, String what, String gateway, String ground, String reason) {
    public static final Form EMPTY = new Form("", "", "", "", "", "");
  }

  /** A sound decision. */
  public record Decided(
      boolean shared, String withWhom, String what, String basis, String reason) {}

  public static Judged<Decided> judge(Form form) {
    List<Fault> faults = new ArrayList<>();
    boolean shared = form.decision().equals("shared");
    boolean withheld = form.decision().equals("not-shared");
    if (!shared && !withheld) {
      faults.add(new Fault("decision", "Select whether the information is shared"));
    }
    Texts.check(form.withWhom(), "withWhom", "Enter with whom", WHOM_MAX, faults);
    Texts.check(form.what(), "what", "Enter which information", Agreeing.WHAT_MAX, faults);
    if (shared && !gateways().containsKey(form.gateway())) {
      faults.add(new Fault("gateway", "Select the lawful basis on which it is shared"));
    }
    if (withheld && !grounds().containsKey(form.ground())) {
      faults.add(new Fault("ground", "Select the ground on which it is not shared"));
    }
    Texts.check(form.reason(), "reason", "Enter the reason", Agreeing.REASON_MAX, faults);
    return faults.isEmpty()
        ? new Judged.Sound<>(
            new Decided(
                shared,
                form.withWhom().strip(),
                form.what().strip(),
                shared ? form.gateway() : form.ground(),
                form.reason().strip()))
        : new Judged.Faulty<>(faults);
  }

  /** Whether another one can be recorded. */
  public static boolean possible(Alert alert) {
    return alert.minutes().sharing().size() < Minutes.MOST;
  }

  /** Code and title of every lawful basis, in the order of the reviewed list. */
  public static Map<String, String> gateways() {
    return GATEWAYS.titles();
  }

  /** Code and title of every ground for not sharing. */
  public static Map<String, String> grounds() {
    Map<String, String> grounds = new LinkedHashMap<>();
    for (WithholdingGround ground : WithholdingGround.values()) {
      grounds.put(ground.name(), ground.title());
    }
    return grounds;
  }

  /** What a code stands for; the code itself, where a later version made it. */
  public static String titleOf(String basis) {
    return gateways().getOrDefault(basis, grounds().getOrDefault(basis, basis));
  }
}
