package org.safeguardinghub.console.page;

import java.util.List;
import org.safeguardinghub.console.alert.Answering.Fault;
import org.safeguardinghub.console.referral.ReferralForm;

/** Pages of a provider: its form, its referrals, one of them. */
public sealed interface ReferralPage {
  /** A person's own referrals; they name no child. */
  record All(List<Row> rows) implements ReferralPage {
    public All {
      rows = List.copyOf(rows);
    }
  }

  /** One in the list. */
  record Row(String path, String what, String when, Tag tag) {}

  /**
   * The form.
   *
   * @param path that it is sent to
   * @param notice why it is shown again; empty where it is new
   */
  record Form(
      String path,
      String actionId,
      String agency,
      List<MinutesPage.Choice> types,
      List<MinutesPage.Choice> assertions,
      List<MinutesPage.Choice> informed,
      List<MinutesPage.Choice> gateways,
      ReferralForm form,
      String notice,
      List<Fault> faults)
      implements ReferralPage {
    public Form {
      types = List.copyOf(types);
      assertions = List.copyOf(assertions);
      informed = List.copyOf(informed);
      gateways = List.copyOf(gateways);
      faults = List.copyOf(faults);
    }

    /** The message of a field, empty where it is sound. */
    public String faultOf(String field) {
      return Fault.of(faults, field);
    }
  }

  /**
   * One that is with the intake, or on its way.
   *
   * @param receipt to quote; empty while it is on its way
   * @param lines where it stands
   */
  record One(String what, String when, Tag tag, String receipt, List<String> lines)
      implements ReferralPage {
    public One {
      lines = List.copyOf(lines);
    }
  }
}
