package org.huhang.command.api;

import java.util.Optional;
import org.huhang.command.api.json.CanonicalJson;
import org.huhang.command.api.json.StrictJson;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.Digest;
import org.huhang.kernel.stream.StreamId;
import tools.jackson.databind.JsonNode;

/** A command as it was sent: the record, and what tells one request from another. */
record CommandBody<C extends Command>(C command, JsonNode sent) {

    /** @throws org.huhang.kernel.refusal.Refused with the field at fault */
    static <C extends Command> CommandBody<C> read(byte[] body, Class<C> type) {
        JsonNode sent = StrictJson.tree(body == null ? new byte[0] : body);
        return new CommandBody<>(StrictJson.read(sent, type), sent);
    }

    /**
     * SHA-256 over stream, command and body, the same however the body was laid out.
     *
     * @param addressed empty for what begins a stream, whose id is made up anew at each try
     */
    String digest(Optional<StreamId> addressed) {
        String asked = addressed.map(StreamId::toString).orElse("-")
                + '\n'
                + CommandCatalogue.name(command.getClass())
                + '\n'
                + CanonicalJson.of(sent);
        return Digest.of(asked);
    }
}
