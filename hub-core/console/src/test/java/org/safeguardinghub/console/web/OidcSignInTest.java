package org.safeguardinghub.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.safeguardinghub.console.oidc.OidcSettings;
import org.safeguardinghub.console.testing.Browser;
import org.safeguardinghub.console.testing.TestConsole;
import org.safeguardinghub.kernel.event.Sensitive;

/** Signing in by a real OpenID server: who is let in, and all who are not. */
final class OidcSignInTest {
  private static final String ISSUER = "partnership";
  private static final String CLIENT = "hub-console";
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static MockOAuth2Server provider;
  private static TestConsole console;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    provider = new MockOAuth2Server();
    provider.start();
    console = TestConsole.start(folder, settings(provider.issuerUrl(ISSUER).toString()));
  }

  @AfterAll
  static void stop() {
    console.close();
    provider.shutdown();
  }

  private static OidcSettings settings(String issuer) {
    return new OidcSettings(
        URI.create(issuer),
        CLIENT,
        Sensitive.of("a-secret"),
        "preferred_username",
        "your council's account",
        true,
        Map.of());
  }

  /** What the provider says of whoever comes next. */
  private static void vouch(Map<String, Object> claims) {
    provider.enqueueCallback(
        new DefaultOAuth2TokenCallback(
            ISSUER, "subject-1", "JWT", List.of(CLIENT), new HashMap<>(claims), 300));
  }

  /** From the console to the provider; the address that it sends the browser back to. */
  private static URI away(Browser browser, String change, String to) throws Exception {
    HttpResponse<String> begun = browser.get("/sign-in/openid");
    assertThat(begun.statusCode()).isEqualTo(303);
    String there = begun.headers().firstValue("location").orElseThrow();
    assertThat(there).contains("code_challenge_method=S256", "nonce=", "state=");
    HttpResponse<String> back =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(there.replaceFirst(change, to))).build(),
            HttpResponse.BodyHandlers.ofString());
    return URI.create(back.headers().firstValue("location").orElseThrow());
  }

  private static HttpResponse<String> back(Browser browser, URI answer) throws Exception {
    return browser.get(answer.getRawPath() + "?" + answer.getRawQuery());
  }

  private static void staysOut(Browser browser, HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You are not signed in");
    assertThat(browser.get("/alerts").statusCode()).isEqualTo(303);
  }

  @Test
  void whoeverTheProviderVouchesForIsSignedInWithTheRolesOfTheDirectory() throws Exception {
    vouch(Map.of("preferred_username", "Wren.Hollowell"));
    Browser browser = new Browser(console.url());
    assertThat(browser.get("/sign-in").body()).contains("council", "/sign-in/openid");
    URI answer = away(browser, "^", "");

    HttpResponse<String> in = back(browser, answer);

    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(in.headers().firstValue("location")).contains("/alerts");
    assertThat(browser.get("/alerts").body()).contains("Wren Hollowell", "Named nurse");
    assertThat(browser.get("/directory").statusCode()).as("no administrator").isEqualTo(403);
    assertThat(console.alerts.audited()).contains("p-named-nurse SIGNED_IN session openid");
    assertThat(back(browser, answer).statusCode()).as("an answer counts once").isEqualTo(403);
  }

  @Test
  void whoeverTheDirectoryDoesNotKnowStaysOut() throws Exception {
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of("preferred_username", "somebody.else"),
            Map.of("preferred_username", "p-named-nurse"),
            Map.of("name", "Wren Hollowell"))) {
      vouch(claims);
      Browser browser = new Browser(console.url());
      staysOut(browser, back(browser, away(browser, "^", "")));
    }
  }

  @Test
  void whatIsNotForThisBrowserThisClientOrThisTimeIsNotBelieved() throws Exception {
    String user = "wren.hollowell";
    Browser another = new Browser(console.url());
    Browser stranger = new Browser(console.url());
    staysOut(stranger, back(stranger, away(another, "^", "")));

    // What is refused before the provider is asked for a token leaves no word of it behind there.
    Browser confused = new Browser(console.url());
    staysOut(confused, back(confused, away(confused, "state=[^&]*", "state=another")));
    vouch(Map.of("preferred_username", user));
    Browser replayed = new Browser(console.url());
    staysOut(replayed, back(replayed, away(replayed, "nonce=[^&]*", "nonce=another")));

    long past = java.time.Instant.now().minusSeconds(3600).getEpochSecond();
    for (Map<String, Object> claims :
        List.<Map<String, Object>>of(
            Map.of("preferred_username", user, "aud", List.of("another-client")),
            Map.of("preferred_username", user, "iss", "http://127.0.0.1/another"),
            Map.of("preferred_username", user, "exp", past))) {
      vouch(claims);
      Browser browser = new Browser(console.url());
      staysOut(browser, back(browser, away(browser, "^", "")));
    }
  }

  @Test
  void whileTheProviderIsAwayTheConsoleSaysSoAndItsOwnUsersSignIn(@TempDir Path folder)
      throws Exception {
    try (TestConsole alone = TestConsole.start(folder, settings("http://127.0.0.1:9/" + ISSUER))) {
      HttpResponse<String> begun = new Browser(alone.url()).get("/sign-in/openid");
      assertThat(begun.statusCode()).isEqualTo(503);
      assertThat(alone.signedIn("wren.hollowell").get("/alerts").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void withoutAProviderThereIsNoWayToIt(@TempDir Path folder) throws Exception {
    try (TestConsole plain = TestConsole.start(folder)) {
      Browser browser = new Browser(plain.url());
      assertThat(browser.get("/sign-in/openid").statusCode()).isEqualTo(404);
      assertThat(browser.get("/sign-in/openid/back?code=1").statusCode()).isEqualTo(404);
      assertThat(browser.get("/sign-in").body()).doesNotContain("/sign-in/openid");
    }
  }
}
