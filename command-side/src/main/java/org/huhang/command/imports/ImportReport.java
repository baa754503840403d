package org.huhang.command.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huhang.command.port.CaseStates;
import org.huhang.command.port.KnownCases;
import org.huhang.command.port.Wording;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Reach;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.refusal.Refusal.FieldError;
import org.huhang.kernel.value.CaseId;
import org.springframework.stereotype.Component;

/** What became of every row, as a CSV that a spreadsheet opens: nothing personal in it, and no cell that runs. */
@Component
class ImportReport {

    private static final int PAGE = 1000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<String> CHINESE = List.of("行号", "结果", "案件编号", "筛查记录", "栏目", "原因代码", "原因");
    private static final List<String> ENGLISH =
            List.of("row", "outcome", "caseId", "screening", "columns", "codes", "reasons");

    private final ImportJournal journal;
    private final Wording wording;
    private final KnownCases known;
    private final Policies policies;

    ImportReport(ImportJournal journal, Wording wording, CaseStates states, Policies policies) {
        this.journal = journal;
        this.wording = wording;
        this.known = new KnownCases(states);
        this.policies = policies;
    }

    /** @param reader is told of no case that has gone to another office with a part of the county that handed the list in */
    void write(ImportJob job, Actor reader, Locale locale, OutputStream out) throws IOException {
        Divisions divisions = policies.now().divisions();
        boolean wholly = Reach.of(reader.jurisdiction(), divisions)
                .coversWholly(job.submittedBy().jurisdiction());
        UnaryOperator<RowResult> told =
                wholly ? UnaryOperator.identity() : result -> told(result, job, reader, divisions);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        // Without the mark, spreadsheets on Chinese systems take UTF-8 for GBK.
        writer.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().build(writer);
        csv.writeRecord(isEnglish(locale) ? ENGLISH : CHINESE);
        List<RowResult> page = journal.results(job.id(), 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(result -> csv.writeRecord(line(told.apply(result), locale)));
            page = journal.results(job.id(), page.getLast().row(), PAGE);
        }
        csv.flush();
        writer.flush();
    }

    /** Without a case there is nothing in a row that who handed it in does not know. */
    private RowResult told(RowResult result, ImportJob job, Actor reader, Divisions divisions) {
        boolean theirs = result.caseId()
                .map(id -> !known.among(List.of(id), reader, divisions).isEmpty())
                .orElse(reader.id().equals(job.submittedBy().id()));
        return theirs ? result : result.withoutCase();
    }

    private List<String> line(RowResult result, Locale locale) {
        return List.of(
                Long.toString(result.row()),
                outcome(result.outcome(), locale),
                result.caseId().map(CaseId::toString).orElse(""),
                String.join(" ", result.screened()),
                joined(result.reasons(), FieldError::field),
                joined(result.reasons(), error -> error.code().name()),
                joined(result.reasons(), error -> wording.of(error.code(), error.parameters(), locale)));
    }

    private static String joined(List<FieldError> reasons, Function<FieldError, String> part) {
        return inert(reasons.stream().map(part).collect(Collectors.joining("; ")));
    }

    private static String outcome(RowResult.Status outcome, Locale locale) {
        if (isEnglish(locale)) {
            return outcome.name();
        }
        return switch (outcome) {
            case IMPORTED -> "已导入";
            case UNCHANGED -> "未变化";
            case REFUSED -> "未通过";
            case POSSIBLE_DUPLICATE -> "疑似重复";
        };
    }

    /** A cell that begins like a formula would be run by a spreadsheet. */
    private static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
