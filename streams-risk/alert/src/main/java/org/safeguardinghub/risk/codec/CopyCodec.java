package org.safeguardinghub.risk.codec;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.safeguardinghub.risk.alert.Copy;
import org.safeguardinghub.risk.alert.Desk;
import org.safeguardinghub.schemas.AlertCopyRecord;
import org.safeguardinghub.schemas.CopyFunctionCode;

/** Copies of an alert, to their stored form and back. */
final class CopyCodec {
  private CopyCodec() {}

  static AlertCopyRecord toRecord(Copy copy) {
    return AlertCopyRecord.newBuilder()
        .setRole(copy.desk().role())
        .setAgency(copy.desk().agency().orElse(null))
        .setFunction(CopyFunctionCode.valueOf(copy.function().name()))
        .setPersonId(copy.personId())
        .setChildren(copy.children().stream().sorted().toList())
        .setSince(copy.since())
        .setOpen(copy.open())
        .build();
  }

  /** Empty for a function of a later version: what it may show is not known here. */
  static Optional<Copy> of(AlertCopyRecord stored) {
    return function(stored.getFunction())
        .map(
            function ->
                new Copy(
                    new Desk(stored.getRole(), stored.getAgency()),
                    function,
                    stored.getPersonId(),
                    Set.copyOf(stored.getChildren()),
                    stored.getSince(),
                    stored.getOpen()));
  }

  private static Optional<Copy.Function> function(CopyFunctionCode code) {
    return List.of(Copy.Function.values()).stream()
        .filter(function -> function.name().equals(code.name()))
        .findFirst();
  }
}
