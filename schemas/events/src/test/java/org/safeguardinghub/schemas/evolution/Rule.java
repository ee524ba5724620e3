package org.safeguardinghub.schemas.evolution;

/** What a schema has to satisfy, alone or against what was published before. */
enum Rule {
  /** The current form is recorded as the newest version of its history. */
  RECORDED,
  /** Whatever was written under any published version can be read under the current one. */
  BACKWARD_COMPATIBLE,
  /** Unit, scale and precision stay: Avro's own checker passes such changes, and they corrupt. */
  LOGICAL_TYPE_UNCHANGED,
  /** Symbols are only added, at the end: Avro passes a removal that falls back to the default. */
  ENUM_GROWS,
  /** Every enum has UNKNOWN first and as its default, so that old readers survive new symbols. */
  ENUM_HAS_DEFAULT,
  /** Null is the first branch and the default, so that a sender may leave the field out. */
  NULLABLE_DEFAULTS_TO_NULL,
  /** Every record, field and enum says what it means. */
  DOCUMENTED,
  /** No clear personal data: what sounds like it is sealed or a keyed hash. */
  NO_CLEAR_PERSONAL_DATA
}
