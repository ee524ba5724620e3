package org.safeguardinghub.kernel.catalogue;

/** The family of agencies that an event originates from. Patterns count families, not messages. */
public enum OriginFamily {
  CSC("Children's social care"),
  EDU("Education and early years"),
  HLT("Health"),
  POL("Police"),
  YJS("Youth justice"),
  HSG("Housing"),
  EH("Early / Family Help"),
  VCS("Voluntary sector"),
  PRV("Care providers"),
  ADU("Adult services"),
  PRB("Probation"),
  FIR("Fire and rescue"),
  CAF("Cafcass"),
  /** Kept apart: a relative who tells social care is not social care's own concern. */
  PUB("Family, neighbours and helplines"),
  /** LADO, regulator and administration: never counts in a child's patterns. */
  NONE("Outside the patterns");

  private final String title;

  OriginFamily(String title) {
    this.title = title;
  }

  /** The family in words. */
  public String title() {
    return title;
  }

  /** Whether an event of this family can count in a child's patterns. */
  public boolean counts() {
    return this != NONE;
  }
}
