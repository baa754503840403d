package org.huhang.app.axonserver;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.huhang.log.LogKeeper;
import org.huhang.log.OnLog;
import org.huhang.log.axonserver.AxonServerLink;
import org.huhang.log.axonserver.LogFollower;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every key below {@code axon.axonserver} is the connector's own. */
@Configuration(proxyBeanMethods = false)
@OnLog(LogKeeper.AXON_SERVER)
class AxonServerSettings {

    @Bean
    @ConfigurationProperties("axon.axonserver")
    AxonServerConfiguration axonServerConfiguration() {
        AxonServerConfiguration configuration = new AxonServerConfiguration();
        configuration.setComponentName("huhang");
        return configuration;
    }

    @Bean
    AxonServerHealth axonServerHealth(AxonServerLink link, LogFollower follower) {
        return new AxonServerHealth(link, follower);
    }
}
