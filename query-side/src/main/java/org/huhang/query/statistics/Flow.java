package org.huhang.query.statistics;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.huhang.query.api.Place;

/** Children who live in one province and are registered in one. */
public record Flow(
        Place residence, Place hukou, @JsonUnwrapped Figure figure) {}
