package io.groovejet.benchmarks.load;

import java.util.Map;

/** Bars beside each other, as SVG. */
record BarChart(String title, Map<String, Double> bars) {

  private static final int LABEL = 190;
  private static final int WIDTH = 760;
  private static final int ROW = 26;
  private static final int HEAD = 44;

  String svg() {
    double most = bars.values().stream().mapToDouble(each -> each).max().orElse(1);
    StringBuilder rows = new StringBuilder();
    int y = HEAD;
    for (Map.Entry<String, Double> bar : bars.entrySet()) {
      double width = (WIDTH - LABEL - 90) * bar.getValue() / most;
      String colour = bar.getKey().startsWith("groovejet") ? "#2f6fdf" : "#9aa5b4";
      rows.append(
          """
            <text x="%d" y="%d" text-anchor="end">%s</text>
            <rect x="%d" y="%d" width="%.1f" height="18" rx="3" fill="%s"/>
            <text x="%.1f" y="%d">%s</text>
          """
              .formatted(
                  LABEL - 10,
                  y + 14,
                  bar.getKey(),
                  LABEL,
                  y,
                  width,
                  colour,
                  LABEL + width + 8,
                  y + 14,
                  number(bar.getValue())));
      y += ROW;
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="system-ui, sans-serif" font-size="13" fill="#1f2933">
          <rect width="100%%" height="100%%" fill="#ffffff"/>
          <text x="%d" y="26" font-size="15" font-weight="600">%s</text>
        %s</svg>
        """
        .formatted(WIDTH, y + 10, LABEL, title, rows);
  }

  private static String number(double value) {
    return value >= 100 ? "%.0f".formatted(value) : "%.1f".formatted(value);
  }
}
