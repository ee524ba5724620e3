package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.people.DirectoryFile;
import org.safeguardinghub.deploy.local.directory.DirectoryTables;

final class DirectoryCommandTest {
  @TempDir private Path folder;

  private Typed check(String from, String to) throws IOException {
    String text = DirectoryFile.shippedText();
    assertThat(text).contains(from);
    Path file = Files.writeString(folder.resolve("own.yaml"), text.replace(from, to));
    return Typed.hub("directory", "check", file.toString());
  }

  @Test
  void whatTheHubComesWithIsSound() throws IOException {
    Typed check = check("area: fablewick", "area: fablewick");
    assertThat(check.out()).contains("is sound: 35 persons, 37 roles");
    assertThat(check.code()).isZero();
  }

  @Test
  void everyFaultIsSaidWithFileAndLine() throws IOException {
    Typed check = check("manager: head-of-service", "manager: heads");
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out().lines())
        .first()
        .asString()
        .matches(".*own\\.yaml:\\d+: there is no role heads");
    assertThat(check("name: Wren Hollowell", "name: Wren Hollowell, lastDay: 2026-01-01").out())
        .contains("nobody of the role named-nurse can be reached from", "has 1 fault");
  }

  @Test
  void importWantsAReasonAndARunningHub() throws IOException {
    Path file = Files.writeString(folder.resolve("own.yaml"), DirectoryFile.shippedText());
    assertThat(Typed.hub("directory", "import", file.toString()).err()).contains("--reason");
    Typed nowhere = Typed.hub("directory", "show", "--data", folder.resolve("nothing").toString());
    assertThat(nowhere.code()).isEqualTo(6);
    assertThat(Typed.hub("directory").code()).isEqualTo(2);
  }

  @Test
  void tablesForASpreadsheetHaveALineForEachHolderAndNoFormulas() {
    var directory = DirectoryFile.shipped();
    var odd = new java.util.ArrayList<>(directory.persons());
    odd.add(new org.safeguardinghub.console.people.Person("p-x", "x.y", "=1+1, \"X\""));
    var tables = DirectoryTables.csv(directory.withPersons(odd));
    assertThat(tables.get("roles.csv"))
        .contains("mash-manager,MASH manager,,2,p-mash-deputy,service-manager,edt,true,,\r\n");
    assertThat(tables.get("persons.csv")).contains("p-x,x.y,\"'=1+1, \"\"X\"\"\",");
  }
}
