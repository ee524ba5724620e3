package org.safeguardinghub.console.signin;

/** A local user: who may sign in and as which person. Its password hash never prints. */
public record Account(String user, String personId, String passwordHash) {
  @Override
  public String toString() {
    return "Account[" + personId + "]";
  }
}
