package org.safeguardinghub.deploy.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;
import org.safeguardinghub.deploy.local.directory.DirectoryAccess;
import org.safeguardinghub.deploy.local.embedded.StatusFile;
import org.safeguardinghub.deploy.local.folder.DataFolder;
import org.safeguardinghub.deploy.local.folder.ExitCode;
import org.safeguardinghub.deploy.local.folder.FolderLock;
import org.safeguardinghub.deploy.local.folder.Secrets;
import org.safeguardinghub.deploy.local.folder.StartRefused;
import org.safeguardinghub.deploy.local.policy.PolicyAccess;
import org.safeguardinghub.deploy.local.provision.DatabaseProvisioning;
import org.safeguardinghub.deploy.local.quarantine.DeskAccess;
import org.safeguardinghub.kernel.quarantine.JdbcQuarantine;
import org.safeguardinghub.kernel.runtime.KafkaSettings;
import org.safeguardinghub.kernel.sealing.HubKeys;
import org.safeguardinghub.kernel.topics.Principals;

/** A hub that runs on a data folder in another process, as far as its owner may reach it. */
record RunningHub(DataFolder data, JsonNode status) {
  /** Finds it, or says how to start one. */
  static RunningHub on(DataFolder data) {
    ProcessHandle holder =
        FolderLock.holder(data)
            .orElseThrow(
                () ->
                    new StartRefused(
                        ExitCode.NOT_RUNNING,
                        "no hub runs on %s: start one with ./hub up --data %s%s"
                            .formatted(data.root(), data.root(), elsewhere())));
    JsonNode status =
        StatusFile.read(data)
            .orElseThrow(
                () ->
                    new StartRefused(
                        ExitCode.FAILED,
                        "the hub on %s (process %d) is still starting its platform: try again in some seconds"
                            .formatted(data.root(), holder.pid())));
    return new RunningHub(data, status);
  }

  /** A demo has a folder of its own: whoever forgets that is told. */
  static String elsewhere() {
    return FolderLock.holder(new DataFolder(DemoCommand.DATA)).isPresent()
        ? "; a demo runs: look at it with --data " + DemoCommand.DATA
        : "";
  }

  /**
   * Client settings of one of its principals; the passwords are readable for the folder's owner
   * only.
   */
  KafkaSettings kafka(String principal) {
    return new KafkaSettings(
        status.path("addresses").path("broker").asText(),
        principal,
        new Secrets(data.secrets()).kafka(principal),
        status.path("addresses").path("registry").asText());
  }

  /** Its policy versions and held findings, as the principal that may rule on them. */
  PolicyAccess policy() {
    return new PolicyAccess(kafka(Principals.POLICY), data.story());
  }

  /** Its lead directory, as the database role that may read it and add a version. */
  DirectoryAccess directory() {
    PolicyAccess clock = policy();
    return new DirectoryAccess(
        status.path("addresses").path("database").asText(),
        new Secrets(data.secrets()).database(DatabaseProvisioning.DIRECTORY),
        clock::now);
  }

  /** Its quarantine desk, as the database role that may read it and ask for a resubmission. */
  DeskAccess quarantine() {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(status.path("addresses").path("database").asText());
    database.setUser(DatabaseProvisioning.QUARANTINE);
    database.setPassword(new Secrets(data.secrets()).database(DatabaseProvisioning.QUARANTINE));
    HubKeys keys =
        HubKeys.load(data.secrets().resolve("keys.json")).subset(Set.of(HubKeys.QUARANTINE), true);
    return new DeskAccess(
        new JdbcQuarantine(database),
        keys,
        "account:" + System.getProperty("user.name", "unknown"),
        policy()::now);
  }
}
