package io.groovejet.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says which property keeps the application from starting. */
final class BadPropertyAnalyzer extends AbstractFailureAnalyzer<BadPropertyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BadPropertyException cause) {
    String described =
        "The lobby cannot be built with %s = %s: %s."
            .formatted(cause.property(), cause.value(), cause.reason());
    return new FailureAnalysis(described, "Change " + cause.property() + ".", cause);
  }
}
