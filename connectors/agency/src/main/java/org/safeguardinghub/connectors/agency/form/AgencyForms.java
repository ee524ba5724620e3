package org.safeguardinghub.connectors.agency.form;

import java.util.List;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.ShippedMappings;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The mappings that are shipped. */
public final class AgencyForms implements FormSource {
  /** In the order in which they are asked: the narrower before the wider. */
  static final List<String> MAPPINGS =
      List.of(
          "harbour-housing",
          "heron-home",
          "lantern-youth-work",
          "fable-youth-justice",
          "sui-police",
          "sui-health",
          "sui-social-care",
          "sui-housing",
          "sui-other",
          "sui-payload",
          "sui-surgery",
          "sui-vendor",
          "sui-directory",
          "family-court-case",
          "family-court-application",
          "court-results",
          "court-results-test",
          "court-results-routed",
          "hearing-outcome",
          "police-disposals",
          "school-census-exclusions",
          "school-census-sessions",
          "school-census-left",
          "school-census-pupils",
          "school-census-other",
          "sen2-census",
          "edfi-discipline",
          "edfi-attendance",
          "edfi-descriptors",
          "core-lettings",
          "core-lettings-csv",
          "core-lettings-upload",
          "core-organisations");

  /** The mappings that are shipped. */
  public static List<MappingForm> mappings(EventCatalogue catalogue) {
    return ShippedMappings.load(AgencyForms.class, MAPPINGS, catalogue);
  }

  @Override
  public List<Offer> offers(EventCatalogue catalogue) {
    return mappings(catalogue).stream().map(form -> new Offer(form, form.families())).toList();
  }
}
