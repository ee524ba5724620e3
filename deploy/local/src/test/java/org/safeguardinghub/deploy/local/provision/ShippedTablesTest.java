package org.safeguardinghub.deploy.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.console.people.RoleHolding;
import org.safeguardinghub.risk.alert.CopyTable;
import org.safeguardinghub.risk.alert.RoutingTable;

/** The tables that are shipped in several modules fit each other. */
final class ShippedTablesTest {
  @Test
  void everyRoleThatTheRoutingTableGivesCopiesIsThereForSomethingAndHeldBySomebody() {
    RoutingTable routing = RoutingTable.load();
    CopyTable copies = routing.copies();
    Set<String> named = new TreeSet<>();
    routing.rows().forEach(row -> named.addAll(row.copies()));
    copies.rules().forEach(rule -> named.addAll(rule.to()));
    Set<String> held =
        DirectoryFile.shipped().roles().stream()
            .filter(role -> !role.holders().isEmpty())
            .map(RoleHolding::role)
            .collect(Collectors.toSet());

    assertThat(named).hasSizeGreaterThan(20);
    assertThat(copies.functions().keySet()).containsAll(named);
    assertThat(held).containsAll(copies.functions().keySet());
  }
}
