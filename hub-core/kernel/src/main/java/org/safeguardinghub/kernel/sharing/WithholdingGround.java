package org.safeguardinghub.kernel.sharing;

/**
 * Why information is not shared. The name is the code that is stored. Children Act 2004, section
 * 16LA, for the first; the others from the advice on information sharing (DfE 2024) and the
 * Caldicott principles.
 */
public enum WithholdingGround {
  DETRIMENT("Sharing would be more detrimental to the child than not sharing (section 16LA)"),
  PUTS_AT_RISK("It would put the child, a carer, a referrer or a colleague at risk"),
  NOT_NEEDED("The recipient does not need it for what they do"),
  PREJUDICE("It would tip somebody off or prejudice an investigation"),
  COURT("A court has restricted it"),
  PRIVILEGE("It is legally privileged"),
  PROTECTED_IDENTITY("It would reveal an adoption, a protected identity or a protected address"),
  INTELLIGENCE("It is intelligence without a form that may be shared"),
  IMPACT_IS_ENOUGH("What it means for the child is enough; the detail about another is not needed");

  private final String title;

  WithholdingGround(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
