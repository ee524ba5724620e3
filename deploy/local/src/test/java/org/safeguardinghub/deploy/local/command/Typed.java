package org.safeguardinghub.deploy.local.command;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.safeguardinghub.deploy.local.HubCommand;
import picocli.CommandLine;

/**
 * A command as a person types it.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it complained about
 */
public record Typed(int code, String out, String err) {
  public static Typed hub(String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine hub =
        HubCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = hub.execute(words);
    return new Typed(code, out.toString(), err.toString());
  }
}
