package org.huhang.command.imports;

import java.util.List;
import java.util.stream.Stream;
import org.huhang.command.area.file.FileCommand.Register;
import org.huhang.command.area.screening.ScreeningCommand.Screen;
import org.huhang.command.port.Digest;
import org.huhang.kernel.value.ChildIdentity;

/**
 * One row understood: who to register, and how to screen.
 *
 * @param digest SHA-256 of what the row says, so that the same row is known again in any file, order or encoding
 * @param marks by which another row is known as perhaps of the same child, in digests: each document, and name, sex and
 *     birth date together
 */
record ListedChild(Register register, Screen screen, String digest, List<String> marks) {

    static ListedChild of(Register register, Screen screen, String digest) {
        return new ListedChild(register, screen, digest, marks(register.identity()));
    }

    private static List<String> marks(ChildIdentity identity) {
        return Stream.concat(
                        identity.documents().stream()
                                .map(document -> document.type() + "/"
                                        + document.number().reveal()),
                        Stream.of(identity.name().reveal() + "/" + identity.sex() + "/" + identity.birthDate()))
                .map(Digest::of)
                .toList();
    }
}
