"""Charts: from the plain values of domain.chart_data to one drawing for screen and Word."""
