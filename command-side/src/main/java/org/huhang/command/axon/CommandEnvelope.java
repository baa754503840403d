package org.huhang.command.axon;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.huhang.command.ask.CaseCommand;
import org.huhang.command.ask.CommandCatalogue;
import org.huhang.command.port.CaseCommands.Request;
import org.huhang.command.port.IdempotencyKey;
import org.huhang.kernel.value.CaseId;

/** A request as a message on the command bus: the command by its stable name, everything else as plain text beside it. */
final class CommandEnvelope {

    /** Key of the case's id: commands of one case go to one node. */
    static final String CASE = "case";

    private static final String EXPECTED_VERSION = "expectedVersion";
    private static final String KEY_OWNER = "keyOwner";
    private static final String KEY = "key";
    private static final String KEY_DIGEST = "keyDigest";

    private CommandEnvelope() {}

    static CommandMessage<CaseCommand> of(Request request) {
        Map<String, String> entries = new HashMap<>();
        entries.put(CASE, request.caseId().toString());
        request.expectedVersion().ifPresent(version -> entries.put(EXPECTED_VERSION, Long.toString(version)));
        request.key().ifPresent(key -> {
            entries.put(KEY_OWNER, key.owner());
            entries.put(KEY, key.key());
            entries.put(KEY_DIGEST, key.requestDigest());
        });
        MetaData metaData =
                new Provenance(request.by(), request.at()).asMetaData().mergedWith(entries);
        return new GenericCommandMessage<>(
                new GenericMessage<>(request.command(), metaData),
                CommandCatalogue.name(request.command().getClass()));
    }

    static Request open(CommandMessage<?> message) {
        MetaData metaData = message.getMetaData();
        Provenance from = Provenance.of(metaData);
        return new Request(
                CaseId.of((String) metaData.get(CASE)),
                (CaseCommand) message.getPayload(),
                from.by(),
                from.at(),
                metaData.get(EXPECTED_VERSION) instanceof String version
                        ? OptionalLong.of(Long.parseLong(version))
                        : OptionalLong.empty(),
                metaData.get(KEY) instanceof String key
                        ? Optional.of(new IdempotencyKey(
                                (String) metaData.get(KEY_OWNER), key, (String) metaData.get(KEY_DIGEST)))
                        : Optional.empty());
    }
}
