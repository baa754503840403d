package org.huhang.command.imports;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.huhang.kernel.refusal.Refusal;
import org.huhang.kernel.refusal.RefusalCode;
import org.huhang.kernel.refusal.Refused;

/**
 * A screening list out of a form ({@code multipart/form-data}), read as it arrives: nothing of it is kept on the way. The
 * field {@code file} is the list and comes last; {@code dry-run} may stand before it. Its end is reached only when the whole
 * form has been seen to be as it should.
 */
final class ListForm extends InputStream {

    private static final String FILE = "file";
    private static final String DRY_RUN = "dry-run";
    private static final int LARGEST_PART_HEADER = 4096;
    private static final int LONGEST_VALUE = 16;

    private final InputStream body;
    private final FileItemInputIterator fields;
    private final InputStream list;
    private final String fileName;
    private Optional<String> dryRun = Optional.empty();
    private boolean ended;

    /** What the API documents say of it. */
    @Schema(name = "ImportForm", description = "The list, and before it whether it is only tried")
    record Fields(
            @Schema(name = DRY_RUN, requiredMode = Schema.RequiredMode.NOT_REQUIRED)
            boolean dryRun,

            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED)
            byte[] file) {}

    private ListForm(HttpServletRequest request) throws IOException {
        JakartaServletFileUpload<?, ?> form = new JakartaServletFileUpload<>();
        form.setMaxPartHeaderSize(LARGEST_PART_HEADER);
        form.setHeaderCharset(StandardCharsets.UTF_8);
        this.body = request.getInputStream();
        this.fields = form.getItemIterator(request);
        FileItemInput file = file();
        this.list = file.getInputStream();
        this.fileName = file.getName();
    }

    /**
     * Reads up to where the list begins.
     *
     * @throws Refused {@code MALFORMED_REQUEST}, {@code MISSING_FIELD}, {@code UNKNOWN_FIELD}
     */
    static ListForm of(HttpServletRequest request) throws IOException {
        return faultless(() -> new ListForm(request));
    }

    Optional<String> fileName() {
        return Optional.ofNullable(fileName).filter(name -> !name.isBlank());
    }

    Optional<String> dryRun() {
        return dryRun;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return ended ? -1 : faultless(() -> readNow(target, offset, length));
    }

    private int readNow(byte[] target, int offset, int length) throws IOException {
        int read = list.read(target, offset, length);
        if (read < 0) {
            seeTheEnd();
            ended = true;
        }
        return read;
    }

    private FileItemInput file() throws IOException {
        while (fields.hasNext()) {
            FileItemInput field = fields.next();
            switch (field.getFieldName()) {
                case FILE -> {
                    return field;
                }
                case DRY_RUN -> dryRun = Optional.of(value(field));
                default -> throw unknown(field.getFieldName());
            }
        }
        throw new Refused(Refusal.at(FILE, RefusalCode.MISSING_FIELD));
    }

    private String value(FileItemInput field) throws IOException {
        byte[] value = field.getInputStream().readNBytes(LONGEST_VALUE + 1);
        if (dryRun.isPresent() || value.length > LONGEST_VALUE) {
            throw new Refused(Refusal.at(DRY_RUN, RefusalCode.INVALID_PARAMETER));
        }
        return new String(value, StandardCharsets.UTF_8);
    }

    private void seeTheEnd() throws IOException {
        if (fields.hasNext()) {
            throw unknown(fields.next().getFieldName());
        }
        body.transferTo(OutputStream.nullOutputStream());
    }

    /** What a stranger sent as a name may be anything, also somebody's data: only a plain name is repeated back. */
    private static Refused unknown(String name) {
        return new Refused(Refusal.at(name.matches("[A-Za-z][A-Za-z-]{0,39}") ? name : "?", RefusalCode.UNKNOWN_FIELD));
    }

    private interface Step<T> {
        T take() throws IOException;
    }

    /** The library's faults quote what was sent. */
    private static <T> T faultless(Step<T> step) throws IOException {
        try {
            return step.take();
        } catch (FileUploadException | IllegalArgumentException | IllegalStateException malformed) {
            throw new Refused(RefusalCode.MALFORMED_REQUEST);
        }
    }
}
