package org.safeguardinghub.deploy.local.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.safeguardinghub.connectors.sftp.AgencyKeys;
import org.safeguardinghub.connectors.sftp.HostKey;
import org.safeguardinghub.deploy.local.apps.AppSpec;
import org.safeguardinghub.deploy.local.apps.ChosenConnectors;
import org.safeguardinghub.deploy.local.apps.Feed;
import org.safeguardinghub.deploy.local.apps.FileConnectors;
import org.safeguardinghub.deploy.local.apps.OwnFeeds;
import org.safeguardinghub.deploy.local.apps.SftpProcess;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which keys sign which agency in to the SFTP server. Holds at once, also while the hub runs. */
@Command(
    name = "sftp",
    mixinStandardHelpOptions = true,
    description = {
      "the public keys with which agencies put files into their folders by SFTP",
      "The server runs in a hub that was started with --connectors sftp; a change of keys holds at once."
    },
    subcommands = {
      SftpCommand.Add.class,
      SftpCommand.Keys.class,
      SftpCommand.Remove.class,
      SftpCommand.Host.class
    })
@SuppressWarnings("NullAway.Init") // picocli sets the annotated fields
public final class SftpCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: add, list, remove or host");
  }

  /** The keys of the agencies, of which a feed is one. */
  private static AgencyKeys keys(DataFolder data, String feed) {
    List<String> all = new OwnFeeds(data.root()).all().stream().map(Feed::name).toList();
    if (!all.contains(feed)) {
      throw new StartRefused(
          ExitCode.USAGE,
          "no feed is named %s: there are %s (./hub feed add makes one)".formatted(feed, all));
    }
    return SftpProcess.keys(data);
  }

  /** Lets an agency in. */
  @Command(
      name = "add",
      mixinStandardHelpOptions = true,
      description = {
        "let an agency in with the public key in a file (one line, as ssh-keygen writes it into NAME.pub)",
        "Exit code 0: it may sign in now; 2: this is no public key that is taken."
      })
  static final class Add implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(index = "0", paramLabel = "FEED", description = "the agency's feed")
    private String feed;

    @Parameters(index = "1", paramLabel = "FILE", description = "its public key")
    private Path file;

    @Override
    public Integer call() throws IOException {
      AgencyKeys.Key key = key();
      boolean added = keys(data.made(), feed).add(feed, key);
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          added ? "%s may sign in with %s%n" : "%s may sign in with %s already%n",
          feed,
          key.fingerprint());
      SortedSet<String> chosen = new TreeSet<>(new ChosenConnectors(data.made().root()).last());
      SortedSet<String> needed = new TreeSet<>(Set.of(SftpProcess.NAME));
      needed.add(connector());
      needed.retainAll(AppSpec.OPTIONAL);
      if (!chosen.containsAll(needed)) {
        needed.addAll(chosen);
        out.printf(
            "its files are taken by the connector %s; start the hub with ./hub up --connectors %s%n",
            connector(), String.join(",", needed));
      }
      out.flush();
      return ExitCode.DONE.code();
    }

    private String connector() {
      return new OwnFeeds(data.made().root())
          .all().stream()
              .filter(one -> one.name().equals(feed))
              .map(FileConnectors::of)
              .findFirst()
              .orElseThrow();
    }

    private AgencyKeys.Key key() {
      try {
        return AgencyKeys.parse(Files.readString(file));
      } catch (IOException e) {
        throw new StartRefused(ExitCode.USAGE, "cannot read " + file + ": give a text file");
      } catch (AgencyKeys.KeyFault fault) {
        throw new StartRefused(ExitCode.USAGE, file + ": " + fault.getMessage());
      }
    }
  }

  /** Who may sign in. */
  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "the keys of every agency, by their fingerprints")
  static final class Keys implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException {
      DataFolder folder = data.made();
      AgencyKeys keys = SftpProcess.keys(folder);
      PrintWriter out = spec.commandLine().getOut();
      for (Feed feed : new OwnFeeds(folder.root()).all()) {
        for (AgencyKeys.Key key : keys.of(feed.name())) {
          out.printf("%-26s %s%n", feed.name(), key.fingerprint());
        }
      }
      out.flush();
      return ExitCode.DONE.code();
    }
  }

  /** Shuts one out. */
  @Command(
      name = "remove",
      mixinStandardHelpOptions = true,
      description = {
        "take a key away: it signs nobody in, and whoever is signed in with it can do nothing more",
        "Exit code 0: taken away; 1: the agency has no such key."
      })
  static final class Remove implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Parameters(index = "0", paramLabel = "FEED", description = "the agency's feed")
    private String feed;

    @Parameters(index = "1", paramLabel = "FINGERPRINT", description = "as list shows it")
    private String fingerprint;

    @Override
    public Integer call() throws IOException {
      boolean gone = keys(data.made(), feed).remove(feed, fingerprint).isPresent();
      PrintWriter out = spec.commandLine().getOut();
      out.println(gone ? "taken away" : feed + " has no such key: ./hub sftp list shows them");
      out.flush();
      return (gone ? ExitCode.DONE : ExitCode.FAILED).code();
    }
  }

  /** By what agencies know the hub. */
  @Command(
      name = "host",
      mixinStandardHelpOptions = true,
      description = "the fingerprint of the server's own key, to be told to agencies another way")
  static final class Host implements Callable<Integer> {
    @Spec private CommandSpec spec;
    @Mixin private DataOption data;

    @Override
    public Integer call() throws IOException {
      PrintWriter out = spec.commandLine().getOut();
      out.println(HostKey.fingerprint(HostKey.ensure(SftpProcess.hostKey(data.made()))));
      out.flush();
      return ExitCode.DONE.code();
    }
  }
}
