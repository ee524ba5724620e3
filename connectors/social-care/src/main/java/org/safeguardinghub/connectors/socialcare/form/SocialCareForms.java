package org.safeguardinghub.connectors.socialcare.form;

import java.util.ArrayList;
import java.util.List;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.ShippedMappings;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The forms of children's social care. */
public final class SocialCareForms implements FormSource {
  /** The mappings that are shipped, in the order in which they are asked. */
  static final List<String> MAPPINGS =
      List.of(
          "ssda903-episodes",
          "ssda903-missing",
          "ssda903-reviews",
          "ssda903-oc2",
          "ssda903-oc3",
          "ssda903-uasc",
          "ssda903-ad1",
          "ssda903-placed-for-adoption",
          "ssda903-previous-permanence",
          "ssda903-social-workers",
          "ssda903-deprivation-of-liberty",
          "ssda903-header",
          "cin-census",
          "dfe-social-care",
          "family-context",
          "annex-a-1",
          "annex-a-2",
          "annex-a-3",
          "annex-a-4",
          "annex-a-5",
          "annex-a-6",
          "annex-a-7",
          "annex-a-8",
          "annex-a-9",
          "annex-a-10",
          "annex-a-11",
          "provider-list");

  /** The mappings that are shipped. */
  public static List<MappingForm> mappings(EventCatalogue catalogue) {
    return ShippedMappings.load(SocialCareForms.class, MAPPINGS, catalogue);
  }

  /** Every form, workbooks included. */
  public static List<Form> forms(EventCatalogue catalogue) {
    return offers(mappings(catalogue)).stream().map(Offer::form).toList();
  }

  @Override
  public List<Offer> offers(EventCatalogue catalogue) {
    return offers(mappings(catalogue));
  }

  private static List<Offer> offers(List<MappingForm> mappings) {
    List<Offer> offers = new ArrayList<>();
    mappings.forEach(form -> offers.add(new Offer(form, form.families())));
    WorkbookForm workbook = new WorkbookForm(mappings);
    offers.add(new Offer(workbook, workbook.families()));
    return offers;
  }
}
