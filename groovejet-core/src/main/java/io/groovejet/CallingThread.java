package io.groovejet;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks on the thread that brings them. A task brought by another task runs after it, not
 * inside it, so that lanes that lead to lanes never deepen the stack.
 */
final class CallingThread implements Executor {

  private final ThreadLocal<Agenda> agendas = ThreadLocal.withInitial(Agenda::new);

  private static final class Agenda {
    private final Queue<Runnable> next = new ArrayDeque<>(2);
    private boolean running; // a task of this thread is under way
  }

  @Override
  public void execute(Runnable task) {
    Agenda agenda = agendas.get();
    if (agenda.running) {
      agenda.next.add(task);
      return;
    }
    agenda.running = true;
    try {
      Runnable now = task;
      while (now != null) {
        now.run();
        now = agenda.next.poll();
      }
    } finally {
      agenda.running = false;
      Optional.ofNullable(agenda.next.poll()).ifPresent(this::execute); // if this one broke
    }
  }
}
