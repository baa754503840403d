package org.huhang.query.beside.staff;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.beside.staff.StaffPost;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.log.Moment;
import org.huhang.query.api.DivisionFilter;
import org.huhang.query.api.ScopeFilter;

/**
 * Charges of one day, as known at one moment, in the reader's reach, narrowed by what was asked for.
 *
 * @param sql a condition on rows of {@code charge} joined with {@code member}
 * @param parameters its named parameters, with {@code on} and {@code known}
 */
record InCharge(String sql, Map<String, Object> parameters) {

    /** That a charge held on the day, as far as it was known. */
    static final String THEN = "from_day <= :on AND until_day > :on AND known_from <= :known AND known_to > :known";

    /** What a caller asks for, whenever the day. */
    record Asked(ScopeFilter scope, DivisionFilter within, Optional<String> township, Optional<StaffPost> post) {

        /**
         * @param division its staff, and for a village the supervisor of its township as well; null for all
         */
        static Asked of(Actor actor, Divisions divisions, String division, Optional<StaffPost> post) {
            return new Asked(
                    ScopeFilter.of(actor, divisions, "area_scope"),
                    DivisionFilter.of("division", division, divisions, "area_scope"),
                    Optional.ofNullable(division)
                            .map(DivisionCode::of)
                            .filter(code -> code.level() == DivisionCode.Level.VILLAGE)
                            .map(village -> village.digits().substring(0, DivisionCode.Level.TOWNSHIP.prefixLength()))
                            .map(township -> divisions
                                    .affiliation(DivisionCode.of(township))
                                    .scope()),
                    post);
        }
    }

    static InCharge on(LocalDate day, Moment known, Asked asked) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("on", day);
        parameters.put("known", known.position());
        parameters.putAll(asked.scope().parameters());
        parameters.putAll(asked.within().parameters());
        String within = asked.within().sql();
        if (asked.township().isPresent()) {
            within = "(%s OR area_scope = :township)".formatted(within);
            parameters.put("township", asked.township().get());
        }
        String post = "";
        if (asked.post().isPresent()) {
            post = " AND post = :post";
            parameters.put("post", asked.post().get().name());
        }
        return new InCharge(THEN + " AND " + asked.scope().sql() + " AND " + within + post, parameters);
    }
}
