package org.huhang.log.codec;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How facts are written, wherever they are kept. */
@Configuration(proxyBeanMethods = false)
public class CodecConfiguration {

    @Bean
    EventCodec eventCodec() {
        return new EventCodec(PersonalDataGate.open(), Upcasters.none());
    }
}
