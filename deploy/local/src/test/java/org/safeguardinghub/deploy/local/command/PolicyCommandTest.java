package org.safeguardinghub.deploy.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PolicyCommandTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void ownFile() throws IOException {
    file = folder.resolve("own.yaml");
    Files.writeString(file, Typed.hub("policy", "show", "--text").out());
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void whatTheHubComesWithIsSound() {
    Typed check = Typed.hub("policy", "check", file.toString());
    assertThat(check.code()).isZero();
    assertThat(check.out()).contains("is sound: partnership-default");
  }

  @Test
  void everyFaultIsSaidInOneRun() throws IOException {
    change("lateHours: 24", "lateHours: soon");
    change("threshold: {incidents: 4, days: 90}", "threshold: {incidents: 0, days: 90}");
    Typed check = Typed.hub("policy", "check", file.toString());
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.out().lines())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith(file.toString()))
        .anySatisfy(line -> assertThat(line).matches(".*:\\d+: 'lateHours'.*"))
        .last()
        .asString()
        .endsWith("has 2 faults");
    assertThat(Typed.hub("policy", "show", file.toString()).code()).isEqualTo(1);
  }

  @Test
  void whatCannotBeReadIsSaid() throws IOException {
    Typed missing = Typed.hub("policy", "check", folder.resolve("none.yaml").toString());
    assertThat(missing.code()).isEqualTo(2);
    assertThat(missing.err()).contains("none.yaml", "give the path of a policy file");
    Files.write(file, "id: Müll".getBytes(StandardCharsets.ISO_8859_1));
    Typed encoding = Typed.hub("policy", "check", file.toString());
    assertThat(encoding.code()).isEqualTo(2);
    assertThat(encoding.err()).contains("save it as UTF-8");
    assertThat(Typed.hub("policy").code()).isEqualTo(2);
  }

  @Test
  void aDifferenceHasAnExitCodeOfItsOwn() throws IOException {
    Typed same = Typed.hub("policy", "diff", "shipped", file.toString());
    assertThat(same.code()).isZero();
    assertThat(same.out()).isEqualToIgnoringNewLines("They say the same.");
    change("lateHours: 24", "lateHours: 48");
    Typed other = Typed.hub("policy", "diff", "shipped", file.toString());
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.out()).contains("policy: late hours: 24 -> 48", "1 difference");
  }

  @Test
  void theRegisterIsWrittenWhereItIsWanted() throws IOException {
    Path page = folder.resolve("rules.html");
    Typed docs = Typed.hub("policy", "docs", "--format", "html", "--out", page.toString());
    assertThat(docs.code()).isZero();
    assertThat(Files.readString(page)).startsWith("<!doctype html>").contains("id=\"P03\"");
    assertThat(Typed.hub("policy", "docs").out()).startsWith("# Register of rules");
  }
}
