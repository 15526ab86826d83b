"""The one place that joins the stages: read -> merge -> lay out -> write."""
