package org.safeguardinghub.deploy.local.apps;

import java.util.List;

/**
 * One onboarded sender of the embedded hub.
 *
 * @param name feed and agency code
 * @param title how people call the agency
 * @param family code of its agency family
 * @param silentAfterHours in so many hours at least one message is expected of it
 */
public record Feed(String name, String title, String family, int silentAfterHours) {
  /** The invented agencies of Fablewick that the embedded hub knows. */
  public static final List<Feed> FABLEWICK =
      List.of(
          new Feed("tumbledown-primary", "Tumbledown Primary School", "EDU", 168),
          new Feed("quillmarsh-academy", "Quillmarsh Academy", "EDU", 168),
          new Feed("fablewick-nhs", "Fablewick NHS Trust", "HLT", 24),
          new Feed("fablewick-police", "Fablewick Police", "POL", 24),
          new Feed("fablewick-social-care", "Fablewick Children's Social Care", "CSC", 24),
          new Feed("fablewick-family-help", "Fablewick Family Help", "EH", 168),
          new Feed("fablewick-housing", "Fablewick Housing", "HSG", 168),
          new Feed("fablewick-youth-justice", "Fablewick Youth Justice Service", "YJS", 168),
          new Feed("lantern-trust", "Lantern Trust", "VCS", 336),
          new Feed("heron-house", "Heron House children's home", "PRV", 168),
          new Feed("fablewick-adult-services", "Fablewick Adult Services", "ADU", 168));
}
