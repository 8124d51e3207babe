package io.groovejet.spring;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says which property keeps the application from starting, before Spring says where it was bound.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BadPropertyAnalyzer extends AbstractFailureAnalyzer<BadPropertyException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, BadPropertyException cause) {
    String described =
        "The lobby cannot be built with %s = %s: %s."
            .formatted(cause.property(), cause.value(), cause.reason());
    return new FailureAnalysis(described, "Change " + cause.property() + ".", cause);
  }
}
