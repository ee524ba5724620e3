package org.safeguardinghub.risk.topology.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LatelyTest {
  private final AtomicInteger reads = new AtomicInteger();

  @Test
  void aNewcomerWithoutRoomStaysUntilTheNextOne() {
    Lately<String, String> lately = new Lately<>(2, _ -> 1);
    read(lately, "a", "b", "c", "c");
    assertThat(reads).as("the last one is here").hasValue(3);
    read(lately, "d", "c");
    assertThat(reads).as("and gone when another comes").hasValue(5);
    read(lately, "a", "b");
    assertThat(reads).as("who was here before stays").hasValue(5);
  }

  @Test
  void ofSixteenNewcomersOneTakesThePlaceOfWhatWasNotAskedForTheLongestTime() {
    Lately<String, String> lately = new Lately<>(2, _ -> 1);
    read(lately, "a", "b", "a");
    for (int i = 1; i <= 16; i++) {
      read(lately, "n" + i);
    }
    assertThat(reads).hasValue(18);
    read(lately, "x", "n16", "a");
    assertThat(reads).as("but for x they are here").hasValue(19);
    read(lately, "b");
    assertThat(reads).as("a was asked for after b").hasValue(20);
  }

  @Test
  void isWeighedAnewWhenItIsPutBack() {
    Lately<String, StringBuilder> lately = new Lately<>(10, StringBuilder::length);
    lately.put("a", new StringBuilder("aaaa"));
    lately.put("b", new StringBuilder("bbbb"));
    StringBuilder grown = lately.take("b").orElseThrow().append("bbbb");
    lately.put("b", grown);
    assertThat(lately.take("a")).as("there is no room for both any more").isEmpty();
    assertThat(lately.take("b")).contains(grown);
    lately.put("c", new StringBuilder("cccccccccc"));
    assertThat(lately.take("c")).as("nothing else weighs here now").isPresent();
  }

  @Test
  void whatIsPutInTheSamePlaceWeighsOnce() {
    Lately<String, String> lately = new Lately<>(10, String::length);
    lately.put("a", "aaaaaaaa");
    lately.put("a", "aaaa");
    lately.put("b", "bbbbbb");
    assertThat(lately.take("a")).contains("aaaa");
    assertThat(lately.take("b")).contains("bbbbbb");
  }

  @Test
  void theLastOneIsKeptWhateverItWeighs() {
    Lately<String, String> lately = new Lately<>(3, String::length);
    lately.put("a", "aa");
    lately.put("b", "much too long");
    assertThat(lately.take("b")).contains("much too long");
    assertThat(lately.take("b")).as("whoever took it has it").isEmpty();
    assertThat(lately.take("a")).as("it weighs nothing here").contains("aa");
  }

  private void read(Lately<String, String> lately, String... keys) {
    for (String key : keys) {
      lately.get(
          key,
          () -> {
            reads.incrementAndGet();
            return key;
          });
    }
  }
}
