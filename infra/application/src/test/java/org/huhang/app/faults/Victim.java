package org.huhang.app.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huhang.command.imports.HandedIn;
import org.huhang.command.port.CommandGateway;
import org.huhang.kernel.access.Actor;
import org.huhang.kernel.access.Jurisdiction;
import org.huhang.kernel.access.Role;
import org.huhang.projection.Rebuilt;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The application without HTTP and with its clients inside, in a process made to be killed. Does what it is told line by
 * line and says every answer aloud. Arguments: the database's JDBC address, a seed.
 */
final class Victim {

    private static final int OFFICERS = 8;
    /** Of each list. */
    static final int ROWS = 60;

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final ConfigurableApplicationContext application;
    private final Client client;
    private final long seed;
    private final ExecutorService chores = Executors.newFixedThreadPool(
            2 * OFFICERS, Thread.ofPlatform().daemon().name("chore-", 0).factory());

    private Victim(ConfigurableApplicationContext application, long seed) {
        this.application = application;
        this.seed = seed;
        this.client = new Client(application.getBean(CommandGateway.class), heard -> say(heard.line()));
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication starting = new SpringApplication(VictimWiring.class);
        starting.setWebApplicationType(WebApplicationType.NONE);
        starting.setRegisterShutdownHook(false);
        starting.setDefaultProperties(Map.of("logging.level.root", "error", "logging.level.org.huhang", "error"));
        Victim victim = new Victim(
                starting.run(
                        "--huhang.database.url=" + arguments[0],
                        "--huhang.database.username=huhang",
                        "--logging.level.root=error",
                        "--logging.level.org.huhang=error"),
                Long.parseLong(arguments[1]));
        say("ready" + Heard.END);
        victim.obey();
    }

    private static synchronized void say(String line) {
        OUT.println(line);
    }

    /** Ends with its parent: then nobody speaks to it any more. */
    private void obey() throws IOException, InterruptedException {
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            String[] words = order.split(" ");
            switch (words[0]) {
                case "adopt" -> client.adopt((Errand.Step) Errand.named(words[1]));
                case "ask" -> chores.execute(() -> client.untilAnswered(Errand.named(words[1])));
                case "work" -> client.work(OFFICERS, seed);
                case "rest" -> {
                    client.rest();
                    say("resting" + Heard.END);
                }
                case "import" -> chores.execute(() -> take(Integer.parseInt(words[1])));
                case "rebuild" -> chores.execute(() -> rebuild(words[1], words[2]));
                default -> throw new IllegalArgumentException(order);
            }
        }
        Runtime.getRuntime().halt(0);
    }

    private void take(int number) {
        try {
            HandedIn.to(
                    application,
                    ScreeningList.of(number, ROWS),
                    new Actor(Errand.OWNER, Role.COUNTY_OFFICER, Jurisdiction.of("330109")),
                    "list-" + number);
            say("taken " + number + Heard.END);
        } catch (IOException | RuntimeException e) {
            say("not-taken " + number + " " + e.getClass().getSimpleName() + Heard.END);
        }
    }

    /** @param order by which the answer is told from those to other orders, for the same read model too */
    private void rebuild(String name, String order) {
        try {
            Rebuilt.in(application, name);
            say("rebuilt " + order + Heard.END);
        } catch (InterruptedException | RuntimeException e) {
            say("not-rebuilt " + order + " " + e.getClass().getSimpleName() + Heard.END);
        }
    }
}
