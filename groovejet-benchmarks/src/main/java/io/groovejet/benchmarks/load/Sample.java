package io.groovejet.benchmarks.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** What one round on one server gave: figures by their names, units in the names. */
record Sample(Map<String, Double> figures) {

  static Sample of(Object... namesAndFigures) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (int i = 0; i < namesAndFigures.length; i += 2) {
      figures.put((String) namesAndFigures[i], ((Number) namesAndFigures[i + 1]).doubleValue());
    }
    return new Sample(figures);
  }

  double figure(String name) {
    return figures.get(name);
  }
}
