package org.safeguardinghub.deploy.local.apps;

import java.util.List;

/**
 * One onboarded sender of the embedded hub.
 *
 * @param name feed and agency code
 * @param title how people call the agency
 * @param family code of its agency family
 */
public record Feed(String name, String title, String family) {
  /** The invented agencies of Fablewick that the embedded hub knows. */
  public static final List<Feed> FABLEWICK =
      List.of(
          new Feed("tumbledown-primary", "Tumbledown Primary School", "EDU"),
          new Feed("quillmarsh-academy", "Quillmarsh Academy", "EDU"),
          new Feed("fablewick-nhs", "Fablewick NHS Trust", "HLT"),
          new Feed("fablewick-police", "Fablewick Police", "POL"),
          new Feed("fablewick-social-care", "Fablewick Children's Social Care", "CSC"),
          new Feed("fablewick-family-help", "Fablewick Family Help", "EH"),
          new Feed("fablewick-housing", "Fablewick Housing", "HSG"),
          new Feed("fablewick-youth-justice", "Fablewick Youth Justice Service", "YJS"),
          new Feed("lantern-trust", "Lantern Trust", "VCS"),
          new Feed("heron-house", "Heron House children's home", "PRV"),
          new Feed("fablewick-adult-services", "Fablewick Adult Services", "ADU"));
}
