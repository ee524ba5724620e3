package org.safeguardinghub.deploy.local.provision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.safeguardinghub.kernel.topics.Principals;
import org.safeguardinghub.kernel.topics.Topic;

/**
 * Brings the broker to what is declared: users, topics, topic settings and grants, nothing more and
 * nothing less.
 */
public final class KafkaProvisioning {
  private static final int SCRAM_ITERATIONS = 4096;
  private static final int GRANT_POLLS = 400;
  private static final long GRANT_POLL_MILLIS = 25;

  private final Admin admin;

  public KafkaProvisioning(Admin admin) {
    this.admin = admin;
  }

  /**
   * Principals without a credential get theirs; on a fresh folder they all stand in the broker's
   * first records.
   */
  public void users(Collection<String> principals, Function<String, String> passwords)
      throws ExecutionException, InterruptedException {
    Set<String> there = new HashSet<>(admin.describeUserScramCredentials().users().get());
    List<org.apache.kafka.clients.admin.UserScramCredentialAlteration> missing =
        principals.stream()
            .filter(principal -> !there.contains(principal))
            .<org.apache.kafka.clients.admin.UserScramCredentialAlteration>map(
                principal ->
                    new UserScramCredentialUpsertion(
                        principal,
                        new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, SCRAM_ITERATIONS),
                        passwords.apply(principal)))
            .toList();
    if (!missing.isEmpty()) {
      admin.alterUserScramCredentials(missing).all().get();
    }
  }

  /**
   * Makes missing topics; a topic with another partition count is refused, since its keys would
   * move.
   */
  public void topics(List<Topic> topics, boolean withSettings)
      throws ExecutionException, InterruptedException {
    Set<String> there = admin.listTopics().names().get();
    List<NewTopic> missing =
        topics.stream()
            .filter(topic -> !there.contains(topic.name()))
            .map(
                topic ->
                    new NewTopic(topic.name(), topic.partitions(), (short) 1)
                        .configs(topic.config()))
            .toList();
    if (!missing.isEmpty()) {
      admin.createTopics(missing).all().get();
    }
    if (withSettings) {
      List<Topic> kept = topics.stream().filter(topic -> there.contains(topic.name())).toList();
      checkPartitions(kept);
      settings(kept);
    }
  }

  /**
   * Adds missing grants, removes foreign ones, and waits until the broker answers with exactly
   * these.
   */
  public void grants(Set<AclBinding> wanted) throws ExecutionException, InterruptedException {
    Set<AclBinding> now = present();
    List<AclBinding> missing = wanted.stream().filter(grant -> !now.contains(grant)).toList();
    List<AclBindingFilter> foreign =
        now.stream().filter(grant -> !wanted.contains(grant)).map(AclBinding::toFilter).toList();
    if (!missing.isEmpty()) {
      admin.createAcls(missing).all().get();
    }
    if (!foreign.isEmpty()) {
      admin.deleteAcls(foreign).all().get();
    }
    for (int poll = 0; poll < GRANT_POLLS; poll++) {
      if (present().equals(wanted)) {
        return;
      }
      Thread.sleep(GRANT_POLL_MILLIS);
    }
    throw new IllegalStateException("the broker did not apply the grants in time");
  }

  private Set<AclBinding> present() throws ExecutionException, InterruptedException {
    return admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
        .filter(grant -> !grant.entry().principal().equals("User:" + Principals.PROVISIONER))
        .collect(Collectors.toSet());
  }

  private void checkPartitions(List<Topic> topics) throws ExecutionException, InterruptedException {
    Map<String, org.apache.kafka.clients.admin.TopicDescription> there =
        admin.describeTopics(topics.stream().map(Topic::name).toList()).allTopicNames().get();
    for (Topic topic : topics) {
      int found = java.util.Objects.requireNonNull(there.get(topic.name())).partitions().size();
      if (found != topic.partitions()) {
        throw new IllegalStateException(
            "topic %s has %d partitions, this version wants %d: a keyed topic cannot change its count"
                .formatted(topic.name(), found, topic.partitions()));
      }
    }
  }

  private void settings(List<Topic> topics) throws ExecutionException, InterruptedException {
    Map<ConfigResource, Topic> byResource = new HashMap<>();
    topics.forEach(
        topic ->
            byResource.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic));
    Map<ConfigResource, Config> there = admin.describeConfigs(byResource.keySet()).all().get();
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    byResource.forEach(
        (resource, topic) -> {
          Config config = java.util.Objects.requireNonNull(there.get(resource));
          List<AlterConfigOp> different =
              topic.config().entrySet().stream()
                  .filter(setting -> differs(config.get(setting.getKey()), setting.getValue()))
                  .map(
                      setting ->
                          new AlterConfigOp(
                              new ConfigEntry(setting.getKey(), setting.getValue()),
                              AlterConfigOp.OpType.SET))
                  .toList();
          if (!different.isEmpty()) {
            changes.put(resource, different);
          }
        });
    if (!changes.isEmpty()) {
      admin.incrementalAlterConfigs(changes).all().get();
    }
  }

  private static boolean differs(
      @org.jspecify.annotations.Nullable ConfigEntry entry, String wanted) {
    return entry == null || !wanted.equals(entry.value());
  }
}
