package org.safeguardinghub.risk.codec;

import org.safeguardinghub.kernel.subject.Scope;
import org.safeguardinghub.kernel.subject.SubjectRef;
import org.safeguardinghub.schemas.SubjectRefRecord;

/** Subject references in their stored form. */
public final class Refs {
  private Refs() {}

  public static SubjectRef of(SubjectRefRecord stored) {
    return new SubjectRef(Scope.valueOf(stored.getScope().name()), stored.getRef());
  }

  public static SubjectRefRecord toRecord(SubjectRef subject) {
    return SubjectRefRecord.newBuilder()
        .setScope(org.safeguardinghub.schemas.Scope.valueOf(subject.scope().name()))
        .setRef(subject.ref())
        .build();
  }
}
