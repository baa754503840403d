package org.huhang.app.faults;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the log, read past the product.
 *
 * @param request id of the request that led to it
 * @param source import job and row, for one of an import's; else empty
 */
record LogRow(
        long position, UUID stream, long version, String name, Instant recordedAt, String request, String source) {}
