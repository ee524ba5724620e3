/**
 * The one owner of every topic's name, key, schema, partitions, retention, writers and readers. The
 * embedded broker's topics and grants, and the deployment manifests, are made from it; no other
 * place names a topic in full.
 */
@NullMarked
package org.safeguardinghub.kernel.topics;

import org.jspecify.annotations.NullMarked;
