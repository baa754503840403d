package org.huhang.command.area.screening;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.huhang.kernel.division.CentralUrban;
import org.huhang.kernel.division.CentralUrban.Answer;
import org.huhang.kernel.division.DivisionCode;
import org.huhang.kernel.policy.Provision;
import org.huhang.kernel.value.Finding;
import org.huhang.kernel.value.ReviewReason;
import org.huhang.kernel.value.ScreenedOutReason;

/**
 * Not both places are city districts (市辖区) of one city's central urban area (中心城区). Arises once a county border was
 * crossed. Which districts are central stands in no code: each city sets it, and until it has, a person decides.
 */
record OutsideOneCentralCity(Provision<Boolean> provision) implements Criterion {

    @Override
    public String name() {
        return "CENTRAL_DISTRICTS";
    }

    @Override
    public Optional<Judgement> judge(Inquiry inquiry) {
        Comparison homes = inquiry.homes();
        if (homes.apart() != Comparison.Apart.TWO_UNITS) {
            return Optional.empty();
        }
        List<Finding.Outcome> found = homes.first().stream()
                .flatMap(one -> homes.second().stream().map(other -> outside(one, other, inquiry)))
                .distinct()
                .toList();
        Map<String, String> observed = Map.of("hukou", joined(homes.first()), "residence", joined(homes.second()));
        if (found.stream().allMatch(Finding.Outcome.MET::equals)) {
            return met(observed);
        }
        return found.stream().allMatch(Finding.Outcome.NOT_MET::equals)
                ? notMet(ScreenedOutReason.WITHIN_ONE_CITYS_CENTRAL_DISTRICTS, observed)
                : unknown(ReviewReason.CENTRAL_DISTRICTS_NOT_SET, observed);
    }

    private static String joined(Set<DivisionCode> units) {
        return units.stream().map(DivisionCode::digits).sorted().collect(Collectors.joining(","));
    }

    private static Finding.Outcome outside(DivisionCode one, DivisionCode other, Inquiry inquiry) {
        if (!isCityDistrict(one) || !isCityDistrict(other) || !one.prefecture().equals(other.prefecture())) {
            return Finding.Outcome.MET;
        }
        CentralUrban table = inquiry.policies().centralUrban();
        List<Answer> answers = List.of(table.on(one, inquiry.on()), table.on(other, inquiry.on()));
        if (answers.contains(Answer.NOT_CENTRAL)) {
            return Finding.Outcome.MET;
        }
        return answers.contains(Answer.NOT_SET) ? Finding.Outcome.UNKNOWN : Finding.Outcome.NOT_MET;
    }

    /**
     * Order 79: the last two digits of a city district are 01-20 or 51-80. In the group "90" of a province the same digits
     * name counties and cities under no prefecture; the districts of a municipality all stand in its group "01".
     */
    private static boolean isCityDistrict(DivisionCode county) {
        int number = Integer.parseInt(county.digits().substring(4, 6));
        boolean underNoPrefecture = county.digits().startsWith("90", 2);
        return !underNoPrefecture && (number >= 1 && number <= 20 || number >= 51 && number <= 80);
    }
}
