package org.safeguardinghub.kernel.catalogue;

/** What an event is about. */
public enum Category {
  NEG("Neglect"),
  PHY("Physical"),
  EMO("Emotional"),
  SEX("Sexual abuse"),
  EXP("Exploitation and serious violence"),
  DA("Domestic abuse"),
  MIS("Missing"),
  ONL("Online"),
  MH("Mental health and self-harm"),
  SUB("Substance"),
  PAR("Parental or household factors"),
  EDU("Education and attendance"),
  HLT("Health engagement"),
  HSG("Housing"),
  RAD("Radicalisation"),
  HSB("Harmful sexual behaviour"),
  FGM("Female genital mutilation"),
  HBA("Honour-based abuse and forced marriage"),
  MDS("Modern slavery"),
  YJ("Youth justice"),
  LADO("Allegation against staff"),
  DTH("Death or serious incident"),
  SET("Setting"),
  PROT("Protective"),
  PROC("Process or status");

  private final String title;

  Category(String title) {
    this.title = title;
  }

  /** The category in words. */
  public String title() {
    return title;
  }
}
