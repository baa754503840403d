package org.huhang.app.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.huhang.command.port.Answer;
import org.huhang.command.port.CommandGateway;
import org.huhang.command.port.Unavailable;
import org.huhang.kernel.value.CaseId;

/**
 * Many officers at once: each takes a case one step further and asks until there is an answer; some ask twice at the same
 * time or once more later, and some visit children whose case another one is busy with.
 */
final class Client {

    private static final int LAST_STEP = 16;
    private static final int REMEMBERED = 400;

    private final CommandGateway commands;
    private final Consumer<Heard> said;
    private final BlockingQueue<Errand.Step> cases = new LinkedBlockingQueue<>();
    private final Deque<Errand> answered = new ArrayDeque<>();
    private final List<Thread> officers = new ArrayList<>();
    private volatile boolean working;
    private int rounds;

    Client(CommandGateway commands, Consumer<Heard> said) {
        this.commands = commands;
        this.said = said;
    }

    void adopt(Errand.Step step) {
        cases.add(step);
    }

    /** Each time with choices of its own: those of the last time again would be the same visits to the same children. */
    void work(int officers, long seed) {
        working = true;
        Random choices = new Random(seed + 1_000_003L * rounds++);
        for (int officer = 0; officer < officers; officer++) {
            Random random = new Random(choices.nextLong());
            Thread thread =
                    Thread.ofPlatform().daemon().name("officer-" + officer).unstarted(() -> work(random));
            this.officers.add(thread);
            thread.start();
        }
    }

    /** Returns when nothing is in the air any more. */
    void rest() throws InterruptedException {
        working = false;
        for (Thread officer : officers) {
            officer.join();
        }
        officers.clear();
    }

    private void work(Random random) {
        try {
            while (working) {
                Errand.Step step = cases.poll(100, TimeUnit.MILLISECONDS);
                if (step != null) {
                    take(step, random);
                }
                LockSupport.parkNanos(random.nextInt(3_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(Errand.Step step, Random random) throws InterruptedException {
        boolean done = random.nextInt(10) == 0 ? twice(step) : untilAnswered(step) instanceof Heard.Done;
        if (done && step.number() < LAST_STEP) {
            cases.add(step.next());
        } else {
            cases.add(new Errand.Step(CaseId.random(), 0));
        }
        if (random.nextInt(5) == 0) {
            untilAnswered(new Errand.Visit(step.of(), random.nextInt(1 << 30), random.nextInt(4) > 0));
        }
        if (random.nextInt(2) == 0) {
            Optional<Errand> earlier = earlier(random);
            if (earlier.isPresent()) {
                untilAnswered(earlier.get());
            }
        }
    }

    private boolean twice(Errand.Step step) throws InterruptedException {
        Thread other = Thread.ofPlatform().daemon().start(() -> untilAnswered(step));
        boolean done = untilAnswered(step) instanceof Heard.Done;
        other.join();
        return done;
    }

    /** A key is asked again until somebody answers; without one, asking again would be another command. */
    Heard untilAnswered(Errand errand) {
        Heard heard = send(errand);
        while (heard instanceof Heard.Unanswered && errand.keyed()) {
            LockSupport.parkNanos(Duration.ofMillis(30).toNanos());
            heard = send(errand);
        }
        if (errand.keyed()) {
            remember(errand);
        }
        return heard;
    }

    private Heard send(Errand errand) {
        said.accept(new Heard.Asked(errand));
        Heard heard = answer(errand);
        said.accept(heard);
        return heard;
    }

    private Heard answer(Errand errand) {
        try {
            return switch (commands.send(errand.request())) {
                case Answer.Done done -> new Heard.Done(errand, done.version(), done.position(), done.events());
                case Answer.Declined no ->
                    new Heard.Declined(errand, no.refusal().code().name());
            };
        } catch (Unavailable e) {
            return new Heard.Unanswered(errand, e.refusal().code().name());
        } catch (RuntimeException e) {
            return new Heard.Unanswered(errand, e.getClass().getSimpleName());
        }
    }

    private void remember(Errand errand) {
        synchronized (answered) {
            answered.addLast(errand);
            if (answered.size() > REMEMBERED) {
                answered.removeFirst();
            }
        }
    }

    private Optional<Errand> earlier(Random random) {
        synchronized (answered) {
            return answered.stream().skip(random.nextInt(answered.size() + 1)).findFirst();
        }
    }
}
