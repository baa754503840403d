package org.huhang.app.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Collectors;
import org.huhang.command.ask.Command;
import org.huhang.command.ask.CommandCatalogue;
import org.junit.jupiter.api.Test;

/** Families of commands stand in packages of their own, so the compiler cannot tell that the catalogue names them all. */
class CommandCatalogueTest {

    @Test
    void every_command_there_is_stands_in_the_catalogue() {
        List<String> written = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.huhang.command").stream()
                        .filter(type -> type.isAssignableTo(Command.class) && !type.isInterface())
                        .map(JavaClass::getName)
                        .collect(Collectors.toList());
        assertThat(written)
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(
                        CommandCatalogue.all().stream().map(Class::getName).toList());
    }
}
