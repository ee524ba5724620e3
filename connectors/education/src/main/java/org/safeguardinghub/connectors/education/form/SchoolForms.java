package org.safeguardinghub.connectors.education.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/** The forms of schools, as other programs ask for them. */
public final class SchoolForms implements FormSource {
  private static final String LEGAL_GATEWAY = "CA2004-S16LA";

  @Override
  public List<Offer> offers(EventCatalogue catalogue) {
    List<Offer> offers = new ArrayList<>();
    offers.add(new Offer(new SchoolCsv(catalogue, LEGAL_GATEWAY), Set.of(OriginFamily.EDU)));
    SchoolFiles.mappings(catalogue).forEach(form -> offers.add(new Offer(form, form.families())));
    return offers;
  }
}
