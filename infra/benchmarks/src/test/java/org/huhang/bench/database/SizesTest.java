package org.huhang.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SizesTest {

    @Test
    void an_index_grows_a_level_when_its_pages_no_longer_fit_under_one_root() {
        // 250 entries a page: 250 pages fit under one root, ten times as many do not.
        Sizes.Part index = new Sizes.Part("by_stream", 62_500, 250 * 8192L, true, true);

        assertThat(index.levels(1)).isEqualTo(2);
        assertThat(index.levels(10)).isEqualTo(3);
        assertThat(index.levels(100)).isEqualTo(3);
    }
}
