package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.safeguardinghub.deploy.local.conform.HttpConformance;
import org.safeguardinghub.deploy.local.conform.Unreachable;
import org.safeguardinghub.deploy.local.conform.Verdict;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;

/** The cases against a connector that runs somewhere, as a table. */
final class ConnectorUrlConformance {
  private ConnectorUrlConformance() {}

  static boolean isUrl(String target) {
    return target.startsWith("http://") || target.startsWith("https://");
  }

  /** Whether every case passed. */
  static boolean run(PrintWriter out, String url, Path token, String type, String run, boolean json)
      throws IOException {
    URI connector = address(url);
    try (HttpConformance conformance = new HttpConformance(connector, secret(token), type, run)) {
      List<Verdict> verdicts = conformance.verdicts();
      if (json) {
        out.println(json(verdicts));
      } else {
        table(out, verdicts, type);
      }
      return verdicts.stream().allMatch(Verdict::passed);
    } catch (Unreachable fault) {
      throw new StartRefused(ExitCode.FAILED, String.valueOf(fault.getMessage()));
    }
  }

  private static URI address(String url) {
    try {
      URI address = URI.create(url);
      boolean own = InetAddress.getByName(address.getHost()).isLoopbackAddress();
      if (address.getScheme().equals("https") || own) {
        return address;
      }
    } catch (IllegalArgumentException | NullPointerException | UnknownHostException e) {
      throw new StartRefused(ExitCode.USAGE, url + " is no address that can be found");
    }
    throw new StartRefused(
        ExitCode.USAGE, "a token goes to another machine by https only: give an address with it");
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new StartRefused(
          ExitCode.USAGE, "cannot read the token in " + file + ": give a file that holds it");
    }
  }

  private static void table(PrintWriter out, List<Verdict> verdicts, String type) {
    for (Verdict verdict : verdicts) {
      out.printf(
          "%-6s %-55s %s%s%n",
          verdict.passed() ? "ok" : "FAILED",
          verdict.name(),
          verdict.wanted(),
          verdict.fault().map(fault -> ", but was " + fault).orElse(""));
    }
    long failed = verdicts.stream().filter(verdict -> !verdict.passed()).count();
    out.printf("%d cases, %d failed%n", verdicts.size(), failed);
    if (!verdicts.getFirst().passed()) {
      out.printf("Where %s is not its sender's to send, name another type by --type.%n", type);
    }
  }

  private static String json(List<Verdict> verdicts) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    ArrayNode cases = root.putArray("cases");
    for (Verdict verdict : verdicts) {
      ObjectNode one =
          cases
              .addObject()
              .put("case", verdict.name())
              .put("wanted", verdict.wanted())
              .put("passed", verdict.passed());
      verdict.fault().ifPresent(fault -> one.put("was", fault));
    }
    root.put("failed", verdicts.stream().filter(verdict -> !verdict.passed()).count());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }
}
