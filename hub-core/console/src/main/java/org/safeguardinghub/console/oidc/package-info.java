/**
 * Signing in by an OpenID Connect provider: the authorization code flow with PKCE, and what of its
 * answer is believed. Who somebody is comes from the provider; what they may do comes from the lead
 * directory. Knows no web framework and no session.
 */
@NullMarked
package org.safeguardinghub.console.oidc;

import org.jspecify.annotations.NullMarked;
