package org.safeguardinghub.connectors.health;

import java.util.List;
import java.util.Set;
import org.safeguardinghub.connectors.form.Form;
import org.safeguardinghub.connectors.form.FormSource;
import org.safeguardinghub.connectors.health.ecds.EcdsForm;
import org.safeguardinghub.connectors.health.fhir.FhirForm;
import org.safeguardinghub.connectors.health.hl7.Hl7Form;
import org.safeguardinghub.connectors.health.table.HealthTables;
import org.safeguardinghub.kernel.catalogue.EventCatalogue;
import org.safeguardinghub.kernel.catalogue.OriginFamily;

/**
 * All forms of the connector.
 *
 * @param fhir resources and bundles
 * @param hl7 HL7 version 2
 * @param ecds emergency care attendances
 */
public record HealthForms(FhirForm fhir, Hl7Form hl7, EcdsForm ecds) {
  /** Holds for every body of the NHS. */
  public static final String LEGAL_GATEWAY = "CA2004-S16LA";

  /**
   * The forms with the shipped tables.
   *
   * @param legalGateway under which their messages are shared
   */
  public static HealthForms of(String legalGateway) {
    HealthTables tables = HealthTables.load();
    return new HealthForms(
        new FhirForm(tables, legalGateway),
        new Hl7Form(tables, legalGateway),
        new EcdsForm(tables, legalGateway));
  }

  public List<Form> all() {
    return List.of(fhir, hl7, ecds);
  }

  /** For whatever reads any file. */
  public static final class Source implements FormSource {
    @Override
    public List<Offer> offers(EventCatalogue catalogue) {
      return of(LEGAL_GATEWAY).all().stream()
          .map(form -> new Offer(form, Set.of(OriginFamily.HLT)))
          .toList();
    }
  }
}
