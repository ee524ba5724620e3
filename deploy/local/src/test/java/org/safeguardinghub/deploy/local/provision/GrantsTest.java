package org.safeguardinghub.deploy.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;
import org.safeguardinghub.kernel.topics.Topics;

final class GrantsTest {
  private static final List<String> FEEDS = List.of("heron", "heron-house");
  private static final Set<AclBinding> GRANTS = Grants.of(Topics.all(FEEDS, true), FEEDS);

  @Test
  void feedWritesItsOwnTopicsAndReadsNothing() {
    assertThat(GRANTS)
        .filteredOn(grant -> of(grant, "feed-heron") && topic(grant))
        .extracting(grant -> grant.entry().operation() + " " + grant.pattern().name())
        .containsExactlyInAnyOrder("WRITE concerns.heron.v1", "WRITE inbox.heron.v1");
  }

  @Test
  void prefixOfOneFeedDoesNotCoverAnother() {
    assertThat(GRANTS)
        .filteredOn(
            grant ->
                of(grant, "feed-heron") && grant.pattern().patternType() == PatternType.PREFIXED)
        .isNotEmpty()
        .noneMatch(grant -> "feed-heron-house.x".startsWith(grant.pattern().name()));
  }

  @Test
  void analystCanWriteNothing() {
    assertThat(GRANTS)
        .filteredOn(grant -> of(grant, "hub-analyst"))
        .isNotEmpty()
        .allMatch(grant -> grant.entry().operation() == AclOperation.READ);
  }

  @Test
  void nobodyIsGrantedAnyTopicByAWildcard() {
    assertThat(GRANTS).noneMatch(grant -> grant.pattern().name().equals("*"));
  }

  private static boolean of(AclBinding grant, String principal) {
    return grant.entry().principal().equals("User:" + principal);
  }

  private static boolean topic(AclBinding grant) {
    return grant.pattern().resourceType() == ResourceType.TOPIC;
  }
}
