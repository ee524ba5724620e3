package org.safeguardinghub.console.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by a provider. What it answers is believed only with the state and nonce that this
 * browser was sent away with, for this client, from this issuer, in time and signed with one of its
 * keys. Nothing of it is kept.
 */
public final class OidcSignIn {
  private static final int TIMEOUT = (int) Duration.ofSeconds(10).toMillis();

  /** Only signatures with a public key: a shared secret signs as whoever holds it. */
  private static final List<JWSAlgorithm> ALGORITHMS =
      List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

  private final OidcSettings settings;
  private final Supplier<URI> callback;
  private volatile @Nullable Provider known;

  /**
   * By a provider.
   *
   * @param callback where the provider sends browsers back to
   */
  public OidcSignIn(OidcSettings settings, Supplier<URI> callback) {
    this.settings = settings;
    this.callback = callback;
  }

  /** What of a browser that is on its way must come back, or be sent along then. */
  public record Pending(State state, Nonce nonce, CodeVerifier verifier) {
    /** Of somebody who sets out now. */
    public static Pending fresh() {
      return new Pending(new State(32), new Nonce(32), new CodeVerifier());
    }

    @Override
    public String toString() {
      return "[withheld]";
    }
  }

  /** What became of it. */
  public sealed interface Outcome {
    /** The provider vouches for this sign-in name of the directory. */
    record Vouched(String user) implements Outcome {}

    /** It does not, or not believably, or for nobody whom the directory could know. */
    record Refused(String code) implements Outcome {}

    /** The provider does not answer. */
    record Unavailable() implements Outcome {}
  }

  /** The provider's metadata, and what checks its tokens. */
  private record Provider(OIDCProviderMetadata metadata, IDTokenValidator validator) {}

  public OidcSettings settings() {
    return settings;
  }

  /** Where to send a browser; empty where the provider does not answer. */
  public Optional<URI> begin(Pending pending) {
    return provider()
        .map(
            provider ->
                new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "profile"),
                        new ClientID(settings.clientId()),
                        callback.get())
                    .endpointURI(provider.metadata().getAuthorizationEndpointURI())
                    .state(pending.state())
                    .nonce(pending.nonce())
                    .codeChallenge(pending.verifier(), CodeChallengeMethod.S256)
                    .build()
                    .toURI());
  }

  /**
   * What the provider says of a browser that has come back.
   *
   * @param answer the whole address that it came back to
   */
  public Outcome finish(URI answer, Pending pending) {
    Optional<Provider> provider = provider();
    if (provider.isEmpty()) {
      return new Outcome.Unavailable();
    }
    try {
      AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
      if (!pending.state().equals(response.getState())) {
        return new Outcome.Refused("state");
      }
      AuthorizationCode code =
          response.indicatesSuccess() ? response.toSuccessResponse().getAuthorizationCode() : null;
      return code == null
          ? new Outcome.Refused("provider-refused")
          : exchanged(provider.get(), code, pending);
    } catch (ParseException e) {
      return new Outcome.Refused("unreadable");
    }
  }

  private Outcome exchanged(Provider provider, AuthorizationCode code, Pending pending) {
    try {
      var request =
          new TokenRequest.Builder(
                  provider.metadata().getTokenEndpointURI(),
                  new ClientSecretBasic(
                      new ClientID(settings.clientId()),
                      new Secret(settings.clientSecret().reveal())),
                  new AuthorizationCodeGrant(code, callback.get(), pending.verifier()))
              .build()
              .toHTTPRequest();
      request.setConnectTimeout(TIMEOUT);
      request.setReadTimeout(TIMEOUT);
      request.setFollowRedirects(false);
      HTTPResponse answer = request.send();
      TokenResponse tokens = OIDCTokenResponseParser.parse(answer);
      return tokens instanceof OIDCTokenResponse sound
          ? vouched(provider, sound, pending)
          : new Outcome.Refused("code");
    } catch (ParseException e) {
      return new Outcome.Refused("unreadable");
    } catch (IOException e) {
      return new Outcome.Unavailable();
    }
  }

  private Outcome vouched(Provider provider, OIDCTokenResponse tokens, Pending pending) {
    try {
      IDTokenClaimsSet claims =
          provider.validator().validate(tokens.getOIDCTokens().getIDToken(), pending.nonce());
      Optional<String> username = Optional.ofNullable(claims.getStringClaim("preferred_username"));
      return settings
          .user(claims.getSubject().getValue(), username)
          .<Outcome>map(Outcome.Vouched::new)
          .orElse(new Outcome.Refused("nobody"));
    } catch (BadJOSEException e) {
      return new Outcome.Refused("token");
    } catch (JOSEException e) {
      // The keys could not be fetched.
      return new Outcome.Unavailable();
    }
  }

  /** Asked once; while there is no answer, again each time. */
  private Optional<Provider> provider() {
    Provider there = known;
    if (there != null) {
      return Optional.of(there);
    }
    try {
      Issuer issuer = new Issuer(settings.issuer());
      OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(issuer, TIMEOUT, TIMEOUT);
      Optional<JWSAlgorithm> algorithm =
          ALGORITHMS.stream().filter(metadata.getIDTokenJWSAlgs()::contains).findFirst();
      if (algorithm.isEmpty()) {
        return Optional.empty();
      }
      Provider found =
          new Provider(
              metadata,
              new IDTokenValidator(
                  issuer,
                  new ClientID(settings.clientId()),
                  algorithm.get(),
                  metadata.getJWKSetURI().toURL()));
      known = found;
      return Optional.of(found);
    } catch (GeneralException | IOException e) {
      return Optional.empty();
    }
  }
}
