package org.huhang.command.port;

/**
 * @param owner whose key it is: keys of two callers never meet
 * @param key as the caller gave it
 * @param requestDigest SHA-256 of what was asked: case, command and body
 */
public record IdempotencyKey(String owner, String key, String requestDigest) {}
