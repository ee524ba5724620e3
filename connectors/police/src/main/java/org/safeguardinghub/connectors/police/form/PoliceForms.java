package org.safeguardinghub.connectors.police.form;

import java.util.List;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.form.mapping.MappingForm;
import org.safeguardinghub.connectors.form.mapping.ShippedMappings;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;

/** The form of police forces. */
public final class PoliceForms implements FormSource {
  private static final List<String> MAPPINGS = List.of("police-reports");

  /** The mappings that are shipped. */
  public static List<MappingForm> mappings(EventCatalogue catalogue) {
    return ShippedMappings.load(PoliceForms.class, MAPPINGS, catalogue);
  }

  /** What the connector reads. */
  public static List<Form> forms(EventCatalogue catalogue) {
    return List.copyOf(mappings(catalogue));
  }

  @Override
  public List<Offer> offers(EventCatalogue catalogue) {
    return mappings(catalogue).stream().map(form -> new Offer(form, form.families())).toList();
  }
}
