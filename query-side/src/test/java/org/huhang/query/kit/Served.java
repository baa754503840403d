package org.huhang.query.kit;

import java.time.InstantSource;
import org.huhang.kernel.division.Divisions;
import org.huhang.kernel.policy.Policies;
import org.huhang.kernel.policy.PolicyBook;
import org.huhang.query.ReadModels;
import org.huhang.query.api.Knowledge;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One controller behind a socket, on given tables, on a given day. */
public record Served(ConfigurableApplicationContext application) implements AutoCloseable {

    public static Served of(Class<?> controller, ReadModelKit tables, Divisions divisions, InstantSource clock) {
        return new Served(new SpringApplicationBuilder(QueriesOverHttp.class, controller)
                .initializers(context -> {
                    GenericApplicationContext beans = (GenericApplicationContext) context;
                    beans.registerBean(ReadModels.class, () -> tables);
                    beans.registerBean(Divisions.class, () -> divisions);
                    beans.registerBean(Policies.class, () -> PolicyBook::published);
                    beans.registerBean(InstantSource.class, () -> clock);
                    beans.registerBean(Knowledge.class, () -> new Knowledge(tables.moments(clock), clock));
                })
                .run("--server.port=0", "--server.address=127.0.0.1"));
    }

    public Caller as(String role, String division) {
        int port = ((WebServerApplicationContext) application).getWebServer().getPort();
        return new Caller(port, role, division);
    }

    @Override
    public void close() {
        application.close();
    }
}
