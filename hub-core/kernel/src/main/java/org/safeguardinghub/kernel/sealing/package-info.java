/**
 * Sealing of personal content before it reaches a broker, and keyed hashes in place of references.
 * Authenticated encryption by Tink, the event's id as associated data: a ciphertext moved to
 * another event does not open. Which field is sealed under which key is decided by the codec of its
 * record; who may open it, by the app that holds the key. No clear value is kept here.
 */
@NullMarked
package org.safeguardinghub.kernel.sealing;

import org.jspecify.annotations.NullMarked;
