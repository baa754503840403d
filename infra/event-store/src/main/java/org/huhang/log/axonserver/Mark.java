package org.huhang.log.axonserver;

import java.util.UUID;

/**
 * An idempotency key as it travels with the facts: made with this installation's own key, so that nobody reads a caller,
 * a key or a request from it.
 *
 * @param key of whose key it is, and which
 * @param request of what was asked
 */
record Mark(UUID key, UUID request) {}
